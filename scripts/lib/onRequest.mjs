// The suites that take too long for every run. They run on request.

/** What Orca says: minutes on a busy machine. */
export const screenReaderSuite = 'screenreader';
/** Compiles everything a second time, for AddressSanitizer and UndefinedBehaviorSanitizer. */
export const sanitizerSuite = 'sanitizers';

/** True if this run includes the suite: with `npm test -- NAME`, or with `AFTERMINT_ALL=1` and no suite named. */
export function isRequested(suite, words = process.argv.slice(2)) {
  const isNamed = words.some((word) => suite.includes(word.toLowerCase()));
  return isNamed || (words.length === 0 && Boolean(process.env.AFTERMINT_ALL));
}
