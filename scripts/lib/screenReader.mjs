// Whether to run the screen reader tests. They take minutes on a busy machine, so they only run on request.

/** The name of its suite. */
export const screenReaderSuite = 'screenreader';

/** True if this run includes them: with `npm test -- screenreader`, or with `AFTERMINT_ALL=1` and no suite named. */
export function isListening(words = process.argv.slice(2)) {
  const isNamed = words.some((word) => screenReaderSuite.includes(word.toLowerCase()));
  return isNamed || (words.length === 0 && Boolean(process.env.AFTERMINT_ALL));
}
