/** @file Tests of the small modules: money, locales, ids, events, retries, storage and transport. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readFileSync } from 'node:fs';
import { minorDigits } from '../src/currencies.gen.js';
import { oneClickBarrier, makeEvent } from '../src/pageEvent.js';
import { randomBytes, uuid7 } from '../src/uuid.js';
import { safeStorage } from '../src/storage.js';
import { Ledger } from '../src/ledger.js';
import { localeOf } from '../src/locale.js';
import { formatMoney } from '../src/money.js';
import { backoffMs, retryAfterMs } from '../src/retry.js';
import { transportTo } from '../src/transport.js';
import type { Arm, Decision } from '../src/types.js';
import { storedVisitor } from '../src/visitor.js';
import { FakeStorage } from './fakes.js';

/** The number without the currency symbol, which may contain a point itself ("Cg."). */
const figureOf = (shown: string) => /\d[\d.,]*/.exec(shown)?.[0] ?? '';

describe('money', () => {
  for (const [amount, currency, locale, text] of [
    [2400, 'GBP', 'en-GB', '£24.00'],
    [2400, 'EUR', 'de', '24,00\u00a0€'],
    [2400, 'JPY', 'ja-JP', '¥2,400'],
    [2405, 'KWD', 'en', 'KWD\u00a02.405'],
    [-150, 'USD', 'en-US', '-$1.50'],
  ] as const) {
    it(`formats ${amount} ${currency} in ${locale}`, () => {
      assert.equal(formatMoney({ amount, currency }, locale).replace('￥', '¥'), text);
    });
  }
  for (const [amount, currency, text] of [
    [450000, 'HUF', '4,500.00'],
    [450000, 'RSD', '4,500.00'],
    [450000, 'IQD', '450.000'],
    [450000, 'XCG', '4,500.00'],
    [450000, 'ZWG', '4,500.00'],
    [450000, 'BGN', '4,500.00'],
    [450000, 'QQQ', '4,500.00'],
    [5, 'UYW', '0.0005'],
  ] as const) {
    it(`uses our table for the digits of ${amount} ${currency}, not Intl`, () => {
      assert.equal(figureOf(formatMoney({ amount, currency }, 'en')), text);
    });
  }
  it('knows the digits of every currency in core/currencies.json', () => {
    const { digits, noMinorUnit, withdrawn } = JSON.parse(readFileSync('core/currencies.json', 'utf8')) as {
      digits: Record<string, string>;
      noMinorUnit: string;
      withdrawn: string;
    };
    let count = 0;
    for (const [places, codes] of [...Object.entries(digits), ['2', noMinorUnit], ['2', withdrawn]] as const) {
      for (const currency of codes.split(' ')) {
        assert.equal(minorDigits(currency), Number(places), currency);
        const shown = figureOf(formatMoney({ amount: 1234567, currency }, 'en'));
        assert.equal(shown.split('.')[1]?.length ?? 0, Number(places), `${currency}: ${shown}`);
        count += 1;
      }
    }
    assert.ok(count > 178, `${count}`);
    for (const unknown of ['QQQ', 'IFC', 'LPD']) assert.equal(minorDigits(unknown), 2);
  });
  it('falls back to the browser’s locale for an unknown one', () => {
    assert.match(formatMoney({ amount: 2400, currency: 'GBP' }, 'not a locale'), /24/);
  });
});

describe('localeOf', () => {
  for (const [written, locale] of [
    ['de-AT', 'de-AT'],
    ['zh-Hant-TW', 'zh-Hant-TW'],
    ['es-419', 'es-419'],
    ['tlh', 'tlh'],
    ['en_US', 'en-US'],
    ['de_AT.UTF-8', 'de-AT'],
    ['sr_RS@latin', 'sr-RS'],
    ['zh_CN_#Hans', 'zh-CN'],
    [' fr ', 'fr'],
    ['en-u-nu-arab', 'en'],
    ['ar-EG-u-nu-latn-x-a', 'ar-EG'],
    ['de-x-informal', 'de'],
    ['de-', 'de'],
  ] as const) {
    it(`reads “${written}” as ${locale}`, () => assert.equal(localeOf(written), locale));
  }
  for (const written of [
    ...['', ' ', 'auto', 'default', 'C', 'C.UTF-8', 'POSIX', 'english', 'Deutsch', 'root', '*', '中文', '${lang}'],
    ...['und', 'UND-Latn', 'mul', 'mis', 'zxx', 'x-klingon', 'i-klingon', 'undefined', 'null', '12', 'en1'],
    null,
    undefined,
  ]) {
    it(`finds no locale in “${written}”`, () => assert.equal(localeOf(written), undefined));
  }
  it('returns a locale that the core accepts: short, only letters and digits', () => {
    assert.equal(localeOf(`en${'-abcdefgh'.repeat(9)}`)?.length, 29);
    for (const written of ['en-US', 'sl-rozaj-biske-1994', 'de-1996']) {
      assert.match(`${localeOf(written)}`, /^[a-z]{2,3}(-[a-z\d]{2,8})*$/i);
    }
  });
});

describe('uuid7', () => {
  it('starts with the time, so that ids sort by it', () => {
    const id = uuid7(Date.parse('2026-11-23T10:00:00Z'), randomBytes);
    assert.match(id, /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    assert.equal(Number.parseInt(id.slice(0, 13).replace('-', ''), 16), Date.parse('2026-11-23T10:00:00Z'));
  });
});

describe('an event', () => {
  const context = { id: 'x', source: '/checkout', time: '2026-11-23T10:00:00Z', visitor: 'v-1', pageView: 'view-1' };
  it('has a business key of order, offer, placement and type', () => {
    const event = makeEvent('exposure', { order: '1001', offer: 'a', placement: 'checkout' }, context);
    assert.equal(event.data.key, '1001/a/checkout/exposure');
    assert.equal(event.type, 'aftermint.exposure');
    assert.equal(event.subject, '1001');
  });
  it('uses the page view in the key if there is no order id', () => {
    assert.equal(makeEvent('checkout', { placement: 'checkout' }, context).data.key, 'view-1/-/checkout/checkout');
  });
  it('of type ineligible has its reason code in the key', () => {
    const ineligible = (reason: string) =>
      makeEvent('ineligible', { order: '1', placement: 'thank_you', reason }, context);
    assert.equal(ineligible('one_click_currency: EUR\nonly').data.key, '1/-/thank_you/ineligible/one_click_currency');
    assert.equal(ineligible('all_refused').data.key, '1/-/thank_you/ineligible/all_refused');
    assert.equal(makeEvent('fault', { order: '1', reason: 'deadline' }, context).data.key, '1/-/-/fault');
  });
  it('of type assignment has a key for each visitor and set of arms, however long their ids are', () => {
    const arms = (arm: string, count = 1) =>
      Array.from({ length: count }, (_, number) => ({ experiment: `${'e'.repeat(40)}${number}`, arm }));
    const keyOf = (given: Arm[], visitor = 'v-1') =>
      makeEvent(
        'assignment',
        { order: '1001', offer: 'a', placement: 'checkout', before: 0, holdout: false, arms: given },
        { ...context, visitor },
      ).data.key;
    assert.match(keyOf([]), /^1001\/a\/checkout\/assignment\/[0-9a-z]{1,7}$/);
    assert.equal(keyOf(arms('x')), keyOf(arms('x')));
    assert.equal(new Set([keyOf([]), keyOf(arms('x')), keyOf(arms('y')), keyOf(arms('x'), 'v-2')]).size, 4);
    assert.ok(keyOf(arms('x', 16)).length < 60);
  });
  it('cuts a reason to two hundred characters', () => {
    assert.equal(makeEvent('fault', { reason: 'x'.repeat(5000) }, context).data.reason?.length, 200);
  });
});

describe('oneClickBarrier', () => {
  const none: Decision = {
    ok: true,
    offer: null,
    reason: 'no_candidates',
    placement: 'thank_you',
    arms: [],
    withheld: null,
    trace: [],
  };
  const barred = (said?: string) =>
    oneClickBarrier({ ...none, oneClick: { possible: false, reason: 'expired', ...(said !== undefined && { said }) } });
  it('is empty if one click is possible or does not apply', () => {
    assert.equal(oneClickBarrier(none), '');
  });
  it('is the core’s code and the platform’s reason, within the collector’s limit', () => {
    assert.equal(barred(), 'one_click_expired');
    assert.equal(barred('the time after payment is over'), 'one_click_expired: the time after payment is over');
    assert.equal(barred('ended\u0000 <b>'), 'one_click_expired: ended');
    assert.equal(barred('\n'), 'one_click_expired');
    assert.equal(barred('half a letter \ud83d'), 'one_click_expired: half a letter ');
    const long = barred('😀'.repeat(256));
    assert.equal(long, `one_click_expired: ${'😀'.repeat(50)}`);
    assert.ok(new TextEncoder().encode(long).length <= 256);
  });
});

describe('the time before a retry', () => {
  it('is random up to a ceiling that doubles with each failure, at most a minute', () => {
    assert.equal(
      backoffMs(3, () => 0),
      0,
    );
    assert.equal(
      backoffMs(3, () => 1),
      8000,
    );
    assert.equal(
      backoffMs(30, () => 1),
      60_000,
    );
  });
  it('follows Retry-After in seconds or as a date, at most an hour', () => {
    const now = Date.parse('2026-11-23T10:00:00Z');
    assert.equal(retryAfterMs('120', now), 120_000);
    assert.equal(retryAfterMs('Mon, 23 Nov 2026 10:01:00 GMT', now), 60_000);
    assert.equal(retryAfterMs('999999', now), 3600_000);
    for (const header of [null, '', 'soon', '-5']) assert.equal(retryAfterMs(header, now), 0);
  });
});

describe('stored values', () => {
  it('stay in memory while storage is full or blocked', () => {
    const storage = new FakeStorage();
    const values = safeStorage(() => storage);
    storage.blocked = true;
    values.set('a', '1');
    assert.equal(values.get('a'), '1');
    storage.blocked = false;
    assert.equal(values.get('a'), '1');
    values.set('a', '2');
    assert.equal(storage.values.get('a'), '2');
  });
  it('stay in memory if opening the storage throws', () => {
    const values = safeStorage(() => {
      throw new Error('SecurityError');
    });
    values.set('a', '1');
    assert.equal(values.get('a'), '1');
    assert.equal(values.get('b'), null);
  });
  it('contain one visitor id per browser, and an invalid one is replaced', () => {
    const storage = new FakeStorage();
    const values = safeStorage(() => storage);
    assert.equal(storedVisitor(values, 'v-1'), 'v-1');
    assert.equal(storedVisitor(values, 'v-2'), 'v-1');
    storage.values.set('aftermint.visitor', '<script>');
    assert.equal(storedVisitor(values, 'v-3'), 'v-3');
  });
  it('contain a decline for its own order only', () => {
    const storage = new FakeStorage();
    const open = () =>
      new Ledger(
        safeStorage(() => storage),
        Date.now,
      );
    open().decline('1001', 'a');
    assert.deepEqual(open().declined('1001'), ['a']);
    assert.deepEqual(open().declined('1002'), []);
    for (const foreign of ['{"1001":3}', '[null]', '[3]', '[{"order":"1001"}]', '[']) {
      storage.values.set('aftermint.order-declines.1', foreign);
      assert.deepEqual(open().declined('1001'), []);
    }
  });
  it('contain the declines that version 0.1 stored', () => {
    const storage = new FakeStorage();
    storage.values.set('aftermint.declined.1', JSON.stringify([{ order: '1001', offer: 'a', at: Date.now() }]));
    const ledger = new Ledger(
      safeStorage(() => storage),
      Date.now,
    );
    assert.deepEqual(ledger.declined('1001'), ['a']);
    ledger.decline('1001', 'b');
    assert.deepEqual(ledger.declined('1001'), ['a', 'b']);
  });
  it('contain accepts and declines for one week', () => {
    const storage = new FakeStorage();
    let now = 1e12;
    const ledger = new Ledger(
      safeStorage(() => storage),
      () => now,
    );
    ledger.put({ order: '1', offer: 'a', amount: 1, currency: 'GBP', key: 'k', at: now });
    ledger.decline('2', 'a');
    assert.equal(ledger.of('1').length, 1);
    assert.equal(ledger.declined('2').length, 1);
    now += 7 * 24 * 3600 * 1000;
    assert.equal(ledger.of('1').length, 0);
    assert.equal(ledger.declined('2').length, 0);
  });
});

describe('a batch sent while the page is closing', () => {
  it('is sent by fetch if sendBeacon refuses or throws, and never throws itself', () => {
    const sent: RequestInit[] = [];
    const fetch = (_: string, init: RequestInit = {}) => {
      sent.push(init);
      return Promise.reject(new TypeError('network'));
    };
    transportTo('/events', fetch, () => false).postOnExit('[]');
    transportTo('/events', fetch, undefined).postOnExit('[]');
    const broken = () => {
      throw new Error('blocked');
    };
    transportTo('/events', fetch, broken).postOnExit('[]');
    transportTo('/events', broken, broken).postOnExit('[]');
    assert.equal(sent.length, 3);
    assert.ok(sent.every((init) => init.keepalive));
  });
  it('is sent only once if sendBeacon accepts it', () => {
    const fetch = () => assert.fail('sent twice');
    transportTo('/events', fetch, () => true).postOnExit('[]');
  });
});
