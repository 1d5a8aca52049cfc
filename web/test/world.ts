import type { Answer, BeaconPorts } from '../src/beacon.js';
import { makeEvent, type PageEvent } from '../src/event.js';
import { uuid7 } from '../src/ids.js';
import type { Shelf } from '../src/keep.js';

/** A small seeded generator (mulberry32): the same seed, the same test. */
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

/** Storage of a site, which may fail when told to. */
export class FakeShelf implements Shelf {
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

/** A clock whose timers run when it is moved. */
export class FakeClock {
  now = Date.parse('2026-11-23T10:00:00Z');
  /** Timers run by this one, which nobody can set. */
  private steady = 0;
  private timers: { at: number; work: () => void }[] = [];

  later = (work: () => void, ms: number): (() => void) => {
    const timer = { at: this.steady + ms, work };
    this.timers.push(timer);
    return () => {
      this.timers = this.timers.filter((other) => other !== timer);
    };
  };

  get waiting(): number {
    return this.timers.length;
  }

  /** When the next timer is due, from now. */
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

/** A collector reached by requests that wait until the test answers them. */
export class FakeNetwork {
  readonly bodies: string[] = [];
  readonly lastBodies: string[] = [];
  readonly open: { events: PageEvent[]; answer: (answer: Partial<Answer>) => void }[] = [];

  post = (body: string): Promise<Answer> => {
    this.bodies.push(body);
    return new Promise((done) => {
      this.open.push({
        events: JSON.parse(body) as PageEvent[],
        answer: (answer) => done({ status: 0, body: '', retryAfterMs: 0, ...answer }),
      });
    });
  };

  last = (body: string): void => {
    this.lastBodies.push(body);
  };

  /** Answers the oldest open request as a collector that stored everything. */
  async store(): Promise<string[]> {
    const request = this.open.shift();
    if (!request) return [];
    const stored = request.events.map((event) => event.id);
    request.answer({ status: 200, body: JSON.stringify({ stored }) });
    await settled();
    return stored;
  }

  async reply(answer: Partial<Answer>): Promise<void> {
    this.open.shift()?.answer(answer);
    await settled();
  }
}

export function ports(clock: FakeClock, network: FakeNetwork, over: Partial<BeaconPorts> = {}): BeaconPorts {
  return {
    transport: network,
    now: () => clock.now,
    random: () => 0.5,
    later: clock.later,
    alone: (work) => work(),
    online: () => true,
    ...over,
  };
}

/** Lets every promise that can go on do so. */
export function settled(): Promise<void> {
  return new Promise((done) => setImmediate(done));
}

let count = 0;

export function eventOf(clock: FakeClock, kind: 'exposure' | 'accept' = 'exposure', reason = ''): PageEvent {
  count++;
  const bytes = new Uint8Array(16).map((_, index) => (count * 31 + index * 7 + (count >> (index % 8))) % 256);
  return makeEvent(
    kind,
    { order: `o-${count}`, offer: 'sharpener', placement: 'post_purchase', ...(reason && { reason }) },
    {
      id: `${uuid7(clock.now, () => bytes)}-${count}`,
      source: '/thanks',
      time: new Date(clock.now).toISOString(),
      visitor: 'v-1',
      view: 'view-1',
    },
  );
}
