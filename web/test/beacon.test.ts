import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { Backlog, kBacklogName } from '../src/backlog.js';
import { Beacon } from '../src/beacon.js';
import type { PageEvent } from '../src/event.js';
import { eventOf, FakeClock, FakeNetwork, FakeShelf, ports, settled } from './world.js';

let clock: FakeClock;
let network: FakeNetwork;
let shelf: FakeShelf;
let backlog: Backlog;
let beacon: Beacon;

const stored = (): PageEvent[] => JSON.parse(shelf.values.get(kBacklogName) ?? '[]') as PageEvent[];
const newBacklog = () =>
  new Backlog(
    () => shelf,
    () => clock.now,
  );
const kGather = 1000;

beforeEach(() => {
  clock = new FakeClock();
  network = new FakeNetwork();
  shelf = new FakeShelf();
  backlog = newBacklog();
  beacon = new Beacon(backlog, ports(clock, network));
});

describe('the beacon', () => {
  it('gathers events for a moment and sends them as one batch', async () => {
    beacon.emit(eventOf(clock));
    beacon.emit(eventOf(clock));
    assert.equal(network.bodies.length, 0);
    clock.advance(kGather);
    await settled();
    assert.equal(network.open[0]?.events.length, 2);
  });

  it('says when it sent them, beside when they happened', async () => {
    beacon.emit(eventOf(clock));
    const happened = clock.now;
    clock.advance(kGather);
    await settled();
    const [event] = network.open[0]?.events ?? [];
    assert.equal(Date.parse(event?.time ?? ''), happened);
    assert.equal(Date.parse(event?.data.sentAt ?? ''), happened + kGather);
  });

  it('keeps an event until a collector names its id', async () => {
    beacon.emit(eventOf(clock));
    clock.advance(kGather);
    await settled();
    await network.reply({ status: 200, body: '{"stored":[]}' });
    assert.equal(stored().length, 1);
    clock.advance(60_000);
    await settled();
    await network.store();
    assert.deepEqual(stored(), []);
  });

  it('forgets by id and not by number when events arrive during a request', async () => {
    beacon.emit(eventOf(clock));
    clock.advance(kGather);
    await settled();
    const late = eventOf(clock);
    beacon.emit(late);
    await network.store();
    assert.deepEqual(
      stored().map((event) => event.id),
      [late.id],
    );
  });

  it('asks at most one question at a time', async () => {
    beacon.emit(eventOf(clock));
    clock.advance(kGather);
    await settled();
    beacon.emit(eventOf(clock));
    clock.advance(kGather);
    await settled();
    assert.equal(network.open.length, 1);
  });

  it('waits as long as the collector asks', async () => {
    beacon.emit(eventOf(clock));
    clock.advance(kGather);
    await settled();
    await network.reply({ status: 503, retryAfterMs: 120_000 });
    assert.equal(clock.next, 120_000);
  });

  it('backs off further with every failure', async () => {
    beacon.emit(eventOf(clock));
    clock.advance(kGather);
    const waits: number[] = [];
    for (let count = 0; count < 4; count++) {
      await settled();
      await network.reply({ status: 500 });
      waits.push(clock.next);
      clock.advance(clock.next);
    }
    assert.deepEqual(waits, [1000, 2000, 4000, 8000]);
  });

  it('is silent after eight failures until something new happens', async () => {
    beacon.emit(eventOf(clock));
    for (let count = 0; count < 8; count++) {
      clock.advance(clock.next);
      await settled();
      await network.reply({ status: 0 });
    }
    assert.equal(clock.waiting, 0);
    assert.equal(stored().length, 1);
    beacon.emit(eventOf(clock));
    clock.advance(kGather);
    await settled();
    assert.equal(network.open[0]?.events.length, 2);
  });

  it('is quiet while offline and goes on when told', async () => {
    let online = false;
    beacon = new Beacon(backlog, ports(clock, network, { online: () => online }));
    beacon.emit(eventOf(clock));
    clock.advance(kGather);
    await settled();
    assert.equal(network.bodies.length, 0);
    assert.equal(clock.waiting, 0);
    online = true;
    beacon.wake();
    clock.advance(kGather);
    await settled();
    assert.equal(network.open.length, 1);
  });

  it('does not let one refused event hold up the others', async () => {
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

  it('drops what the collector refuses by id and keeps what it does not name', async () => {
    const [good, bad, unnamed] = [eventOf(clock), eventOf(clock), eventOf(clock)];
    for (const event of [good, bad, unnamed]) beacon.emit(event);
    clock.advance(kGather);
    await settled();
    const body = { stored: [good.id], refused: [{ id: bad.id, message: 'type is not known here' }] };
    await network.reply({ status: 200, body: JSON.stringify(body) });
    assert.deepEqual(
      stored().map((event) => event.id),
      [unnamed.id],
    );
  });

  it('flushes once on hide, whichever handlers call it', () => {
    beacon.emit(eventOf(clock));
    beacon.hide();
    beacon.hide();
    assert.equal(network.lastBodies.length, 1);
    assert.equal(stored().length, 1, 'a flush is no delivery');
  });

  it('sends what happens while hidden at once', () => {
    beacon.hide();
    beacon.emit(eventOf(clock));
    assert.equal(network.lastBodies.length, 1);
  });

  it('keeps a batch under 16 KiB, in bytes and not in characters', async () => {
    for (let count = 0; count < 100; count++) beacon.emit(eventOf(clock, 'exposure', '€'.repeat(200)));
    beacon.hide();
    assert.equal(network.lastBodies.length, 3);
    for (const body of network.lastBodies) assert.ok(Buffer.byteLength(body) <= 16 * 1024);
  });

  it('leaves the sending to another tab that is at it, and looks again', async () => {
    let free = false;
    beacon = new Beacon(backlog, ports(clock, network, { alone: (work) => (free ? work() : Promise.resolve()) }));
    beacon.emit(eventOf(clock));
    clock.advance(kGather);
    await settled();
    assert.equal(network.open.length, 0);
    free = true;
    clock.advance(kGather);
    await settled();
    assert.equal(network.open.length, 1);
  });

  it('goes on when the platform refuses the lock', async () => {
    beacon = new Beacon(backlog, ports(clock, network, { alone: () => Promise.reject(new Error('AbortError')) }));
    beacon.emit(eventOf(clock));
    clock.advance(kGather);
    await settled();
    assert.equal(stored().length, 1);
    assert.equal(clock.waiting, 1);
  });
});

describe('the backlog', () => {
  it('is taken up by the next page', () => {
    const event = eventOf(clock);
    backlog.add(event);
    assert.deepEqual(newBacklog().all(), [event]);
  });

  it('merges with what another tab wrote', () => {
    const other = newBacklog();
    backlog.add(eventOf(clock));
    other.add(eventOf(clock));
    backlog.add(eventOf(clock));
    assert.equal(stored().length, 3);
  });

  it('survives a stale write of another tab', () => {
    backlog.add(eventOf(clock));
    shelf.values.set(kBacklogName, '[]');
    backlog.add(eventOf(clock));
    assert.equal(stored().length, 2);
  });

  it('begins again where storage holds something else', () => {
    for (const text of ['{', '{"a":1}', '[1,null,{"id":3}]']) {
      shelf.values.set(kBacklogName, text);
      const fresh = newBacklog();
      assert.deepEqual(fresh.all(), []);
      fresh.add(eventOf(clock));
      assert.equal(stored().length, 1);
    }
  });

  it('lives in memory where storage is blocked or full', () => {
    shelf.blocked = true;
    backlog.add(eventOf(clock));
    assert.equal(backlog.all().length, 1);
    shelf.blocked = false;
    shelf.full = true;
    backlog.add(eventOf(clock));
    assert.equal(backlog.all().length, 2);
    shelf.full = false;
    backlog.save();
    assert.equal(stored().length, 2);
  });

  it('holds at most 200 events and gives up an accept last', () => {
    const accept = eventOf(clock, 'accept');
    backlog.add(accept);
    for (let count = 0; count < 250; count++) backlog.add(eventOf(clock));
    assert.ok(stored().length <= 200);
    assert.ok(stored().some((event) => event.id === accept.id));
  });

  it('holds at most 64 KB', () => {
    for (let count = 0; count < 190; count++) backlog.add(eventOf(clock, 'exposure', 'x'.repeat(200)));
    assert.ok((shelf.values.get(kBacklogName)?.length ?? 0) <= 64 * 1024);
    assert.ok(stored().length > 90);
  });

  it('forgets what is older than seven days', () => {
    backlog.add(eventOf(clock));
    clock.now += 7 * 24 * 3600 * 1000;
    assert.deepEqual(backlog.all(), []);
  });
});
