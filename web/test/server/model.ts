/**
 * @file A world for accepts in which one thing happens at a time: two servers on one store, requests that stop at every
 * step, processes that die, clocks that jump, and a provider whose answers are late or lost.
 *
 * A seed decides what happens next, so a fault can be repeated. The native endpoint has the same model in
 * tests/unit/accept_model.h.
 */
import {
  type AcceptStore,
  type ChargeRequest,
  memoryStore,
  type Orders,
  type PaymentProvider,
  PaymentUnknown,
  type Sandbox,
  sandbox,
  type ServerEvent,
} from '../../src/server/index.js';
import { kNow, ShopOrders } from './shop.js';

const kPrice = 3000;

/** A small generator of numbers (mulberry32). */
function generator(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
}

/** One life of a process. A dead one takes no further step. */
export interface Process {
  number: number;
  isDead: boolean;
}

/** A process with an accept endpoint, as the model uses it. Statuses are those of answers. */
export interface Server {
  accept(key: string): Promise<string>;
  ask(key: string): Promise<string>;
  undo(key: string): Promise<string>;
  reconcile(): Promise<void>;
  outcomes(): Promise<{ key: string; state: string; amount: number }[]>;
}

export type MakeServer = (world: World, process: Process) => Server | Promise<Server>;

export class World {
  readonly random: () => number;
  readonly order: string;
  readonly store: AcceptStore;
  readonly shop = new ShopOrders();
  readonly bank: Sandbox;
  readonly start = kNow;
  time = kNow;
  skew = [0, 0];
  faults = true;
  lists: boolean;
  onTheWay: ChargeRequest[] = [];
  readonly events = new Map<string, ServerEvent>();
  readonly answers: [string, string][] = [];
  readonly undos = new Set<string>();
  fault = '';
  private _parked: { process: Process; resume: () => void }[] = [];
  /** Requests that are not done. */
  running = 0;

  constructor(seed: number) {
    this.random = generator(seed);
    this.order = `o-${seed}`;
    this.store = memoryStore({ quiet: true });
    this.bank = sandbox({ now: () => this.time });
    const methods = ['ok', 'ok', 'ok', 'ok_then_processing', 'ok_then_action', 'ok_then_declined'];
    this.shop.put({ id: this.order, method: methods[this.below(6)]!, paidAt: kNow });
    this.lists = this.below(4) !== 0;
  }

  below(count: number): number {
    return this.random() % count;
  }
  chance(percent: number): boolean {
    return this.faults && this.below(100) < percent;
  }

  /** A step of a request: others may go on before it. In a dead process it never ends. */
  step(process: Process): Promise<void> {
    return new Promise((resume) => {
      if (!process.isDead) this._parked.push({ process, resume });
    });
  }
  get waiting(): number {
    return this._parked.length;
  }
  /** Lets one parked request run to its next step. */
  async resume(number: number): Promise<void> {
    const [parked] = this._parked.splice(number, 1);
    parked?.resume();
    await new Promise((resolve) => setImmediate(resolve)); // until everything waits for a step
  }
  kill(process: Process): void {
    process.isDead = true;
    this._parked = this._parked.filter((each) => each.process !== process);
  }

  /** Starts work of a process. A server answers 503 to what its store, its orders or the provider throw. */
  begin(work: () => Promise<void>): void {
    void work().catch((error: unknown) => {
      if (!(error instanceof LineFault)) this.fault = `a request threw ${String((error as Error).stack ?? error)}`;
    });
  }

  clockOf(process: Process): number {
    return this.time + this.skew[process.number]!;
  }
  async deliver(): Promise<void> {
    if (this.onTheWay.length === 0) return;
    const [request] = this.onTheWay.splice(this.below(this.onTheWay.length), 1);
    await this.bank.charge(request!);
  }
  async answerBank(): Promise<void> {
    for (const { charge } of await this.bank.listSince!(0)) {
      if (charge.state === 'requires_action') this.bank.answerBank(charge.id, this.below(3) > 0);
    }
  }
}

/** Something behind a bad line did not answer. */
export class LineFault extends Error {}

/** The sandbox through a bad line. */
export function badLine(world: World, process: Process): PaymentProvider {
  const { bank } = world;
  const lost = (percent: number, what: string) => {
    if (world.chance(percent)) throw new PaymentUnknown(what);
  };
  const provider: PaymentProvider = {
    async charge(request) {
      await world.step(process);
      lost(10, 'the request was lost');
      if (world.chance(10)) {
        world.onTheWay.push(request);
        throw new PaymentUnknown('the request is late');
      }
      const made = await bank.charge(request);
      await world.step(process);
      lost(15, 'the answer was lost');
      return made;
    },
    async find(query) {
      await world.step(process);
      lost(10, 'the request was lost');
      const found = await bank.find(query);
      await world.step(process);
      return found;
    },
    async refund(charge) {
      await world.step(process);
      lost(15, 'the request was lost');
      const refunded = await bank.refund(charge);
      await world.step(process);
      lost(15, 'the answer was lost');
      return refunded;
    },
    action: (charge) => bank.action(charge),
    chargesAgain: async () => true,
  };
  if (world.lists) {
    provider.listSince = async (since) => {
      await world.step(process);
      lost(10, 'the request was lost');
      const listed = await bank.listSince!(since);
      await world.step(process);
      return listed;
    };
  }
  return provider;
}

/** The orders through a bad line. Their lock is held by a process until it dies. */
export function badOrders(world: World, process: Process): Orders {
  const { shop } = world;
  const lost = (percent: number) => {
    if (world.chance(percent)) throw new LineFault('the orders do not answer');
  };
  return {
    async find(id) {
      await world.step(process);
      lost(3);
      return shop.find(id);
    },
    async addLines(id, lines) {
      await world.step(process);
      lost(8);
      const added = await shop.addLines(id, lines);
      await world.step(process);
      lost(8);
      return added;
    },
    async removeLines(id, accept) {
      await world.step(process);
      lost(8);
      await shop.removeLines(id, accept);
      await world.step(process);
    },
    async lock(_id, work) {
      // As a database does: the lock of a process that died is free.
      for (;;) {
        await world.step(process);
        const holder = locks.get(world);
        if (!holder || holder.isDead) break;
      }
      locks.set(world, process);
      try {
        return await work();
      } finally {
        locks.delete(world);
      }
    },
  };
}
const locks = new WeakMap<World, Process>();

/** The store with a step before and after each call, and with answers that are lost. */
export function badStore(world: World, process: Process): AcceptStore {
  const wrapped: Partial<Record<keyof AcceptStore, unknown>> = {};
  for (const name of Object.keys(world.store) as (keyof AcceptStore)[]) {
    const call = world.store[name] as (...all: unknown[]) => Promise<unknown>;
    wrapped[name] = async (...all: unknown[]) => {
      await world.step(process);
      if (world.chance(1)) throw new LineFault('the store does not answer');
      const result = await call(...all);
      await world.step(process);
      if (world.chance(1)) throw new LineFault('the answer of the store was lost');
      return result;
    };
  }
  return wrapped as unknown as AcceptStore;
}

/** A receiver of events that fails at times and keeps an event once per key. */
export const badReceiver = (world: World, process: Process) => async (event: ServerEvent) => {
  await world.step(process);
  if (world.chance(10)) throw new LineFault('the collector does not answer');
  if (!world.events.has(event.data.key)) world.events.set(event.data.key, event);
  await world.step(process);
};

function startRequest(world: World, server: Server): void {
  const key = `${world.below(4) === 0 ? 'tab-2' : 'tab-1'}-${world.order}`;
  const what = world.below(10);
  world.begin(async () => {
    if (what >= 8) return server.reconcile();
    if (what >= 6) world.undos.add(key);
    const said = what < 4 ? server.accept(key) : what < 6 ? server.ask(key) : server.undo(key);
    world.answers.push([key, await said]);
  });
}

function moveClocks(world: World): void {
  const steps = [1000, 5000, 31_000, 31_000, 31_000, 300_000, 16 * 60_000, 130 * 60_000, 25 * 3600_000];
  const skews = [0, 0, 31_000, -31_000, 20 * 60_000, -20 * 60_000, 26 * 3600_000];
  if (world.below(3) > 0) world.time += steps[world.below(steps.length)]!;
  else world.skew[world.below(2)] = skews[world.below(skews.length)]!;
}

/** What does not agree at the end; empty if all does. */
async function disagreement(world: World, server: Server): Promise<string> {
  if (world.fault) return world.fault;
  const outcomes = await server.outcomes();
  const states = new Map(outcomes.map(({ key, state }) => [key, state]));
  for (const { key, state } of outcomes) {
    if (!/^(accepted|undone|declined|refunded|expired)$/.test(state)) return `accept ${key} stays ${state}`;
  }
  const accepted = outcomes.filter(({ state }) => state === 'accepted');
  if (accepted.length > 1) return 'the order took several accepts';
  const money = accepted.reduce((sum, { amount }) => sum + amount, 0);
  const ledger = world.bank.succeeded(world.order).reduce((sum, { amount }) => sum + amount, 0);
  if (ledger !== money) return `ledger ${ledger}, accepts ${money}`;
  const order = world.shop.orders.get(world.order)!;
  const lines = order.lines.slice(1).reduce((sum, { price, quantity }) => sum + price * quantity, 0);
  if (lines !== money || order.total !== 12000 + money) return `lines ${lines}, accepts ${money}`;
  let events = 0;
  for (const { type, data } of world.events.values())
    events += type === 'aftermint.accept' ? data.amount : -data.amount;
  if (events !== money) return `events ${events}, accepts ${money}`;
  for (const [key, said] of world.answers) {
    const state = states.get(key) ?? 'gone';
    const holds =
      said === 'accepted'
        ? state === 'accepted' || (state === 'undone' && world.undos.has(key))
        : !/^(undone|declined)$/.test(said) || state === said;
    if (!holds) return `the shopper read ${said}, and it is ${state}`;
  }
  return '';
}

/** Lets a seed's events happen, then lets everything arrive and reconciles. Returns what does not agree. */
export async function run(world: World, make: MakeServer): Promise<string> {
  const processes: Process[] = [0, 1].map((number) => ({ number, isDead: false }));
  const servers = [await make(world, processes[0]!), await make(world, processes[1]!)];
  let requests = 3 + world.below(10);
  for (let turn = 0; turn < 600 && (requests > 0 || world.waiting > 0); turn++) {
    const number = world.below(2);
    const what = world.below(100);
    if (what < 60) {
      // Several steps at once, so that some requests begin after others are done.
      for (let steps = 1 + world.below(16); steps > 0 && world.waiting > 0; steps--) {
        await world.resume(world.below(world.waiting));
      }
    } else if (what < 80) {
      if (requests-- <= 0) continue;
      startRequest(world, servers[number]!);
    } else if (what < 84) {
      world.kill(processes[number]!);
      processes[number] = { number, isDead: false };
      const server = await make(world, processes[number]!);
      servers[number] = server;
      world.begin(() => server.reconcile());
    } else if (what < 90) {
      moveClocks(world);
    } else if (what < 94) {
      await world.deliver();
    } else if (what < 97) {
      await world.answerBank();
    } else if (what < 98) {
      world.shop.closed.add(world.order);
    }
  }
  // Everything that is on its way arrives, and the shop runs undisturbed for two hours.
  world.faults = false;
  while (world.waiting > 0) await world.resume(0);
  while (world.onTheWay.length > 0) await world.deliver();
  world.skew = [0, 0];
  for (const process of processes) world.kill(process);
  const last = { number: 0, isDead: false };
  const server = await make(world, last);
  for (let pass = 0; pass < 8; pass++) {
    world.time += 20 * 60_000;
    await world.answerBank();
    world.begin(() => server.reconcile());
    await new Promise((resolve) => setImmediate(resolve));
    while (world.waiting > 0) await world.resume(0);
  }
  return disagreement(world, server);
}

export { kPrice };
