// `npm test`: sets up, builds, runs every suite to its end, and says in one line how many cases passed.
// `npm test -- browsers units` runs only the suites whose names contain one of the words.
import { build } from './build.mjs';
import { cmake } from './lib/cmake.mjs';
import { alone, main } from './lib/project.mjs';
import { isListening } from './lib/screenReader.mjs';
import { setup } from './setup.mjs';

const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`;

/** One suite; whatever keeps it from counting is a failure of its own, told and not hidden. */
async function runSuite({ name, prepare, work }) {
  console.log(`\n── ${name}`);
  const since = performance.now();
  let counts = { passed: 0, failed: 1, skipped: 0 };
  try {
    await prepare?.(cmake);
    counts = await work();
  } catch (error) {
    console.error(`${name}: ${error.message}`);
  }
  console.log(
    `── ${name}: ${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped (${seconds(since)})`,
  );
  return counts;
}

/** Every suite whose name was asked for, after a build; a build that fails is a failure and ends it. */
async function runAll(total) {
  const since = performance.now();
  const add = (counts) => {
    for (const key of Object.keys(total)) total[key] += counts[key];
  };
  try {
    await build();
  } catch (error) {
    console.error(`\nThe build failed: ${error.message}`);
    add({ passed: 0, failed: 1, skipped: 0 });
    return;
  }
  console.log(`Built in ${seconds(since)}.`);
  // Only now: it imports npm packages, which a fresh clone has not had until `setup`.
  const { suites } = await import('./lib/suites.mjs');
  const words = process.argv.slice(2).map((word) => word.toLowerCase());
  const wanted = suites.filter(({ name }) => words.length === 0 || words.some((w) => name.toLowerCase().includes(w)));
  for (const suite of wanted) add(await runSuite(suite));
  console.log(`\nEverything in ${seconds(since)}.`);
}

await main(async () => {
  await setup(['build', 'test', ...(isListening() ? ['screenreader'] : [])]);
  const total = { passed: 0, failed: 0, skipped: 0 };
  await alone(() => runAll(total));
  process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;
  console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
});
