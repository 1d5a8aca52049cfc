import { expect, test } from './fixtures.js';
import { addToScriptTag } from './lib/scriptTag.js';

const kArms = { preview: 'sharpener-headline=ten-strokes' };
const kPaid = [{ amount: 12000, state: 'succeeded' }];

test('a preview shows the arm that was asked for, buys nothing and leaves no trace', async ({
  page,
  shopper,
  store,
}) => {
  await page.clock.install();
  await addToScriptTag(page, kArms);
  await shopper.choose();
  await expect(shopper.bump).toBeVisible();
  await shopper.tick.check();
  await expect(shopper.payButton, 'a tick in a preview counts for nothing').toHaveText('Pay £120.00');
  await shopper.fillIn();
  await shopper.pay();
  await expect(shopper.offer).toContainText('Ten strokes keep your Arden three-knife set as sharp as it arrives');
  await shopper.offer.scrollIntoViewIfNeeded();

  let asked = 0;
  await page.route('**/offers/accept**', (route) => {
    asked += 1;
    return route.continue();
  });
  await page.clock.runFor(2000); // an exposure would be counted by now
  await shopper.press(shopper.accept);
  await expect(shopper.status).toContainText('Preview: nothing was bought.');
  await expect(shopper.offer, 'it stays to be looked at').toBeVisible();
  await shopper.press(shopper.decline);
  await expect(shopper.offer).toHaveCount(0);
  await page.reload();
  await expect(shopper.offer, 'a decline is not kept').toBeVisible();

  await page.goto('/'); // what waits to be told is told when a page is left
  expect(asked).toBe(0);
  expect(await page.evaluate(() => [...Object.keys(localStorage), ...Object.keys(sessionStorage)])).toEqual([]);
  expect(await store.charges()).toEqual(kPaid);
  expect(await store.happened('order'), 'what the server itself knows is all').toEqual([]);
});

test('the other arm can be looked at just as well', async ({ page, shopper }) => {
  await addToScriptTag(page, { preview: 'nothing=known, sharpener-headline=control' });
  await shopper.reachOffer();
  await expect(shopper.offer).toContainText('Your Arden three-knife set is on its way: keep it this sharp');
});

test('a preview that is not of the form shows nothing, says so and leaves no trace', async ({
  page,
  shopper,
  store,
}) => {
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
