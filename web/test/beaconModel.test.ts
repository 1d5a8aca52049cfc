/** @file Random simulations of many tabs with an unreliable network. */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { Backlog } from '../src/backlog.js';
import { Beacon } from '../src/beacon.js';
import { eventOf, FakeClock, FakeNetwork, FakeStorage, ports, seeded, settled } from './fakes.js';

const kSeeds = 10_000;
const kSteps = 40;

/** A collector that stores events by business key, as docs/formats.md requires. */
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

/** Tabs of one site with a shared storage, one collector and an unreliable network. */
class Site {
  readonly clock = new FakeClock();
  readonly storage = new FakeStorage();
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
      () => this.storage,
      () => this.clock.now,
    );
    const timers = new Set<() => void>();
    const schedule = (work: () => void, ms: number) => {
      const cancel = this.clock.schedule(work, ms);
      timers.add(cancel);
      return cancel;
    };
    const beacon = new Beacon(
      backlog,
      ports(this.clock, network, { random: this.pick, online: () => this.online, schedule }),
    );
    this.tabs.push({ number: ++this.opened, network, beacon, backlog, timers });
    beacon.wake();
  }

  emit(type: 'accept' | 'exposure'): void {
    const tab = this.any();
    if (!tab) return;
    const event = eventOf(this.clock, type);
    tab.beacon.emit(event);
    if (type === 'accept')
      this.accepts.set(event.id, { key: event.data.key, at: this.clock.now, tab: tab.number, safe: false });
    this.noteSafe();
  }

  /** An accept is safe once it is in storage. Before that, it is lost if its tab is killed. */
  noteSafe(): void {
    if (this.storage.blocked) return;
    const held = [...this.storage.values.values()].join();
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
    const event = this.pick();
    if (event < 0.35) {
      await tab.network.reply({ status: 200, body: JSON.stringify({ stored: this.collector.take(body) }) });
    } else if (event < 0.5) {
      this.collector.take(body); // stored, but the answer is lost
      await tab.network.reply({ status: 0 });
    } else if (event < 0.6) {
      this.collector.take(body); // delivered twice
      await tab.network.reply({ status: 200, body: JSON.stringify({ stored: this.collector.take(body) }) });
    } else if (event < 0.7) {
      const half = JSON.stringify(request.events.slice(0, Math.ceil(request.events.length / 2)));
      await tab.network.reply({ status: 200, body: JSON.stringify({ stored: this.collector.take(half) }) });
    } else if (event < 0.8) {
      await tab.network.reply({ status: 503, retryAfterMs: 5000 });
    } else if (event < 0.9) {
      await tab.network.reply({ status: 200, body: '<html>' }); // a captive portal
    } else {
      await tab.network.reply({ status: 0 });
    }
  }

  hide(): void {
    const tab = this.any();
    if (!tab) return;
    tab.beacon.hide();
    for (const body of tab.network.exitBodies.splice(0)) if (this.pick() < 0.5) this.collector.take(body);
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
    const event = pick();
    if (event < 0.15) site.emit('accept');
    else if (event < 0.3) site.emit('exposure');
    else if (event < 0.55) await site.network();
    else if (event < 0.75) site.clock.advance(pick() * 10_000);
    else if (event < 0.8) site.openTab();
    else if (event < 0.85) site.kill();
    else if (event < 0.9) site.hide();
    else if (event < 0.93) site.storage.full = !site.storage.full;
    else if (event < 0.95) site.storage.blocked = !site.storage.blocked;
    else if (event < 0.98) site.online = !site.online;
    else site.clock.now += (pick() - 0.5) * 3600_000; // the user changes the clock
    site.noteSafe();
    if (step % 4 === 0) await settled();
  }
  return site;
}

/** Ends all faults, then lets every tab and one new tab send until nothing is waiting. */
async function drain(site: Site): Promise<void> {
  site.online = true;
  site.storage.full = false;
  site.storage.blocked = false;
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
  assert.fail('events are still waiting');
}

it(`loses no accept and stores none twice in ${kSeeds} random simulations of a site`, async () => {
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
    assert.equal(site.clock.waiting, 0, `seed ${seed}: a timer is still waiting`);
  }
  assert.ok(accepts > kSeeds, 'too few accepts for a meaningful test');
});
