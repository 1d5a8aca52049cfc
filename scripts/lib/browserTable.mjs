// The tables of browser test results: cases per browser, skipped cases with their reasons, and tests of one browser
// only.

const begin = '<!-- browsers: npm run browsers writes this -->';
const end = '<!-- /browsers -->';

/** The results of a Playwright report, one for each project. */
export function ofPlaywright({ config, stats, suites }) {
  const specs = (suite) => [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specs)];
  const all = suites.flatMap(specs);
  return config.projects.map(({ name }) => {
    const tests = all.flatMap((spec) =>
      spec.tests.filter(({ projectName }) => projectName === name).map((test) => ({ ...test, title: spec.title })),
    );
    const count = (...wanted) => tests.filter(({ status }) => wanted.includes(status)).length;
    const annotation = (test, type) => test.annotations.find((each) => each.type === type)?.description ?? '';
    return {
      name,
      version: tests.map((test) => annotation(test, 'browser').replace(/^\S+ /, '')).find(Boolean) ?? '',
      date: stats.startTime,
      passed: count('expected'),
      failed: count('unexpected', 'flaky'),
      skipped: count('skipped'),
      skips: tests
        .filter(({ status }) => status === 'skipped')
        .map((test) => ({ name: test.title, why: annotation(test, 'skip') })),
    };
  });
}

/** The results of a node:test run (scripts/lib/countReporter.mjs), which uses one browser. */
export function ofNodeTest({ browsers, ...counts }) {
  const [, name = 'WebKitGTK', version = ''] = /^(\S+) (.+)$/.exec(browsers[0] ?? '') ?? [];
  return { ...counts, name, version };
}

const row = (...cells) => `| ${cells.join(' | ')} |`;

/** A table with one row per browser. */
export const makeRows = (runs) =>
  [
    row('browser', 'version', 'passed', 'failed', 'skipped', 'when'),
    '|---|---|--:|--:|--:|---|',
    ...runs.map(({ name, version, passed, failed, skipped, date }) =>
      row(name, version || 'did not run', passed, failed, skipped, date.slice(0, 10)),
    ),
  ].join('\n');

/** The same table, then the skipped cases and the tests that run in one browser only, with reasons. */
export function makeTable(runs, onceOnly) {
  const lines = [makeRows(runs)];
  const skips = runs.flatMap(({ name, skips: each }) => {
    const reasons = [...new Set(each.map(({ why }) => why))];
    return reasons.map((why) => ({
      name,
      why,
      cases: each.filter((skip) => skip.why === why).map((skip) => skip.name),
    }));
  });
  lines.push('', 'Skipped:', '');
  if (skips.length === 0) lines.push('- nothing.');
  for (const { name, why, cases } of skips) lines.push(`- ${name}: ${why || 'no reason given'}: ${cases.join('; ')}.`);
  lines.push('', 'Only in Chromium, because the result does not depend on the browser:', '');
  for (const [spec, why] of Object.entries(onceOnly)) lines.push(`- \`${spec}\`: ${why}.`);
  return lines.join('\n');
}

export function setTable(text, table) {
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`it has no ${begin} … ${end}`);
  return `${text.slice(0, from + begin.length)}\n${table}\n${text.slice(to)}`;
}
