// The shoppers of the start-up benchmark: the speed of their processor and network.

/**
 * `watchMs`: how long a visit is measured after the offer was drawn. `waitsForCollector`: it also lasts until the
 * collector has received the exposure, so that every lane's scripts are measured to their end. `preloads`: also run
 * lanes with preloads.
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
