/** @file The offer takes over the language and direction of the page. */
import assert from 'node:assert/strict';
import { demoBook } from '../lib/book.js';
import { kParts } from '../lib/parts.js';
import { rectNow } from '../lib/payButtonRects.js';
import { type Given, journeysIn } from './lib/fixtures.js';
import { eventually } from './lib/webkit.js';

const journey = journeysIn();

/** Changes the `html` tag of all pages from now on. */
function setHtmlTag({ relay }: Given, attributes: string): void {
  relay.change(/\/(checkout|thanks)$/, (answer) => {
    const body = String(answer.body).replace('<html lang="en-GB">', `<html ${attributes}>`);
    return { ...answer, body: Buffer.from(body) };
  });
}

journey('in German the offers, the prices and the messages are German', async (given) => {
  const { webkit, shopper, store } = given;
  setHtmlTag(given, 'lang="de-DE"');
  await shopper.choose('knife-set');
  await webkit.showsText(kParts.bump, 'Klingenschutz');
  await webkit.showsText(kParts.bump, /18,00\s£/);
  await shopper.fillIn();
  await shopper.pay();
  await webkit.showsText(kParts.decline, 'Nein danke');
  await webkit.showsText(kParts.accept, /24,00\s£/);
  await shopper.press(kParts.accept);
  await webkit.showsText(kParts.status, /24,00\s£/);
  await webkit.showsText(kParts.status, 'Bestellung');
  assert.match((await store.receipts())[0]?.label ?? '', /24,00\s£/);
});

const kHeadline = 'غطاء لكل سكين من سكاكينك';
const arabic = demoBook((book) => {
  for (const offer of book.offers) {
    offer.copy = {
      ...offer.copy,
      ar: { headline: kHeadline, benefit: 'تبقى الشفرات حادة في الدرج.', accept: 'أضف الغطاء' },
    };
  }
});

journey(
  'in Arabic the bump is right-to-left, fits its space, and the pay button does not move',
  async (given) => {
    const { webkit, shopper, store } = given;
    setHtmlTag(given, 'lang="ar" dir="rtl"');
    await shopper.choose('knife-set');
    await webkit.showsText(kParts.bump, kHeadline);
    const before = await webkit.evaluate(rectNow);
    const [tick, label] = await Promise.all(
      [kParts.tick, 'aftermint-bump [part~=label]'].map((part) => webkit.seen(part)),
    );
    assert.ok((tick?.rect.left ?? 0) > (label?.rect.left ?? 0), 'the checkbox is to the right of its label');
    await webkit.press(kParts.tick);
    await webkit.isChecked(kParts.tick, true);
    assert.deepEqual(await webkit.evaluate(rectNow), before);
    assert.equal(await webkit.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true);
    await shopper.fillIn();
    await shopper.pay();
    await webkit.shows(kParts.offer);
    await shopper.press(kParts.accept);
    await eventually(
      () => store.charges(),
      [
        { amount: 13800, state: 'succeeded' },
        { amount: 2400, state: 'succeeded' },
      ],
    );
  },
  arabic,
);
