/** @file URLs of the files next to the module `aftermint.mjs`. Bundlers copy a file if they find this form of URL. */

/** URL of the wasm module. */
export const wasmUrl = (): string => new URL('./aftermint-page.wasm', import.meta.url).href;

/** URL of the messages. `no-inline` is for Vite: `connect-src 'self'` would block a data URL. */
export const messagesUrl = (): string => new URL('./aftermint-messages.json?no-inline', import.meta.url).href;
