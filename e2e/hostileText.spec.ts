/**
 * @file Hostile texts in a book stay texts: in the elements, under a policy that allows inline scripts, and in the pages
 * of the shop. Nothing runs, nothing leaves its box, and the pay button stays where it is.
 */
import { expect, test } from './fixtures.js';
import { changeAnswers } from './lib/changeAnswers.js';
import {
  attacks,
  faultsOf,
  hostileAnswers,
  hostileBook,
  hostileTexts,
  kNoAttacks,
  kShowings,
  kTurns,
  renderAll,
  runsInline,
} from './lib/attacks.js';
import { rects, settledRect, watchRects } from './lib/payButtonRects.js';

test.skip(attacks.length === 0, kNoAttacks);

for (const tag of ['aftermint-bump', 'aftermint-bundle', 'aftermint-offer']) {
  for (let turn = 0; turn < kTurns; turn += 1) {
    const name = `hostile texts of a book stay texts in <${tag}>${turn ? `, turn ${turn + 1}` : ''}`;
    test(name, async ({ page, shopper, watch }) => {
      test.slow(); // draws some hundred offers
      watch.expects(); // nothing is expected: no dialog, error, console message or other host
      const texts = hostileTexts(turn);
      const path = { bump: /\/checkout$/, bundle: /\/products\//, offer: /\/thanks$/ }[tag.slice(10)] as RegExp;
      for (const { path: changed, change } of hostileAnswers(path, texts)) await changeAnswers(page, changed, change);
      if (tag === 'aftermint-bundle') await page.goto('/products/oak-board');
      else if (tag === 'aftermint-bump') await shopper.choose('knife-set');
      else await shopper.buy('knife-set');
      await watchRects(page);
      await page.reload(); // Playwright does not route the target of a redirect
      await page.waitForFunction((element) => customElements.get(element) !== undefined, tag);
      expect(
        await page.evaluate(runsInline),
        'inline scripts of the page itself must run, or the test proves nothing',
      ).toBe(true);
      for (const showing of kShowings.filter((each) => each.tag === tag)) {
        const drawn = await page.evaluate(renderAll, { showing, total: texts.length });
        expect(faultsOf(drawn, showing, texts)).toEqual([]);
      }
      if (tag === 'aftermint-bump') expect(await rects(page)).toEqual([await settledRect(page)]);
    });
  }
}

test.describe('a shop whose book has hostile texts', () => {
  // The server does not start with copy that the rules of copy refuse, so only the products have hostile texts.
  const copy = {
    headline: 'For your {trigger}',
    benefit: 'It stays as it is for years, with little work.',
    accept: 'Add it',
  };
  const texts = hostileTexts();
  test.use({ book: attacks.length ? hostileBook(texts, copy) : null });

  test('shows them as texts on every page', async ({ page, shopper, store, watch }) => {
    test.slow(); // the home page has more than a thousand products
    watch.expects();
    /** The text of each element, as the browser has it; what is only spaces is the same as nothing. */
    const textsOf = (selector: string) =>
      page
        .locator(selector)
        .evaluateAll((all) => all.map(({ textContent }) => `${textContent}`.replace(/\s+/g, ' ').trim()));
    const asRead = (text: string) => text.replace(/\s+/g, ' ').trim();
    const known = new Set(texts.map(({ title }) => asRead(title)));

    await page.goto('/');
    const titles = await textsOf('.card-title');
    expect(titles.length).toBe(texts.length * 4);
    expect(titles.filter((title) => !known.has(title))).toEqual([]);
    expect(await page.locator('main :is(script, iframe, object, svg, style, form, input)').count()).toBe(0);

    for (let at = 0; at < texts.length; at += Math.ceil(texts.length / 10)) {
      await page.goto(`/products/item-${at}`);
      expect(await textsOf('h1')).toEqual([asRead(`${texts[at]?.title}`)]);
      expect(await textsOf('.product-text .lede')).toEqual([asRead(`${texts[at]?.alt}`)]);
    }
    await shopper.buy('bought-1');
    expect(await textsOf('.line-title')).toEqual([asRead(`${texts[1]?.title}`)]);
    await page.locator('aftermint-offer section').scrollIntoViewIfNeeded();
    await expect.poll(() => store.happened()).toContain('exposure post_purchase');
    await page.goto('/results');
    expect(await page.locator('main :is(iframe, object, form)').count()).toBe(0);
    await expect(page.locator('main')).toContainText('offer-1');
  });
});
