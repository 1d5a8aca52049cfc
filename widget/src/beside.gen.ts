// Where the words of each language lie beside the module `aftermint.mjs`. Written by `npm run words` from core/words; do not edit.

/** `no-inline` is Vite's: as a data URL the words would be refused by `connect-src 'self'`. */
export const kWordsBeside: Record<string, () => string> = {
  ar: () => new URL('./aftermint-words-ar.json?no-inline', import.meta.url).href,
  de: () => new URL('./aftermint-words-de.json?no-inline', import.meta.url).href,
  es: () => new URL('./aftermint-words-es.json?no-inline', import.meta.url).href,
  fr: () => new URL('./aftermint-words-fr.json?no-inline', import.meta.url).href,
  it: () => new URL('./aftermint-words-it.json?no-inline', import.meta.url).href,
  ja: () => new URL('./aftermint-words-ja.json?no-inline', import.meta.url).href,
  nl: () => new URL('./aftermint-words-nl.json?no-inline', import.meta.url).href,
  pl: () => new URL('./aftermint-words-pl.json?no-inline', import.meta.url).href,
  pt: () => new URL('./aftermint-words-pt.json?no-inline', import.meta.url).href,
};
