// The suites of `npm test`. Each runs to its end and returns how many cases passed, failed and were skipped.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { bundleTests } from './bundleTests.mjs';
import { isRequested, sanitizerSuite, screenReaderSuite } from './onRequest.mjs';
import { at, filesBelow, jobs, must, node, run } from './project.mjs';

const report = (name) => {
  mkdirSync(at('build/reports'), { recursive: true });
  rmSync(at('build/reports', name), { force: true });
  return at('build/reports', name);
};

/** Compiles a package's add-on for Node, once. Its tests are small, so without optimisation, which takes a minute less. */
async function compileAddOn(name) {
  if (existsSync(at('node_modules', name, 'build/Release'))) return;
  await must('npm', ['rebuild', name], { env: { CFLAGS: '-O0', CXXFLAGS: '-O0', JOBS: jobs } });
}

/** A command that counts as one case, which passes if the command exits with 0. */
const command = (program, args) => async () => {
  const { code } = await run(program, args);
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 };
};

/** Checks a suite's counts: no case at all, or a failing exit code without a failed case, is a failure. */
function checked(counts, code) {
  if (counts.passed + counts.failed + counts.skipped === 0) throw new Error('no test ran');
  if (code !== 0 && counts.failed === 0) throw new Error(`exited with ${code} although no case failed`);
  return counts;
}

/**
 * The GoogleTest cases of one program, in one process per processor: a process per case would spend most of its time on
 * starting, under the sanitizers on setting up shadow memory. The first error of a sanitizer ends a process; it then
 * leaves no report, which counts as a failure.
 */
async function googleTest(preset, program) {
  const parts = await Promise.all(
    Array.from({ length: Number(jobs) }, async (_, part) => {
      const file = report(`${program}-${preset}-${part}.xml`);
      const env = {
        ASAN_OPTIONS: 'detect_stack_use_after_return=1',
        UBSAN_OPTIONS: 'print_stacktrace=1',
        GTEST_TOTAL_SHARDS: jobs,
        GTEST_SHARD_INDEX: `${part}`,
      };
      const { code } = await run(
        at('build', preset, 'tests', program),
        ['--gtest_brief=1', `--gtest_output=xml:${file}`],
        { env },
      );
      if (!existsSync(file)) throw new Error(`part ${part + 1} of ${jobs} stopped early with exit code ${code}`);
      const xml = readFileSync(file, 'utf8');
      const [head] = /<testsuites [^>]*>/.exec(xml) ?? [''];
      const count = (name) => Number(new RegExp(`\\b${name}="(\\d+)"`).exec(head)?.[1] ?? 0);
      const skipped = count('disabled') + [...xml.matchAll(/result="skipped"/g)].length;
      const failed = count('failures') + count('errors');
      return { code, passed: count('tests') - failed - skipped, failed, skipped };
    }),
  );
  const sum = (name) => parts.reduce((all, part) => all + part[name], 0);
  return checked(
    { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') },
    Math.max(...parts.map(({ code }) => code)),
  );
}

/** All GoogleTest cases under the sanitizers, which find what the release build survives. */
async function sanitizers() {
  if (isRequested(sanitizerSuite)) return googleTest('sanitize', 'aftermint_tests');
  console.log('SKIPPED: they need a build of their own. Run `npm test -- sanitizers`, or set AFTERMINT_ALL=1.');
  return { passed: 0, failed: 0, skipped: 1 };
}

/** Runs test modules with node:test and counts their cases. */
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
  return checked(JSON.parse(readFileSync(file, 'utf8')), code);
}

/** GrowthBook's published cases. The runner prints lines `SECTION native|wasm N passed, N failed`. */
async function conformance() {
  const { code, output } = await run(node, [at('tests/conformance/run.mjs')], { capture: true });
  process.stdout.write(output);
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for (const [, passed, failed] of output.matchAll(/^\S+ (?:native|wasm) (\d+) passed, (\d+) failed$/gm)) {
    counts.passed += Number(passed);
    counts.failed += Number(failed);
  }
  if (code === 0 && counts.passed === 0) counts.skipped = 1; // the runner prints why: the data is missing
  return checked(counts, code);
}

/** Playwright in real browsers, against the built program. `options` are added to its command line. */
async function endToEnd(name = 'e2e', ...options) {
  const file = report(`${name}.json`);
  const playwright = at('node_modules/@playwright/test/cli.js');
  const { code } = await run(node, [playwright, 'test', '--reporter=list,json', ...options], {
    env: { PLAYWRIGHT_JSON_OUTPUT_NAME: file },
  });
  if (!existsSync(file)) throw new Error('Playwright wrote no report');
  const { stats } = JSON.parse(readFileSync(file, 'utf8'));
  return checked({ passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped }, code);
}

/** What the screen reader Orca speaks in Firefox, operated by keyboard. */
async function screenReader() {
  if (isRequested(screenReaderSuite)) return endToEnd(screenReaderSuite, '-c', at('e2e/screenreader'));
  console.log('SKIPPED: the screen reader tests take minutes. Run `npm test -- screenreader`, or set AFTERMINT_ALL=1.');
  return { passed: 0, failed: 0, skipped: 1 };
}

/** The store in ClickHouse on today's engine. */
async function currentClickHouse() {
  if (process.env.AFTERMINT_ALL) return nodeTests('clickhouse', filesBelow('tests/clickhouse', /\.test\.mjs$/));
  console.log('SKIPPED: a current ClickHouse is a download of 566 MB. Set AFTERMINT_ALL=1.');
  return { passed: 0, failed: 0, skipped: 1 };
}

export const suites = [
  { name: 'generated codes', work: command(node, [at('scripts/genCodes.mjs'), '--check']) },
  {
    name: 'generated currencies',
    work: command(node, [at('scripts/genCurrencies.mjs'), '--check']),
  },
  { name: 'generated letters', work: command(node, [at('scripts/genLetters.mjs'), '--check']) },
  { name: 'generated widths', work: command(node, [at('scripts/genWidths.mjs'), '--check']) },
  { name: 'generated messages', work: command(node, [at('scripts/genMessages.mjs'), '--check']) },
  { name: 'generated documents', work: command(node, [at('scripts/docs.mjs'), '--check']) },
  { name: 'generated script of the results page', work: command(node, [at('scripts/genReport.mjs'), '--check']) },
  { name: 'TypeScript types', work: command(node, [at('node_modules/typescript/bin/tsc'), '-p', 'tsconfig.json']) },
  { name: 'size budget', work: command(node, [at('scripts/size.mjs')]) },
  { name: 'core rules', work: command(node, [at('scripts/checkCore.mjs')]) },
  { name: 'rooms include downwards', work: command(node, [at('scripts/checkRooms.mjs')]) },
  {
    name: 'C++ unit tests (GoogleTest)',
    prepare: (cmake) => cmake('native', 'aftermint_tests'),
    work: () => googleTest('native', 'aftermint_tests'),
  },
  {
    name: sanitizerSuite,
    ...(isRequested(sanitizerSuite) && { prepare: (cmake) => cmake('sanitize', 'aftermint_tests') }),
    work: sanitizers,
  },
  {
    name: 'ClickHouse store on a current engine',
    ...(process.env.AFTERMINT_ALL && { prepare: (cmake) => cmake('native', 'aftermint_tests') }),
    work: currentClickHouse,
  },
  {
    name: 'installed C++ libraries',
    prepare: (cmake) => cmake('native', 'aftermint'),
    work: () => nodeTests('install', filesBelow('tests/install', /\.test\.mjs$/)),
  },
  {
    name: 'TypeScript and wasm unit tests',
    prepare: async (cmake) => {
      await compileAddOn('better-sqlite3');
      await cmake('native', 'aftermint_golden', 'aftermint');
    },
    work: async () => nodeTests('units', await bundleTests(['web/test', 'widget/test', 'tests'], 'tests')),
  },
  {
    name: 'Parquet files and warehouse views',
    work: () => nodeTests('warehouse', filesBelow('tests/warehouse', /\.test\.mjs$/)),
  },
  {
    name: 'soak',
    prepare: (cmake) => cmake('native', 'aftermint-demo'),
    work: () => nodeTests('soak', [at('tests/soak/short.test.mjs')]),
  },
  {
    name: 'npm package',
    prepare: () => compileAddOn('better-sqlite3'),
    work: () => nodeTests('package', filesBelow('tests/package', /\.test\.mjs$/)),
  },
  {
    name: 'newcomer by the documents',
    prepare: () => compileAddOn('better-sqlite3'),
    work: () => nodeTests('newcomer', filesBelow('tests/newcomer', /\.test\.mjs$/)),
  },
  {
    name: 'GrowthBook conformance',
    prepare: async (cmake) => {
      await cmake('native', 'aftermint_conformance');
      await cmake('wasm', 'aftermint-conformance');
    },
    work: conformance,
  },
  {
    name: 'browsers: Chromium and Firefox',
    prepare: async (cmake) => {
      await cmake('native', 'aftermint_golden'); // the estimate of lines is compared with the browser's
    },
    work: () => endToEnd(),
  },
  { name: screenReaderSuite, work: screenReader },
  {
    name: 'browsers: WebKit',
    // Two files at a time, as in Playwright: most of the time a test waits for its browser.
    work: async () => nodeTests('webkit', await bundleTests(['e2e/webkit'], 'webkit'), '--test-concurrency=2'),
  },
];
