/** @file Nothing in the page moves because of us: Cumulative Layout Shift is 0 while our elements load, change and disappear. */
import type { Page } from '@playwright/test';
import type { BumpChange } from '../widget/src/elementEvents.js';
import { expect, needs, test } from './fixtures.js';
import { changeAnswers, late } from './lib/changeAnswers.js';
import { kParts } from './lib/parts.js';
import { shifts, watchRects } from './lib/payButtonRects.js';

/** The layout shifts that the browser counts: those without recent input. */
const unasked = async (page: Page) => (await shifts(page)).filter((shift) => !shift.startsWith('pressed'));

for (const [name, width, height] of [
  ['phone', 360, 740],
  ['desktop', 1280, 800],
] as const) {
  test.describe(`on a ${name} nothing shifts`, () => {
    test.use({ viewport: { width, height } });
    test.beforeEach(async ({ page }) => {
      needs('layout shifts');
      await watchRects(page);
      await changeAnswers(page, /\/book\.json$/, late(300)); // long after the first frame
    });

    test('at checkout, also on tick, untick and a refused tick', async ({ page, shopper }) => {
      await shopper.choose();
      await expect(shopper.bump).toBeVisible();
      await shopper.tick.check();
      await shopper.tick.uncheck();
      await page.evaluate(() =>
        document.addEventListener('aftermint-change', (event) =>
          (event as CustomEvent<BumpChange>).detail.waitUntil(Promise.reject(new Error('no'))),
        ),
      );
      await shopper.tick.click();
      await expect(page.locator(kParts.bumpStatus)).toContainText('could not be added');
      expect(await shifts(page)).toEqual([]);
    });

    test('on a product page, with an offer and without', async ({ page }) => {
      await page.goto('/products/oak-board');
      await expect(page.locator(kParts.bundle)).toBeVisible();
      expect(await shifts(page)).toEqual([]);
      await page.goto('/products/paring-knife');
      await expect(page.locator('aftermint-bundle[state=empty]')).toHaveCount(1);
      expect(await shifts(page)).toEqual([]);
    });

    test('after payment, on accept and undo', async ({ page, shopper }) => {
      await shopper.reachOffer();
      expect(await shifts(page)).toEqual([]);
      await shopper.press(shopper.accept);
      await expect(shopper.undo).toBeEnabled();
      await shopper.press(shopper.undo);
      await expect(shopper.status).toContainText('Undone.');
      expect(await unasked(page)).toEqual([]);
    });

    test('after payment, on decline', async ({ page, shopper }) => {
      await shopper.reachOffer();
      await shopper.press(shopper.decline);
      await expect(shopper.offer).toHaveCount(0);
      expect(await unasked(page)).toEqual([]);
    });

    test('after payment, without an offer', async ({ page, shopper, store }) => {
      await shopper.buy('paring-knife');
      await expect
        .poll(() => store.happened(), 'the page has decided that there is no offer')
        .toContain('ineligible post_purchase');
      await expect(page.locator('aftermint-offer[state=empty]')).toHaveCount(1);
      expect(await shifts(page)).toEqual([]);
    });
  });
}
