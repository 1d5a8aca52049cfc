// Nobody ticks but the shopper, whatever a browser brings back; and a page may take a tick back, never give one.
import assert from 'node:assert/strict';
import type { BumpChange } from '../../widget/src/elementEvents.js';
import { kParts } from '../lib/parts.js';
import { rectNow } from '../lib/rects.js';
import { journeysIn } from './lib/journeys.js';
import { eventually, type WebKit } from './lib/webkit.js';

const journey = journeysIn();

/** What the form would send for the bump now; null: nothing. */
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

journey('the bump comes unticked and sends nothing; ticked, a reload unticks it', async ({ webkit, shopper }) => {
  await shopper.choose('knife-set');
  await isUnticked(webkit);
  await webkit.press(kParts.tick);
  await eventually(() => wouldSend(webkit), 'guards-with-set');
  await webkit.driver.navigate().refresh();
  await isUnticked(webkit);
});

journey('the way back into a page that the browser kept whole unticks it', async ({ webkit, shopper, relay }) => {
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
    'it was kept as it stood',
  );
  await webkit.type('#name', '!');
  assert.equal(await webkit.evaluate(() => document.querySelector<HTMLInputElement>('#name')?.value), 'Robin Ashby!');
});

journey('a reset of the form unticks it, and the page hears of it', async ({ webkit, shopper }) => {
  await shopper.choose('knife-set');
  await webkit.press(kParts.tick);
  await webkit.showsText(kParts.payButton, 'Pay £138.00');
  await webkit.evaluate(() => document.querySelector<HTMLFormElement>('form.pay')?.reset());
  await isUnticked(webkit);
});

journey('a refusal takes the tick back, with a word, and moves nothing', async ({ webkit, shopper }) => {
  await shopper.choose('knife-set');
  await webkit.shows(kParts.tick);
  await webkit.evaluate(() => {
    document.addEventListener('aftermint-change', (event) => {
      const { checked, waitUntil } = (event as CustomEvent<BumpChange>).detail;
      document.documentElement.dataset.heard = `${document.documentElement.dataset.heard ?? ''} ${checked}`;
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
  assert.equal(await wouldSend(webkit), 'guards-with-set', 'what is seen is what is sent');
  assert.deepEqual(await webkit.evaluate(rectNow), before);
  await webkit.evaluate(() => void dispatchEvent(new Event('refuse')));
  await webkit.showsText(kParts.bumpStatus, 'That could not be added. Your order stays as it was.');
  await isUnticked(webkit);
  assert.equal(await webkit.evaluate(() => document.documentElement.dataset.heard), ' true false');
  assert.deepEqual(await webkit.evaluate(rectNow), before);
});
