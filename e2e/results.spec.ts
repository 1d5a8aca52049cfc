/** @file The results page, the report and the store agree. */
import { expect, test } from './fixtures.js';
import { aftermint } from './lib/program.js';
import { Shopper } from './lib/shopper.js';

interface Report {
  currency: string;
  groups: {
    offer: string;
    arms: { name: string; seen: number; accepted: number; kept: number; declined: number; undone: number }[];
  }[];
}

test('the results page, the report and the store show the same numbers', async ({
  browser,
  baseURL,
  page,
  shop,
  store,
}) => {
  test.setTimeout(90_000);
  // Four shoppers: one accepts both offers, one accepts and undoes, one declines, one gets no offer.
  const person = async (what: (shopper: Shopper) => Promise<unknown>) => {
    const context = await browser.newContext({ baseURL: baseURL ?? '' });
    await what(new Shopper(await context.newPage()));
    await context.close();
  };
  const seen = async (shopper: Shopper, placement: string, times: number) => {
    await (placement === 'checkout' ? shopper.bump : shopper.offer).scrollIntoViewIfNeeded();
    await expect
      .poll(async () => (await store.happened()).filter((each) => each === `exposure ${placement}`).length)
      .toBe(times);
  };
  await person(async (shopper) => {
    await shopper.choose();
    await shopper.tick.check();
    await seen(shopper, 'checkout', 1);
    await shopper.fillIn();
    await shopper.pay();
    await expect(shopper.offer).toBeVisible();
    await seen(shopper, 'post_purchase', 1);
    await shopper.press(shopper.accept);
    await expect(shopper.undo).toBeEnabled();
  });
  await person(async (shopper) => {
    await shopper.reachOffer();
    await seen(shopper, 'post_purchase', 2);
    await shopper.press(shopper.accept);
    await shopper.press(shopper.undo);
    await expect(shopper.status).toContainText('Undone.');
  });
  await person(async (shopper) => {
    await shopper.reachOffer();
    await seen(shopper, 'post_purchase', 3);
    await shopper.press(shopper.decline);
    await expect.poll(() => store.count('decline')).toBe(1);
  });
  await person((shopper) => shopper.buy('paring-knife'));

  const report = JSON.parse(await aftermint('report', shop.store.url, '--json')) as Report;
  expect(report.currency).toBe('GBP');
  const expected = [
    { offer: 'guards-with-set', placement: 'checkout', seen: 1, accepted: 1, kept: 1, declined: 0, undone: 0 },
    {
      offer: 'sharpener-after-knife',
      placement: 'post_purchase',
      seen: 3,
      accepted: 2,
      kept: 1,
      declined: 1,
      undone: 1,
    },
  ];
  const offered = report.groups.flatMap(({ offer, arms }) =>
    arms.filter(({ name }) => name === 'offered').map((arm) => ({ ...arm, offer })),
  );
  for (const { placement: _, ...each } of expected) expect(offered).toContainEqual(expect.objectContaining(each));

  const events = await store.events();
  const count = (type: string, placement: string) =>
    events.filter((event) => event.type === type && event.placement === placement).length;
  for (const { placement, seen, accepted, declined, undone } of expected) {
    expect(count('exposure', placement)).toBe(seen);
    expect(count('accept', placement)).toBe(accepted);
    expect(count('decline', placement)).toBe(declined);
    expect(count('undo', placement)).toBe(undone);
  }
  expect(count('order', '')).toBe(4);

  await page.goto('/results');
  for (const { offer, seen, accepted, kept } of expected) {
    const group = page.locator('.result', { hasText: offer });
    await expect(group).toContainText(`${seen} saw it, ${accepted} accepted and ${kept} kept it.`);
  }
});

test('an empty shop shows that nothing has been counted yet', async ({ page }) => {
  await page.goto('/results');
  await expect(page.getByText('Nothing has been counted yet.')).toBeVisible();
});
