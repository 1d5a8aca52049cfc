// Files beside the module `aftermint.mjs`. Bundlers carry a file along where its name stands in full in such a line.

/** Where the wasm module lies. */
export const moduleBeside = (): string => new URL('./aftermint-page.wasm', import.meta.url).href;

/** Where our words lie. `no-inline` is Vite's: as a data URL they would be refused by `connect-src 'self'`. */
export const wordsBeside = (): string => new URL('./aftermint-words.json?no-inline', import.meta.url).href;
