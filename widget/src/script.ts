import factory from '../../build/wasm/aftermint-page.mjs';
import { start } from './define.js';
import { kVersion } from './version.js';

/** The one global of a page that uses the script tag. */
interface Global {
  version: string;
  consent(granted: boolean): void;
}

// Whatever goes wrong here is ours alone: the host's page neither breaks nor hears of it.
try {
  const host = window as Window & { aftermint?: Global };
  const script = document.currentScript;
  if (script instanceof HTMLScriptElement && !host.aftermint) {
    const { book } = script.dataset;
    if (book) {
      const wasm = new URL(__WASM_FILE__, script.src).href;
      const page = start(factory, { ...script.dataset, book, wasm, integrity: __WASM_INTEGRITY__ });
      host.aftermint = { version: kVersion, consent: (granted) => page.consent(granted) };
    }
  }
} catch {
  // A browser too old to define the elements: they stay empty, as they were.
}
