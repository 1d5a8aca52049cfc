// The accept endpoint as an installed package, by the documents: every block of docs/server.md runs.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer as createCollector } from 'node:http';
import { createServer } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { at, node } from '../../scripts/lib/project.mjs';
import { Project } from './lib/project.mjs';

const kSecret = 'a-signing-key-of-at-least-32-bytes!';
const text = readFileSync(at('docs/server.md'), 'utf8');
const blocks = new Map(
  [...text.matchAll(/^```js\n\/\/ (\w+\.mjs)(.*?)^```$/gms)].map(([, name, code]) => [name, code]),
);
const page = { headline: 'A sharpener', price: '£24.00', accept: 'Pay now' };

let project;
before(async () => {
  project = await Project.make();
  for (const name of ['better-sqlite3', 'express', 'fastify', 'hono', 'stripe']) project.lend(name);
  mkdirSync(project.at('server'));
  for (const [name, code] of blocks) writeFileSync(project.at('server', name), `//${code}`);
  writeFileSync(project.at('server/book.json'), readFileSync(project.at('public/book.json')));
});
after(() => project?.remove());

/** A port that is free now. */
const freePort = () =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

/** Runs a script in the shop's folder until its end, and gives what it prints. */
async function run(script, env = {}) {
  const child = spawn(node, ['--input-type=module', '-e', script], {
    cwd: project.at('server'),
    env: { ...process.env, AFTERMINT_SIGNING_KEY: kSecret, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let out = '';
  let errors = '';
  child.stdout.on('data', (chunk) => (out += chunk));
  child.stderr.on('data', (chunk) => (errors += chunk));
  const code = await new Promise((resolve) => child.on('close', resolve));
  assert.equal(code, 0, errors);
  return out;
}

/** What each script begins with: an order, its offer, and a walk from the accept to the undo by `send`. */
const prelude = `
  import { aftermint, read, write } from './shop.mjs';
  const order = (id) => {
    const lines = [{ product: 'knife-set', quantity: 1, price: 12000 }];
    write({ id, currency: 'GBP', total: 12000, paidAt: Date.now(), method: 'ok', visitor: 'v-1', locale: 'en-GB', lines });
    return read(id);
  };
  const offerOf = (engine, paid) => engine.decide({
    placement: 'post_purchase', time: new Date().toISOString(), locale: 'en-GB',
    order: { ...paid, status: 'paid', paidAt: new Date(paid.paidAt).toISOString(), lines: paid.lines, method: undefined, visitor: undefined, locale: undefined },
    visitor: { id: 'v-1' }, platform: { oneClick: { allowed: true } }, page: { url: '/' } });
  import { load } from 'aftermint/node';
  import { readFileSync } from 'node:fs';
  const engine = await load({ book: readFileSync('book.json', 'utf8') });
  const walk = async (id, send) => {
    const paid = order(id);
    const { offer, price } = offerOf(engine, paid);
    if (!offer) throw new Error('the demo book makes no offer');
    const ticket = aftermint.ticket.sign(paid);
    const body = { order: id, offer, price: { amount: price.amount, currency: 'GBP' }, ticket, shown: ${JSON.stringify(page)} };
    const post = { method: 'POST', headers: { 'content-type': 'application/json', 'idempotency-key': 'k-' + id } };
    const said = [];
    said.push(await send('', { ...post, body: JSON.stringify(body) }));
    said.push(await send('?key=k-' + id, { headers: { 'aftermint-ticket': ticket } }));
    const undo = { order: id, offer, ticket, key: 'k-' + id };
    said.push(await send('/undo', { ...post, body: JSON.stringify(undo) }));
    const statuses = [];
    for (const response of said) statuses.push((await response.json()).status);
    const lines = read(id).lines.length;
    console.log([...statuses, lines].join(' '));
  };
`;

describe('docs/server.md', () => {
  it('has its blocks, and an example of Express with fewer than 25 lines that a team writes by hand', () => {
    assert.deepEqual(
      [...blocks.keys()],
      ['shop.mjs', 'express.mjs', 'http.mjs', 'fastify.mjs', 'hono.mjs', 'next.mjs', 'remix.mjs', 'more.mjs'],
    );
    assert.equal([...text.matchAll(/^```js$/gm)].length, blocks.size);
    // What a team has already: its database, its orders and its application.
    const own =
      /better-sqlite3|new Database|CREATE TABLE|export const (read|write)|const sum|import express|express\(\)|app\.listen|readFileSync }/;
    const lines = `${blocks.get('shop.mjs')}${blocks.get('express.mjs')}`
      .split('\n')
      .filter((line) => line.trim() && !own.test(line));
    assert.ok(lines.length < 26, `${lines.length} lines`);
  });

  for (const name of ['express', 'http', 'fastify']) {
    it(`runs ${name}.mjs from accept to undo`, async () => {
      const port = await freePort();
      const script = `${prelude}
        await import('./${name}.mjs');
        const base = 'http://127.0.0.1:${port}';
        for (;;) { try { await fetch(base); break; } catch {} }
        await walk('${name}', (target, init) => fetch(base + '/offers/accept' + target, init));
        process.exit(0);`;
      assert.equal(await run(script, { PORT: String(port) }), 'accepted accepted undone 1\n');
    });
  }

  it('runs hono.mjs, next.mjs and remix.mjs from accept to undo', async () => {
    const script = `${prelude}
      const { default: app } = await import('./hono.mjs');
      const next = await import('./next.mjs');
      const remix = await import('./remix.mjs');
      const request = (target, init) => new Request('http://shop.example/offers/accept' + target, init);
      await walk('hono', async (target, init) => app.fetch(request(target, init)));
      await walk('next', (target, init) => next[init.method ?? 'GET'](request(target, init)));
      await walk('remix', (target, init) => (init.method ? remix.action : remix.loader)({ request: request(target, init) }));
      process.exit(0);`;
    assert.equal(await run(script, { PORT: '0' }), 'accepted accepted undone 1\n'.repeat(3));
  });

  it('sends the events of docs/server-events.md to the collector of the environment', async () => {
    const [, code] = /^```js\n(.*?)^```$/ms.exec(readFileSync(at('docs/server-events.md'), 'utf8'));
    writeFileSync(project.at('server/events.mjs'), code);
    const sent = [];
    const collector = createCollector(async (request, response) => {
      let body = '';
      for await (const part of request) body += part;
      sent.push(...JSON.parse(body).map(({ type, data }) => [type, data.order, data.amount]));
      response.end('{"refused":[]}');
    });
    await new Promise((done) => collector.listen(0, '127.0.0.1', done));
    const env = {
      AFTERMINT_COLLECTOR: `http://127.0.0.1:${collector.address().port}/events`,
      AFTERMINT_EVENT_KEYS: 'a-key-of-events-of-at-least-32-bytes',
    };
    try {
      await run(`${prelude} order('1001'); await import('./events.mjs'); process.exit(0);`, env);
    } finally {
      collector.close();
    }
    assert.deepEqual(sent, [
      ['aftermint.order', '1001', 12000],
      ['aftermint.refund', '1001', 500],
    ]);
  });

  it('runs more.mjs', async () => {
    const out = await run(`${prelude} order('1001'); await import('./more.mjs'); process.exit(0);`);
    assert.match(out, /amount: \d+, currency: 'GBP'/);
    assert.match(
      out,
      /verdict: 'accepted',\n {2}offer: 'guards-with-set',\n {2}price: \{ amount: 1800, currency: 'GBP' \}/,
    );
    assert.match(out, /allowed: true/);
  });
});

describe('docs/stripe.md', () => {
  const stripeText = readFileSync(at('docs/stripe.md'), 'utf8');
  const codes = new Map(
    [...stripeText.matchAll(/^```js\n\/\/ (\w+\.mjs)(.*?)^```$/gms)].map(([, name, code]) => [name, `//${code}`]),
  );

  it('makes an endpoint and a webhook, which refuses what Stripe has not signed', async () => {
    assert.equal([...stripeText.matchAll(/^```js$/gm)].length, codes.size);
    writeFileSync(project.at('server/stripe.mjs'), codes.get('stripe.mjs'));
    const own = `
      import { readFileSync } from 'node:fs';
      import { memoryStore, processLock } from 'aftermint/server';
      export const book = readFileSync('book.json', 'utf8');
      export const orders = { lock: processLock(), find: async () => null, addLines: async () => true, removeLines: async () => {} };
      export const [secret, store] = [process.env.AFTERMINT_SIGNING_KEY, memoryStore({ quiet: true })];
      export const stripeOptions = { host: '127.0.0.1', port: 1, protocol: 'http', maxNetworkRetries: 0 };`;
    writeFileSync(project.at('server/own.mjs'), own);
    const script = `
      const { aftermint, webhook } = await import('./stripe.mjs');
      console.log((await webhook(new Request('http://shop.example/', { method: 'POST', body: '{}' }))).status);
      const paid = { method: 'pi_1', currency: 'GBP', paidAt: Date.now() };
      console.log(await aftermint.capability(paid).catch(({ name }) => name));`;
    const out = await run(script, { STRIPE_KEY: 'sk_test_x', STRIPE_WEBHOOK_SECRET: 'whsec_x' });
    assert.equal(out, '400\nPaymentUnknown\n');
  });
});

describe('aftermint/server', () => {
  it('shares its errors with aftermint/node', async () => {
    const modules = await Promise.all(
      ['server', 'node'].map(
        (name) => import(pathToFileURL(project.at(`node_modules/aftermint/dist/${name}.mjs`)).href),
      ),
    );
    const [{ createAftermint, memoryStore, sandbox }, { RefusedInput }] = modules;
    const rest = { secret: kSecret, orders: {}, payments: sandbox(), store: memoryStore({ quiet: true }) };
    await assert.rejects(createAftermint({ book: '{}', ...rest }), RefusedInput);
    await assert.rejects(createAftermint({ book: '{}', ...rest, secret: 'short' }), TypeError);
  });
});
