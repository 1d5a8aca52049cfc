// A soak: many shoppers while the shop is killed and its disk is slow, then as many on a shop that runs on.
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { at, must } from '../../scripts/lib/project.mjs';
import { balanceOf } from './balance.mjs';
import { journey } from './journey.mjs';
import { killNowAndThen, SoakShop } from './shop.mjs';

/** How much a warm server may still grow. */
export const growth = { memory: 32 << 20, descriptors: 16 };

/** A sequence of numbers from 0 to 1 that depends on the seed alone. */
function seeded(seed) {
  let state = Math.imul(seed + 1, 2654435761) >>> 0; // so that neighbouring seeds begin far apart
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state >>> 8) / 2 ** 24;
  };
}

/** Sends `count` shoppers, `atOnce` at a time. */
async function send(count, atOnce, visit, onDone) {
  let next = 0;
  const line = async () => {
    while (next < count) {
      const number = next++;
      await visit(number);
      onDone?.(number + 1);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, line));
}

async function slowDisk() {
  const library = at('build/soak/slowDisk.so');
  mkdirSync(at('build/soak'), { recursive: true });
  await must('c++', ['-shared', '-fPIC', '-O1', '-o', library, at('tests/soak/slowDisk.cpp'), '-ldl']);
  return library;
}

const most = (samples, key) => Math.max(...samples.map((sample) => sample[key]));

/**
 * @param {{ journeys: number, atOnce: number, seed: number, slowDiskMs: number, tell: (text: string) => void }} plan
 * @returns counts of outcomes, the balance, and the use of memory and descriptors.
 */
export async function soak({ slowDiskMs, ...plan }) {
  const store = at('build/soak/store.sqlite');
  const library = await slowDisk();
  for (const end of ['', '-wal', '-shm']) rmSync(store + end, { force: true });
  const log = at('build/soak/shop.log');
  rmSync(log, { force: true });
  const shop = new SoakShop({ store, log, slowDisk: library, slowDiskMs });
  try {
    return await walk(shop, store, plan);
  } finally {
    shop.end(); // a test whose shop still runs would never end
  }
}

/** Sends all journeys to a shop and compares its books. */
async function walk(shop, store, { journeys, atOnce, seed, tell }) {
  const random = seeded(seed);
  const orders = [];
  const acknowledged = new Set();
  const outcomes = {};
  const visit = (phase) => async (number) => {
    const done = await journey(
      () => shop.base,
      `${phase}${number}`,
      seeded(seed + number * 7 + phase.length),
      acknowledged,
    );
    if (done.order) orders.push(done.order);
    outcomes[done.offer] = (outcomes[done.offer] ?? 0) + 1;
  };
  const faulty = Math.ceil(journeys / 2);
  await shop.start();
  tell(`${faulty} journeys with kills and a slow disk`);
  const end = new AbortController();
  const killing = killNowAndThen(shop, random, end.signal);
  try {
    await send(faulty, atOnce, visit('f'));
  } finally {
    end.abort();
    await killing;
  }
  if ((await shop.stop()) !== 0) throw new Error('the shop did not stop in order');

  tell(`${journeys - faulty} journeys on a shop that runs on`);
  shop.options.slowDiskMs = 0;
  await shop.start();
  const calm = journeys - faulty;
  const samples = [];
  await send(calm, atOnce, visit('calm'), (done) => {
    if (done % Math.max(1, Math.floor(calm / 200)) === 0) samples.push({ done, ...shop.usage() });
  });
  const warm = samples.filter(({ done }) => done <= calm / 4);
  const late = samples.filter(({ done }) => done > calm * 0.75);
  tell('waiting until everything is settled');
  let balance = balanceOf(store, { orders, acknowledged });
  for (let tries = 0; tries < 120 && (balance.unsettled.length > 0 || balance.uneven.length > 0); ++tries) {
    await pause(1000);
    balance = balanceOf(store, { orders, acknowledged });
  }
  const stopped = await shop.stop();
  const grown = {
    memory: most(late, 'memory') - most(warm, 'memory'),
    descriptors: most(late, 'descriptors') - most(warm, 'descriptors'),
  };
  return {
    ...{ journeys, kills: shop.kills, outcomes, acknowledged: acknowledged.size, balance },
    usage: { memory: most(samples, 'memory'), descriptors: most(samples, 'descriptors'), grown },
    faults: [
      ...(stopped === 0 ? [] : [`the shop exited with ${stopped}`]),
      ...balance.uneven.map((row) => `order ${row.id}: ledger ${row.ledger}, shop ${row.shop}, events ${row.events}`),
      ...balance.lostOrders.map((id) => `order ${id} was confirmed and is not there`),
      ...balance.lostEvents.map((id) => `event ${id} was acknowledged and is not there`),
      ...balance.unsettled.map((key) => `accept ${key} is not settled`),
      ...Object.entries(growth)
        .filter(([key, limit]) => grown[key] > limit)
        .map(([key, limit]) => `${key} grew by ${grown[key]}, more than ${limit}`),
      ...(existsSync(store) ? [] : ['the store is gone']),
    ],
  };
}
