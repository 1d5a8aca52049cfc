/** @file A decline counts for later orders, if it may be stored. */
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.js';
import { addToScriptTag } from './lib/scriptTag.js';
import type { Shopper } from './lib/shopper.js';

const kSharpener = /sharp/; // both arms of its headline
const kWhetstone = 'One stone for all three blades';

const kept = (page: Page) => page.evaluate(() => localStorage.getItem('aftermint.visitor-declines.1'));

async function declineTheFirst(shopper: Shopper): Promise<void> {
  await shopper.reachOffer();
  await expect(shopper.offer).toContainText(kSharpener);
  await shopper.press(shopper.decline);
  await expect(shopper.offer).toHaveCount(0);
}

test('an offer declined in one order is not made in the next', async ({ page, shopper }) => {
  await declineTheFirst(shopper);
  const [decline] = JSON.parse((await kept(page)) ?? '[]') as object[];
  expect(decline).toEqual({ offer: 'sharpener-after-knife', at: expect.stringMatching(/^\d{4}-.*Z$/) });
  await shopper.reachOffer();
  await expect(shopper.offer).toContainText(kWhetstone);
});

test('a declined offer is made again after the rest period of the book', async ({ page, shopper }) => {
  await declineTheFirst(shopper);
  await page.evaluate(() => {
    const days = 24 * 3600 * 1000;
    const declines = JSON.parse(localStorage.getItem('aftermint.visitor-declines.1') ?? '[]') as { at: string }[];
    for (const decline of declines) decline.at = new Date(Date.now() - 31 * days).toISOString();
    localStorage.setItem('aftermint.visitor-declines.1', JSON.stringify(declines));
  });
  await shopper.reachOffer();
  await expect(shopper.offer).toContainText(kSharpener);
});

test('without consent a decline counts for its own order only', async ({ page, shopper }) => {
  await addToScriptTag(page, { consent: 'required' });
  await declineTheFirst(shopper);
  expect(await kept(page)).toBeNull();
  await page.reload();
  await expect(page.locator('aftermint-offer[state=empty]')).toHaveCount(1);
  await shopper.reachOffer();
  await expect(shopper.offer).toContainText(kSharpener);
});

test('with Global Privacy Control a decline counts for its own order only', async ({ page, shopper }) => {
  await page.addInitScript(() => Object.defineProperty(navigator, 'globalPrivacyControl', { value: true }));
  await declineTheFirst(shopper);
  expect(await kept(page)).toBeNull();
  await shopper.reachOffer();
  await expect(shopper.offer).toContainText(kSharpener);
});

test('withdrawing consent deletes earlier declines', async ({ page, shopper }) => {
  await declineTheFirst(shopper);
  expect(await kept(page)).not.toBeNull();
  await page.evaluate(() => {
    (window as Window & { aftermint?: { consent(granted: boolean): void } }).aftermint?.consent(false);
  });
  expect(await kept(page)).toBeNull();
});
