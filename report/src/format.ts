/** @file Numbers of an axis: amounts in the locale of the report, all else in English, like the texts of the page. */

export type Format = (value: number) => string;

/**
 * The format of a figure's unit: `percent`, `money` (in minor units of `data-currency`) or `count`. Amounts have decimals
 * only if one of the `ticks` needs them.
 */
export function formatOf(figure: HTMLElement, ticks: number[] = []): Format {
  const { unit, locale, currency, digits } = figure.dataset;
  if (unit === 'percent') {
    const format = new Intl.NumberFormat('en', { style: 'percent', maximumFractionDigits: 1 });
    return (value) => format.format(value);
  }
  if (unit === 'money' && currency) {
    const scale = 10 ** Number(digits ?? 2);
    const decimals = ticks.every((tick) => tick % scale === 0) ? 0 : Number(digits ?? 2);
    const format = new Intl.NumberFormat(locale, {
      style: 'currency',
      currency,
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
    });
    return (value) => format.format(value / scale);
  }
  const format = new Intl.NumberFormat('en');
  return (value) => format.format(value);
}

/** Days of a time axis: day and short month, in UTC as in the table. */
export function dayFormat(): Format {
  const format = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' });
  return (value) => format.format(value);
}
