/** @file Formats amounts of money. */
import { minorDigits } from './currencies.gen.js';
import type { Money } from './types.js';

const formats = new Map<string, Intl.NumberFormat>();

/**
 * Formats an amount for a locale; if the browser does not know the locale, for the browser's own.
 *
 * The number of digits comes from our ISO 4217 table because browsers disagree about it. The first formatter of a page
 * takes about 14 ms, so callers create it early, while the network is busy.
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
