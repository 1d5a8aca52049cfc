/**
 * @file The native endpoint and this one answer the same requests with the same bytes, but for random ids and times.
 *
 * The native program knows orders from tickets, this one from the shop; so each case gives both the same order.
 */
import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { after, before, describe, it } from 'node:test';
import Database from 'better-sqlite3';
import { acceptBody, claimsOf, jws, kBook, kSecret, Shop } from './shop.js';

const kProgram = fileURLToPath(new URL('../../../build/native/aftermint', import.meta.url));
const kHeader = { alg: 'HS256', typ: 'JWT' };
const kEventKey = 'an-event-key-of-at-least-32-bytes!!';

interface Step {
  method?: string;
  path?: string;
  key?: string;
  body?: unknown;
  /** Instead of the order's ticket in the header; empty: none. */
  ticket?: string;
  /** Of the answer: replaces `$URL` in the path of later steps. */
  keepsUrl?: true;
}

interface Case {
  name: string;
  method?: string;
  paidAgoMs?: number;
  steps: (order: string, ticket: string) => Step[];
}

const accept = (order: string, ticket: string, key: string, changes: object = {}): Step => ({
  key,
  body: { ...acceptBody(order, ticket), ...changes },
});
const ask = (key: string): Step => ({ method: 'GET', path: `/offers/accept?key=${key}` });
const undo = (order: string, ticket: string, key: string, changes: object = {}): Step => ({
  path: '/offers/accept/undo',
  body: { order, offer: 'rack-offer', ticket, key, ...changes },
});

const cases: Case[] = [
  {
    name: 'accept, repeat, ask, undo, undo again',
    steps: (o, t) => [
      accept(o, t, `${o}-1`),
      accept(o, t, `${o}-1`),
      ask(`${o}-1`),
      accept(o, t, `${o}-2`),
      undo(o, t, `${o}-1`),
      undo(o, t, `${o}-1`),
      ask(`${o}-1`),
      accept(o, t, `${o}-1`),
    ],
  },
  {
    name: 'two items share a price, in the language of the page',
    steps: (o, t) => [
      accept(o, t, `${o}-1`, { offer: 'care-offer', price: { amount: 5000, currency: 'GBP' }, locale: 'de-AT' }),
    ],
  },
  {
    name: 'other prices, currencies and offers',
    steps: (o, t) =>
      [
        { price: { amount: 2999, currency: 'GBP' } },
        { price: { amount: 0, currency: 'GBP' } },
        { price: { amount: 3000, currency: 'EUR' } },
        { price: { amount: 3000, currency: 'x' } },
        { offer: 'none' },
        { offer: 'not an id' },
        { offer: 'stone-bump' },
        { locale: 'xx-nonsense-of-a-locale' },
      ].map((changes, index) => accept(o, t, `${o}-${index}`, changes)),
  },
  {
    name: 'bodies that cannot be used',
    steps: (o, t) =>
      [
        { card: '4242' },
        { price: { amount: 30.5, currency: 'GBP' } },
        { price: { amount: -1, currency: 'GBP' } },
        { price: { amount: 1_000_000_000_001, currency: 'GBP' } },
        { price: { amount: 3000 } },
        { price: { amount: 3000, currency: 'GBPX' } },
        { price: { amount: 3000, currency: 'GBP', tax: 1 } },
        { price: [] },
        { price: null },
        { offer: null },
        { offer: 7 },
        { offer: '' },
        { order: 'é'.repeat(33) },
        { ticket: 'x'.repeat(8193) },
        { consent: 'yes' },
        { shown: { html: 'x' } },
        { shown: 'x' },
        { shown: { headline: 'x'.repeat(1001) } },
        { visitor: 1 },
      ].map((changes) => accept(o, t, `${o}-1`, changes)),
  },
  {
    name: 'texts that are no bodies, keys that are no keys',
    steps: (o, t) => [
      ...[
        '',
        '{',
        '[]',
        'null',
        '"x"',
        '{"shown":{"headline":"\\ud800"}}',
        '{"a":1,"a":2}',
        '{"price":{"amount":1,"\\u0061mount":2}}',
        '{} {}',
        '\0{}',
      ].map((body) => ({ key: `${o}-1`, body })),
      accept(o, t, ''),
      accept(o, t, 'a b'),
      accept(o, t, 'k'.repeat(256)),
      { method: 'GET', path: '/offers/accept' },
      { method: 'GET', path: '/offers/accept?key=a%20b' },
      ask('never-sent'),
      undo(o, t, 'never-sent'),
      undo(o, t, 'x', { extra: 1 }),
      undo(o, t, ''),
    ],
  },
  {
    name: 'a key without a ticket of its order',
    steps: (o, t) => [
      accept(o, t, `${o}-1`),
      { ...ask(`${o}-1`), ticket: '' },
      { ...ask(`${o}-1`), ticket: 'a.b.c' },
      { ...ask(`${o}-1`), ticket: jws(kHeader, claimsOf('other', Date.now())) },
      { ...ask('never-sent'), ticket: '' },
      { ...ask(`${o}-1`), ticket: jws(kHeader, claimsOf(o, Date.now() - 901_000)) },
    ],
  },
  {
    name: 'integers that are not written as integers',
    steps: (o, t) => [
      ...['3000.0', '3e3', '3.0E+3', '-0', '03000', '3000.'].map((amount) => ({
        key: `${o}-1`,
        body: JSON.stringify(acceptBody(o, t)).replace('"amount":3000', `"amount":${amount}`),
      })),
      ...[
        '"exp":9e9',
        '"exp":9000000000.0',
        '"total":12000.0',
        '"total":-0',
        '"more":1.5',
        '"text":"1.0 -0 \\"2.5"',
      ].map((claim) => {
        const claims = JSON.stringify({ ...claimsOf(o, Date.now()), [/"(\w+)"/.exec(claim)![1]!]: undefined });
        return accept(o, jws(kHeader, `{${claim},${claims.slice(1)}`), `${o}-2`);
      }),
    ],
  },
  {
    name: 'a key with another body',
    steps: (o, t) => [accept(o, t, `${o}-1`), accept(o, t, `${o}-1`, { price: { amount: 2999, currency: 'GBP' } })],
  },
  {
    name: 'a card that is declined',
    method: 'ok_then_declined',
    steps: (o, t) => [accept(o, t, `${o}-1`), ask(`${o}-1`), undo(o, t, `${o}-1`), accept(o, t, `${o}-1`)],
  },
  {
    name: 'a payment that takes a moment',
    method: 'ok_then_processing',
    steps: (o, t) => [accept(o, t, `${o}-1`), ask(`${o}-1`), undo(o, t, `${o}-1`)],
  },
  { name: 'a payment that cannot be charged again', method: 'ok_once', steps: (o, t) => [accept(o, t, `${o}-1`)] },
  {
    name: 'an order whose time is over',
    paidAgoMs: 7_300_000,
    steps: (o, t) => [accept(o, t, `${o}-1`), ask(`${o}-1`)],
  },
  {
    name: 'a bank that asks, and a shopper who confirms',
    method: 'ok_then_action',
    steps: (o, t) => [
      { ...accept(o, t, `${o}-1`), keepsUrl: true },
      ask(`${o}-1`),
      undo(o, t, `${o}-1`),
      { path: '$URL', body: 'answer=perhaps' },
      { path: '$URL', body: 'answer=confirm' },
      ask(`${o}-1`),
    ],
  },
  {
    name: 'a bank that asks, and a shopper who cancels',
    method: 'ok_then_action',
    steps: (o, t) => [
      { ...accept(o, t, `${o}-1`), keepsUrl: true },
      { path: '$URL', body: 'answer=abandon' },
      ask(`${o}-1`),
    ],
  },
  {
    name: 'tickets that are not valid',
    steps: (o, t) => {
      const claims = claimsOf(o, Date.now());
      const [head, body, signature] = t.split('.') as [string, string, string];
      const none = Buffer.from('{"alg":"none"}').toString('base64url');
      return [
        `${none}.${body}.`,
        `${none}.${body}.${signature}`,
        `${head}.${body}`,
        'abc',
        jws(kHeader, claims, 'another-key-of-at-least-32-bytes!!!'),
        jws(kHeader, { ...claims, iss: 'elsewhere' }),
        jws(kHeader, { ...claims, sub: 'other' }),
        jws(kHeader, { ...claims, jti: undefined }),
        jws(kHeader, { ...claims, total: 1_000_000_000_001 }),
        jws(kHeader, { ...claims, lines: [{ product: 'knife', quantity: 0, price: 1 }] }),
      ].map((ticket) => accept(o, ticket, `${o}-1`));
    },
  },
  {
    name: 'a ticket that has ended',
    steps: (o) => [accept(o, jws(kHeader, claimsOf(o, Date.now() - 901_000)), `${o}-1`)],
  },
];

/** An answer without what is random: ids, times, and the host of a link. */
const plain = (text: string): string =>
  text
    .replace(/rc_[0-9a-f]{32}/g, 'rc_ID')
    .replace(/"undoUntil":"[^"]+"/g, '"undoUntil":"TIME"')
    .replace(/ch_[0-9a-f]{32}/g, 'ch_ID');

interface Program {
  child: ChildProcess;
  url: string;
}

async function start(...args: string[]): Promise<Program> {
  const env = { ...process.env, AFTERMINT_SIGNING_KEY: kSecret, AFTERMINT_EVENT_KEYS: kEventKey };
  const child = spawn(kProgram, ['serve', '--port', '0', ...args], { env, stdio: ['ignore', 'pipe', 'ignore'] });
  let out = '';
  for await (const chunk of child.stdout!) {
    out += String(chunk);
    const url = /Aftermint is serving (\S+)/.exec(out)?.[1];
    if (url) return { child, url: url.replace(/\/$/, '') };
  }
  throw new Error(`aftermint serve ended: ${out}`);
}

const skip = existsSync(kProgram) ? false : 'the native program is not built: `npm run build`';
if (skip) console.log(`SKIPPED: ${skip}`);

describe('the native endpoint and this one', { skip }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'aftermint-parity-'));
  let native: Program;
  let shop: Shop;
  before(async () => {
    writeFileSync(join(folder, 'book.json'), JSON.stringify(kBook));
    native = await start(
      '--book',
      join(folder, 'book.json'),
      '--store',
      `sqlite:${join(folder, 's.sqlite')}`,
      '--payments',
      'sandbox',
    );
    shop = await Shop.open({ now: Date.now, collector: { url: `${native.url}/events`, key: kEventKey } });
    Object.defineProperty(shop, 'now', { get: Date.now }); // the clock of its bank
  });
  after(() => {
    native?.child.kill();
    rmSync(folder, { recursive: true, force: true });
  });

  for (const [index, { name, method = 'ok', paidAgoMs = 0, steps }] of cases.entries()) {
    it(`answer alike: ${name}`, async () => {
      const order = `case-${index}`;
      const paidAt = Date.now() - paidAgoMs;
      shop.orders.put({ id: order, method, paidAt });
      const ticket = jws(kHeader, claimsOf(order, Date.now(), { method, paid_at: Math.floor(paidAt / 1000) }));
      const urls = { native: '', own: '' };
      for (const [number, step] of steps(order, ticket).entries()) {
        const { method: verb = 'POST', path = '/offers/accept', key, body, keepsUrl } = step;
        const token = step.ticket ?? ticket;
        const headers = {
          ...(token && { 'aftermint-ticket': token }),
          ...(key !== undefined && { 'idempotency-key': key }),
        };
        const form = path === '$URL' ? { 'content-type': 'application/x-www-form-urlencoded' } : {};
        const text = typeof body === 'string' || body === undefined ? body : JSON.stringify(body);
        const init = {
          method: verb,
          headers: { ...headers, ...form },
          redirect: 'manual' as const,
          ...(text !== undefined && { body: text }),
        };
        const theirs = await fetch(native.url + path.replace('$URL', urls.native), init);
        const theirText = await theirs.text();
        const ours = await shop.send(verb, path.replace('$URL', urls.own), init);
        const what = `step ${number}: ${verb} ${path} ${text ?? ''}`.slice(0, 300);
        assert.equal(`${ours.status} ${plain(ours.text)}`, `${theirs.status} ${plain(theirText)}`, what);
        assert.equal(ours.headers.get('content-type'), theirs.headers.get('content-type'), what);
        assert.equal(ours.headers.get('cache-control'), theirs.headers.get('cache-control'), what);
        if (keepsUrl) Object.assign(urls, { native: JSON.parse(theirText).url, own: ours.json.url });
      }
    });
  }

  it('deliver events to the collector, which counts them, and forward those of pages', async () => {
    shop.orders.put({ id: 'events-1', paidAt: Date.now() });
    assert.equal((await shop.accept('events-1', 'events-1')).json.status, 'accepted');
    const { events } = shop.aftermint;
    await events.order({ order: 'events-1', amount: 15000, currency: 'GBP', visitor: 'v-1', buyer: 'first' });
    await events.refund({ order: 'events-1', refund: 're_1', amount: 500, currency: 'GBP', reason: 'return' });
    await events.refund({ order: 'events-1', refund: 're_1', amount: 500, currency: 'GBP', reason: 'return' });
    assert.deepEqual(await shop.store.waitingEvents(10), []);
    const kept = new Database(join(folder, 's.sqlite'), { readonly: true });
    const rows = kept.prepare("SELECT key, trusted FROM events WHERE order_id = 'events-1' ORDER BY key").all();
    kept.close();
    assert.deepEqual(rows, [
      { key: 'events-1/-/-/order', trusted: 1 },
      { key: 'events-1/-/-/refund/re_1', trusted: 1 },
      { key: 'events-1/rack-offer/post_purchase/accept', trusted: 1 },
    ]);
    const page = [
      {
        specversion: '1.0',
        id: 'p-1',
        source: '/checkout',
        type: 'aftermint.exposure',
        data: { key: 'x/rack-offer/post_purchase/exposure', offer: 'rack-offer', placement: 'post_purchase' },
      },
    ];
    const said = await shop.send('POST', '/events', { body: page, headers: { 'content-type': 'text/plain' } });
    assert.deepEqual([said.status, said.json], [200, { stored: ['p-1'] }]);
    const wrong = await shop.send('POST', '/events', { body: '[', headers: { 'content-type': 'text/plain' } });
    assert.deepEqual([wrong.status, wrong.json.error.code], [400, 'batch_invalid']);
    assert.equal(
      (await shop.send('POST', '/events', { body: '[]', headers: { 'content-type': 'image/png' } })).status,
      415,
    );
    await assert.rejects(events.order({ order: 'events-1', amount: 1.5, currency: 'GBP' }), TypeError);
  });

  it('count a bundle where it was shown', async () => {
    const shown = (type: string, id: string) => ({
      specversion: '1.0',
      id,
      source: '/products/knife',
      type: `aftermint.${type}`,
      data: {
        key: `-/care-bundle/product_page/${type}`,
        offer: 'care-bundle',
        placement: 'product_page',
        visitor: 'v-bundle',
        currency: 'GBP',
        ...(type === 'assignment' && { holdout: false, arms: [] }),
      },
    });
    const body = [shown('assignment', 'b-1'), shown('exposure', 'b-2')];
    const said = await shop.send('POST', '/events', { body, headers: { 'content-type': 'text/plain' } });
    assert.deepEqual(said.json, { stored: ['b-1', 'b-2'] });
    const lines = [
      { product: 'knife', quantity: 1, price: 11600, offer: 'care-bundle' },
      { product: 'oil', quantity: 1, price: 900, offer: 'care-bundle' },
    ];
    const order = { order: 'bundle-1', amount: 12500, currency: 'GBP', visitor: 'v-bundle', lines };
    await shop.aftermint.events.order(order);
    const answer = await fetch(`${native.url}/results?by=placement`);
    const { groups } = (await answer.json()) as { groups: { placement: string; arms: Record<string, unknown>[] }[] };
    const [arm] = groups.find(({ placement }) => placement === 'product_page')?.arms ?? [];
    assert.deepEqual([arm?.name, arm?.assigned, arm?.accepted, arm?.gross], ['offered', 1, 1, 12500]);
  });
});
