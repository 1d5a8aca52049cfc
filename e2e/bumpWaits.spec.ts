// A page that must ask its server about a tick: the box says so, pay sends what is seen, a refusal takes a tick back.
import type { Page } from '@playwright/test';
import type { BumpChange } from '../widget/src/elementEvents.js';
import { expect, test } from './fixtures.js';

declare global {
  interface Window {
    settle: Record<'resolve' | 'reject', () => void>[];
    heard: boolean[];
  }
}

/** From now on the page waits for a promise with every change, which the test settles. */
const waitForEachChange = (page: Page) =>
  page.evaluate(() => {
    window.settle = [];
    window.heard = [];
    document.addEventListener('aftermint-change', (event) => {
      const { checked, waitUntil } = (event as CustomEvent<BumpChange>).detail;
      window.heard.push(checked);
      waitUntil(
        new Promise<void>((resolve, reject) => {
          window.settle.push({ resolve, reject: () => reject(new Error('the basket is locked')) });
        }),
      );
    });
  });
const settle = (page: Page, index: number, how: 'resolve' | 'reject') =>
  page.evaluate(([at, word]) => window.settle[at as number]?.[word as 'resolve'](), [index, how] as const);
const wouldSend = (page: Page) =>
  page.locator('form.pay').evaluate((form: HTMLFormElement) => new FormData(form).get('bump'));
/** Where the pay button stands in the page, whatever was scrolled. */
const payAt = (page: Page) =>
  page.locator('.pay-button').evaluate((button) => {
    const { left, top, width, height } = button.getBoundingClientRect();
    return { left, top: top + scrollY, width, height };
  });
const said = (page: Page) => page.locator('aftermint-bump [part~=status]');

test('while the page is busy with a tick the box says so, and the form sends what is seen', async ({
  page,
  shopper,
}) => {
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
  await expect(said(page)).toHaveText('');
});

test('a refusal takes the tick back, with a word, and moves nothing', async ({ page, shopper }) => {
  await shopper.choose('knife-set');
  await expect(shopper.tick).toBeVisible();
  await waitForEachChange(page);
  const before = await payAt(page);
  await shopper.tick.click();
  await settle(page, 0, 'reject');
  await expect(said(page)).toHaveText('That could not be added. Your order stays as it was.');
  await expect(shopper.tick).not.toBeChecked();
  expect(await wouldSend(page)).toBeNull();
  expect(await page.evaluate(() => window.heard)).toEqual([true, false]);
  expect(await payAt(page)).toEqual(before);
  await expect(shopper.payButton).toHaveText('Pay £120.00');

  await shopper.tick.click();
  await expect(said(page), 'what was said is gone with the next press').toHaveText('');
});

test('a page that refuses whatever it is told takes the tick back once, and the word stays', async ({
  page,
  shopper,
}) => {
  await shopper.choose('knife-set');
  await expect(shopper.tick).toBeVisible();
  await waitForEachChange(page);
  await shopper.tick.click();
  await settle(page, 0, 'reject');
  await expect(shopper.tick).toHaveAttribute('aria-busy', 'true'); // of its own untick the page is told, too
  await settle(page, 1, 'reject');
  await expect(shopper.tick).toHaveAttribute('aria-busy', 'false');
  await expect(said(page)).toContainText('could not be added');
  expect(await page.evaluate(() => window.heard)).toEqual([true, false]);
});

test('a refused untick stays unticked: nobody ticks but the shopper', async ({ page, shopper }) => {
  await shopper.choose('knife-set');
  await shopper.tick.click();
  await waitForEachChange(page);
  await shopper.tick.click();
  await settle(page, 0, 'reject');
  await expect(shopper.tick).toHaveAttribute('aria-busy', 'false');
  await expect(shopper.tick).not.toBeChecked();
  expect(await wouldSend(page)).toBeNull();
});

test('an answer to an earlier change has no say over a later one', async ({ page, shopper }) => {
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

test('a cancelled tick is taken back at once', async ({ page, shopper }) => {
  await shopper.choose('knife-set');
  await expect(shopper.tick).toBeVisible();
  await page.evaluate(() =>
    document.addEventListener('aftermint-change', (event) => {
      if ((event as CustomEvent<BumpChange>).detail.checked) event.preventDefault();
    }),
  );
  await shopper.tick.click();
  await expect(shopper.tick).not.toBeChecked();
  await expect(said(page)).toContainText('could not be added');
  expect(await wouldSend(page)).toBeNull();
});

test('pay pressed while the page is busy pays what is seen', async ({ page, shopper, store }) => {
  await shopper.choose('knife-set');
  await shopper.fillIn();
  await expect(shopper.tick).toBeVisible();
  await waitForEachChange(page);
  await shopper.tick.click();
  await shopper.pay();
  expect(await store.charges()).toEqual([{ amount: 13800, state: 'succeeded' }]);
});
