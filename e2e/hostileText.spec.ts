import { expect, test } from './fixtures.js';
import { changeAnswers } from './lib/answer.js';
import { attacks, drawAll, faultsOf, hostileAnswers, kNoAttacks, runsInline } from './lib/attacks.js';

test.describe('hostile texts of a book', () => {
  test.skip(attacks.length === 0, kNoAttacks);

  for (const { tag, path } of [
    { tag: 'aftermint-bump', path: /\/checkout$/ },
    { tag: 'aftermint-offer', path: /\/thanks$/ },
  ]) {
    test(`stay texts in <${tag}>, under a policy that would let them run`, async ({ page, shopper, watch }) => {
      watch.expects(); // no dialog, no error, no word on the console, no other host: none of it is declared
      for (const { path: asked, change } of hostileAnswers(path)) await changeAnswers(page, asked, change);
      if (tag === 'aftermint-bump') await shopper.choose('knife-set');
      else await shopper.buy('knife-set');
      await page.reload(); // what a redirect leads to is not routed
      await page.waitForFunction((name) => customElements.get(name) !== undefined, tag);
      expect(await page.evaluate(runsInline), 'what a text must not do, the page can').toBe(true);
      const drawn = await page.evaluate(drawAll, { tag, total: attacks.length });
      expect(faultsOf(drawn)).toEqual([]);
    });
  }
});
