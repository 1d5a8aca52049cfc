import type { Money } from './types.js';

const formats = new Map<string, [Intl.NumberFormat, number]>();

/**
 * An amount as the browser writes it in a locale; a locale the browser does not know gives its own.
 *
 * The first formatter of a page costs some 14 ms, so callers warm it while the network is busy.
 */
export function formatMoney({ amount, currency }: Money, locale: string): string {
  const name = `${locale} ${currency}`;
  let known = formats.get(name);
  if (!known) {
    const style = { style: 'currency', currency } as const;
    let format: Intl.NumberFormat;
    try {
      format = new Intl.NumberFormat(locale, style);
    } catch {
      format = new Intl.NumberFormat(undefined, style);
    }
    known = [format, 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2)];
    formats.set(name, known);
  }
  return known[0].format(amount / known[1]);
}
