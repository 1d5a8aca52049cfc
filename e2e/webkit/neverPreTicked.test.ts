/** @file Only the shopper ticks the bump, whatever the browser restores. A page may remove a tick but never add one. */
import assert from 'node:assert/strict';
import type { BumpChange } from '../../widget/src/elementEvents.js';
import { kParts } from '../lib/parts.js';
import { rectNow } from '../lib/payButtonRects.js';
import { journeysIn } from './lib/fixtures.js';
import { eventually, type WebKit } from './lib/webkit.js';

const journey = journeysIn();

/** What the form would submit for the bump; null: nothing. */
const wouldSend = (webkit: WebKit) =>
  webkit.evaluate(() => {
    const form = document.querySelector<HTMLFormElement>('form.pay');
    return form && new FormData(form).get('bump');
  });

async function isUnticked(webkit: WebKit): Promise<void> {
  await webkit.shows(kParts.tick);
  await webkit.isChecked(kParts.tick, false);
  assert.equal(await wouldSend(webkit), null);
  await webkit.showsText(kParts.payButton, 'Pay £120.00');
}

journey('the bump starts unticked and submits nothing, and a reload unticks it', async ({ webkit, shopper }) => {
  await shopper.choose('knife-set');
  await isUnticked(webkit);
  await webkit.press(kParts.tick);
  await eventually(() => wouldSend(webkit), 'guards-with-set');
  await webkit.driver.navigate().refresh();
  await isUnticked(webkit);
});

journey('it is unticked in a page from the back/forward cache', async ({ webkit, shopper, relay }) => {
  relay.beforeAll(() => {
    addEventListener('pageshow', ({ persisted }) => {
      document.documentElement.dataset.cameBack = `${persisted}`;
    });
  });
  await shopper.choose('knife-set');
  await webkit.press(kParts.tick);
  await webkit.type('#name', 'Robin Ashby');
  await shopper.goTo('/');
  await webkit.driver.navigate().back();
  await webkit.isAt(/\/checkout$/);
  await isUnticked(webkit);
  assert.equal(
    await webkit.evaluate(() => document.documentElement.dataset.cameBack),
    'true',
    'the page came from the cache',
  );
  await webkit.type('#name', '!');
  assert.equal(await webkit.evaluate(() => document.querySelector<HTMLInputElement>('#name')?.value), 'Robin Ashby!');
});

journey('a form reset unticks it, and the page gets the event', async ({ webkit, shopper }) => {
  await shopper.choose('knife-set');
  await webkit.press(kParts.tick);
  await webkit.showsText(kParts.payButton, 'Pay £138.00');
  await webkit.evaluate(() => document.querySelector<HTMLFormElement>('form.pay')?.reset());
  await isUnticked(webkit);
});

journey('a refusal removes the tick with a message, and moves nothing', async ({ webkit, shopper }) => {
  await shopper.choose('knife-set');
  await webkit.shows(kParts.tick);
  await webkit.evaluate(() => {
    document.addEventListener('aftermint-change', (event) => {
      const { checked, waitUntil } = (event as CustomEvent<BumpChange>).detail;
      document.documentElement.dataset.changes = `${document.documentElement.dataset.changes ?? ''} ${checked}`;
      if (!checked) return;
      const asked = new Promise<void>((_, refuse) => {
        addEventListener('refuse', () => refuse(new Error('the basket is locked')), { once: true });
      });
      waitUntil(asked);
    });
  });
  const before = await webkit.evaluate(rectNow);
  await webkit.press(kParts.tick);
  assert.equal((await webkit.seen(kParts.tick))?.attributes['aria-busy'], 'true');
  assert.equal(await wouldSend(webkit), 'guards-with-set', 'the form submits what is shown');
  assert.deepEqual(await webkit.evaluate(rectNow), before);
  await webkit.evaluate(() => void dispatchEvent(new Event('refuse')));
  await webkit.showsText(kParts.bumpStatus, 'That could not be added. Your order stays as it was.');
  await isUnticked(webkit);
  assert.equal(await webkit.evaluate(() => document.documentElement.dataset.changes), ' true false');
  assert.deepEqual(await webkit.evaluate(rectNow), before);
});
