/** @file Fakes of storage, clock and network for the tests. */
import type { BeaconPorts, PostResult } from '../src/beacon.js';
import { makeEvent, type PageEvent } from '../src/pageEvent.js';
import { uuid7 } from '../src/uuid.js';
import type { WebStorage } from '../src/storage.js';

/** A small seeded random generator (mulberry32), so that a test can be repeated. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The storage of a site. Set `full` or `blocked` to make it fail. */
export class FakeStorage implements WebStorage {
  readonly values = new Map<string, string>();
  full = false;
  blocked = false;
  getItem(name: string): string | null {
    if (this.blocked) throw new Error('SecurityError');
    return this.values.get(name) ?? null;
  }
  setItem(name: string, value: string): void {
    if (this.blocked || this.full) throw new Error('QuotaExceededError');
    this.values.set(name, value);
  }
}

/** A clock whose timers run when the test advances it. */
export class FakeClock {
  now = Date.parse('2026-11-23T10:00:00Z');
  /** The monotonic clock of the timers; a test can change `now` without it. */
  private steady = 0;
  private timers: { at: number; work: () => void }[] = [];

  schedule = (work: () => void, ms: number): (() => void) => {
    const timer = { at: this.steady + ms, work };
    this.timers.push(timer);
    return () => {
      this.timers = this.timers.filter((other) => other !== timer);
    };
  };

  get waiting(): number {
    return this.timers.length;
  }

  /** Time until the next timer, in ms. */
  get next(): number {
    return Math.min(...this.timers.map((timer) => timer.at)) - this.steady;
  }

  advance(ms: number): void {
    this.now += ms;
    this.steady += ms;
    for (;;) {
      const due = this.timers.filter((timer) => timer.at <= this.steady).sort((a, b) => a.at - b.at)[0];
      if (!due) return;
      this.timers = this.timers.filter((timer) => timer !== due);
      due.work();
    }
  }
}

/** A network whose requests wait until the test answers them. */
export class FakeNetwork {
  readonly bodies: string[] = [];
  readonly exitBodies: string[] = [];
  readonly open: { events: PageEvent[]; answer: (answer: Partial<PostResult>) => void }[] = [];

  post = (body: string): Promise<PostResult> => {
    this.bodies.push(body);
    return new Promise((done) => {
      this.open.push({
        events: JSON.parse(body) as PageEvent[],
        answer: (answer) => done({ status: 0, body: '', retryAfterMs: 0, ...answer }),
      });
    });
  };

  postOnExit = (body: string): void => {
    this.exitBodies.push(body);
  };

  /** Answers the oldest open request like a collector that has stored everything. */
  async store(): Promise<string[]> {
    const request = this.open.shift();
    if (!request) return [];
    const stored = request.events.map((event) => event.id);
    request.answer({ status: 200, body: JSON.stringify({ stored }) });
    await settled();
    return stored;
  }

  async reply(answer: Partial<PostResult>): Promise<void> {
    this.open.shift()?.answer(answer);
    await settled();
  }
}

export function ports(clock: FakeClock, network: FakeNetwork, over: Partial<BeaconPorts> = {}): BeaconPorts {
  return {
    transport: network,
    now: () => clock.now,
    random: () => 0.5,
    schedule: clock.schedule,
    withLock: (work) => work(),
    online: () => true,
    ...over,
  };
}

/** Waits until all pending promise callbacks have run. */
export function settled(): Promise<void> {
  return new Promise((done) => setImmediate(done));
}

let count = 0;

export function eventOf(clock: FakeClock, type: 'exposure' | 'accept' = 'exposure', reason = ''): PageEvent {
  count++;
  const bytes = new Uint8Array(16).map((_, index) => (count * 31 + index * 7 + (count >> (index % 8))) % 256);
  return makeEvent(
    type,
    { order: `o-${count}`, offer: 'sharpener', placement: 'post_purchase', ...(reason && { reason }) },
    {
      id: `${uuid7(clock.now, () => bytes)}-${count}`,
      source: '/thanks',
      time: new Date(clock.now).toISOString(),
      visitor: 'v-1',
      pageView: 'view-1',
    },
  );
}
