/** @file Prices have the same digits in the browser and from the program. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from './fixtures.js';
import { demoBook, entry } from './lib/book.js';
import { currencies, figureOf, moneyScript, writtenBy, written } from './lib/currencies.js';
import { aftermint } from './lib/program.js';

const kLocales = ['en-GB', 'de-DE', 'fr-FR'];
const kAmounts = [5, 700, 2400, 123456789];
/** Includes currencies whose digits in browsers and ICU differ from ISO 4217. */
const kPrices = [
  ...['GBP', 'EUR', 'USD'].flatMap((currency) => kAmounts.map((amount) => [currency, amount] as const)),
  ...['HUF', 'RSD', 'IQD', 'JPY'].map((currency) => [currency, 450000] as const),
];

/** The demo's book with the sharpener offered at a price in a currency. */
const bookOf = (currency: string, amount: number) =>
  JSON.stringify(
    demoBook((book) => {
      book.currency = currency;
      book.policy.priceBand = { minBps: 0, maxBps: 10000 };
      book.experiments = [];
      book.offers = [entry(book.offers, 'sharpener-after-knife')];
      entry(book.offers, 'sharpener-after-knife').price = { kind: 'fixed', amount };
      entry(book.products, 'sharpener').price = amount;
    }),
  );

const orderOf = (currency: string) => ({
  id: '1001',
  status: 'paid',
  currency,
  total: 900_000_000,
  paidAt: new Date().toISOString(),
  lines: [{ product: 'knife-set', quantity: 1, price: 900_000_000 }],
});

for (const locale of kLocales) {
  const name = `prices in ${locale} are the same in the browser and from the program, byte for byte`;
  test(name, { tag: locale === 'de-DE' ? '@engine' : [] }, async ({ page, shopper, browserName }) => {
    // Each price is a page load: every fourth by default, and all of them once, in Chromium in the first locale.
    const isShort = !process.env.AFTERMINT_ALL && (browserName === 'firefox' || locale !== kLocales[0]);
    const prices = kPrices.filter((_, index) => !isShort || index % 4 === 0);
    const folder = await mkdtemp(join(tmpdir(), 'aftermint-e2e-'));
    let bookText = '';
    await page.route('**/book.json', (route) => route.fulfill({ body: bookText, contentType: 'application/json' }));
    await page.route(/\/thanks$/, async (route) => {
      const response = await route.fetch();
      const body = (await response.text()).replace('<html lang="en-GB">', `<html lang="${locale}">`);
      await route.fulfill({ response, body });
    });
    bookText = bookOf('GBP', 2400);
    await shopper.reachOffer();
    const thanks = page.url();
    for (const [currency, amount] of prices) {
      bookText = bookOf(currency, amount);
      const order = orderOf(currency);
      await page.goto(thanks);
      await page.locator('aftermint-offer').evaluate((element, given) => {
        const oneClick = JSON.stringify({ allowed: true, currency: given.currency });
        element.setAttribute('one-click', oneClick);
        element.setAttribute('order', JSON.stringify(given));
      }, order);
      await expect(shopper.offer).toBeVisible();
      const inBrowser = await shopper.offer.locator('[part~=price]').evaluate((part) => part.textContent);
      const label = await shopper.accept.evaluate((part) => part.textContent);

      const moment = {
        placement: 'post_purchase',
        time: order.paidAt,
        locale,
        order,
        visitor: { id: 'v-1' },
        platform: { oneClick: { allowed: true, currency } },
      };
      await writeFile(join(folder, 'book.json'), bookText);
      await writeFile(join(folder, 'moment.json'), JSON.stringify(moment));
      const native = await aftermint('view', join(folder, 'book.json'), join(folder, 'moment.json'), '--as', 'text');
      const lines = native.split('\n');
      expect(lines, `${amount} ${currency}`).toContain(inBrowser);
      expect(lines, `${amount} ${currency}`).toContain(`[ ${label} ]`);
    }
    await rm(folder, { recursive: true });
  });
}

test('every currency has the digits of ISO 4217, also if the browser differs', { tag: '@engine' }, async ({ page }) => {
  const table = currencies();
  const codes = table.map(([code]) => code);
  const told = await page.evaluate(writtenBy, [await moneyScript(), codes] as const);
  for (const [index, [code, digits]] of table.entries()) {
    const [text, value] = told[index] ?? ['', Number.NaN];
    expect([figureOf(text), value], code).toEqual(Object.values(written(digits)));
  }
});
