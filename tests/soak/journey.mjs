// One shopper: basket, checkout, payment, an offer after payment, perhaps an undo, and the events of the pages.
import { setTimeout as pause } from 'node:timers/promises';
import { Plain } from '../../scripts/lib/project.mjs';

const patience = 120_000;
const cards = ['ok', 'ok', 'ok', 'ok', 'ok_then_declined', 'ok_then_processing', 'ok_once', 'declined'];
const final = new Set(['accepted', 'declined', 'undone', 'unavailable']);

const plainText = (text) =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

function valueIn(page, pattern) {
  const value = pattern.exec(page)?.[1];
  if (value === undefined) throw new Plain(`no ${pattern} in the page: ${page.slice(0, 400)}`);
  return plainText(value);
}

/** A browser that sends a request again until the shop answers. */
class Shopper {
  #cookies = new Map();
  constructor(base) {
    this.base = base;
  }

  async ask(path, init = {}) {
    const since = performance.now();
    for (let wait = 20; ; wait = Math.min(wait * 2, 1000)) {
      try {
        const answer = await fetch(this.base() + path, {
          redirect: 'manual',
          ...init,
          headers: { accept: 'text/html', 'sec-fetch-site': 'same-origin', ...this.#cookieHeader(), ...init.headers },
        });
        const text = await answer.text();
        this.#keep(answer.headers.getSetCookie());
        if (answer.status < 500) return { status: answer.status, text, location: answer.headers.get('location') };
      } catch (error) {
        if (error instanceof Plain) throw error;
      }
      if (performance.now() - since > patience) throw new Plain(`${path} has not been answered for two minutes`);
      await pause(wait);
    }
  }

  #cookieHeader() {
    return this.#cookies.size > 0 ? { cookie: [...this.#cookies].map((pair) => pair.join('=')).join('; ') } : {};
  }

  #keep(lines) {
    for (const line of lines) {
      const [name, ...value] = line.split(';')[0].split('=');
      this.#cookies.set(name, value.join('='));
    }
  }

  form(path, fields) {
    return this.ask(path, { method: 'POST', body: new URLSearchParams(fields) });
  }

  async json(path, body, headers = {}) {
    const answer = await this.ask(path, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { accept: 'application/json', 'content-type': 'application/json', ...headers },
    });
    return JSON.parse(answer.text);
  }
}

function eventOf(type, id, order, offer, placement) {
  const data = { key: `${order}/${offer}/${placement}/${type}`, offer, placement, order, visitor: `v-${id}`, arms: [] };
  return {
    specversion: '1.0',
    id: `${id}-${type}-${placement}`,
    source: '/page',
    type: `aftermint.${type}`,
    time: new Date().toISOString(),
    data: type === 'assignment' ? { ...data, before: 12000, holdout: false } : data,
  };
}

/** Posts events and adds the acknowledged ids to `acknowledged`. */
async function report(shopper, events, acknowledged) {
  const answer = await shopper.ask('/events', {
    method: 'POST',
    body: JSON.stringify(events),
    headers: { 'content-type': 'text/plain' },
  });
  if (answer.status !== 200) throw new Plain(`events were answered with ${answer.status}: ${answer.text}`);
  for (const id of JSON.parse(answer.text).stored) acknowledged.add(id);
}

async function takeOffer(shopper, { id, order, ticket, undoes }) {
  const key = `key-${id}`;
  const shown = { headline: 'A home for your knife', price: '£30.00', accept: 'Pay £30.00 now' };
  const price = { amount: 3000, currency: 'GBP' };
  const body = { order, offer: 'rack-offer', price, ticket, visitor: `v-${id}`, locale: 'en-GB', shown };
  let said = await shopper.json('/offers/accept', body, { 'idempotency-key': key });
  for (let tries = 0; !final.has(said.status) && tries < 600; ++tries) {
    await pause(100);
    // An intent that was never charged is `unknown`: the same accept is sent again.
    said =
      said.status === 'unknown'
        ? await shopper.json('/offers/accept', body, { 'idempotency-key': key })
        : JSON.parse(
            (await shopper.ask(`/offers/accept?key=${key}`, { headers: { 'aftermint-ticket': ticket } })).text,
          );
  }
  if (said.status === 'accepted' && undoes) {
    said = await shopper.json('/offers/accept/undo', { order, offer: 'rack-offer', ticket, key });
  }
  return said.status;
}

/** @returns what became of it: `order` (none: not paid) and `offer`, a status. */
export async function journey(base, id, random, acknowledged) {
  const shopper = new Shopper(base);
  await shopper.form('/cart', { product: 'knife', quantity: '1' });
  const card = cards[Math.floor(random() * cards.length)];
  const checkout = (await shopper.ask('/checkout')).text;
  const draft = JSON.parse(valueIn(checkout, / order="([^"]*)"/)).id;
  const seen = ['assignment', 'exposure'].map((type) => eventOf(type, id, draft, 'stone-bump', 'checkout'));
  await report(shopper, seen, acknowledged);
  const paid = await shopper.form('/pay', {
    ...{ name: 'Ada', email: 'ada@example.org', address: '1 Lane', card },
    ...(random() < 0.4 && { bump: 'stone-bump', 'bump-price': '2400' }),
    nonce: valueIn(checkout, /name="nonce" value="([^"]*)"/),
    cart: valueIn(checkout, /name="cart" value="([^"]*)"/),
  });
  const order = /^\/orders\/([^/]+)\/thanks$/.exec(paid.location ?? '')?.[1];
  if (!order) return { offer: 'none' };
  const thanks = (await shopper.ask(`/orders/${order}/thanks`)).text;
  const ticket = / ticket="([^"]*)"/.exec(thanks)?.[1];
  await report(shopper, [eventOf('exposure', id, order, 'rack-offer', 'post_purchase')], acknowledged);
  if (!ticket || random() < 0.4) return { order, offer: 'none' };
  return { order, offer: await takeOffer(shopper, { id, order, ticket: plainText(ticket), undoes: random() < 0.2 }) };
}
