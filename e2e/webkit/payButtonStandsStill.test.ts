/** @file The position of the pay button in every frame, whatever is late, ticked, refused or fails. */
import assert from 'node:assert/strict';
import { describe } from 'node:test';
import type { Book } from '../lib/book.js';
import type { Answer } from '../lib/changeAnswers.js';
import { lateFont, recordHeadline } from '../lib/lateFont.js';
import type { BumpChange } from '../../widget/src/elementEvents.js';
import { kParts } from '../lib/parts.js';
import { recordRects } from '../lib/payButtonRects.js';
import { type Given, journeysIn } from './lib/fixtures.js';
import { eventually } from './lib/webkit.js';

const kShortDeadline = 1200;
const kBook = /\/book\.json$/;

const journey = journeysIn();

/** Every position of the button since the page loaded. */
async function places({ webkit }: Given): Promise<string[]> {
  return webkit.evaluate(async () => {
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    return window.rectsSeen ?? [];
  });
}

/** Delays the book, and sets its deadline. */
const bookAfter = (ms: number, deadlineMs: number) => (answer: Answer) =>
  new Promise<Answer>((done) => {
    const book = JSON.parse(`${answer.body}`) as Book;
    book.policy.deadlineMs = deadlineMs;
    setTimeout(() => done({ ...answer, body: Buffer.from(JSON.stringify(book)) }), ms);
  });

for (const [name, width, height] of [
  ['phone', 360, 740],
  ['desktop', 1280, 800],
] as const) {
  describe(`on a ${name} the pay button does not move by a pixel`, () => {
    for (const ms of [0, 300, 3000]) {
      journey(`with a book that takes ${ms} ms, through tick, untick and a refused tick`, async (given) => {
        const { webkit, shopper, relay } = given;
        await webkit.resize(width, height);
        relay.change(kBook, bookAfter(ms, 10_000));
        relay.beforeAll(recordRects);
        await shopper.choose('knife-set');
        await webkit.press(kParts.tick);
        await webkit.showsText(kParts.payButton, 'Pay £138.00');
        await webkit.press(kParts.tick);
        await webkit.showsText(kParts.payButton, 'Pay £120.00');
        await webkit.evaluate(() =>
          document.addEventListener('aftermint-change', (event) =>
            (event as CustomEvent<BumpChange>).detail.waitUntil(Promise.reject(new Error('no'))),
          ),
        );
        await webkit.press(kParts.tick);
        await webkit.showsText(kParts.bumpStatus, 'could not be added');
        await webkit.isChecked(kParts.tick, false);
        assert.equal((await places(given)).length, 1, JSON.stringify(await places(given)));
      });
    }

    journey('with a book that is too late', async (given) => {
      const { webkit, shopper, relay, store } = given;
      await webkit.resize(width, height);
      relay.change(kBook, bookAfter(2000, kShortDeadline));
      relay.beforeAll(recordRects);
      await shopper.choose('knife-set');
      await eventually(() => store.faults(), ['deadline']);
      await webkit.lacks(kParts.bump);
      assert.equal((await places(given)).length, 1, JSON.stringify(await places(given)));
    });

    journey('with a late font', async (given) => {
      const { webkit, shopper, relay } = given;
      await webkit.resize(width, height);
      for (const { path, change } of lateFont) relay.change(path, change);
      relay.beforeAll(recordRects);
      relay.beforeAll(recordHeadline);
      await shopper.choose('knife-set');
      await webkit.shows(kParts.bump);
      await eventually(
        () => webkit.evaluate(() => window.headlineSeen?.length),
        2,
        'the headline was rendered with both fonts',
      );
      assert.equal((await places(given)).length, 1, JSON.stringify(await places(given)));
    });

    journey('on a page with an error message', async (given) => {
      const { webkit, shopper, relay, watch } = given;
      watch.expects(/answer 402/);
      await webkit.resize(width, height);
      relay.beforeAll(recordRects);
      await shopper.choose('knife-set');
      await shopper.fillIn('declined');
      await shopper.press(kParts.payButton);
      await webkit.shows('.errors');
      await webkit.shows(kParts.bump);
      await webkit.press(kParts.tick);
      await webkit.showsText(kParts.payButton, 'Pay £138.00');
      assert.equal((await places(given)).length, 1, JSON.stringify(await places(given)));
    });
  });
}
