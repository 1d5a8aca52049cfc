// `npm run soak`: 100,000 journeys through the demo shop over HTTP, half of them while the shop is killed and its disk is
// slow. At the end the ledger, the orders and the events must agree, and memory and descriptors must not have grown.
// `-- --journeys 1000`, `--at-once 16`, `--seed 1`, `--slow-disk 20` (the longest sync in ms).
import { parseArgs } from 'node:util';
import { cmake } from './lib/cmake.mjs';
import { main, Plain, withBuildLock } from './lib/project.mjs';
import { setup } from './setup.mjs';

function readOptions() {
  const { values } = parseArgs({
    options: {
      journeys: { type: 'string', default: '100000' },
      'at-once': { type: 'string', default: '16' },
      seed: { type: 'string', default: '1' },
      'slow-disk': { type: 'string', default: '20' },
    },
  });
  const number = (name) => {
    const value = Number(values[name]);
    if (!Number.isInteger(value) || value < 0) throw new Plain(`--${name} ${values[name]} is not a whole number.`);
    return value;
  };
  return {
    journeys: number('journeys'),
    atOnce: number('at-once'),
    seed: number('seed'),
    slowDiskMs: number('slow-disk'),
  };
}

const mega = (bytes) => `${(bytes / 1048576).toFixed(1)} MiB`;

await main(async () => {
  const options = readOptions();
  await setup(['build', 'test']);
  await withBuildLock(() => cmake('native', 'aftermint-demo'));
  const { soak } = await import('../tests/soak/run.mjs');
  const since = performance.now();
  const tell = (what) => console.error(`${((performance.now() - since) / 1000).toFixed(0).padStart(5)} s  ${what}`);
  const { journeys, kills, outcomes, acknowledged, balance, usage, faults } = await soak({ ...options, tell });
  console.log(
    `${journeys} journeys, ${kills} kills, ${balance.orders} orders paid, ${acknowledged} events acknowledged.`,
  );
  console.log(`Offers after payment: ${JSON.stringify(outcomes)}.`);
  console.log(`Ledger ${balance.ledger}, orders ${balance.shop}, events ${balance.events} (minor units).`);
  console.log(`At most ${mega(usage.memory)} and ${usage.descriptors} descriptors; after warm-up they grew by`);
  console.log(`${mega(usage.grown.memory)} and ${usage.grown.descriptors}.`);
  for (const fault of faults.slice(0, 20)) console.error(`FAULT: ${fault}`);
  if (faults.length > 0) throw new Plain(`${faults.length} faults with seed ${options.seed}.`);
});
