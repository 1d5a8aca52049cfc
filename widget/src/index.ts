/** @file The ES module for pages and bundlers. */
import factory from '../../build/wasm/aftermint-page.mjs';
import { wasmUrl } from './assetUrl.js';
import { define } from './define.js';
import { addMessages, type OwnMessages } from './messages.js';
import type { Options } from './options.js';
import { currentPage, openPage } from './page.js';
import { tellEmpty } from './tellEmpty.js';

export type * from '../../web/src/types.js';
export type * from './elementEvents.js';
export * from './elements.js';
export type { OwnMessages } from './messages.js';
export type { Options } from './options.js';
export { kVersion as version } from './version.js';

/** Controls Aftermint after it has been set up. */
export interface Handle {
  /** Sets whether anything may be stored about the visitor; for pages set up with `consent: 'required'`. */
  consent(granted: boolean): void;
}

/**
 * Sets the page up: requests book and wasm module at once and defines the elements. Call it once, in a browser.
 *
 * @param options `messages` adds or replaces, by language, the texts that the offer shows after the shopper accepts.
 * @throws TypeError if `book` is missing.
 */
export function configure(options: Options & { messages?: Record<string, OwnMessages> }): Handle {
  if (!options.book) throw new TypeError('aftermint: configure needs `book`, the URL of the book');
  for (const [language, messages] of Object.entries(options.messages ?? {})) addMessages(language, messages);
  const wasm = options.wasm ?? wasmUrl();
  const integrity = options.integrity ?? (options.wasm ? '' : __WASM_INTEGRITY__);
  const page = openPage(factory, { ...options, wasm, integrity });
  define(page); // synchronously, because a framework may set properties right after this call
  return { consent: (granted) => page.visitorData.setConsent(granted) };
}

// A script tag cannot set up this module, whatever its `data-` attributes say.
globalThis.document?.querySelector('script[data-book][src*="aftermint.mjs"]') &&
  setTimeout(() => currentPage() ?? tellEmpty('module_without_configure'));
