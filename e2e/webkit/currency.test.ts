// How WebKit writes money: by the table of ISO 4217 and not by its own.
import assert from 'node:assert/strict';
import { currencies, figureOf, moneyScript, writtenBy, written } from '../lib/currencies.js';
import { journeysIn } from './lib/journeys.js';

const journey = journeysIn();

journey('every currency has the digits of ISO 4217, whatever the browser thinks', async ({ webkit }) => {
  const table = currencies();
  const codes = table.map(([code]) => code);
  const told = await webkit.evaluate(writtenBy, [await moneyScript(), codes] as const);
  for (const [index, [code, digits]] of table.entries()) {
    const [text, value] = told[index] ?? ['', Number.NaN];
    assert.deepEqual([figureOf(text), value], Object.values(written(digits)), code);
  }
});
