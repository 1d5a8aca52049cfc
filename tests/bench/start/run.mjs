// The section `start` of the benchmark: cold visits to a checkout, with the lanes in turn.
import { chromium } from '@playwright/test';
import { lanes, makeFiles, versionsOf } from './lanes.mjs';
import { profiles } from './profiles.mjs';
import { rowsOf } from './rows.mjs';
import { serveShop } from './server.mjs';
import { visit } from './visit.mjs';

const args = '--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking'
  .concat(' --disable-component-update --disable-sync')
  .split(' ');

/** Each lane, and on slow networks also with its files preloaded. */
export const entrantsOf = (profile) =>
  [false, ...(profile.preloads ? [true] : [])].flatMap((preload) =>
    lanes.filter(({ role }) => !preload || role !== 'floor').map((lane) => ({ lane, preload, visits: [] })),
  );

/**
 * The visits of one profile. Each round starts with another lane, so that none always runs after the same neighbour.
 */
async function race(place, profile, rounds) {
  const entrants = entrantsOf(profile);
  for (let round = 0; round < rounds; round += 1) {
    for (let i = 0; i < entrants.length; i += 1) {
      const { lane, preload, visits } = entrants[(i + round) % entrants.length];
      visits.push(await visit(place, lane, preload, profile));
    }
  }
  return rowsOf(profile, entrants);
}

/** @returns the value of `start` in build/bench.json */
export async function measureStart({ rounds, tell }) {
  tell('start-up: bundling the lanes');
  const shop = await serveShop(await makeFiles());
  const browser = await chromium.launch({
    executablePath: process.env.AFTERMINT_CHROMIUM ?? '/usr/bin/chromium',
    args,
  });
  try {
    const place = { browser, shop };
    // One visit to each lane that is not counted, so that the first lane has no disadvantage.
    for (const lane of lanes) await visit(place, lane, false, profiles[0]);
    const rows = [];
    for (const profile of profiles) {
      tell(`start-up: ${profile.name}`);
      rows.push(...(await race(place, profile, rounds)));
    }
    return {
      rounds,
      chromium: browser.version(),
      lanes: lanes.map((lane) => ({ name: lane.name, versions: versionsOf(lane) })),
      profiles,
      rows,
    };
  } finally {
    await browser.close();
    shop.close();
  }
}
