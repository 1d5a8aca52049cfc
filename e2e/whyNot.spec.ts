/** @file Events say why there is no offer, or no one click. */
import { expect, test } from './fixtures.js';
import { demoBook } from './lib/book.js';

test.describe('a payment that cannot be charged again', () => {
  test('gets the offer as a link, and one event says why', async ({ page, shopper, store }) => {
    await shopper.reachOffer('knife-set', 'ok_once');
    await expect(shopper.accept).toHaveAttribute('href', '/products/sharpener');
    await expect.poll(() => store.count('ineligible')).toBe(1);
    const [event] = await store.dataOf('ineligible');
    expect(event?.reason).toBe('one_click_not_allowed: this way of paying cannot be charged again');
    expect(event?.placement).toBe('thank_you');
    expect(event?.key).toMatch(/^[^/]+\/-\/thank_you\/ineligible\/one_click_not_allowed$/);
    await page.reload();
    await expect(shopper.offer).toBeVisible();
    await shopper.offer.scrollIntoViewIfNeeded();
    await expect.poll(() => store.happened()).toContain('exposure thank_you');
    expect(await store.count('ineligible'), 'once per order, however often the page is visited').toBe(1);
  });

  test('is reported in addition to the reason why there is no offer', async ({ shopper, store }) => {
    await shopper.buy('hand-balm', 'ok_once'); // its upgrade needs one click
    await expect
      .poll(async () => (await store.dataOf('ineligible')).map(({ reason }) => reason).sort())
      .toEqual(['all_refused', 'one_click_not_allowed: this way of paying cannot be charged again']);
    await expect(shopper.offer).toHaveCount(0);
  });

  test('is reported as what is missing if the page cannot accept', async ({ page, shopper, store }) => {
    await page.route(/\/thanks$/, async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: (await response.text()).replace(/ ticket="[^"]*"/, '') });
    });
    await shopper.buy();
    await page.reload(); // Playwright does not route the target of a redirect
    await expect(shopper.accept).toHaveAttribute('href', '/products/sharpener');
    await expect
      .poll(async () => (await store.dataOf('ineligible')).map(({ reason }) => reason))
      .toEqual(['one_click_not_allowed: no ticket']);
  });

  test('is stored in any script, also if it is cut', async ({ page, shopper, store }) => {
    const reason = `Оплата прошла\nи ${'😀'.repeat(40)}`;
    await shopper.reachOffer();
    await page.locator('aftermint-offer').evaluate((element, reason) => {
      element.setAttribute('one-click', JSON.stringify({ allowed: false, reason }));
    }, reason);
    await expect.poll(() => store.count('ineligible')).toBe(1);
    const [event] = await store.dataOf('ineligible');
    expect(event?.reason).toBe('one_click_not_allowed: Оплата прошла');
    await page.locator('aftermint-offer').evaluate((element, reason) => {
      element.setAttribute('one-click', JSON.stringify({ allowed: true, currency: 'EUR', reason }));
    }, '😀'.repeat(60));
    await expect.poll(() => store.count('ineligible'), 'another reason is another event').toBe(2);
    expect((await store.dataOf('ineligible'))[1]?.reason).toBe(`one_click_currency: ${'😀'.repeat(50)}`);
  });
});

const heldBack = demoBook((book) => {
  book.offers = book.offers.filter(({ id }) => id === 'sharpener-after-knife');
  book.experiments = [
    {
      id: 'where',
      offer: 'sharpener-after-knife',
      variable: 'placement',
      coverageBps: 10000,
      arms: [
        { id: 'here', weightBps: 0 },
        { id: 'nowhere', weightBps: 10000, placements: ['email'] },
      ],
    },
  ];
});

test.describe('an arm that is not shown here', () => {
  test.use({ book: heldBack });

  test('is assigned, with the offer that another arm shows', async ({ shopper, store }) => {
    await shopper.buy();
    await expect.poll(() => store.count('assignment')).toBe(1);
    expect(await store.dataOf('assignment')).toMatchObject([
      {
        offer: 'sharpener-after-knife',
        placement: 'post_purchase',
        holdout: false,
        before: 12000,
        arms: [{ experiment: 'where', arm: 'nowhere' }],
      },
    ]);
    await expect(shopper.offer).toHaveCount(0);
    expect(await store.happened('order', 'checkout')).toEqual(['assignment post_purchase', 'ineligible checkout']);
  });
});

test.describe('if another offer is shown instead', () => {
  test.use({
    book: demoBook((book) => {
      book.experiments = heldBack.experiments;
    }),
  });

  test('its exposure contains the control arm, too', async ({ shopper, store }) => {
    await shopper.reachOffer();
    await shopper.offer.scrollIntoViewIfNeeded();
    await expect.poll(() => store.count('exposure')).toBe(1);
    expect(await store.dataOf('exposure')).toMatchObject([
      { offer: 'whetstone-after-set', arms: [{ experiment: 'where', arm: 'nowhere' }] },
    ]);
    expect((await store.dataOf('assignment')).filter(({ placement }) => placement === 'post_purchase')).toMatchObject([
      { offer: 'whetstone-after-set', arms: [{ experiment: 'where', arm: 'nowhere' }] },
    ]);
  });
});
