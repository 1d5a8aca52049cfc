/** @file The server does not trust the browser: changed prices, tickets, keys and offers buy nothing. */
import { randomUUID } from 'node:crypto';
import type { APIResponse, Page } from '@playwright/test';
import { expect, test } from './fixtures.js';
import { Shopper } from './lib/shopper.js';

interface Accept {
  order: string;
  offer: string;
  price: { amount: number; currency: string };
  ticket: string;
}

/** A valid accept of the offer on a page. */
async function honest(page: Page): Promise<Accept> {
  return page.locator('aftermint-offer').evaluate((element) => ({
    order: (JSON.parse(element.getAttribute('order') ?? '{}') as { id: string }).id,
    offer: 'sharpener-after-knife',
    price: { amount: 2400, currency: 'GBP' },
    ticket: element.getAttribute('ticket') ?? '',
  }));
}

const send = (page: Page, accept: object, key: string | null = randomUUID()): Promise<APIResponse> =>
  page.request.post('/offers/accept', { data: accept, ...(key && { headers: { 'Idempotency-Key': key } }) });

const coded = (part: unknown) => Buffer.from(JSON.stringify(part)).toString('base64url');

/** The three parts of a ticket. */
function partsOf(ticket: string): [string, Record<string, unknown>, string] {
  const [head = '', claims = '', signature = ''] = ticket.split('.');
  return [head, JSON.parse(Buffer.from(claims, 'base64url').toString()) as Record<string, unknown>, signature];
}

const kOriginal = [{ amount: 12000, state: 'succeeded' }];

test('a changed price is answered with the correct one, and nothing is charged', async ({ page, shopper, store }) => {
  await shopper.reachOffer();
  const accept = await honest(page);
  for (const price of [
    { ...accept.price, amount: 1 },
    { ...accept.price, amount: 2399 },
  ]) {
    const answer = await send(page, { ...accept, price });
    expect(await answer.json()).toEqual({ status: 'price_changed', price: { amount: 2400, currency: 'GBP' } });
  }
  for (const amount of [-2400, 24.5, '2400', null]) {
    expect((await send(page, { ...accept, price: { ...accept.price, amount } })).status()).toBe(400);
  }
  expect(await store.charges()).toEqual(kOriginal);
});

test('a changed ticket buys nothing', async ({ page, shopper, store }) => {
  await shopper.reachOffer();
  const accept = await honest(page);
  const [head, claims, signature] = partsOf(accept.ticket);
  const later = { ...claims, exp: Number(claims.exp) + 86400 };
  const tickets = {
    'no ticket': '',
    'not a ticket': 'a.b.c',
    'a later expiry': `${head}.${coded(later)}.${signature}`,
    'a smaller total': `${head}.${coded({ ...claims, total: 1 })}.${signature}`,
    'no algorithm': `${coded({ alg: 'none', typ: 'JWT' })}.${coded(claims)}.`,
    'no algorithm, with a signature': `${coded({ alg: 'none', typ: 'JWT' })}.${coded(claims)}.${signature}`,
    'a shortened signature': `${head}.${coded(claims)}.${signature.slice(0, -4)}`,
  };
  for (const [what, ticket] of Object.entries(tickets)) {
    const answer = await send(page, { ...accept, ticket });
    expect([400, 403], what).toContain(answer.status());
  }
  expect(await store.charges()).toEqual(kOriginal);
});

test('the ticket of one order buys nothing for another', async ({ browser, baseURL, page, shopper, store }) => {
  await shopper.reachOffer();
  const mine = await honest(page);
  const context = await browser.newContext({ baseURL: baseURL ?? '' });
  const stranger = new Shopper(await context.newPage());
  await stranger.reachOffer();
  const theirs = await honest(stranger.page);
  expect((await send(page, { ...mine, ticket: theirs.ticket })).status()).toBe(403);
  expect((await send(page, { ...mine, order: theirs.order })).status()).toBe(403);
  expect((await page.request.get(`/orders/${theirs.order}`)).status(), 'nor can the order be read').toBe(404);
  await context.close();
  expect(await store.charges()).toEqual([...kOriginal, ...kOriginal]);
});

test('without a key nothing is charged, and a key works for one request only', async ({ page, shopper, store }) => {
  await shopper.reachOffer();
  const accept = await honest(page);
  expect((await send(page, accept, null)).status()).toBe(400);
  expect((await send(page, accept, 'k'.repeat(256))).status()).toBe(400);
  expect(await store.charges()).toEqual(kOriginal);

  const key = randomUUID();
  expect(await (await send(page, accept, key)).json()).toMatchObject({ status: 'accepted' });
  expect(await (await send(page, accept, key)).json(), 'asked again').toMatchObject({ status: 'accepted' });
  const reused = await send(page, { ...accept, price: { amount: 1, currency: 'GBP' } }, key);
  expect(reused.status()).toBe(409);
  expect(await reused.json()).toMatchObject({ error: { code: 'key_reused' } });
  const again = await send(page, accept);
  expect(await again.json(), 'a ticket that has been used').toEqual({ status: 'unavailable', reason: 'accepted' });
  expect(await store.charges()).toEqual([...kOriginal, { amount: 2400, state: 'succeeded' }]);
});

test('an offer that the server would not make cannot be bought', async ({ page, shopper, store }) => {
  await shopper.reachOffer();
  const accept = await honest(page);
  for (const offer of ['scraper-after-board', 'guards-with-set', 'no-such-offer']) {
    expect(await (await send(page, { ...accept, offer })).json(), offer).toMatchObject({ status: 'unavailable' });
  }
  expect(await store.charges()).toEqual(kOriginal);
});

test('an invalid bump is left out, and the order is paid', async ({ page, shopper, store }) => {
  await shopper.choose('knife-set');
  await shopper.fillIn();
  await page.locator('form.pay').evaluate((form) => {
    const field = document.createElement('input');
    field.type = 'hidden';
    field.name = 'bump';
    field.value = 'wax-with-board';
    form.append(field);
  });
  await shopper.pay();
  await expect(shopper.total).toHaveText('£120.00');
  await expect(page.getByRole('status').first()).toContainText('It was left out, and you did not pay for it.');
  expect(await store.orders()).toEqual([{ offers: [], total: 12000, lines: ['1 knife-set'] }]);
});
