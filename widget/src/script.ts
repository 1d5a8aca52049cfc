import factory from '../../build/wasm/aftermint-page.mjs';
import { define, openPage } from './define.js';
import { yieldTask } from './task.js';
import { kVersion } from './version.js';

/** The one global of a page that uses the script tag. */
interface Global {
  version: string;
  consent(granted: boolean): void;
}

async function begin(): Promise<void> {
  const host = window as Window & { aftermint?: Global };
  const script = document.currentScript;
  if (!(script instanceof HTMLScriptElement) || host.aftermint) return;
  const { book } = script.dataset;
  if (!book) return;
  const wasm = new URL(__WASM_FILE__, script.src).href;
  const page = openPage(factory, { ...script.dataset, book, wasm, integrity: __WASM_INTEGRITY__ });
  host.aftermint = { version: kVersion, consent: (granted) => page.consent(granted) };
  await yieldTask();
  define(page);
}

// Whatever goes wrong here is ours alone: the host's page neither breaks nor hears of it. In a browser too old to define
// the elements they stay empty, as they were.
begin().catch(() => undefined);
