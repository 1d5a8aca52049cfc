// `npm test`: sets up, builds, runs every suite to its end, and says in one line how many cases passed.
// `npm test -- browsers units` runs only the suites whose names contain one of the words.
import { build } from './build.mjs';
import { cmake } from './lib/cmake.mjs';
import { alone, main } from './lib/project.mjs';
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

await main(async () => {
  await setup(['build', 'test']);
  await alone(async () => {
    const since = performance.now();
    await build();
    console.log(`Built in ${seconds(since)}.`);
    const { suites } = await import('./lib/suites.mjs');
    const words = process.argv.slice(2);
    const total = { passed: 0, failed: 0, skipped: 0 };
    for (const suite of suites) {
      if (words.length > 0 && !words.some((word) => suite.name.toLowerCase().includes(word.toLowerCase()))) continue;
      const counts = await runSuite(suite);
      for (const key of Object.keys(total)) total[key] += counts[key];
    }
    process.exitCode = total.failed > 0 ? 1 : 0;
    console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
  });
});
