// When the pages are listened to with Orca: it takes minutes on a busy machine, so only for those who ask for it.

/** The name of its suite. */
export const screenReaderSuite = 'screenreader';

/** Whether this run listens: asked for by a word of `npm test -- screenreader`, or with everything else by `AFTERMINT_ALL=1`. */
export function isListening(words = process.argv.slice(2)) {
  const isNamed = words.some((word) => screenReaderSuite.includes(word.toLowerCase()));
  return isNamed || (words.length === 0 && Boolean(process.env.AFTERMINT_ALL));
}
