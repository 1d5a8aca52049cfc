/** @file Hostile texts in a book stay texts. */
import { expect, test } from './fixtures.js';
import { changeAnswers } from './lib/changeAnswers.js';
import { attacks, renderAll, faultsOf, hostileAnswers, kNoAttacks, runsInline } from './lib/attacks.js';

test.describe('hostile texts of a book', () => {
  test.skip(attacks.length === 0, kNoAttacks);

  for (const { tag, path } of [
    { tag: 'aftermint-bump', path: /\/checkout$/ },
    { tag: 'aftermint-offer', path: /\/thanks$/ },
  ]) {
    test(`stay texts in <${tag}>, even under a policy that allows inline scripts`, async ({ page, shopper, watch }) => {
      watch.expects(); // nothing is expected: no dialog, error, console message or other host
      for (const { path: changed, change } of hostileAnswers(path)) await changeAnswers(page, changed, change);
      if (tag === 'aftermint-bump') await shopper.choose('knife-set');
      else await shopper.buy('knife-set');
      await page.reload(); // Playwright does not route the target of a redirect
      await page.waitForFunction((name) => customElements.get(name) !== undefined, tag);
      expect(
        await page.evaluate(runsInline),
        'inline scripts of the page itself must run, or the test proves nothing',
      ).toBe(true);
      const drawn = await page.evaluate(renderAll, { tag, total: attacks.length });
      expect(faultsOf(drawn)).toEqual([]);
    });
  }
});
