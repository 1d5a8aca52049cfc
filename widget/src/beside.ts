import { kWordsBeside } from './beside.gen.js';

// Files beside the module `aftermint.mjs`. Bundlers carry a file along where its name stands in full in such a line.

/** Where the wasm module lies. */
export const moduleBeside = (): string => new URL('./aftermint-page.wasm', import.meta.url).href;

/** Where the words of a language lie. */
export const wordsBeside = (language: string): string | undefined => kWordsBeside[language]?.();
