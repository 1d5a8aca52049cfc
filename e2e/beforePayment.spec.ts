/** @file Payments with Stripe by the recipes of docs/stripe.md: what the shopper saw is what is charged, at any moment. */
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.js';
import { demoBook } from './lib/book.js';
import { recipes, SaleServer } from './lib/saleServer.js';

const kRecipes = ['intent.mjs', 'deferred.mjs', 'wallet.mjs'];
const [kWith, kWithout] = ['Pay £138.00', 'Pay £120.00'];
const tick = (page: Page) => page.locator('aftermint-bump [part~=tick]');
const button = (page: Page) => page.locator('form.pay button');

const book = demoBook();
test.use({ book });

async function open(page: Page, url: string, recipe: string): Promise<SaleServer> {
  const server = await SaleServer.open(page, url, recipe, book);
  await expect(tick(page)).toBeVisible();
  return server;
}

/** Presses pay: the button, or that of the wallet and then the one on its sheet. */
async function pay(page: Page, recipe: string): Promise<void> {
  if (recipe !== 'wallet.mjs') return button(page).evaluate((pressed: HTMLButtonElement) => pressed.click());
  await page.evaluate(() => {
    window.wallet.press();
    if (window.wallet.amount !== null) window.wallet.confirm();
  });
}

/** From the press on, a click changes no tick. */
async function expectNoChange(page: Page): Promise<void> {
  await expect(page.locator('aftermint-bump')).toHaveAttribute('inert', '');
  const isTicked = await tick(page).isChecked();
  await tick(page).click({ force: true });
  expect(await tick(page).isChecked(), 'nothing changes any more').toBe(isTicked);
}

/** Waits until nothing is being paid. */
const isIdle = (page: Page) => expect(page.locator('aftermint-bump:not([inert])')).toHaveCount(1);

for (const recipe of kRecipes) {
  test(`${recipe}: ticked or not, what is shown is charged`, async ({ page, shop }) => {
    const server = await open(page, shop.url, recipe);
    await tick(page).check();
    await expect(button(page)).toHaveText(kWith);
    await pay(page, recipe);
    await expect.poll(() => server.paid.length).toBe(1);
    await isIdle(page);
    await tick(page).uncheck();
    await pay(page, recipe);
    await expect.poll(() => server.paid.length).toBe(2);
    const sheets = recipe === 'wallet.mjs' ? [13800, 12000] : [null, null];
    expect(server.paid).toEqual([
      { shown: kWith, sheet: sheets[0], charged: 13800, bump: 'guards-with-set' },
      { shown: kWithout, sheet: sheets[1], charged: 12000, bump: '' },
    ]);
  });

  test(`${recipe}: a press while updates are on their way, in any order, charges what it showed`, async ({
    page,
    shop,
  }) => {
    const server = await open(page, shop.url, recipe);
    for (const [presses, which] of [
      [1, 'first'],
      [2, 'first'],
      [2, 'last'],
    ] as const) {
      server.isHolding = true;
      const before = server.paid.length;
      for (let press = 0; press < presses; press += 1) await tick(page).click();
      const shown = (await button(page).textContent())!;
      await pay(page, recipe);
      await expectNoChange(page);
      await pay(page, recipe); // a second press
      const updates = recipe === 'intent.mjs' ? presses : 1;
      await expect.poll(() => server.held).toBe(updates);
      expect(server.paid.length, 'nothing is charged before the updates are over').toBe(before);
      server.isHolding = false;
      for (let update = 0; update < updates; update += 1) server.release(which);
      await expect.poll(() => server.paid.length).toBe(before + 1);
      await isIdle(page);
      const paid = server.paid.at(-1)!;
      expect([paid.shown, paid.charged]).toEqual([shown, shown === kWith ? 13800 : 12000]);
      if (await tick(page).isChecked()) await tick(page).uncheck();
      await page.evaluate(
        () => document.querySelector<HTMLElement & { settled: Promise<void> }>('aftermint-bump')!.settled,
      );
    }
    expect(server.held).toBe(0);
  });

  test(`${recipe}: a price that has changed is not charged, and the page is loaded again`, async ({
    page,
    shop,
    watch,
  }) => {
    watch.expects(/the price has changed/);
    const offer = book.offers.find(({ id }) => id === 'guards-with-set')!;
    const server = await SaleServer.open(page, shop.url, recipe, {
      ...book,
      offers: [{ ...offer, price: { kind: 'fixed', amount: 1700 } }],
      experiments: [],
    });
    await expect(tick(page)).toBeVisible();
    await tick(page).click();
    if (recipe === 'intent.mjs') {
      await expect(tick(page), 'the update is refused').not.toBeChecked();
    } else {
      await expect(button(page)).toHaveText(kWith);
      const reloaded = page.waitForEvent('load');
      await pay(page, recipe);
      await reloaded;
      await expect(button(page)).toHaveText(kWithout);
    }
    expect(server.paid).toEqual([]);
  });
}

test('intent.mjs: if the update fails while the shopper pays, nothing is charged, and the total is without the bump', async ({
  page,
  shop,
  watch,
}) => {
  watch.expects(/console .*500/, /^answer 500/);
  const server = await open(page, shop.url, 'intent.mjs');
  [server.isHolding, server.failing] = [true, 1];
  await tick(page).click();
  await expect.poll(() => server.held).toBe(1);
  await pay(page, 'intent.mjs');
  await expectNoChange(page);
  server.isHolding = false;
  server.release();
  await isIdle(page);
  await expect(tick(page)).not.toBeChecked();
  await expect(button(page)).toHaveText(kWithout);
  expect(server.paid).toEqual([]);
  await pay(page, 'intent.mjs');
  await expect.poll(() => server.paid).toEqual([{ shown: kWithout, sheet: null, charged: 12000, bump: '' }]);
});

test('the element says its offer, its price in the form, and when it has settled', async ({ page, shopper }) => {
  await shopper.choose('knife-set');
  await expect(shopper.tick).toBeVisible();
  const result = await page.evaluate(async () => {
    interface Bump extends HTMLElement {
      offer: { offer: string; price: { amount: number }; items: unknown[] } | null;
      settled: Promise<void>;
      order: unknown;
      checked: boolean;
    }
    const bump = document.querySelector('aftermint-bump') as Bump;
    const form = document.querySelector<HTMLFormElement>('form.pay')!;
    const fields = () => ['bump', 'bump-price'].map((name) => new FormData(form).get(name));
    const tick = bump.shadowRoot!.querySelector<HTMLInputElement>('[part~=tick]')!;
    const totals: number[] = [];
    const settle: (() => void)[] = [];
    bump.addEventListener('aftermint-change', (event) => {
      const { detail } = event as CustomEvent<{ total: number; waitUntil(wait: Promise<void>): void }>;
      totals.push(detail.total);
      detail.waitUntil(new Promise((done) => settle.push(done)));
    });
    const { offer } = bump;
    const before = fields();
    tick.click();
    const ticked = fields();
    tick.click();
    const seen: string[] = [];
    const settled = bump.settled.then(() => seen.push('settled'));
    settle[1]!(); // of the untick; the tick's update is still on its way
    await new Promise((resume) => setTimeout(resume));
    seen.push('first update');
    settle[0]!();
    await settled;
    bump.order = null;
    await bump.settled;
    return { offer, before, ticked, totals, seen, gone: bump.offer, unticked: fields() };
  });
  expect(result).toMatchObject({
    offer: { offer: 'guards-with-set', price: { amount: 1800 }, items: [{ product: 'blade-guard', quantity: 3 }] },
    before: [null, null],
    ticked: ['guards-with-set', '1800'],
    totals: [13800, 12000],
    seen: ['first update', 'settled'],
    gone: null,
    unticked: [null, null],
  });
});

test('a file that does not come does not hold up the press of "Pay"', async ({ page, shop, shopper, watch }) => {
  watch.expects(/book\.json/, /console error: .*ERR_FAILED/);
  let letGo = () => {};
  const held = new Promise<void>((resume) => (letGo = resume));
  await page.route(`${shop.url}/book.json`, async (route) => {
    await held;
    await route.abort();
  });
  await shopper.choose('knife-set');
  await page.waitForFunction(() => customElements.get('aftermint-bump'));
  await page.evaluate(
    () => (document.querySelector('aftermint-bump') as unknown as { settled: Promise<void> }).settled,
  );
  letGo();
  await expect(page.locator('aftermint-bump[state=empty]')).toHaveCount(1);
});

test('the document has the recipes', () => {
  expect([...recipes.keys()]).toEqual(['stripe.mjs', 'server.mjs', ...kRecipes]);
});
