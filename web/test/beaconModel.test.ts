import assert from 'node:assert/strict';
import { it } from 'node:test';
import { Backlog } from '../src/backlog.js';
import { Beacon } from '../src/beacon.js';
import { eventOf, FakeClock, FakeNetwork, FakeShelf, ports, seeded, settled } from './world.js';

const kSeeds = 10_000;
const kSteps = 40;

/** A collector that stores by id and by business key, as docs/formats.md demands. */
class Collector {
  readonly keys = new Map<string, string>();
  requests = 0;
  take(body: string): string[] {
    this.requests++;
    const events = JSON.parse(body) as { id: string; data: { key: string } }[];
    for (const event of events) this.keys.set(event.data.key, event.id);
    return events.map((event) => event.id);
  }
}

interface Tab {
  number: number;
  network: FakeNetwork;
  beacon: Beacon;
  backlog: Backlog;
  timers: Set<() => void>;
}

/** Tabs of one site over one storage, one collector and a network that does what networks do. */
class Site {
  readonly clock = new FakeClock();
  readonly shelf = new FakeShelf();
  readonly collector = new Collector();
  readonly accepts = new Map<string, { key: string; at: number; tab: number; safe: boolean }>();
  tabs: Tab[] = [];
  online = true;
  private opened = 0;
  private readonly pick: () => number;

  constructor(pick: () => number) {
    this.pick = pick;
  }

  openTab(): void {
    const network = new FakeNetwork();
    const backlog = new Backlog(
      () => this.shelf,
      () => this.clock.now,
    );
    const timers = new Set<() => void>();
    const later = (work: () => void, ms: number) => {
      const cancel = this.clock.later(work, ms);
      timers.add(cancel);
      return cancel;
    };
    const beacon = new Beacon(
      backlog,
      ports(this.clock, network, { random: this.pick, online: () => this.online, later }),
    );
    this.tabs.push({ number: ++this.opened, network, beacon, backlog, timers });
    beacon.wake();
  }

  emit(kind: 'accept' | 'exposure'): void {
    const tab = this.any();
    if (!tab) return;
    const event = eventOf(this.clock, kind);
    tab.beacon.emit(event);
    if (kind === 'accept')
      this.accepts.set(event.id, { key: event.data.key, at: this.clock.now, tab: tab.number, safe: false });
    this.noteSafe();
  }

  /** An accept is safe once storage holds it; before that a killed tab may take it along. */
  noteSafe(): void {
    if (this.shelf.blocked) return;
    const held = [...this.shelf.values.values()].join();
    for (const [id, accept] of this.accepts) if (held.includes(id)) accept.safe = true;
  }

  kill(): void {
    const tab = this.any();
    if (!tab || this.tabs.length === 1) return;
    this.tabs = this.tabs.filter((other) => other !== tab);
    for (const cancel of tab.timers) cancel();
    for (const [id, accept] of this.accepts) {
      if (accept.tab === tab.number && !accept.safe && !this.collector.keys.has(accept.key)) this.accepts.delete(id);
    }
  }

  async network(): Promise<void> {
    const tab = this.any();
    const request = tab?.network.open[0];
    if (!tab || !request) return;
    const body = JSON.stringify(request.events);
    const fate = this.pick();
    if (fate < 0.35) {
      await tab.network.reply({ status: 200, body: JSON.stringify({ stored: this.collector.take(body) }) });
    } else if (fate < 0.5) {
      this.collector.take(body); // stored, but the answer is lost
      await tab.network.reply({ status: 0 });
    } else if (fate < 0.6) {
      this.collector.take(body); // delivered twice
      await tab.network.reply({ status: 200, body: JSON.stringify({ stored: this.collector.take(body) }) });
    } else if (fate < 0.7) {
      const half = JSON.stringify(request.events.slice(0, Math.ceil(request.events.length / 2)));
      await tab.network.reply({ status: 200, body: JSON.stringify({ stored: this.collector.take(half) }) });
    } else if (fate < 0.8) {
      await tab.network.reply({ status: 503, retryAfterMs: 5000 });
    } else if (fate < 0.9) {
      await tab.network.reply({ status: 200, body: '<html>' }); // a captive portal
    } else {
      await tab.network.reply({ status: 0 });
    }
  }

  hide(): void {
    const tab = this.any();
    if (!tab) return;
    tab.beacon.hide();
    for (const body of tab.network.lastBodies.splice(0)) if (this.pick() < 0.5) this.collector.take(body);
    if (this.pick() < 0.7) tab.beacon.show();
  }

  private any() {
    return this.tabs[Math.floor(this.pick() * this.tabs.length)];
  }
}

async function live(seed: number): Promise<Site> {
  const pick = seeded(seed);
  const site = new Site(pick);
  site.openTab();
  for (let step = 0; step < kSteps; step++) {
    const fate = pick();
    if (fate < 0.15) site.emit('accept');
    else if (fate < 0.3) site.emit('exposure');
    else if (fate < 0.55) await site.network();
    else if (fate < 0.75) site.clock.advance(pick() * 10_000);
    else if (fate < 0.8) site.openTab();
    else if (fate < 0.85) site.kill();
    else if (fate < 0.9) site.hide();
    else if (fate < 0.93) site.shelf.full = !site.shelf.full;
    else if (fate < 0.95) site.shelf.blocked = !site.shelf.blocked;
    else if (fate < 0.98) site.online = !site.online;
    else site.clock.now += (pick() - 0.5) * 3600_000; // somebody sets the clock
    site.noteSafe();
    if (step % 4 === 0) await settled();
  }
  return site;
}

/** The world heals: every tab and one new page may send until nothing waits. */
async function drain(site: Site): Promise<void> {
  site.online = true;
  site.shelf.full = false;
  site.shelf.blocked = false;
  site.openTab();
  for (let round = 0; round < 400; round++) {
    for (const tab of site.tabs) {
      tab.beacon.show();
      for (const request of tab.network.open.splice(0)) {
        const stored = site.collector.take(JSON.stringify(request.events));
        request.answer({ status: 200, body: JSON.stringify({ stored }) });
      }
    }
    await settled();
    if (site.tabs.every((tab) => !tab.backlog.all().length && !tab.network.open.length)) return;
    site.clock.advance(2000);
    await settled();
  }
  assert.fail('the queue never ran dry');
}

it(`loses no accept and counts none twice, over ${kSeeds} seeded lives of a site`, async () => {
  let accepts = 0;
  for (let seed = 1; seed <= kSeeds; seed++) {
    const site = await live(seed);
    await drain(site);
    for (const [id, { key }] of site.accepts) {
      accepts++;
      assert.equal(site.collector.keys.get(key), id, `seed ${seed}: the accept ${key} was lost`);
    }
    site.clock.advance(3600_000);
    await settled();
    assert.equal(site.clock.waiting, 0, `seed ${seed}: a timer is left over`);
  }
  assert.ok(accepts > kSeeds, 'the lives were too quiet to prove anything');
});
