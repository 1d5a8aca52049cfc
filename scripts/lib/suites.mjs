// The suites of `npm test`: each runs to its end and gives how many cases passed, failed and were skipped.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { bundleTests } from './bundleTests.mjs';
import { at, filesBelow, jobs, node, run } from './project.mjs';
import { isListening, screenReaderSuite } from './screenReader.mjs';

const report = (name) => {
  mkdirSync(at('build/reports'), { recursive: true });
  rmSync(at('build/reports', name), { force: true });
  return at('build/reports', name);
};

/** A command that is one case: it passes when it ends with 0. */
const single = (command, args) => async () => {
  const { code } = await run(command, args);
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 };
};

/** A suite that should have written its counts and did not, or says less than its exit code, is a failure. */
function held(counts, code) {
  if (counts.passed + counts.failed + counts.skipped === 0) throw new Error('no test ran');
  if (code !== 0 && counts.failed === 0) throw new Error(`ended with ${code}, though no case failed`);
  return counts;
}

/** GoogleTest cases of a preset, through CTest's JUnit report: each in a process and within a time of its own. */
const ctest = (preset) => async () => {
  const file = report(`${preset}.xml`);
  const { code } = await run('ctest', ['--preset', preset, '-j', jobs, '--output-junit', file]);
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for (const [, status] of readFileSync(file, 'utf8').matchAll(/<testcase [^>]*\bstatus="(\w+)"/g)) {
    if (status === 'run') counts.passed += 1;
    else if (status === 'notrun' || status === 'disabled') counts.skipped += 1;
    else counts.failed += 1;
  }
  return held(counts, code);
};

/**
 * The same cases under the sanitizers, in one process a processor: starting each with its shadow memory would take longer
 * than most of them. The first fault ends its process, which then has no report: a failure, and its trace is printed.
 */
async function sanitized() {
  // A leak is a fault, an unsigned wrap in a library's hash is none of ours.
  const options = { ASAN_OPTIONS: 'detect_stack_use_after_return=1', UBSAN_OPTIONS: 'print_stacktrace=1' };
  const parts = await Promise.all(
    Array.from({ length: Number(jobs) }, async (_, part) => {
      const file = report(`sanitize-${part}.xml`);
      const env = { ...options, GTEST_TOTAL_SHARDS: jobs, GTEST_SHARD_INDEX: `${part}` };
      const { code } = await run(
        at('build/sanitize/tests/aftermint_tests'),
        ['--gtest_brief=1', `--gtest_output=xml:${file}`],
        {
          env,
        },
      );
      if (!existsSync(file)) throw new Error(`part ${part + 1} of ${jobs} ended before its end, with ${code}`);
      const xml = readFileSync(file, 'utf8');
      const [head] = /<testsuites [^>]*>/.exec(xml) ?? [''];
      const count = (name) => Number(new RegExp(`\\b${name}="(\\d+)"`).exec(head)?.[1] ?? 0);
      const skipped = count('disabled') + [...xml.matchAll(/result="skipped"/g)].length;
      const failed = count('failures') + count('errors');
      return { code, passed: count('tests') - failed - skipped, failed, skipped };
    }),
  );
  const sum = (name) => parts.reduce((all, part) => all + part[name], 0);
  return held(
    { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') },
    Math.max(...parts.map(({ code }) => code)),
  );
}

/** Modules of node:test, their cases counted. */
async function nodeTests(name, modules, ...options) {
  const file = report(`${name}.json`);
  const { code } = await run(node, [
    '--test',
    '--enable-source-maps',
    ...options,
    '--test-reporter=spec',
    '--test-reporter-destination=stdout',
    `--test-reporter=${at('scripts/lib/countReporter.mjs')}`,
    `--test-reporter-destination=${file}`,
    ...modules,
  ]);
  return held(JSON.parse(readFileSync(file, 'utf8')), code);
}

/** GrowthBook's published cases; the runner prints `SECTION native|wasm N passed, N failed` lines. */
async function conformance() {
  const { code, output } = await run(node, [at('tests/conformance/run.mjs')], { capture: true });
  process.stdout.write(output);
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for (const [, passed, failed] of output.matchAll(/^\S+ (?:native|wasm) (\d+) passed, (\d+) failed$/gm)) {
    counts.passed += Number(passed);
    counts.failed += Number(failed);
  }
  if (code === 0 && counts.passed === 0) counts.skipped = 1; // the runner says so itself where the data is absent
  return held(counts, code);
}

/** Playwright in real browsers, against the built program; `options` of its command line besides. */
async function endToEnd(name = 'e2e', ...options) {
  const file = report(`${name}.json`);
  const playwright = at('node_modules/@playwright/test/cli.js');
  const { code } = await run(node, [playwright, 'test', '--reporter=list,json', ...options], {
    env: { PLAYWRIGHT_JSON_OUTPUT_NAME: file },
  });
  if (!existsSync(file)) throw new Error('Playwright wrote no report');
  const { stats } = JSON.parse(readFileSync(file, 'utf8'));
  return held({ passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped }, code);
}

/** What Orca says of the pages in Firefox, with real keys. */
async function screenReader() {
  if (isListening()) return endToEnd(screenReaderSuite, '-c', at('e2e/screenreader'));
  console.log('SKIPPED: nothing was listened to with Orca. `npm test -- screenreader` or AFTERMINT_ALL=1 does it.');
  return { passed: 0, failed: 0, skipped: 1 };
}

export const suites = [
  { name: 'codes are what core/codes.json says', work: single(node, [at('scripts/genCodes.mjs'), '--check']) },
  {
    name: 'currencies are what core/currencies.json says',
    work: single(node, [at('scripts/genCurrencies.mjs'), '--check']),
  },
  { name: 'generated messages match core/messages', work: single(node, [at('scripts/genMessages.mjs'), '--check']) },
  { name: 'types', work: single(node, [at('node_modules/typescript/bin/tsc'), '-p', 'tsconfig.json']) },
  { name: 'bytes', work: single(node, [at('scripts/size.mjs')]) },
  { name: 'the core keeps its rules', work: single(node, [at('scripts/checkCore.mjs')]) },
  { name: 'GoogleTest', prepare: (cmake) => cmake('native'), work: ctest('native') },
  {
    name: 'TypeScript and wasm',
    prepare: (cmake) => cmake('native', 'aftermint_golden'),
    work: async () => nodeTests('units', await bundleTests(['web/test', 'widget/test', 'tests'], 'tests')),
  },
  { name: 'package', work: () => nodeTests('package', filesBelow('tests/package', /\.test\.mjs$/)) },
  { name: 'GrowthBook conformance', prepare: (cmake) => cmake('wasm'), work: conformance },
  { name: 'browsers', work: () => endToEnd() },
  { name: screenReaderSuite, work: screenReader },
  {
    name: 'WebKit',
    // Two files at a time, as Playwright does: each waits for its browser most of the time.
    work: async () => nodeTests('webkit', await bundleTests(['e2e/webkit'], 'webkit'), '--test-concurrency=2'),
  },
  {
    name: 'GoogleTest under ASan and UBSan',
    prepare: (cmake) => cmake('sanitize', 'aftermint_tests'),
    work: sanitized,
  },
];
