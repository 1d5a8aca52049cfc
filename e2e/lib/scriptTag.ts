import type { Page } from '@playwright/test';

/** From the next load on, the page's script tag has these `data-` attributes too, as a merchant would write them. */
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
