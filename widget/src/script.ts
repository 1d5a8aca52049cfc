/** @file The classic script for the script tag. */
import factory from '../../build/wasm/aftermint-page.mjs';
import { define } from './define.js';
import { openPage } from './page.js';
import { kVersion } from './version.js';
import { yieldTask } from './yieldTask.js';

/** The only global of a page that uses the script tag. */
interface Global {
  version: string;
  consent(granted: boolean): void;
}

/**
 * The running script tag. Modules and scripts run by a loader have no `currentScript`; the document is searched then. If
 * no tag has a book, the one that lacks it.
 */
function ownTag(): HTMLScriptElement | undefined {
  const running = document.currentScript as HTMLScriptElement | null;
  if (running?.dataset.book) return running;
  const tags = [...document.querySelectorAll<HTMLScriptElement>('script[src][data-book]')];
  return (
    tags.find((tag) => /aftermint/.test(tag.src)) ??
    tags[0] ??
    running ??
    document.querySelectorAll<HTMLScriptElement>('script[src*=aftermint]')[0]
  );
}

async function begin(): Promise<void> {
  const host = window as Window & { aftermint?: Global };
  const script = ownTag();
  if (!script || host.aftermint) return;
  const { book, preview, debug } = script.dataset;
  const logs = debug != null || (preview && /aftermint=debug/.test(location.search));
  // What is said about a page is in a second file, which only such pages load.
  if (logs || !book) {
    await import(new URL(`aftermint-debug.js${logs ? '' : '#quiet'}`, script.src).href).catch(yieldTask);
  }
  if (!book) return;
  const wasm = new URL(__WASM_FILE__, script.src).href;
  const page = openPage(factory, { ...script.dataset, book, wasm, integrity: __WASM_INTEGRITY__ });
  host.aftermint = { version: kVersion, consent: (granted) => page.visitorData.setConsent(granted) };
  await yieldTask();
  define(page);
}

// An error here must not reach the host page. In a browser too old for the elements they stay empty.
begin().catch(() => undefined);
