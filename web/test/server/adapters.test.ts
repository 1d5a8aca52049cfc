/** @file The endpoint in servers that do not use Request and Response. */
import assert from 'node:assert/strict';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, it } from 'node:test';
import express from 'express';
import Fastify from 'fastify';
import { acceptBody, Shop } from './shop.js';

/** Runs a listener on a free port. */
async function onPort<T>(listener: RequestListener, work: (url: string) => Promise<T>): Promise<T> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    return await work(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}

async function shopWithOrder(): Promise<Shop> {
  const shop = await Shop.open();
  shop.orders.put({ id: '1001' });
  return shop;
}

/** Accepts, asks and undoes over HTTP. */
async function walk(shop: Shop, url: string): Promise<void> {
  const ticket = shop.ticket('1001');
  const headers = { 'content-type': 'application/json', 'idempotency-key': 'k-1' };
  const accept = await fetch(`${url}/offers/accept`, {
    method: 'POST',
    headers,
    body: JSON.stringify(acceptBody('1001', ticket)),
  });
  const said = (await accept.json()) as { status: string; order: object };
  assert.equal(said.status, 'accepted');
  const ask = await fetch(`${url}/offers/accept?key=k-1`, { headers: { 'aftermint-ticket': ticket } });
  assert.deepEqual(await ask.json(), said);
  const body = JSON.stringify({ order: '1001', offer: 'rack-offer', ticket: shop.ticket('1001'), key: 'k-1' });
  const undo = await fetch(`${url}/offers/accept/undo`, { method: 'POST', headers, body });
  assert.equal(((await undo.json()) as { status: string }).status, 'undone');
  const book = await fetch(`${url}/book.json`);
  assert.equal(((await book.json()) as { id: string }).id, 'test');
  const large = await fetch(`${url}/offers/accept`, { method: 'POST', headers, body: 'x'.repeat(20_000) });
  assert.ok([400, 413].includes(large.status), String(large.status));
}

describe('the adapters', () => {
  it('serve node:http, and answer 404 elsewhere', async () => {
    const shop = await shopWithOrder();
    await onPort(shop.aftermint.node, async (url) => {
      await walk(shop, url);
      assert.equal((await fetch(`${url}/other`)).status, 404);
    });
  });

  for (const place of ['before', 'after'] as const) {
    it(`serve Express ${place} express.json(), and leave other routes to it`, async () => {
      const shop = await shopWithOrder();
      const app = express();
      if (place === 'before') app.use(shop.aftermint.node);
      app.use(express.json());
      if (place === 'after') app.use(shop.aftermint.node);
      app.post('/other', (request, response) => void response.json(request.body));
      app.use(
        ((_error, _request, response, _next) => void response.sendStatus(400)) satisfies express.ErrorRequestHandler,
      );
      await onPort(app, async (url) => {
        await walk(shop, url);
        const headers = { 'content-type': 'application/json' };
        const other = await fetch(`${url}/other`, { method: 'POST', headers, body: '{"a":1}' });
        assert.deepEqual(await other.json(), { a: 1 });
      });
    });
  }

  it('serve Fastify, and leave its own parsers alone', async () => {
    const shop = await shopWithOrder();
    const app = Fastify();
    await app.register(shop.aftermint.fastify);
    app.post('/other', async (request) => request.body);
    const url = await app.listen({ port: 0, host: '127.0.0.1' });
    try {
      await walk(shop, url);
      const headers = { 'content-type': 'application/json' };
      const other = await fetch(`${url}/other`, { method: 'POST', headers, body: '{"a":1}' });
      assert.deepEqual(await other.json(), { a: 1 });
    } finally {
      await app.close();
    }
  });

  it('deliver events again that nobody took, and none that the collector refuses', async () => {
    const failing = { times: 2, bodies: [] as string[] };
    const shop = await Shop.open({
      collector: { url: 'http://collector.example/events', key: 'an-event-key-of-at-least-32-bytes!!' },
      fetch: async (_url, init) => {
        failing.bodies.push(String(init?.body));
        if (failing.times-- > 0) return new Response('busy', { status: 503 });
        const events = JSON.parse(String(init?.body)) as { id: string; data: { amount: number } }[];
        const bad = events.filter(({ data }) => data.amount === 13);
        if (bad.length === events.length)
          return Response.json({ ok: false, error: { code: 'batch_invalid' } }, { status: 400 });
        return Response.json({ stored: [], refused: bad.map(({ id }) => ({ id, message: 'bad luck' })) });
      },
    });
    const { events } = shop.aftermint;
    await events.order({ order: '1', amount: 12, currency: 'GBP' });
    await events.order({ order: '2', amount: 13, currency: 'GBP' });
    assert.equal((await shop.store.waitingEvents(9)).length, 2);
    await shop.aftermint.reconcile();
    assert.equal((await shop.store.waitingEvents(9)).length, 0);
    await events.order({ order: '3', amount: 13, currency: 'GBP' });
    assert.equal((await shop.store.waitingEvents(9)).length, 0, 'refused for good');
    assert.equal(failing.bodies[0], failing.bodies[1]!.replace(/,\{[^[]*\]$/, ']'), 'the same ids');
  });

  it('reconcile on a clock until they are stopped', async () => {
    const shop = await shopWithOrder();
    let passes = 0;
    const { listSince } = shop.bank;
    const passed = new Promise<void>((resolve) => {
      shop.bank.listSince = async (since) => {
        if (++passes === 3) resolve();
        return listSince!(since);
      };
    });
    const stop = shop.aftermint.reconcileEvery(1);
    const keepAlive = setInterval(() => undefined, 1000); // its own timer does not
    await passed;
    stop();
    clearInterval(keepAlive);
  });
});
