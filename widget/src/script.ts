import factory from '../../build/wasm/aftermint-page.mjs';
import { define, openPage } from './define.js';
import { yieldTask } from './task.js';
import { kVersion } from './version.js';

/** The one global of a page that uses the script tag. */
interface Global {
  version: string;
  consent(granted: boolean): void;
}

/** The script tag that is running; a module, and what a loader runs, has to look for it in the document. */
function ownTag(): HTMLScriptElement | undefined {
  const running = document.currentScript as HTMLScriptElement | null;
  if (running?.dataset.book) return running;
  const tags = [...document.querySelectorAll<HTMLScriptElement>('script[src][data-book]')];
  return tags.find((tag) => /aftermint/.test(tag.src)) ?? tags[0];
}

async function begin(): Promise<void> {
  const host = window as Window & { aftermint?: Global };
  const script = ownTag();
  const book = script?.dataset.book;
  if (!book || host.aftermint) return;
  const wasm = new URL(__WASM_FILE__, script.src).href;
  const page = openPage(factory, { ...script.dataset, book, wasm, integrity: __WASM_INTEGRITY__ });
  host.aftermint = { version: kVersion, consent: (granted) => page.consent(granted) };
  await yieldTask();
  define(page);
}

// Whatever goes wrong here is ours alone: the host's page neither breaks nor hears of it. In a browser too old to define
// the elements they stay empty, as they were.
begin().catch(() => undefined);
