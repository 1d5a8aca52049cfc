/** @file Runs our formatting of money in a browser, for every currency in core/currencies.json. */
import { readFileSync } from 'node:fs';
import * as esbuild from 'esbuild';
import { at } from './paths.js';

/** Every currency with its number of decimal digits. */
export function currencies(): [currency: string, digits: number][] {
  const table = JSON.parse(readFileSync(at('core/currencies.json'), 'utf8')) as {
    digits: Record<string, string>;
    noMinorUnit: string;
    withdrawn: string;
  };
  const lists = [...Object.entries(table.digits), ['2', table.noMinorUnit], ['2', table.withdrawn], ['2', 'QQQ']];
  return lists.flatMap(([digits, codes]) =>
    `${codes}`.split(' ').map((code): [string, number] => [code, Number(digits)]),
  );
}

/** A script that puts `formatMoney` and GA4's `saleEvent` into a global `ours`. */
export async function moneyScript(): Promise<string> {
  const { outputFiles } = await esbuild.build({
    stdin: {
      contents: `export { formatMoney } from './web/src/money.ts';
        export { saleEvent } from './widget/src/dataLayer/ga4.ts';`,
      resolveDir: at('.'),
    },
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'ours',
  });
  return `${outputFiles[0]?.text}`;
}

type Ours = {
  formatMoney(money: { amount: number; currency: string }, locale: string): string;
  saleEvent(name: string, sale: object): { ecommerce: { value: number } };
};

/** Runs in a page: 1,234,567 minor units of each currency, as text for shoppers and as value for GA4. */
export function writtenBy([script, codes]: readonly [string, string[]]): [text: string, value: number][] {
  const tag = document.createElement('script');
  tag.textContent = script;
  document.documentElement.append(tag);
  const { ours } = globalThis as unknown as { ours: Ours };
  return codes.map((currency) => {
    const price = { amount: 1234567, currency };
    const sale = ours.saleEvent('purchase', { order: '1', offer: 'a', price, pieces: [] });
    return [ours.formatMoney(price, 'en'), sale.ecommerce.value];
  });
}

/** The correct number as text, and the correct value. */
export function written(digits: number): { figure: string; value: number } {
  const value = 1234567 / 10 ** digits;
  return { figure: value.toLocaleString('en', { minimumFractionDigits: digits }), value };
}

/** The number in a text without the currency symbol, which may contain a point itself. */
export const figureOf = (text: string): string => /\d[\d.,]*/.exec(text)?.[0] ?? '';
