/** @file Changes the page’s script tag. */
import type { Page } from '@playwright/test';

/** Adds `data-` attributes to the page's script tag, from the next page load on. */
export async function addToScriptTag(page: Page, data: Record<string, string>): Promise<void> {
  await page.addInitScript((given) => {
    new MutationObserver((_, watch) => {
      const script = document.querySelector<HTMLScriptElement>('script[data-book]');
      if (!script) return;
      watch.disconnect();
      Object.assign(script.dataset, given);
    }).observe(document, { childList: true, subtree: true });
  }, data);
}
