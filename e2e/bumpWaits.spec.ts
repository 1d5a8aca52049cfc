/** @file A page that asks its server about a tick: the bump is busy, pay submits what is shown, a refusal removes the tick. */
import type { Page } from '@playwright/test';
import type { BumpChange } from '../widget/src/elementEvents.js';
import { expect, test } from './fixtures.js';

declare global {
  interface Window {
    settle: Record<'resolve' | 'reject', () => void>[];
    changes: boolean[];
  }
}

/** Makes the page wait for a promise with every change; the test settles it. */
const waitForEachChange = (page: Page) =>
  page.evaluate(() => {
    window.settle = [];
    window.changes = [];
    document.addEventListener('aftermint-change', (event) => {
      const { checked, waitUntil } = (event as CustomEvent<BumpChange>).detail;
      window.changes.push(checked);
      waitUntil(
        new Promise<void>((resolve, reject) => {
          window.settle.push({ resolve, reject: () => reject(new Error('the basket is locked')) });
        }),
      );
    });
  });
const settle = (page: Page, index: number, how: 'resolve' | 'reject') =>
  page.evaluate(([at, outcome]) => window.settle[at as number]?.[outcome as 'resolve'](), [index, how] as const);
const wouldSend = (page: Page) =>
  page.locator('form.pay').evaluate((form: HTMLFormElement) => new FormData(form).get('bump'));
/** The position of the pay button in the page, independent of scrolling. */
/** The pay button's rectangle on the page. Rounded: Firefox gives 32-bit floats, whose sum depends on the scroll position. */
const payAt = (page: Page) =>
  page.locator('.pay-button').evaluate((button) => {
    const { left, top, width, height } = button.getBoundingClientRect();
    return { left, top: Math.round((top + scrollY) * 1000) / 1000, width, height };
  });
const status = (page: Page) => page.locator('aftermint-bump [part~=status]');

test('while the page is busy with a tick, the checkbox shows it, and the form submits what is shown', {
  tag: '@engine',
}, async ({ page, shopper }) => {
  await shopper.choose('knife-set');
  await expect(shopper.tick).toBeVisible();
  await waitForEachChange(page);
  await shopper.tick.click();
  await expect(shopper.tick).toHaveAttribute('aria-busy', 'true');
  await expect(shopper.tick).toBeChecked();
  expect(await wouldSend(page)).toBe('guards-with-set');
  await settle(page, 0, 'resolve');
  await expect(shopper.tick).toHaveAttribute('aria-busy', 'false');
  await expect(shopper.tick).toBeChecked();
  await expect(status(page)).toHaveText('');
});

test('a refusal removes the tick with a message, and moves nothing', { tag: '@engine' }, async ({ page, shopper }) => {
  await shopper.choose('knife-set');
  await expect(shopper.tick).toBeVisible();
  await waitForEachChange(page);
  const before = await payAt(page);
  await shopper.tick.click();
  await settle(page, 0, 'reject');
  await expect(status(page)).toHaveText('That could not be added. Your order stays as it was.');
  await expect(shopper.tick).not.toBeChecked();
  expect(await wouldSend(page)).toBeNull();
  expect(await page.evaluate(() => window.changes)).toEqual([true, false]);
  expect(await payAt(page)).toEqual(before);
  await expect(shopper.payButton).toHaveText('Pay £120.00');

  await shopper.tick.click();
  await expect(status(page), 'the next press removes the message').toHaveText('');
});

test('if a page refuses every change, the tick is removed once and the message stays', async ({ page, shopper }) => {
  await shopper.choose('knife-set');
  await expect(shopper.tick).toBeVisible();
  await waitForEachChange(page);
  await shopper.tick.click();
  await settle(page, 0, 'reject');
  await expect(shopper.tick).toHaveAttribute('aria-busy', 'true'); // the page also gets an event for our own untick
  await settle(page, 1, 'reject');
  await expect(shopper.tick).toHaveAttribute('aria-busy', 'false');
  await expect(status(page)).toContainText('could not be added');
  expect(await page.evaluate(() => window.changes)).toEqual([true, false]);
});

test('a refused untick stays unticked, because only the shopper may tick', async ({ page, shopper }) => {
  await shopper.choose('knife-set');
  await shopper.tick.click();
  await waitForEachChange(page);
  await shopper.tick.click();
  await settle(page, 0, 'reject');
  await expect(shopper.tick).toHaveAttribute('aria-busy', 'false');
  await expect(shopper.tick).not.toBeChecked();
  expect(await wouldSend(page)).toBeNull();
});

test('a result of an earlier change is ignored after a later one', async ({ page, shopper }) => {
  await shopper.choose('knife-set');
  await expect(shopper.tick).toBeVisible();
  await waitForEachChange(page);
  for (let press = 0; press < 3; press += 1) await shopper.tick.click();
  await settle(page, 0, 'reject');
  await settle(page, 1, 'reject');
  await settle(page, 2, 'resolve');
  await expect(shopper.tick).toHaveAttribute('aria-busy', 'false');
  await expect(shopper.tick).toBeChecked();
  expect(await wouldSend(page)).toBe('guards-with-set');
});

test('a cancelled tick is removed at once', async ({ page, shopper }) => {
  await shopper.choose('knife-set');
  await expect(shopper.tick).toBeVisible();
  await page.evaluate(() =>
    document.addEventListener('aftermint-change', (event) => {
      if ((event as CustomEvent<BumpChange>).detail.checked) event.preventDefault();
    }),
  );
  await shopper.tick.click();
  await expect(shopper.tick).not.toBeChecked();
  await expect(status(page)).toContainText('could not be added');
  expect(await wouldSend(page)).toBeNull();
});

test('pay pressed while the page is busy pays what is shown', async ({ page, shopper, store }) => {
  await shopper.choose('knife-set');
  await shopper.fillIn();
  await expect(shopper.tick).toBeVisible();
  await waitForEachChange(page);
  await shopper.tick.click();
  await shopper.pay();
  expect(await store.charges()).toEqual([{ amount: 13800, state: 'succeeded' }]);
});
