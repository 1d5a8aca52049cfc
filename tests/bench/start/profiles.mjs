// The shoppers of the start-up bench: how fast their processor and their line are.

/**
 * `watchMs`: how long a visit is looked at after the offer was drawn, `waitsForCollector`: and until the collector heard
 * of what was seen, so that nobody's script runs after the look at it. `preloads`: lanes also with their files preloaded.
 */
export const profiles = [
  { key: 'full', name: 'processor as it is, no limit on the line', cpu: 1, watchMs: 500 },
  {
    key: 'slow',
    name: 'processor 4 times slower, no limit on the line',
    cpu: 4,
    watchMs: 2_500,
    waitsForCollector: true,
  },
  {
    key: 'mobile',
    name: 'processor 4 times slower, slow 4G (1.6 Mbps down, 150 ms a round trip)',
    cpu: 4,
    network: { offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 },
    watchMs: 500,
    preloads: true,
  },
];
