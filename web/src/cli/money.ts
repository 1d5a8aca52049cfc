/** @file Money in the texts of commands. */
import { formatMoney } from '../money.js';

/** Formats an amount for a locale; for a locale that Node does not know, without one: "GBP 24.00". */
export function moneyText(amount: number, currency: string, locale: string): string {
  try {
    Intl.getCanonicalLocales(locale);
  } catch {
    return formatMoney({ amount, currency }, 'und').replace(/^\p{Sc}/u, `${currency}\u00a0`);
  }
  return formatMoney({ amount, currency }, locale);
}

/** Basis points as a percentage without trailing zeros: 1250 is "12.5 %". */
export const percentText = (share: number): string => `${share / 100} %`;
