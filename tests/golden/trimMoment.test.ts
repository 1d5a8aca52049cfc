// A trimmed moment gives the same answer as the whole one, byte for byte.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Core } from '../../web/src/core.js';
import { momentTrimmer } from '../../web/src/trimMoment.js';
import type { Moment } from '../../web/src/types.js';
import { opened, page } from './modules.js';
import { Random, randomBook, randomMoment } from './random.js';

const kPairs = 3_000;

test(`whole and trimmed moments give the same answers for ${kPairs} random pairs`, async () => {
  const doors = await page();
  let sent = '';
  let given = '';
  const watched: Glue = {
    ...doors,
    view: (book, moment) => {
      sent = moment;
      given = doors.view(book, moment);
      return given;
    },
  };
  const counts = { shorter: 0, offered: 0, condition: 0, frequency: 0 };
  for (let seed = 0; seed < kPairs; seed += 1) {
    const random = new Random(seed);
    const made = randomBook(random) as { offers: { id: string; frequencyCap?: object }[] };
    const moment = randomMoment(random) as Moment;
    const [first] = made.offers;
    if (first && seed % 3 === 0) {
      first.frequencyCap = { exposures: 1, seconds: 1_000_000 };
      moment.visitor.seen = [{ offer: first.id, at: '2026-11-22T10:00:00Z' }];
    }
    const text = JSON.stringify(made);
    const before = structuredClone(moment);
    const book = opened(doors, text);
    const whole = JSON.stringify(moment);
    const expected = doors.view(book, whole);
    doors.close(book);
    const core = new Core(watched);
    core.open(text);
    const { decision } = core.view(moment);
    assert.equal(given, expected, `seed ${seed}`);
    assert.deepEqual(moment, before);
    if (sent.length < whole.length) counts.shorter += 1;
    if (decision.offer !== null) counts.offered += 1;
    for (const { reason } of decision.trace) {
      if (reason === 'condition') counts.condition += 1;
      if (reason === 'frequency') counts.frequency += 1;
    }
  }
  for (const [what, count] of Object.entries(counts)) assert.ok(count >= 10, `${what}: ${count}`);
});

test('a book lists the attributes that its conditions and caps read', async () => {
  const doors = await page();
  const readsOf = (when: object, more: object = {}) => {
    const book = {
      version: 1,
      id: 'b',
      merchant: 'm',
      currency: 'GBP',
      locale: 'en',
      products: [{ id: 'p', title: 'P', price: 1 }],
      offers: [
        {
          id: 'o',
          type: 'cross_sell',
          items: [{ product: 'p' }],
          price: { kind: 'list' },
          placements: ['checkout'],
          copy: { en: { headline: 'h', benefit: 'b' } },
          when,
          ...more,
        },
      ],
    };
    return JSON.parse(doors.open(JSON.stringify(book))).reads;
  };
  assert.deepEqual(readsOf({}), []);
  assert.deepEqual(readsOf({ 'order.value': 1, language: 'de' }), []);
  assert.deepEqual(readsOf({ 'visitor.a.b': 1, $or: [{ 'visitor.a': 2 }, { $not: { 'platform.x': 3 } }] }), [
    'visitor.a',
  ]);
  assert.deepEqual(readsOf({ visitor: { a: 1 }, 'page.url': '/' }), ['visitor', 'page']);
  assert.deepEqual(readsOf({ 'visitor.list': { $elemMatch: { 'visitor.b': 1 } } }), ['visitor.list']);
  assert.deepEqual(readsOf({ 'visitor.': 1, 'visitor."': 2 }), ['visitor.', 'visitor."']);
  assert.deepEqual(readsOf({}, { frequencyCap: { exposures: 1, seconds: 1 } }), ['seen']);
});

test('trimming keeps attributes with special names and does not change the original moment', () => {
  const trimmed = (visitor: unknown, reads: string[]) =>
    JSON.stringify(momentTrimmer(reads)({ visitor } as unknown as Moment));
  const awkward = JSON.parse('{"__proto__":{"a":1},"toString":2,"":3,"a.b":4,"x":5}');
  assert.equal(
    trimmed({ attributes: awkward }, ['visitor.__proto__', 'visitor.toString', 'visitor.']),
    '{"visitor":{"attributes":{"__proto__":{"a":1},"toString":2,"":3}}}',
  );
  assert.equal(trimmed({ attributes: {} }, ['visitor.toString', 'visitor.__proto__']), '{"visitor":{"attributes":{}}}');
  assert.equal(trimmed({ attributes: { a: undefined, b: () => 1 } }, ['visitor.a']), '{"visitor":{"attributes":{}}}');
  assert.equal(
    trimmed({ attributes: awkward, seen: [1] }, ['seen', 'visitor']),
    JSON.stringify({ visitor: { attributes: awkward, seen: [1] } }),
  );
  // Anything else than a plain object is passed on to the core, which refuses it.
  for (const odd of [null, 1, 'x', [1], { toJSON: () => ['x'] }]) {
    assert.equal(trimmed(odd, []), JSON.stringify({ visitor: odd }));
    assert.equal(trimmed({ attributes: odd }, []), JSON.stringify({ visitor: { attributes: odd } }));
  }
  assert.equal(trimmed(undefined, []), '{}');
  assert.equal(JSON.stringify(momentTrimmer([])(null as unknown as Moment)), 'null');
});
