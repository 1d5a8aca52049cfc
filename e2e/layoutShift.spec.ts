// Nothing of the page moves by itself because of us: Cumulative Layout Shift is 0 while our things load, change and leave.
import type { BumpChange } from '../widget/src/events.js';
import { expect, needs, test } from './fixtures.js';
import { changeAnswers, late } from './lib/answer.js';
import { shifts, watchRects } from './lib/rects.js';

test.beforeEach(() => needs('layout shifts'));

for (const ms of [0, 500]) {
  test(`at checkout, with a book that takes ${ms} ms, through tick, untick and a refused tick`, async ({
    page,
    shopper,
  }) => {
    await changeAnswers(page, /\/book\.json$/, late(ms));
    await shopper.choose();
    await watchRects(page);
    await page.goto('/checkout');
    await expect(shopper.bump).toBeVisible();
    await shopper.tick.check();
    await shopper.tick.uncheck();
    await page.evaluate(() =>
      document.addEventListener('aftermint-change', (event) =>
        (event as CustomEvent<BumpChange>).detail.waitUntil(Promise.reject(new Error('no'))),
      ),
    );
    await shopper.tick.click();
    await expect(shopper.bump.locator('[part~=status]')).toContainText('could not be added');
    expect(await shifts(page), 'not even after a press').toEqual([]);
  });

  for (const { product, offered } of [
    { product: 'oak-board', offered: true },
    { product: 'paring-knife', offered: false },
  ]) {
    test(`on a product’s page ${offered ? 'with' : 'without'} something beside it, with a book that takes ${ms} ms`, async ({
      page,
    }) => {
      await changeAnswers(page, /\/book\.json$/, late(ms));
      await watchRects(page);
      await page.goto(`/products/${product}`);
      await expect(
        page.locator(offered ? 'aftermint-bundle [part~=bundle]' : 'aftermint-bundle[state=empty]'),
      ).toHaveCount(1);
      expect(await shifts(page)).toEqual([]);
    });
  }

  test(`after payment, with a book that takes ${ms} ms, through a yes and its undo`, async ({ page, shopper }) => {
    await watchRects(page);
    await changeAnswers(page, /\/book\.json$/, late(ms));
    await shopper.reachOffer();
    await shopper.press(shopper.accept);
    await expect(shopper.undo).toBeEnabled();
    await shopper.press(shopper.undo);
    await expect(shopper.status).toContainText('Undone.');
    expect((await shifts(page)).filter((shift) => !shift.startsWith('pressed'))).toEqual([]);
  });

  test(`after payment, with a book that takes ${ms} ms, where nothing is offered`, async ({ page, shopper }) => {
    await watchRects(page);
    await changeAnswers(page, /\/book\.json$/, late(ms));
    await shopper.buy('paring-knife');
    await expect(page.locator('aftermint-offer[state=empty]')).toHaveCount(1);
    expect(await shifts(page)).toEqual([]);
  });
}

test('after payment a no leaves no gap and moves nothing unasked', async ({ page, shopper }) => {
  await watchRects(page);
  await shopper.reachOffer();
  await shopper.press(shopper.decline);
  await expect(shopper.offer).toHaveCount(0);
  expect((await shifts(page)).filter((shift) => !shift.startsWith('pressed'))).toEqual([]);
});
