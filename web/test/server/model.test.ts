/** @file Whatever two servers, their provider and their clocks do: ledger, order, accepts and events agree at the end. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createAftermint, PaymentUnknown } from '../../src/server/index.js';
import {
  badLine,
  badOrders,
  badReceiver,
  badStore,
  kPrice,
  LineFault,
  type MakeServer,
  run,
  type Server,
  World,
} from './model.js';
import { acceptBody, engine, kBook, kSecret, silent } from './shop.js';

/** The endpoint of the package. */
const real: MakeServer = async (world, process) => {
  const aftermint = await createAftermint({
    book: kBook,
    engine: await engine(),
    secret: kSecret,
    orders: badOrders(world, process),
    payments: badLine(world, process),
    store: badStore(world, process),
    onEvent: badReceiver(world, process),
    now: () => world.clockOf(process),
    log: silent,
  });
  const ticket = () => {
    // Signed when the page was loaded, by the clock of the shop, for the order as it is there.
    const order = structuredClone(world.shop.orders.get(world.order)!);
    return aftermint.ticket.sign({ ...order, total: order.total });
  };
  const send = async (method: string, target: string, headers: Record<string, string>, body?: object) => {
    const init = { method, headers, ...(body && { body: JSON.stringify(body) }) };
    const response = await aftermint.handler(new Request(`http://shop.example/offers/accept${target}`, init));
    if (response.status === 500) throw new Error(`the handler answers 500 to ${method} ${target}`);
    const said = (await response.json()) as { status?: string };
    return said.status ?? 'refused';
  };
  return {
    accept: (key) => send('POST', '', { 'idempotency-key': key }, acceptBody(world.order, ticket(), kPrice)),
    ask: (key) => send('GET', `?key=${key}`, { 'aftermint-ticket': ticket() }),
    undo: (key) => send('POST', '/undo', {}, { order: world.order, offer: 'rack-offer', ticket: ticket(), key }),
    reconcile: async () => {
      await aftermint.reconcile();
    },
    outcomes: () => world.store.ofOrder(world.order),
  };
};

/** How a naive endpoint differs from a sound one. Each is what one would write at first. */
type Naive =
  /** Each click is charged under a key of its own. */
  | 'key by click'
  /** Its start deletes intents without a charge. */
  | 'drops at start'
  /** Its pass closes intents without a charge, even if another server is charging them. */
  | 'no lease'
  /** It adds the lines without looking whether they are there. */
  | 'adds again';

function naive(how: Naive, table: Map<string, string>): MakeServer {
  return (world, process): Server => {
    const provider = badLine(world, process);
    const orders = badOrders(world, process);
    const take = async (key: string, state: string, id: string): Promise<string> => {
      if (state !== 'succeeded') return 'processing';
      const has = (await orders.find(world.order))?.lines.some(({ accept }) => accept === key);
      if (!has || how === 'adds again') {
        const line = { product: 'rack', quantity: 1, price: kPrice, offer: 'rack-offer', accept: key };
        await orders.addLines(world.order, [line]);
      }
      if (table.get(key) !== 'charging') return 'accepted'; // "it was committed before"
      table.set(key, 'accepted');
      const data = { key: `${world.order}/accept`, order: world.order, amount: kPrice, currency: 'GBP' };
      const event = {
        specversion: '1.0',
        id,
        source: '/server',
        type: 'aftermint.accept',
        time: '',
        subject: '',
        data,
      } as const;
      world.events.set(event.data.key, event);
      return 'accepted';
    };
    const query = (key: string) => ({ key, reference: world.order, method: 'ok', since: 0 });
    return {
      async accept(key) {
        const used = how === 'key by click' ? `${key}-${world.random()}` : key;
        if (!table.has(used)) {
          const isTaken = [...table.values()].some((state) => state !== 'expired');
          if (isTaken && how !== 'key by click') return 'unavailable';
          table.set(used, 'charging');
        }
        await world.step(process);
        if (table.get(used) !== 'charging') return table.get(used) ?? 'unknown';
        try {
          const request = { key: used, reference: world.order, amount: kPrice, currency: 'GBP', method: 'ok' };
          const { state, id } = await provider.charge(request);
          return await take(used, state, id);
        } catch (error) {
          if (error instanceof PaymentUnknown) return 'processing';
          throw error;
        }
      },
      ask: async (key) => table.get(key) ?? 'unknown',
      undo: async () => 'undo_closed',
      async reconcile() {
        for (const [key, state] of [...table]) {
          if (state !== 'charging') continue;
          try {
            const charge = await provider.find(query(key));
            if (charge) await take(key, charge.state, charge.id);
            else if (how === 'drops at start') table.delete(key);
            else if (how === 'no lease') table.set(key, 'expired');
          } catch (error) {
            if (!(error instanceof PaymentUnknown || error instanceof LineFault)) throw error;
          }
        }
      },
      outcomes: async () =>
        [...table].map(([key, state]) => ({ key, state: state === 'charging' ? 'expired' : state, amount: kPrice })),
    };
  };
}

describe('the model of two servers', () => {
  it('finds ledger, order, accepts and events in agreement', async () => {
    const seeds = process.env.AFTERMINT_ALL ? 5000 : 80;
    const ends = new Map<string, number>();
    for (let seed = 1; seed <= seeds; seed++) {
      const world = new World(seed);
      assert.equal(await run(world, real), '', `seed ${seed}`);
      for (const { state } of await world.store.ofOrder(world.order)) ends.set(state, (ends.get(state) ?? 0) + 1);
    }
    // The model reaches every end that an accept can have.
    for (const state of ['accepted', 'undone', 'declined', 'refunded', 'expired']) assert.ok(ends.get(state), state);
  });

  for (const how of ['key by click', 'drops at start', 'no lease', 'adds again'] as const) {
    it(`catches an endpoint that is naive: ${how}`, async () => {
      let fault = '';
      for (let seed = 1; seed <= 200 && fault === ''; seed++) fault = await run(new World(seed), naive(how, new Map()));
      assert.match(fault, /accepts|several|the shopper read/);
    });
  }
});
