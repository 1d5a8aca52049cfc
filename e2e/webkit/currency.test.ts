/** @file WebKit shows prices with the digits of ISO 4217. */
import assert from 'node:assert/strict';
import { currencies, figureOf, moneyScript, writtenBy, written } from '../lib/currencies.js';
import { journeysIn } from './lib/fixtures.js';

const journey = journeysIn();

journey('every currency has the digits of ISO 4217, also if the browser differs', async ({ webkit }) => {
  const table = currencies();
  const codes = table.map(([code]) => code);
  const told = await webkit.evaluate(writtenBy, [await moneyScript(), codes] as const);
  for (const [index, [code, digits]] of table.entries()) {
    const [text, value] = told[index] ?? ['', Number.NaN];
    assert.deepEqual([figureOf(text), value], Object.values(written(digits)), code);
  }
});
