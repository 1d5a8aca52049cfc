/** @file The product page: an offer that goes with the product, less prominent than the page’s own button. */
import type { Page } from '@playwright/test';
import { demoBook } from './lib/book.js';
import { unfit } from './lib/fits.js';
import { expect, test } from './fixtures.js';

const card = (page: Page) => page.locator('aftermint-bundle [part~=bundle]');
const add = (page: Page) => page.locator('aftermint-bundle [part~=accept]');
const own = (page: Page) => page.getByRole('button', { name: 'Add to the basket' });
const lines = (page: Page) => page.locator('.lines li');

test('one press adds both to the basket, through the page’s own form', { tag: '@engine' }, async ({ page, store }) => {
  await page.goto('/products/oak-board');
  await expect(card(page)).toContainText('Goes with the Oxhill oak board');
  await expect(card(page)).toContainText('£12.00');
  await page.getByLabel('How many').selectOption('2');
  await card(page).scrollIntoViewIfNeeded();
  await expect.poll(() => store.happened()).toContain('exposure product_page');
  await add(page).click();
  await expect(page).toHaveURL(/\/checkout$/);
  await expect(lines(page)).toHaveCount(2);
  await expect(lines(page).nth(0)).toContainText('Quantity 2');
  await expect(lines(page).nth(1)).toContainText('Oxhill board wax');
});

test('a bundle is paid at its price and counted as accepted', async ({ page, shopper, store }) => {
  await page.goto('/products/magnetic-rack');
  await expect(card(page)).toContainText('£51.00 together, £53.00 one by one');
  await card(page).scrollIntoViewIfNeeded();
  await expect.poll(() => store.happened()).toContain('exposure product_page');
  await add(page).click();
  await expect(lines(page).nth(0)).toContainText('£46.00');
  await expect(lines(page).nth(1)).toContainText('£5.00');
  await expect(page.locator('aftermint-bump[state=empty]'), 'the kit is not offered again').toHaveCount(1);
  await shopper.fillIn();
  await shopper.pay();
  await expect(shopper.total).toHaveText('£51.00');
  expect(await store.charges()).toEqual([{ amount: 5100, state: 'succeeded' }]);
  expect(await store.orders()).toEqual([
    { offers: ['rack-ready-to-hang'], total: 5100, lines: ['1 magnetic-rack', '1 fixing-kit'] },
  ]);
  await expect.poll(() => store.happened()).toContain('accept product_page');
});

test('if a product of a bundle is removed from the basket, the others have their normal price', async ({ page }) => {
  await page.goto('/products/magnetic-rack');
  await add(page).click();
  await page.getByRole('button', { name: 'Remove Oxhill magnetic rack' }).click();
  await expect(lines(page)).toHaveCount(1);
  await expect(lines(page)).toContainText('£7.00');
});

test('the page’s own button adds the product only, also after going back', { tag: '@engine' }, async ({ page }) => {
  await page.goto('/products/oak-board');
  await add(page).click();
  await expect(page).toHaveURL(/\/checkout$/);
  await page.goBack();
  await expect(card(page)).toBeVisible();
  const sends = await page.locator('form.buy').evaluate((form: HTMLFormElement) => new FormData(form).get('bundle'));
  expect(sends).toBeNull();
  await own(page).click();
  await expect(lines(page).nth(0)).toContainText('Quantity 2');
  await expect(lines(page).nth(1)).toContainText('Quantity 1');
});

test('it is less prominent than the page’s own button: after it, smaller, without the accent', async ({ page }) => {
  await page.goto('/products/oak-board');
  await expect(add(page)).toBeVisible();
  const [ours, theirs] = await Promise.all(
    [add(page), own(page)].map((button) =>
      button.evaluate((element) => ({
        top: element.getBoundingClientRect().top,
        area: element.getBoundingClientRect().width * element.getBoundingClientRect().height,
        background: getComputedStyle(element).backgroundColor,
      })),
    ),
  );
  expect(ours?.top).toBeGreaterThan(theirs?.top ?? 0);
  expect(ours?.area).toBeLessThan(theirs?.area ?? 0);
  expect(ours?.background).toBe('rgba(0, 0, 0, 0)');
});

test('if a page cancels the event, the form is not submitted', async ({ page }) => {
  await page.goto('/products/oak-board');
  await expect(add(page)).toBeVisible();
  const detail = page.evaluate(
    () =>
      new Promise((done) => {
        document.addEventListener('aftermint-add', (event) => {
          event.preventDefault();
          done((event as CustomEvent).detail);
        });
      }),
  );
  await add(page).click();
  expect(await detail).toEqual({
    offer: 'wax-beside-board',
    placement: 'product_page',
    price: { currency: 'GBP', amount: 1200 },
    items: [{ product: 'board-wax', quantity: 1 }],
  });
  await expect(page).toHaveURL(/\/products\/oak-board$/);
});

test('if there is no offer, the reserved space is empty and the page is as without us', async ({ page }) => {
  await page.goto('/products/paring-knife');
  await expect(page.locator('aftermint-bundle[state=empty]')).toHaveCount(1);
  await own(page).click();
  await expect(lines(page)).toHaveCount(1);
});

test('the page’s own button does not move when it appears', { tag: '@engine' }, async ({ page }) => {
  await page.goto('/products/oak-board', { waitUntil: 'commit' });
  await own(page).waitFor();
  const before = await own(page).boundingBox();
  await expect(card(page)).toBeVisible();
  expect(await own(page).boundingBox()).toEqual(before);
});

test('a product set before the element was defined is replaced by the next one', async ({ page }) => {
  let release = () => {};
  const held = new Promise<void>((done) => {
    release = done;
  });
  await page.route('**/dist/aftermint.js', (route) => held.then(() => route.continue()));
  await page.goto('/products/oak-board', { waitUntil: 'commit' });
  const bundle = page.locator('aftermint-bundle');
  await bundle.waitFor({ state: 'attached' });
  const give = (product: string) =>
    bundle.evaluate((element, id) => Object.assign(element, { product: id }) && 1, product);
  await give('oak-board');
  release();
  await expect(card(page)).toContainText('Goes with the Oxhill oak board');
  await give('chefs-knife');
  await expect(card(page)).toContainText('Goes with the Arden chef’s knife');
});

test('every offer for product pages in the demo’s book fits its space, in every language and width', async ({
  page,
}) => {
  const offers = demoBook().offers.filter(({ placements }) => placements.includes('product_page'));
  const products = offers.flatMap((offer) => offer.for.products);
  expect(products.length).toBeGreaterThan(2);
  await page.goto('/products/oak-board');
  await expect(card(page)).toBeVisible();
  const values = Object.fromEntries(products.map((product) => [product, product]));
  expect(await unfit(page, page.locator('aftermint-bundle'), 'product', values, 'paring-knife')).toEqual([]);
});

test.describe('an offer id sent by a form', () => {
  const book = demoBook();
  test.use({ book });
  test('is checked by the server: an unknown offer, or one of another page, adds nothing', async ({ page }) => {
    await page.goto('/products/oak-board');
    for (const bundle of ['oil-beside-chefs-knife', 'guards-with-set', '<script>']) {
      const status = await page.evaluate(
        (offer) =>
          fetch('/cart', {
            method: 'POST',
            body: new URLSearchParams({ product: 'oak-board', mode: 'set', quantity: '1', bundle: offer }),
          }).then((response) => response.status),
        bundle,
      );
      expect(status).toBe(200);
      await page.goto('/checkout');
      await expect(lines(page)).toHaveCount(1);
    }
  });
});
