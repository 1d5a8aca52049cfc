/** @file Nothing appears late, also if the script itself is late: the deadline counts from the element's place in the page. */
import { expect, test } from './fixtures.js';
import { demoBook } from './lib/book.js';
import { rects, settledRect, watchRects } from './lib/payButtonRects.js';

const kOrder = '{"currency":"GBP","lines":[{"product":"knife-set","quantity":1,"price":12000}]}';
const kDeadlineMs = 2000;
const kBook = demoBook((book) => {
  book.policy.deadlineMs = kDeadlineMs;
});

test.use({ book: kBook });

test('an offer is not shown if the script comes after the deadline', { tag: '@engine' }, async ({
  page,
  shopper,
  store,
}) => {
  await shopper.choose('knife-set');
  await page.route('**/aftermint.js', (route) => setTimeout(() => void route.continue(), kDeadlineMs + 200));
  await watchRects(page);
  await page.goto('/checkout');
  const first = await settledRect(page);
  await expect.poll(() => store.faults()).toEqual(['deadline']);
  await expect(shopper.bump).toHaveCount(0);
  expect(await rects(page)).toEqual([first]);
});

test('in a page that moves on by script, the deadline begins with the script’s new elements', async ({
  page,
  shop,
  shopper,
}) => {
  const body = `<!doctype html><html lang="en-GB"><head><title>Shop</title><link rel="icon" href="data:,">
    <style>aftermint-bump{display:block;min-height:15rem}</style></head><body><form></form></body></html>`;
  await page.route(`${shop.url}/hosts/late`, (route) => route.fulfill({ contentType: 'text/html', body }));
  await page.goto(`${shop.url}/hosts/late`);
  await page.waitForFunction((ms) => performance.now() > ms, kDeadlineMs);
  await page.route('**/book.json', (route) => {
    const book = structuredClone(kBook);
    book.policy.deadlineMs = 10_000; // a browser on a busy machine may need seconds
    return route.fulfill({ json: book });
  });
  await page.waitForFunction(() => performance.now() > 10_000);
  await page.evaluate((order) => {
    history.pushState({ page: 2 }, '', '/hosts/checkout');
    const bump = document.createElement('aftermint-bump');
    bump.setAttribute('order', order);
    document.forms[0]?.append(bump);
    const script = document.createElement('script');
    Object.assign(script, { async: true, src: '/dist/aftermint.js' });
    script.dataset.book = '/book.json';
    document.head.append(script);
  }, kOrder);
  await expect(shopper.bump).toBeVisible();
});
