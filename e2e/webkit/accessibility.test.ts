/** @file The pages pass axe in every state, can be used by keyboard, and fit 320 pixels. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe } from 'node:test';
import type axe from 'axe-core';
import { Key } from 'selenium-webdriver';
import { kAxeRules, findingsOf } from '../lib/axeRules.js';
import { type Card, kParts, kPerson } from '../lib/parts.js';
import { type Given, journeysIn } from './lib/fixtures.js';
import { eventually, type WebKit } from './lib/webkit.js';

const kAxe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Checks the current page with every rule of axe, including those that are off by default. */
async function isAccessible(webkit: WebKit, what: string): Promise<void> {
  await eventually(() => webkit.evaluate(() => document.readyState), 'complete');
  await webkit.driver.executeScript(kAxe);
  const { violations, passes } = await webkit.evaluate(async (rules) => {
    const found = await (window as unknown as { axe: typeof axe }).axe.run(document, { rules });
    return { violations: found.violations, passes: found.passes.length };
  }, kAxeRules);
  assert.deepEqual(findingsOf({ violations }), [], what);
  assert.ok(passes > 20, `axe found elements to test in ${what}`);
}

/** No part of the page is wider than the page. */
async function fits(webkit: WebKit, what: string): Promise<void> {
  assert.deepEqual(await webkit.evaluate(() => [innerWidth, document.documentElement.scrollWidth]), [320, 320], what);
}

for (const isDark of [false, true]) {
  describe(`accessible in ${isDark ? 'dark' : 'light'}`, () => {
    const journey = journeysIn({ isDark, isStill: true });

    journey('from the product to an offer that is accepted and undone', async ({ webkit, shopper, watch }) => {
      watch.expects(/answer 402/);
      assert.equal(await webkit.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches), isDark);
      await shopper.goTo('/products/oak-board');
      await webkit.shows(kParts.bundle);
      await isAccessible(webkit, 'a product with its offer');
      await shopper.choose('knife-set');
      await webkit.shows(kParts.bump);
      await isAccessible(webkit, 'checkout with the bump');
      await webkit.press(kParts.tick);
      await isAccessible(webkit, 'checkout with the bump ticked');
      await shopper.fillIn('declined');
      await shopper.press(kParts.payButton);
      await webkit.shows('.errors');
      await isAccessible(webkit, 'checkout after a declined card');
      await webkit.press('input[name=card][value=ok]');
      await shopper.pay();
      await webkit.shows(kParts.offer);
      await isAccessible(webkit, 'offer');
      await shopper.press(kParts.accept);
      await webkit.shows(kParts.undo);
      await isAccessible(webkit, 'accepted');
      await shopper.press(kParts.undo);
      await webkit.showsText(kParts.status, 'Undone');
      await isAccessible(webkit, 'undone');
    });

    for (const [card, state] of [
      ['ok_then_declined', 'declined'],
      ['ok_then_action', 'requires_action'],
    ] satisfies [Card, string][]) {
      journey(`an offer in the state ${state}`, async ({ webkit, shopper }) => {
        await shopper.reachOffer('knife-set', card);
        await shopper.press(kParts.accept);
        await eventually(() => webkit.count(`aftermint-offer[state=${state}]`), 1);
        await isAccessible(webkit, state);
      });
    }

    journey('an offer as a link, and after “No thank you”', async ({ webkit, shopper }) => {
      await shopper.reachOffer('knife-set', 'ok_once');
      await isAccessible(webkit, 'offer as a link');
      await shopper.press(kParts.decline);
      await webkit.lacks(kParts.offer);
      await isAccessible(webkit, 'after “No thank you”');
    });
  });
}

describe('usable by everybody', () => {
  const journey = journeysIn();

  journey('names, roles and descriptions of the controls', async ({ webkit, shopper }) => {
    /** Role and name as WebKit computes them, and the text that describes the element. */
    const described = async (part: string) => {
      const element = await webkit.element(part);
      const description = await webkit.driver.executeScript<string>(
        `const [element] = arguments;
         const ids = (element.getAttribute('aria-describedby') ?? '').split(' ');
         return ids.map((id) => element.getRootNode().getElementById(id)?.textContent ?? '').join(' ').trim();`,
        element,
      );
      return [await element.getAriaRole(), await element.getAccessibleName(), description];
    };
    await shopper.choose('knife-set');
    await webkit.shows(kParts.bump);
    assert.deepEqual(await described(kParts.tick), ['checkbox', 'Add three blade guards', '+£18.00']);
    await shopper.fillIn();
    await shopper.pay();
    await webkit.shows(kParts.offer);
    assert.deepEqual(await described(kParts.accept), [
      'button',
      'Pay £24.00 now',
      '£24.00 in total, paid with the payment method of your order. Your order stays as it is either way.',
    ]);
    await shopper.press(kParts.accept);
    await webkit.showsText(kParts.status, 'Added to your order.');
    assert.deepEqual(await described('aftermint-offer #card'), ['group', 'Optional offer after your order', '']);
  });

  journey('everything can be done with the keyboard', async ({ webkit, shopper, store }) => {
    await shopper.goTo('/products/knife-set');
    await webkit.tabTo('.buy button');
    await webkit.keys(Key.ENTER);
    await webkit.isAt(/\/checkout$/);
    await webkit.shows(kParts.bump);
    for (const [field, text] of Object.entries(kPerson)) {
      await webkit.tabTo(`#${field}`);
      await webkit.keys(text.replace('\n', ' '));
    }
    await webkit.tabTo('input[name=card]');
    await webkit.keys(Key.SPACE);
    await webkit.tabTo('[part~=tick]');
    await webkit.keys(Key.SPACE);
    await webkit.isChecked(kParts.tick, true);
    await webkit.tabTo('.pay-button');
    await webkit.keys(Key.ENTER);
    await webkit.isAt(/\/thanks$/);
    await webkit.shows(kParts.offer);
    await webkit.tabTo('[part~=accept]');
    await webkit.keys(Key.ENTER);
    await webkit.showsText(kParts.status, 'Added to your order.');
    const focused = await webkit.evaluate(() => document.activeElement?.localName);
    assert.equal(focused, 'aftermint-offer', 'the focus moved to the card that replaced the button');
    await eventually(async () => (await webkit.seen(kParts.undo))?.isEnabled, true);
    await webkit.tabTo('[part~=undo]');
    await webkit.keys(Key.ENTER);
    await webkit.showsText(kParts.status, 'Undone.');
    assert.deepEqual(await store.charges(), [
      { amount: 13800, state: 'succeeded' },
      { amount: 2400, state: 'refunded' },
    ]);
  });

  journey('every state fits 320 pixels', async ({ webkit, shopper }: Given) => {
    await webkit.resize(320, 640);
    await shopper.goTo('/products/oak-board');
    await webkit.shows(kParts.bundle);
    await fits(webkit, 'product');
    await shopper.choose('knife-set');
    await webkit.shows(kParts.bump);
    await fits(webkit, 'checkout');
    await webkit.press(kParts.tick);
    await webkit.showsText(kParts.payButton, 'Pay £138.00');
    await fits(webkit, 'ticked');
    await shopper.fillIn();
    await shopper.pay();
    await webkit.shows(kParts.offer);
    await fits(webkit, 'offer');
    await shopper.press(kParts.accept);
    await webkit.shows(kParts.undo);
    await fits(webkit, 'accepted');
    await shopper.press(kParts.undo);
    await webkit.showsText(kParts.status, 'Undone.');
    await fits(webkit, 'undone');
  });
});
