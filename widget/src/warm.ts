import { formatMoney } from '../../web/src/money.js';
import { yieldTask } from './task.js';

/** So long, in ms, the browser may be too busy for an idle moment. */
const kBusyMs = 50;

/** Makes the price formatter of a currency; the first one of a page takes some 15 ms, whoever asks for it. */
export function warm(currency: string, locale: string): void {
  try {
    formatMoney({ amount: 0, currency }, locale);
  } catch {
    // a currency or a locale nobody knows: the core will refuse it
  }
}

/**
 * The same while the network is busy, in two tasks.
 *
 * Most of the time is V8 looking what locales there are, and more than half of that is done for a collator, too.
 */
export function warmSoon(currency: string, locale: string): void {
  const work = async () => {
    new Intl.Collator();
    await yieldTask();
    warm(currency, locale);
  };
  if ('requestIdleCallback' in window) requestIdleCallback(work, { timeout: kBusyMs });
  else setTimeout(work);
}
