/** @file Tests of accepts: one charge at most, whatever happens. */
import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { AcceptClient } from '../src/acceptClient.js';
import { safeStorage } from '../src/storage.js';
import { Ledger } from '../src/ledger.js';
import { Purchase, type PurchaseState } from '../src/purchase.js';
import { FakeStorage, seeded, settled } from './fakes.js';

type Reply = Record<string, unknown> | 'lost' | number;

const kOrder = { id: '1001', total: 14400, currency: 'GBP', lines: [] };
const kAccepted = { status: 'accepted', order: kOrder, undoUntil: '2026-11-23T10:15:00Z' };
const kDeal = { offer: 'sharpener', price: { amount: 2400, currency: 'GBP' } };

/** An accept endpoint as in docs/formats.md: one outcome per key, and a list of charges. */
class Server {
  readonly outcomes = new Map<string, Record<string, unknown>>();
  readonly charges: string[] = [];
  readonly posts: { key: string; body: Record<string, unknown> }[] = [];
  asked = 0;
  /** The outcome of the next payment. */
  outcome: Record<string, unknown> = kAccepted;
  /** What happens to an answer on its way. The server has done its work in any case. */
  deliver: (request: 'post' | 'get' | 'undo', done: Record<string, unknown>) => Reply = (_, done) => done;
  /** Whether requests reach the server. */
  isReachable = true;
  hold: Promise<void> | null = null;

  fetch = async (url: string, init: RequestInit = {}): Promise<Response> => {
    await this.hold;
    if (!this.isReachable) throw new TypeError('network');
    const [path = '', query = ''] = url.split('?');
    const kind = path.endsWith('/undo') ? 'undo' : init.method === 'POST' ? 'post' : 'get';
    const reply = this.deliver(kind, this.answer(kind, query, init));
    if (reply === 'lost') throw new TypeError('network');
    if (typeof reply === 'number') return new Response('{"ok":false}', { status: reply });
    return new Response(JSON.stringify(reply));
  };

  private answer(kind: string, query: string, init: RequestInit): Record<string, unknown> {
    if (kind === 'get') {
      this.asked++;
      return this.outcomes.get(decodeURIComponent(query.replace('key=', ''))) ?? { status: 'unknown' };
    }
    const body = JSON.parse(String(init.body)) as Record<string, unknown>;
    if (kind === 'undo') {
      const key = String(body.key);
      if (this.outcomes.get(key)?.status === 'accepted') this.outcomes.set(key, { status: 'undone', order: kOrder });
      return this.outcomes.get(key) ?? { status: 'unknown' };
    }
    const key = new Headers(init.headers).get('Idempotency-Key') ?? '';
    this.posts.push({ key, body });
    if (!this.outcomes.has(key)) {
      if (this.outcome.status === 'accepted') this.charges.push(key);
      this.outcomes.set(key, this.outcome);
    }
    return this.outcomes.get(key) ?? {};
  }
}

let server: Server;
let local: FakeStorage;

/** Opens one page of the shop; call it again for a reload. */
function open(
  ticket = 'ticket-1',
  agreed?: { consent: true; terms: string },
): { purchase: Purchase; states: PurchaseState[]; ledger: Ledger } {
  const ledger = new Ledger(
    safeStorage(() => local),
    () => 1_000_000,
  );
  const states: PurchaseState[] = [];
  const purchase = new Purchase(
    { client: new AcceptClient('/offers/accept', server.fetch), ledger, now: () => 1_000_000, sleep: () => settled() },
    () => ({
      order: '1001',
      ticket,
      visitor: 'v-1',
      locale: 'en-GB',
      shown: {
        headline: 'Keep it sharp',
        price: '£24.00',
        accept: 'Pay £24.00 now',
        ...(agreed && { terms: agreed.terms }),
      },
      ...(agreed && { consent: agreed.consent }),
    }),
    (state) => states.push(state),
  );
  return { purchase, states, ledger };
}

beforeEach(() => {
  server = new Server();
  local = new FakeStorage();
});

describe('an accept', () => {
  it('sends order, offer, shown price, ticket and key, and ends as accepted', async () => {
    const { purchase, states } = open();
    await purchase.accept(kDeal);
    assert.deepEqual(
      states.map((state) => state.name),
      ['pending', 'accepted'],
    );
    const [post] = server.posts;
    assert.match(post?.key ?? '', /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    assert.deepEqual(post?.body, {
      order: '1001',
      offer: 'sharpener',
      price: { amount: 2400, currency: 'GBP' },
      ticket: 'ticket-1',
      visitor: 'v-1',
      locale: 'en-GB',
      shown: { headline: 'Keep it sharp', price: '£24.00', accept: 'Pay £24.00 now' },
    });
  });

  it('sends the consent and the terms shown if the offer asks for consent', async () => {
    const terms = '£24.00 every month until you stop.';
    const { purchase } = open('ticket-1', { consent: true, terms });
    await purchase.accept(kDeal);
    const body = server.posts[0]?.body as { consent: boolean; shown: { terms: string } } | undefined;
    assert.deepEqual([body?.consent, body?.shown.terms], [true, terms]);
  });

  it('stores its key before anything is sent', async () => {
    const { purchase, ledger } = open();
    server.isReachable = false;
    await purchase.accept(kDeal);
    assert.equal(server.posts.length, 0);
    assert.ok(ledger.of('1001')[0]?.key);
  });

  it('sends one request however often the button is pressed', async () => {
    const { purchase } = open();
    await Promise.all([purchase.accept(kDeal), purchase.accept(kDeal), purchase.retry(), purchase.accept(kDeal)]);
    assert.equal(server.posts.length, 1);
  });

  it('has the same key in two tabs that accept at the same time', async () => {
    const [one, two] = [open(), open()];
    await Promise.all([one.purchase.accept(kDeal), two.purchase.accept(kDeal)]);
    assert.equal(new Set(server.posts.map((post) => post.key)).size, 1);
    assert.equal(server.charges.length, 1);
    assert.equal(two.purchase.state.name, 'accepted');
  });

  it('has the same key even if nothing can be stored', async () => {
    local.blocked = true;
    await open().purchase.accept(kDeal);
    await open().purchase.accept(kDeal);
    assert.equal(server.charges.length, 1);
  });

  it('has another key at another price', async () => {
    await open().purchase.accept(kDeal);
    await open().purchase.accept({ ...kDeal, price: { amount: 2600, currency: 'GBP' } });
    assert.equal(new Set(server.posts.map((post) => post.key)).size, 2);
  });

  for (const [outcome, name] of [
    [{ status: 'declined', reason: 'card' }, 'declined'],
    [{ status: 'unavailable', reason: 'stock' }, 'unavailable'],
    [{ status: 'price_changed', price: { amount: 2600, currency: 'GBP' } }, 'price_changed'],
    [{ status: 'requires_action', url: '/bank/1' }, 'requires_action'],
  ] as const) {
    it(`answered with ${name} shows that state and does not ask again`, async () => {
      server.outcome = outcome;
      const { purchase } = open();
      await purchase.accept(kDeal);
      assert.equal(purchase.state.name, name);
      assert.equal(server.asked, 0);
    });
  }

  it('that the server rejects is shown as unavailable', async () => {
    server.deliver = (kind) => (kind === 'post' ? 400 : { status: 'unknown' });
    const { purchase } = open();
    await purchase.accept(kDeal);
    assert.equal(purchase.state.name, 'unavailable');
  });

  it('that is processing asks by key until it is accepted', async () => {
    server.outcome = { status: 'processing' };
    let asks = 0;
    server.deliver = (kind, done) => (kind === 'get' && ++asks === 3 ? kAccepted : done);
    const { purchase, states } = open();
    await purchase.accept(kDeal);
    assert.deepEqual(
      states.map((state) => state.name),
      ['pending', 'processing', 'accepted'],
    );
    assert.equal(server.posts.length, 1);
  });
});

describe('an accept without an answer', () => {
  it('asks by key and learns that it was accepted', async () => {
    server.deliver = (kind, done) => (kind === 'post' ? 'lost' : done);
    const { purchase, states } = open();
    await purchase.accept(kDeal);
    assert.deepEqual(
      states.map((state) => state.name),
      ['pending', 'unknown', 'accepted'],
    );
    assert.equal(server.charges.length, 1);
  });

  it('asks by key after a conflict, because a renewed ticket changes the body', async () => {
    server.deliver = (kind, done) => (kind === 'post' ? 409 : done);
    const { purchase } = open('ticket-2');
    await purchase.accept(kDeal);
    assert.equal(purchase.state.name, 'accepted');
  });

  it('stays unknown while the server does not answer', async () => {
    server.deliver = () => 'lost';
    const { purchase } = open();
    await purchase.accept(kDeal);
    assert.deepEqual(purchase.state, { name: 'unknown' });
    assert.equal(server.asked, 4);
    assert.equal(server.charges.length, 1);
  });

  it('is sent again with the same key only if the server does not know it', async () => {
    server.isReachable = false;
    const { purchase } = open();
    await purchase.accept(kDeal);
    assert.equal(purchase.state.name, 'unknown');
    server.isReachable = true;
    await purchase.retry();
    assert.equal(purchase.state.name, 'accepted');
    await purchase.retry();
    assert.equal(server.posts.length, 1);
  });
});

describe('an accept resumed', () => {
  it('after a reload shows its state and charges nothing', async () => {
    await open().purchase.accept(kDeal);
    const { purchase, ledger } = open('ticket-2');
    const [made] = ledger.of('1001');
    assert.ok(made && (await purchase.resume(made)));
    assert.equal(purchase.state.name, 'accepted');
    assert.equal(server.posts.length, 1);
    assert.deepEqual(purchase.deal, kDeal);
  });

  it('allows a new offer if the server does not know it', async () => {
    server.isReachable = false;
    await open().purchase.accept(kDeal);
    server.isReachable = true;
    const { purchase, ledger } = open();
    const [made] = ledger.of('1001');
    assert.ok(made && !(await purchase.resume(made)));
    assert.equal(purchase.state.name, 'idle');
  });

  it('is closed if it was declined', async () => {
    server.outcome = { status: 'declined' };
    await open().purchase.accept(kDeal);
    assert.equal(open().ledger.of('1001')[0]?.closed, true);
  });
});

it('shifts undoUntil to the shopper’s clock, however wrong that is', async () => {
  const server = new Date(Date.now() - 3600_000);
  const body = JSON.stringify({ ...kAccepted, undoUntil: new Date(server.getTime() + 900_000).toISOString() });
  const fetch = async () => new Response(body, { headers: { Date: server.toUTCString() } });
  const answer = await new AcceptClient('/offers/accept', fetch).ask('k', 'ticket');
  const left = answer.status === 'accepted' ? Date.parse(answer.undoUntil ?? '') - Date.now() : 0;
  assert.ok(Math.abs(left - 900_000) < 5000, `${left}`);
});

describe('an undo', () => {
  it('undoes the accept once', async () => {
    const { purchase } = open();
    await purchase.accept(kDeal);
    await Promise.all([purchase.undo(), purchase.undo()]);
    assert.equal(purchase.state.name, 'undone');
    await purchase.undo();
    assert.equal(purchase.state.name, 'undone');
  });

  it('without an answer leaves the accept unchanged and marks the failure', async () => {
    const { purchase } = open();
    await purchase.accept(kDeal);
    server.deliver = () => 'lost';
    await purchase.undo();
    assert.deepEqual(purchase.state, {
      name: 'accepted',
      order: kOrder,
      undoUntil: '2026-11-23T10:15:00Z',
      undoFailed: true,
    });
    server.deliver = (_, done) => done;
    await purchase.undo();
    assert.equal(purchase.state.name, 'undone');
  });

  it('that the provider has not answered yet is under way, not failed', async () => {
    const { purchase, states } = open();
    await purchase.accept(kDeal);
    let asked = 0;
    server.deliver = (request, done) => (request === 'undo' || ++asked < 3 ? { status: 'processing' } : done);
    await purchase.undo();
    assert.deepEqual(
      states.slice(2).map((state) => state.name),
      ['processing', 'undone'],
    );
    assert.ok(states.every((state) => !('undoFailed' in state)));
    assert.equal(asked, 3);
  });

  it('after the time limit ends as undo_closed', async () => {
    const { purchase } = open();
    await purchase.accept(kDeal);
    server.deliver = () => ({ status: 'undo_closed' });
    await purchase.undo();
    assert.equal(purchase.state.name, 'undo_closed');
  });
});

it('never charges twice in 2000 random sequences of presses, reloads and network failures', async () => {
  for (let seed = 1; seed <= 2000; seed++) {
    const pick = seeded(seed);
    server = new Server();
    local = new FakeStorage();
    server.deliver = (_, done) => (pick() < 0.4 ? 'lost' : pick() < 0.1 ? 503 : done);
    let pages = [open()];
    for (let step = 0; step < 8; step++) {
      const page = pages[Math.floor(pick() * pages.length)];
      const event = pick();
      server.isReachable = pick() < 0.8;
      if (event < 0.4) await page?.purchase.accept(kDeal);
      else if (event < 0.6) await page?.purchase.retry();
      else if (event < 0.75) pages = [...pages, open(`ticket-${step}`)];
      else if (event < 0.85) local.blocked = !local.blocked;
      else {
        const again = open(`ticket-${step}`);
        const [made] = again.ledger.of('1001');
        if (made) await again.purchase.resume(made);
        pages = [again];
      }
      for (const { purchase } of pages) {
        if (purchase.state.name === 'accepted')
          assert.equal(server.charges.length, 1, `seed ${seed}: shown as accepted but not charged`);
        const isFree = purchase.state.name === 'unknown' && purchase.state.notReceived;
        assert.ok(
          !isFree || !server.charges.length || pages.length > 1,
          `seed ${seed}: shown as not charged but charged`,
        );
      }
    }
    assert.ok(server.charges.length <= 1, `seed ${seed}: charged ${server.charges.length} times`);
  }
});
