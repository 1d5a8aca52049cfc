/** @file Tests of the beacon and the backlog. */
import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { Backlog, kBacklogName } from '../src/backlog.js';
import { Beacon } from '../src/beacon.js';
import type { PageEvent } from '../src/pageEvent.js';
import { eventOf, FakeClock, FakeNetwork, FakeStorage, ports, settled } from './fakes.js';

let clock: FakeClock;
let network: FakeNetwork;
let storage: FakeStorage;
let backlog: Backlog;
let beacon: Beacon;

const stored = (): PageEvent[] => JSON.parse(storage.values.get(kBacklogName) ?? '[]') as PageEvent[];
const newBacklog = () =>
  new Backlog(
    () => storage,
    () => clock.now,
  );
const kCollectMs = 1000;

beforeEach(() => {
  clock = new FakeClock();
  network = new FakeNetwork();
  storage = new FakeStorage();
  backlog = newBacklog();
  beacon = new Beacon(backlog, ports(clock, network));
});

describe('the beacon', () => {
  it('collects events for a second and sends them as one batch', async () => {
    beacon.emit(eventOf(clock));
    beacon.emit(eventOf(clock));
    assert.equal(network.bodies.length, 0);
    clock.advance(kCollectMs);
    await settled();
    assert.equal(network.open[0]?.events.length, 2);
  });

  it('adds when an event was sent, besides when it happened', async () => {
    beacon.emit(eventOf(clock));
    const happened = clock.now;
    clock.advance(kCollectMs);
    await settled();
    const [event] = network.open[0]?.events ?? [];
    assert.equal(Date.parse(event?.time ?? ''), happened);
    assert.equal(Date.parse(event?.data.sentAt ?? ''), happened + kCollectMs);
  });

  it('keeps an event until a collector acknowledges its id', async () => {
    beacon.emit(eventOf(clock));
    clock.advance(kCollectMs);
    await settled();
    await network.reply({ status: 200, body: '{"stored":[]}' });
    assert.equal(stored().length, 1);
    clock.advance(60_000);
    await settled();
    await network.store();
    assert.deepEqual(stored(), []);
  });

  it('removes by id, so that events added during a request stay', async () => {
    beacon.emit(eventOf(clock));
    clock.advance(kCollectMs);
    await settled();
    const late = eventOf(clock);
    beacon.emit(late);
    await network.store();
    assert.deepEqual(
      stored().map((event) => event.id),
      [late.id],
    );
  });

  it('sends one request at a time', async () => {
    beacon.emit(eventOf(clock));
    clock.advance(kCollectMs);
    await settled();
    beacon.emit(eventOf(clock));
    clock.advance(kCollectMs);
    await settled();
    assert.equal(network.open.length, 1);
  });

  it('waits as long as Retry-After says', async () => {
    beacon.emit(eventOf(clock));
    clock.advance(kCollectMs);
    await settled();
    await network.reply({ status: 503, retryAfterMs: 120_000 });
    assert.equal(clock.next, 120_000);
  });

  it('keeps events that are above a quota until Retry-After has passed', async () => {
    beacon.emit(eventOf(clock));
    clock.advance(kCollectMs);
    await settled();
    await network.reply({ status: 429, retryAfterMs: 720_000 });
    assert.equal(clock.next, 720_000);
    assert.equal(backlog.all().length, 1);
    clock.advance(720_000);
    await settled();
    assert.equal(network.open.length, 1);
  });

  it('waits longer after every failure', async () => {
    beacon.emit(eventOf(clock));
    clock.advance(kCollectMs);
    const waits: number[] = [];
    for (let count = 0; count < 4; count++) {
      await settled();
      await network.reply({ status: 500 });
      waits.push(clock.next);
      clock.advance(clock.next);
    }
    assert.deepEqual(waits, [1000, 2000, 4000, 8000]);
  });

  it('stops after eight failures until there is a new event', async () => {
    beacon.emit(eventOf(clock));
    for (let count = 0; count < 8; count++) {
      clock.advance(clock.next);
      await settled();
      await network.reply({ status: 0 });
    }
    assert.equal(clock.waiting, 0);
    assert.equal(stored().length, 1);
    beacon.emit(eventOf(clock));
    clock.advance(kCollectMs);
    await settled();
    assert.equal(network.open[0]?.events.length, 2);
  });

  it('sends nothing while offline and continues when woken', async () => {
    let online = false;
    beacon = new Beacon(backlog, ports(clock, network, { online: () => online }));
    beacon.emit(eventOf(clock));
    clock.advance(kCollectMs);
    await settled();
    assert.equal(network.bodies.length, 0);
    assert.equal(clock.waiting, 0);
    online = true;
    beacon.wake();
    clock.advance(kCollectMs);
    await settled();
    assert.equal(network.open.length, 1);
  });

  it('is not blocked by one event that the collector refuses', async () => {
    const [good, bad, other] = [eventOf(clock), eventOf(clock), eventOf(clock)];
    for (const event of [good, bad, other]) beacon.emit(event);
    const arrived: string[] = [];
    for (let count = 0; count < 10 && clock.waiting; count++) {
      clock.advance(clock.next);
      await settled();
      if (network.open[0]?.events.some((event) => event.id === bad.id)) await network.reply({ status: 400 });
      else arrived.push(...(await network.store()));
    }
    assert.deepEqual(arrived.sort(), [good.id, other.id].sort());
    assert.deepEqual(stored(), []);
  });

  it('drops events refused by id and keeps events that the answer does not name', async () => {
    const [good, bad, unnamed] = [eventOf(clock), eventOf(clock), eventOf(clock)];
    for (const event of [good, bad, unnamed]) beacon.emit(event);
    clock.advance(kCollectMs);
    await settled();
    const body = { stored: [good.id], refused: [{ id: bad.id, message: 'type is not known here' }] };
    await network.reply({ status: 200, body: JSON.stringify(body) });
    assert.deepEqual(
      stored().map((event) => event.id),
      [unnamed.id],
    );
  });

  it('keeps events that a server holds until it has their book, and sends them again after Retry-After', async () => {
    const [known, newer] = [eventOf(clock), eventOf(clock)];
    for (const event of [known, newer]) beacon.emit(event);
    clock.advance(kCollectMs);
    await settled();
    const held = [{ id: newer.id, code: 'offer_unknown', message: 'no book of this server has it' }];
    await network.reply({ status: 200, body: JSON.stringify({ stored: [known.id], held }), retryAfterMs: 30_000 });
    assert.deepEqual(
      stored().map((event) => event.id),
      [newer.id],
    );
    assert.equal(clock.next, 30_000);
    clock.advance(30_000);
    await settled();
    assert.deepEqual(await network.store(), [newer.id]);
    assert.deepEqual(stored(), []);
  });

  it('sends waiting events once on hide, even if it is called twice', () => {
    beacon.emit(eventOf(clock));
    beacon.hide();
    beacon.hide();
    assert.equal(network.exitBodies.length, 1);
    assert.equal(stored().length, 1, 'events stay until they are acknowledged');
  });

  it('sends an event at once while the page is hidden', () => {
    beacon.hide();
    beacon.emit(eventOf(clock));
    assert.equal(network.exitBodies.length, 1);
  });

  it('limits a batch to 16 KiB, counted in bytes', async () => {
    for (let count = 0; count < 100; count++) beacon.emit(eventOf(clock, 'exposure', '€'.repeat(200)));
    beacon.hide();
    assert.equal(network.exitBodies.length, 3);
    for (const body of network.exitBodies) assert.ok(Buffer.byteLength(body) <= 16 * 1024);
  });

  it('waits while another tab holds the lock, and looks again', async () => {
    let free = false;
    beacon = new Beacon(backlog, ports(clock, network, { withLock: (work) => (free ? work() : Promise.resolve()) }));
    beacon.emit(eventOf(clock));
    clock.advance(kCollectMs);
    await settled();
    assert.equal(network.open.length, 0);
    free = true;
    clock.advance(kCollectMs);
    await settled();
    assert.equal(network.open.length, 1);
  });

  it('tries again after the browser refuses the lock', async () => {
    beacon = new Beacon(backlog, ports(clock, network, { withLock: () => Promise.reject(new Error('AbortError')) }));
    beacon.emit(eventOf(clock));
    clock.advance(kCollectMs);
    await settled();
    assert.equal(stored().length, 1);
    assert.equal(clock.waiting, 1);
  });
});

describe('the backlog', () => {
  it('is read by the next page', () => {
    const event = eventOf(clock);
    backlog.add(event);
    assert.deepEqual(newBacklog().all(), [event]);
  });

  it('merges with events of another tab', () => {
    const other = newBacklog();
    backlog.add(eventOf(clock));
    other.add(eventOf(clock));
    backlog.add(eventOf(clock));
    assert.equal(stored().length, 3);
  });

  it('restores events that another tab overwrote', () => {
    backlog.add(eventOf(clock));
    storage.values.set(kBacklogName, '[]');
    backlog.add(eventOf(clock));
    assert.equal(stored().length, 2);
  });

  it('ignores stored data of another shape', () => {
    for (const text of ['{', '{"a":1}', '[1,null,{"id":3}]']) {
      storage.values.set(kBacklogName, text);
      const fresh = newBacklog();
      assert.deepEqual(fresh.all(), []);
      fresh.add(eventOf(clock));
      assert.equal(stored().length, 1);
    }
  });

  it('stays in memory while storage is blocked or full', () => {
    storage.blocked = true;
    backlog.add(eventOf(clock));
    assert.equal(backlog.all().length, 1);
    storage.blocked = false;
    storage.full = true;
    backlog.add(eventOf(clock));
    assert.equal(backlog.all().length, 2);
    storage.full = false;
    backlog.save();
    assert.equal(stored().length, 2);
  });

  it('keeps at most 200 events and drops accepts last', () => {
    const accept = eventOf(clock, 'accept');
    backlog.add(accept);
    for (let count = 0; count < 250; count++) backlog.add(eventOf(clock));
    assert.ok(stored().length <= 200);
    assert.ok(stored().some((event) => event.id === accept.id));
  });

  it('keeps at most 64 KB', () => {
    for (let count = 0; count < 190; count++) backlog.add(eventOf(clock, 'exposure', 'x'.repeat(200)));
    assert.ok((storage.values.get(kBacklogName)?.length ?? 0) <= 64 * 1024);
    assert.ok(stored().length > 90);
  });

  it('drops events older than seven days', () => {
    backlog.add(eventOf(clock));
    clock.now += 7 * 24 * 3600 * 1000;
    assert.deepEqual(backlog.all(), []);
  });
});
