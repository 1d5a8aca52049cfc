// The section `start` of the bench: cold visits to one checkout, lane by lane, in turn.
import { chromium } from '@playwright/test';
import { lanes, makeFiles, versionsOf } from './lanes.mjs';
import { profiles } from './profiles.mjs';
import { rowsOf } from './rows.mjs';
import { serveShop } from './server.mjs';
import { visit } from './visit.mjs';

const args = '--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking'
  .concat(' --disable-component-update --disable-sync')
  .split(' ');

/** Each lane as it is, and where the line is slow also with its files asked for beside its script. */
export const entrantsOf = (profile) =>
  [false, ...(profile.preloads ? [true] : [])].flatMap((preload) =>
    lanes.filter(({ role }) => !preload || role !== 'floor').map((lane) => ({ lane, preload, visits: [] })),
  );

/** Visits of one profile; each round begins with another lane, so that nobody always comes after the same one. */
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

/** @returns what build/bench.json holds as `start` */
export async function measureStart({ rounds, tell }) {
  tell('start-up: bundling the lanes');
  const shop = await serveShop(await makeFiles());
  const browser = await chromium.launch({
    executablePath: process.env.AFTERMINT_CHROMIUM ?? '/usr/bin/chromium',
    args,
  });
  try {
    const place = { browser, shop };
    // Nobody is first: each has drawn once before anything is kept.
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
