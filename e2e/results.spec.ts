/** @file The results page, the report and the store agree. */
import { expect, test } from './fixtures.js';
import { aftermint } from './lib/program.js';
import { Shopper } from './lib/shopper.js';

interface Report {
  currency: string;
  orders: number;
  meanOrderValue: number;
  rows: {
    offer: string;
    placement: string;
    takeRate: { hits: number; of: number };
    declines: number;
    undos: number;
    revenue: number;
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

  // 138 + 24, 120, 120 and 29 pounds.
  const report = JSON.parse(await aftermint('report', shop.store.url, '--json')) as Report;
  expect(report).toMatchObject({ currency: 'GBP', orders: 4, meanOrderValue: 10775 });
  const rows = report.rows.map(({ offer, placement, takeRate, declines, undos, revenue }) => {
    return { offer, placement, hits: takeRate.hits, of: takeRate.of, declines, undos, revenue };
  });
  const expected = [
    { offer: 'guards-with-set', placement: 'checkout', hits: 1, of: 1, declines: 0, undos: 0, revenue: 1800 },
    {
      offer: 'sharpener-after-knife',
      placement: 'post_purchase',
      hits: 1,
      of: 3,
      declines: 1,
      undos: 1,
      revenue: 2400,
    },
  ];
  expect(rows).toEqual(expected);

  const events = await store.events();
  const count = (type: string, placement: string) =>
    events.filter((event) => event.type === type && event.placement === placement).length;
  for (const { placement, hits, of, declines, undos } of expected) {
    expect(count('exposure', placement)).toBe(of);
    expect(count('accept', placement) - count('undo', placement)).toBe(hits);
    expect(count('decline', placement)).toBe(declines);
    expect(count('undo', placement)).toBe(undos);
  }
  expect(count('order', '')).toBe(4);

  await page.goto('/results');
  await expect(page.locator('.figures dd')).toHaveText(['4', '£107.75', '£97.25']);
  await expect(page.locator('.readings > li')).toHaveCount(2);
  for (const [at, { hits, of, declines, undos, revenue }] of expected.entries()) {
    const row = page.locator('.readings > li').nth(at);
    await expect(row).toContainText(`${hits} of ${of} shoppers who saw it accepted it`);
    await expect(row.locator('.reading-more dd')).toHaveText([`${declines}`, `${undos}`, `£${revenue / 100}.00`]);
  }
});

test('an empty shop shows that nothing has been counted yet', async ({ page }) => {
  await page.goto('/results');
  await expect(page.getByRole('heading', { name: 'Nothing counted yet' })).toBeVisible();
});
