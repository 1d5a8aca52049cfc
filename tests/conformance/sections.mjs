// Runs a case of each section in the conformance module and compares the result.

/** The published numbers are rounded to eight decimals. */
const isNear = (a, b) => Math.abs(a - b) < 1e-8;
const areNear = (all, expected) =>
  all.length === expected.length &&
  all.every((one, i) => (Array.isArray(one) ? areNear(one, expected[i]) : isNear(one, expected[i])));

/** The test functions of a loaded module, by section. The core returns NaN for null. */
export const sectionsOf = (core) => ({
  evalCondition: ([, condition, attributes, expected, groups]) =>
    core.evalCondition(condition, attributes, groups ?? null) === expected,
  hash([seed, value, version, expected]) {
    const place = core.hash(seed, value, version);
    return expected === null ? Number.isNaN(place) : isNear(place, expected);
  },
  getBucketRange: ([, [count, coverage, weights], expected]) =>
    areNear(core.getBucketRange(count, coverage, weights), expected),
  chooseVariation: ([, n, ranges, expected]) => core.chooseVariation(n, ranges) === expected,
  getEqualWeights: ([count, expected]) => areNear(core.getEqualWeights(count), expected),
  inNamespace: ([, visitor, [id, from, until], expected]) => core.inNamespace(visitor, id, from, until) === expected,
});
