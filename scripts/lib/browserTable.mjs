// The table of browsers: what ran in each, what became of it, and what did not run and why.

const begin = '<!-- browsers: npm run browsers writes this -->';
const end = '<!-- /browsers -->';

/** A run of Playwright's: one for each of its projects. */
export function ofPlaywright({ config, stats, suites }) {
  const specs = (suite) => [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specs)];
  const all = suites.flatMap(specs);
  return config.projects.map(({ name }) => {
    const tests = all.flatMap((spec) =>
      spec.tests.filter(({ projectName }) => projectName === name).map((test) => ({ ...test, title: spec.title })),
    );
    const count = (...wanted) => tests.filter(({ status }) => wanted.includes(status)).length;
    const told = (test, type) => test.annotations.find((annotation) => annotation.type === type)?.description ?? '';
    return {
      name,
      version: tests.map((test) => told(test, 'browser').replace(/^\S+ /, '')).find(Boolean) ?? '',
      date: stats.startTime,
      passed: count('expected'),
      failed: count('unexpected', 'flaky'),
      skipped: count('skipped'),
      skips: tests
        .filter(({ status }) => status === 'skipped')
        .map((test) => ({ name: test.title, why: told(test, 'skip') })),
    };
  });
}

/** A run of node:test's, as scripts/lib/countReporter.mjs wrote it: one browser. */
export function ofNodeTest({ browsers, ...counts }) {
  const [, name = 'WebKitGTK', version = ''] = /^(\S+) (.+)$/.exec(browsers[0] ?? '') ?? [];
  return { ...counts, name, version };
}

const row = (...cells) => `| ${cells.join(' | ')} |`;

/** What became of each browser's run, a line each. */
export const makeRows = (runs) =>
  [
    row('browser', 'version', 'passed', 'failed', 'skipped', 'when'),
    '|---|---|--:|--:|--:|---|',
    ...runs.map(({ name, version, passed, failed, skipped, date }) =>
      row(name, version || 'did not run', passed, failed, skipped, date.slice(0, 10)),
    ),
  ].join('\n');

/** The same, with what was skipped and what runs in one browser only, and why. */
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
  lines.push('', 'In Chromium alone, since no browser decides it:', '');
  for (const [spec, why] of Object.entries(onceOnly)) lines.push(`- \`${spec}\`: ${why}.`);
  return lines.join('\n');
}

export function setTable(text, table) {
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`it has no ${begin} … ${end}`);
  return `${text.slice(0, from + begin.length)}\n${table}\n${text.slice(to)}`;
}
