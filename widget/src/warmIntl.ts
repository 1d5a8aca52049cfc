/** @file Prepares Intl early: the first formatter of a page takes about 15 ms. */
import { formatMoney } from '../../web/src/money.js';
import { yieldTask } from './yieldTask.js';

/** How long to wait for an idle moment of the browser, in ms. */
const kMaxIdleWaitMs = 50;

/** Creates the price formatter of a currency. */
export function warmIntl(currency: string, locale: string): void {
  try {
    formatMoney({ amount: 0, currency }, locale);
  } catch {
    // The currency is invalid; the core will report it.
  }
}

/**
 * Does the same soon, while the network is busy, in two tasks.
 *
 * V8 needs most of that time to find the available locales. Creating a collator already does more than half of it.
 */
export function warmIntlSoon(currency: string, locale: string): void {
  const work = async () => {
    try {
      new Intl.Collator();
    } catch {
      // Without Intl there is no offer; the decision reports that.
    }
    await yieldTask();
    warmIntl(currency, locale);
  };
  if ('requestIdleCallback' in window) requestIdleCallback(work, { timeout: kMaxIdleWaitMs });
  else setTimeout(work);
}
