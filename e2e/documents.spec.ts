/** @file Runs the code blocks of the documents about pages without a change: the README's first snippet, a plain form, and others. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.js';
import { demoBook } from './lib/book.js';
import { at, kDist } from './lib/paths.js';

const book = demoBook();
test.use({ book });

/** The blocks of a document in one language. */
const blocksOf = (document: string, language: string): string[] =>
  [...readFileSync(at(document), 'utf8').matchAll(new RegExp(`^ *\`\`\`${language}\\n(.*?)^ *\`\`\`$`, 'gms'))].map(
    ([, text = '']) => text,
  );

const integrityOf = (name: string): string => {
  const { files } = JSON.parse(readFileSync(join(kDist, 'inventory.json'), 'utf8')) as {
    files: { file: string; integrity: string }[];
  };
  return files.find(({ file }) => file === name)!.integrity;
};

/** Opens a page with that body at an address of the shop. */
async function open(page: Page, url: string, body: string, headers: Record<string, string> = {}): Promise<void> {
  await page.route(`${url}/document`, (route) =>
    route.fulfill({
      contentType: 'text/html; charset=utf-8',
      headers,
      body: `<!doctype html><html lang="en-GB"><head><title>A document</title><link rel="icon" href="data:,"></head>
        <body>${body}</body></html>`,
    }),
  );
  await page.goto(`${url}/document`);
}

const tick = (page: Page) => page.locator('aftermint-bump [part~=tick]');

/** The page of a snippet: the pay button follows the tick, and the form has what the server needs. */
async function expectCheckout(page: Page): Promise<void> {
  const button = page.locator('form button');
  await expect(button).toHaveText('Pay £120.00');
  await tick(page).check();
  await expect(button, 'three lines keep the amount right').toHaveText('Pay £138.00');
  const fields = () =>
    page.evaluate(() => Object.fromEntries(new FormData(document.querySelector('form')!)) as Record<string, string>);
  expect(await fields()).toEqual({ bump: 'guards-with-set', 'bump-price': '1800' });
  await tick(page).uncheck();
  await expect(button).toHaveText('Pay £120.00');
  expect(await fields()).toEqual({});
}

test('README: the first snippet keeps the amount of the pay button right with three lines', async ({ page, shop }) => {
  const [snippet] = blocksOf('README.md', 'html');
  const text = snippet!.replace('sha384-… from dist/inventory.json', integrityOf('aftermint.js')).replace('  …\n', '');
  expect(text, 'nothing else is left out').not.toContain('…');
  const script = /<script>\n(.*?)<\/script>/s.exec(text)![1]!;
  expect(script.trim().split('\n')).toHaveLength(3);
  await open(page, shop.url, text);
  await expectCheckout(page);
});

test('docs/plain-form.md', async ({ page, shop }) => {
  await open(page, shop.url, blocksOf('docs/plain-form.md', 'html')[0]!);
  await expectCheckout(page);
});

test('docs/vat.md: an order with its tax gets an offer', async ({ page, shop }) => {
  const [tag] = blocksOf('docs/plain-form.md', 'html')[0]!.split('\n\n');
  await open(page, shop.url, `${tag}<form>${blocksOf('docs/vat.md', 'html')[0]}</form>`);
  await expect(tick(page)).toBeVisible();
});

test('docs/single-page-app.md: the order is a property, and may change', async ({ page, shop }) => {
  const [tag] = blocksOf('docs/plain-form.md', 'html')[0]!.split('\n\n');
  await page.route(`${shop.url}/showCheckout.mjs`, (route) =>
    route.fulfill({ contentType: 'text/javascript', body: blocksOf('docs/single-page-app.md', 'js')[0]! }),
  );
  await open(page, shop.url, `${tag}<form></form><output></output>`);
  await page.evaluate(async () => {
    const { showCheckout } = (await import('/showCheckout.mjs' as string)) as {
      showCheckout(form: Element, order: object, onTotal: (total: number) => void): object;
    };
    const order = (product: string, price: number) => ({
      currency: 'GBP',
      total: price,
      lines: [{ product, quantity: 1, price }],
    });
    const onTotal = (total: number) => document.querySelector('output')!.replaceChildren(String(total));
    const checkout = showCheckout(document.querySelector('form')!, order('knife-set', 12000), onTotal);
    Object.assign(window, { checkout, order });
  });
  const total = page.locator('output');
  const headline = page.locator('aftermint-bump [part~=headline]');
  await expect(headline).toContainText('Arden three-knife set');
  await page.evaluate('checkout.update(order("hand-balm", 2400))');
  await expect(headline).toContainText('Saltmarsh hand balm');
  await page.evaluate('checkout.update(order("knife-set", 12000))');
  await expect(headline).toContainText('Arden three-knife set');
  await tick(page).check();
  await expect(total).toHaveText('13800');
  await page.evaluate('checkout.update(order("hand-balm", 2400))');
  await expect(tick(page), 'what the server would refuse is taken back').not.toBeChecked();
  await expect(total).toHaveText('2400');
  await page.evaluate('checkout.leave()');
  await expect(page.locator('aftermint-bump')).toHaveCount(0);
});

test('docs/consent.md: nothing about the visitor is stored before the shopper agrees', async ({ page, shop }) => {
  const bump = blocksOf('docs/vat.md', 'html')[0];
  const style = '<link rel="stylesheet" href="/dist/aftermint.css">';
  await open(page, shop.url, `${style}${blocksOf('docs/consent.md', 'html')[0]}<form>${bump}</form>`);
  await expect(tick(page)).toBeVisible();
  const stored = () => page.evaluate(() => Object.keys(localStorage).sort());
  expect(await stored()).toEqual([]);
  await page.getByRole('button', { name: 'Remember what I have seen' }).click();
  await page.reload();
  await expect(tick(page)).toBeVisible();
  expect(await stored(), 'each page asks again, unless the site remembers the answer').not.toContain(
    'aftermint.visitor',
  );
  await page.getByRole('button', { name: 'Remember what I have seen' }).click();
  await expect.poll(stored).toContain('aftermint.visitor');
});

test('docs/content-security.md: everything works under its policy, with integrity', async ({ page, shop }) => {
  const [policy] = blocksOf('docs/content-security.md', 'text');
  const [tag] = blocksOf('docs/content-security.md', 'html');
  const bump = blocksOf('docs/vat.md', 'html')[0];
  const body = `<link rel="stylesheet" href="/dist/aftermint.css">
    ${tag!.replace('INTEGRITY of aftermint.js', integrityOf('aftermint.js'))}<form>${bump}</form>`;
  await page.addInitScript(() => {
    const violations: string[] = [];
    addEventListener('securitypolicyviolation', ({ violatedDirective }) => violations.push(violatedDirective));
    Object.assign(window, { violations });
  });
  // The demo's own icon is no part of the policy.
  await open(page, shop.url, body, {
    'Content-Security-Policy': policy!.replaceAll('\n', ' ').replace("img-src 'self'", "img-src 'self' data:"),
  });
  await tick(page).check();
  expect(await page.evaluate('violations')).toEqual([]);
});
