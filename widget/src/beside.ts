// Files beside the module `aftermint.mjs`. Bundlers carry a file along where its name stands in full in such a line.

/** Where the wasm module lies. */
export const moduleBeside = (): string => new URL('./aftermint-page.wasm', import.meta.url).href;

/** `no-inline` is Vite's: as a data URL the words would be refused by `connect-src 'self'`. */
const words: Record<string, () => string> = {
  de: () => new URL('./aftermint-words-de.json?no-inline', import.meta.url).href,
  fr: () => new URL('./aftermint-words-fr.json?no-inline', import.meta.url).href,
};

/** Where the words of a language lie. */
export const wordsBeside = (language: string): string | undefined => words[language]?.();
