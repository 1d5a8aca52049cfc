// A node:test reporter that counts test cases and writes one JSON object. Suites are not cases.
// It lists skipped cases with their reason, and browsers that tests name in a diagnostic `browser NAME VERSION`.
export default async function* count(source) {
  const counts = { date: new Date().toISOString(), passed: 0, failed: 0, skipped: 0, skips: [], browsers: [] };
  for await (const { type, data } of source) {
    if (type === 'test:diagnostic') {
      const [, browser] = /^browser (.+)$/.exec(data.message) ?? [];
      if (browser && !counts.browsers.includes(browser)) counts.browsers.push(browser);
    }
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    const isSuite = data.details?.type === 'suite';
    if (type === 'test:fail') {
      // A suite fails if a case fails. Count it only if it failed by itself: a hook, a syntax error.
      if (!isSuite || data.details?.error?.failureType !== 'subtestsFailed') counts.failed += 1;
    } else if (!isSuite) {
      if (data.skip !== undefined || data.todo !== undefined) {
        counts.skipped += 1;
        counts.skips.push({ name: data.name, why: `${data.skip ?? data.todo}` });
      } else counts.passed += 1;
    }
  }
  yield JSON.stringify(counts);
}
