/** @file An owner’s preview shows the requested arm and leaves no trace. */
import { expect, test } from './fixtures.js';
import { addToScriptTag } from './lib/scriptTag.js';

const kArms = { preview: 'sharpener-headline=ten-strokes' };
const kPaid = [{ amount: 12000, state: 'succeeded' }];

test('a preview shows the requested arm, buys nothing and leaves no trace', async ({ page, shopper, store }) => {
  await page.clock.install();
  await addToScriptTag(page, kArms);
  await shopper.choose();
  await expect(shopper.bump).toBeVisible();
  await shopper.tick.check();
  await expect(shopper.payButton, 'a tick in a preview has no effect').toHaveText('Pay £120.00');
  await shopper.fillIn();
  await shopper.pay();
  await expect(shopper.offer).toContainText('Ten strokes keep your Arden three-knife set as sharp as it arrives');
  await shopper.offer.scrollIntoViewIfNeeded();

  let requests = 0;
  await page.route('**/offers/accept**', (route) => {
    requests += 1;
    return route.continue();
  });
  await page.clock.runFor(2000); // longer than an exposure takes
  await shopper.press(shopper.accept);
  await expect(shopper.status).toContainText('Preview: nothing was bought.');
  await expect(shopper.offer, 'the offer stays visible').toBeVisible();
  await shopper.press(shopper.decline);
  await expect(shopper.offer).toHaveCount(0);
  await page.reload();
  await expect(shopper.offer, 'a decline is not stored').toBeVisible();

  await page.goto('/'); // leaving the page would send waiting events
  expect(requests).toBe(0);
  expect(await page.evaluate(() => [...Object.keys(localStorage), ...Object.keys(sessionStorage)])).toEqual([]);
  expect(await store.charges()).toEqual(kPaid);
  expect(await store.happened('order'), 'only the server’s own events').toEqual([]);
});

test('the other arm can be shown, too', async ({ page, shopper }) => {
  await addToScriptTag(page, { preview: 'nothing=known, sharpener-headline=control' });
  await shopper.reachOffer();
  await expect(shopper.offer).toContainText('Your Arden three-knife set is on its way: keep it this sharp');
});

test('an invalid preview shows nothing, reports it and leaves no trace', async ({ page, shopper, store }) => {
  await addToScriptTag(page, { preview: 'ten-strokes' });
  await page.addInitScript(() => {
    addEventListener('aftermint-empty', (event) => {
      document.title = (event as CustomEvent<{ reason: string }>).detail.reason;
    });
  });
  await shopper.buy();
  await expect(page).toHaveTitle(/^moment_schema/);
  await expect(shopper.offer).toHaveCount(0);
  expect(await store.happened('order')).toEqual([]);
});
