/** @file The journey through the shop in WebKit. */
import assert from 'node:assert/strict';
import { kParts } from '../lib/parts.js';
import { journeysIn } from './lib/fixtures.js';
import { eventually } from './lib/webkit.js';

const journey = journeysIn();

journey('a shopper buys with the bump, accepts with one click, sees it in the order and undoes it', async (given) => {
  const { webkit, shopper, store } = given;
  await shopper.choose('knife-set');
  await webkit.showsText(kParts.bump, 'A guard for each knife of your Arden three-knife set');
  await webkit.press(kParts.tick);
  await webkit.showsText(kParts.payButton, 'Pay £138.00');
  await eventually(
    () => store.happened(),
    (types) => types.includes('exposure checkout'),
  );

  await shopper.fillIn();
  await shopper.pay();
  await webkit.showsText(kParts.offer, '£24.00');
  await eventually(
    () => store.happened(),
    (types) => types.includes('exposure post_purchase'),
  );

  const presses = shopper.presses;
  await shopper.press(kParts.accept);
  await webkit.showsText(kParts.status, 'Added to your order. You paid £24.00 more.');
  assert.equal(shopper.presses - presses, 1, 'one click');
  await webkit.showsText(kParts.total, '£162.00');
  assert.deepEqual(await store.charges(), [
    { amount: 13800, state: 'succeeded' },
    { amount: 2400, state: 'succeeded' },
  ]);
  assert.equal((await store.receipts())[0]?.label, 'Pay £24.00 now');

  await shopper.press(kParts.undo);
  await webkit.showsText(kParts.status, 'Undone. You get £24.00 back.');
  await webkit.showsText(kParts.total, '£138.00');
  await shopper.openOrder();
  await webkit.showsText(kParts.total, '£138.00');
  assert.deepEqual(await store.charges(), [
    { amount: 13800, state: 'succeeded' },
    { amount: 2400, state: 'refunded' },
  ]);
  await eventually(
    () => store.happened('ineligible'),
    [
      'accept checkout',
      'accept post_purchase',
      'assignment checkout',
      'assignment post_purchase',
      'checkout checkout',
      'exposure checkout',
      'exposure post_purchase',
      'order',
      'undo post_purchase',
    ],
  );
});

journey('“No thank you” removes the offer for good, and the decline is stored once', async (given) => {
  const { webkit, shopper, store } = given;
  await shopper.reachOffer();
  const [yes, no] = [(await webkit.seen(kParts.accept))?.rect, (await webkit.seen(kParts.decline))?.rect];
  assert.deepEqual([no?.width, no?.height], [yes?.width, yes?.height], 'no is as easy to press as yes');
  await shopper.press(kParts.decline);
  await webkit.lacks(kParts.offer);
  await webkit.showsText(kParts.status, /Your first order, \S+, stays as it was\./);
  assert.equal(await webkit.evaluate(() => document.activeElement?.localName), 'aftermint-offer', 'the focus stays');

  await webkit.driver.navigate().refresh();
  await eventually(() => webkit.count('aftermint-offer[state=empty]'), 1);
  await webkit.lacks(kParts.offer);
  await eventually(() => store.count('decline'), 1);
  assert.deepEqual(await store.charges(), [{ amount: 12000, state: 'succeeded' }]);
});

journey('for a card that cannot be charged again the offer is a link', async (given) => {
  const { webkit, shopper, store } = given;
  await shopper.reachOffer('knife-set', 'ok_once');
  assert.equal((await webkit.seen(kParts.accept))?.attributes.href, '/products/sharpener');
  await shopper.press(kParts.accept);
  await webkit.isAt(/\/products\/sharpener$/);
  await eventually(
    () => store.happened(),
    (types) => types.includes('accept thank_you'),
  );
  assert.deepEqual(await store.charges(), [{ amount: 12000, state: 'succeeded' }]);
});

journey('a double click charges once', async (given) => {
  const { webkit, shopper, store, relay } = given;
  await shopper.reachOffer();
  let open = () => {};
  const opened = new Promise<void>((done) => {
    open = done;
  });
  relay.change(/\/offers\/accept$/, async (answer) => {
    await opened;
    return answer;
  });
  const accept = await webkit.element(kParts.accept);
  await webkit.driver.actions().doubleClick(accept).perform();
  open();
  await webkit.showsText(kParts.status, 'Added to your order. You paid £24.00 more.');
  assert.equal(relay.requests.filter(({ path }) => path === '/offers/accept').length, 1, 'one request');
  assert.deepEqual(await store.charges(), [
    { amount: 12000, state: 'succeeded' },
    { amount: 2400, state: 'succeeded' },
  ]);
});

journey('after a lost answer the state is unknown, then found by the key', async (given) => {
  const { webkit, shopper, store, relay } = given;
  await shopper.reachOffer();
  let lost = 0;
  relay.change(/\/offers\/accept$/, (answer) => (lost++ === 0 ? null : answer));
  await shopper.press(kParts.accept);
  await webkit.showsText(kParts.status, 'Added to your order. You paid £24.00 more.');
  const asked = relay.requests.filter(({ path }) => path === '/offers/accept');
  assert.deepEqual(
    [...new Set(asked.map(({ method }) => method))],
    ['POST', 'GET'],
    'it asked for the state of the accept',
  );
  assert.equal((await store.charges()).length, 2, 'and charged once');
});

journey('a bundle: one press adds both to the basket, through the page’s own form', async (given) => {
  const { webkit, shopper, store } = given;
  await shopper.goTo('/products/oak-board');
  await webkit.showsText(kParts.bundle, 'Goes with the Oxhill oak board');
  await eventually(
    () => store.happened(),
    (types) => types.includes('exposure product_page'),
  );
  await shopper.press(kParts.add);
  await webkit.isAt(/\/checkout$/);
  assert.equal(await webkit.count('.lines li'), 2);
  await shopper.goTo('/products/paring-knife');
  await webkit.shows('.buy button');
  await eventually(() => webkit.count('aftermint-bundle[state=empty]'), 1, 'without an offer, nothing is shown');
});
