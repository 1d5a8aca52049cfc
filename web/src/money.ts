import { minorDigits } from './currencies.gen.js';
import type { Money } from './types.js';

const formats = new Map<string, Intl.NumberFormat>();

/**
 * An amount as the browser writes it in a locale; a locale the browser does not know gives its own.
 *
 * `Intl` styles the divided number only: what browsers think of a currency's digits differs.
 *
 * The first formatter of a page costs some 14 ms, so callers warm it while the network is busy.
 */
export function formatMoney({ amount, currency }: Money, locale: string): string {
  const name = `${locale} ${currency}`;
  const digits = minorDigits(currency);
  let format = formats.get(name);
  if (!format) {
    const style = {
      style: 'currency',
      currency,
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    } as const;
    try {
      format = new Intl.NumberFormat(locale, style);
    } catch {
      format = new Intl.NumberFormat(undefined, style);
    }
    formats.set(name, format);
  }
  return format.format(amount / 10 ** digits);
}
