/**
 * @file Shoppers can buy as usual whatever fails in our script: the rows of the table of faults that depend on the
 * browser, on the product page, at checkout and on the page after payment. AFTERMINT_ALL=1 takes all rows.
 */
import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { type Fault, faults, type PageName } from '../lib/faults/index.js';
import { type HostRecord, kHostRecord, readHostRecord, recordHost } from '../lib/hostRecord.js';
import { kElements, kPaths, kPrice, kProduct, withoutUs } from '../lib/faultPages.js';
import { kParts } from '../lib/parts.js';
import { type Given, journeysIn } from './lib/fixtures.js';
import { eventually } from './lib/webkit.js';

type Trace = Record<PageName, HostRecord>;

/** WebDriver waits until a page has loaded, which some faults prevent, and the watch sends what it sees. */
const isPossible = ({ outcome, slowBy, leaves, hangs, mute }: Fault) =>
  outcome !== 'waiting' && !slowBy && !leaves && !hangs && !mute;
const chosen = faults.filter((fault) => isPossible(fault) && (fault.engines || process.env.AFTERMINT_ALL));

/** Buys the product with a fault, and compares every page with `plain`, the journey without us. */
async function buy({ webkit, shopper, relay }: Given, fault: Fault, plain?: Trace): Promise<Trace> {
  const { html, before, answers = [], on = ['product', 'checkout', 'confirmation'] } = fault;
  const outcomeOn = (name: PageName) => (on.includes(name) ? fault.outcome : 'offer');
  relay.beforeAll(recordHost);
  if (before) relay.beforeAll(before);
  for (const [path, change] of answers) relay.change(path, change);
  if (html)
    for (const name of on) relay.change(kPaths[name], (answer) => (answer.status === 200 ? html(answer) : answer));

  const read = async () => {
    let text = '';
    const get = async () => {
      text = (await webkit.seen('html'))?.attributes[kHostRecord] ?? '';
      return text;
    };
    await eventually(get, (value) => value.includes(' '), 'the page is recorded');
    return readHostRecord(text);
  };
  const look = async (name: PageName): Promise<HostRecord> => {
    const element = kElements[name];
    const outcome = outcomeOn(name);
    if (outcome === 'offer') await webkit.shows(`${element} section`);
    else if (outcome === 'nothing') await eventually(() => webkit.count(`${element}[state=empty]`), 1);
    else if (plain && name !== 'checkout') await eventually(() => webkit.count(`${element}:not([state=empty])`), 0);
    if (outcome !== 'offer') await webkit.lacks(`${element} section`);
    const record = await read();
    assert.equal(record.errors, '', `errors on the ${name} page`);
    if (!plain) return record;
    const without = plain[name];
    assert.equal(record.clicks, without.clicks, 'as many presses as without us');
    assert.equal(record.form, without.form, 'the form submits the same');
    assert.equal(
      record.button,
      without.button,
      'the page’s own button is enabled and in its place from the first frame',
    );
    if (outcome !== 'offer' || name === 'checkout') {
      await eventually(async () => (await read()).places, without.places, `the ${name} page`);
    }
    return record;
  };

  await shopper.goTo(`/products/${kProduct}`);
  const product = await look('product');
  await shopper.press('#buy button');
  await webkit.isAt(kPaths.checkout);
  await shopper.fillIn();
  const checkout = await look('checkout');
  await shopper.pay();
  return { product, checkout, confirmation: await look('confirmation') };
}

describe('a shopper buys as usual when', () => {
  const journey = journeysIn();
  let plain: Trace;

  journey('we are not there', async (given) => {
    plain = await buy(given, withoutUs);
    assert.notDeepEqual(plain.checkout.places, {});
  });

  for (const fault of chosen) {
    journey(fault.when, async (given) => {
      const { store, watch, webkit } = given;
      watch.expects(...(fault.noise ?? []));
      await buy(given, fault, plain);
      if (fault.reason) {
        const reasons = async () => [...new Set(await store.faults())];
        await eventually(reasons, [fault.reason], 'a fault event with the reason');
      }
      await webkit.showsText(kParts.total, '£89.00');
      assert.deepEqual(await store.orders(), [{ offers: [], total: kPrice, lines: [`1 ${kProduct}`] }]);
      assert.deepEqual(await store.charges(), [{ amount: kPrice, state: 'succeeded' }]);
    });
  }
});
