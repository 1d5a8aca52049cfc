import factory from '../../build/wasm/aftermint-page.mjs';
import { moduleBeside } from './beside.js';
import { define, openPage } from './define.js';
import type { Options } from './options.js';
import { addWords, type OwnWords } from './words.js';

export type * from '../../web/src/types.js';
export * from './elements.js';
export type * from './events.js';
export type { Options } from './options.js';
export { kVersion as version } from './version.js';
export type { OwnWords } from './words.js';

/** What a page can still tell Aftermint after setting it up. */
export interface Handle {
  /** Whether anything may be stored about the visitor; for pages set up with `consent: 'required'`. */
  consent(granted: boolean): void;
}

/**
 * Sets the page up: requests book and module at once and defines the elements. Call it once, in a browser.
 *
 * @param options `words` gives or replaces what the offer says after the press, by language.
 * @throws TypeError where `book` is missing.
 */
export function configure(options: Options & { words?: Record<string, OwnWords> }): Handle {
  if (!options.book) throw new TypeError('aftermint: configure needs `book`, the URL of the book');
  for (const [language, words] of Object.entries(options.words ?? {})) addWords(language, words);
  const wasm = options.wasm ?? moduleBeside();
  const integrity = options.integrity ?? (options.wasm ? '' : __WASM_INTEGRITY__);
  const page = openPage(factory, { ...options, wasm, integrity });
  define(page); // at once: a framework may be about to set properties
  return { consent: (granted) => page.consent(granted) };
}
