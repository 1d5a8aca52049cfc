// `npm test`: sets up, builds and runs every suite to its end. The last line is "N passed, N failed, N skipped".
// `npm test -- browsers package` runs only the suites whose names contain one of these words.
import { build } from './build.mjs';
import { cmake } from './lib/cmake.mjs';
import { isRequested, sanitizerSuite, screenReaderSuite } from './lib/onRequest.mjs';
import { withBuildLock, main } from './lib/project.mjs';
import { setup } from './setup.mjs';

const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`;

/** Runs one suite. An error outside its cases counts as a failed case. */
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

/** Builds, then runs the suites named on the command line, or all. A failed build counts as one failure. */
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
  // Imported here, because it imports npm packages, which a fresh clone does not have before `setup`.
  const { suites } = await import('./lib/suites.mjs');
  const words = process.argv.slice(2).map((word) => word.toLowerCase());
  const wanted = suites.filter(({ name }) => words.length === 0 || words.some((w) => name.toLowerCase().includes(w)));
  for (const suite of wanted) add(await runSuite(suite));
  console.log(`\nEverything in ${seconds(since)}.`);
}

await main(async () => {
  await setup([
    ...['build', 'test'],
    ...(isRequested(sanitizerSuite) ? ['sanitizers'] : []),
    ...(isRequested(screenReaderSuite) ? ['screenreader'] : []),
    ...(process.env.CI ? ['operations'] : []),
  ]);
  const total = { passed: 0, failed: 0, skipped: 0 };
  await withBuildLock(() => runAll(total));
  process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;
  console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
});
