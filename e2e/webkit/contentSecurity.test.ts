/** @file The strict policy with trusted types, and hostile texts in a book. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  attacks,
  faultsOf,
  hostileAnswers,
  hostileTexts,
  kNoAttacks,
  kShowings,
  renderAll,
  runsInline,
} from '../lib/attacks.js';
import { kParts } from '../lib/parts.js';
import { journeysIn } from './lib/fixtures.js';
import { eventually } from './lib/webkit.js';

const journey = journeysIn();

journey('the journey causes no violation of a policy without eval, inline styles or trusted types', async (given) => {
  const { webkit, shopper, relay, watch } = given;
  const policies = new Set<string | undefined>();
  relay.change(/\/(checkout|thanks)$/, (answer) => {
    if (answer.status === 200) policies.add(answer.headers['content-security-policy']);
    return answer;
  });
  await shopper.choose('knife-set');
  await webkit.press(kParts.tick);
  await shopper.fillIn();
  await shopper.pay();
  await shopper.press(kParts.accept);
  await webkit.showsText(kParts.status, 'Added to your order.');
  const [policy, ...others] = [...policies];
  assert.deepEqual(others, []);
  assert.match(
    policy ?? '',
    /script-src 'self' 'wasm-unsafe-eval';.*style-src 'self';.*require-trusted-types-for 'script'/,
  );
  assert.doesNotMatch(policy ?? '', /unsafe-inline|'unsafe-eval'/);
  assert.deepEqual(watch.unexpected(), []);
  watch.expects(/^securitypolicyviolation: require-trusted-types-for/);
  await assert.rejects(webkit.evaluate(runsInline), /TrustedScript/, 'the browser enforces the policy');
});

for (const [tag, path] of [
  ['aftermint-bump', /\/checkout$/],
  ['aftermint-bundle', /\/products\//],
  ['aftermint-offer', /\/thanks$/],
] as const) {
  const name = `hostile texts stay texts in <${tag}>, even under a policy that allows inline scripts`;
  if (attacks.length === 0) {
    test(name, { skip: kNoAttacks });
    continue;
  }
  journey(name, async ({ webkit, shopper, relay }) => {
    // Every fourth: Chromium draws all of them.
    const texts = hostileTexts().filter((_, at) => process.env.AFTERMINT_ALL || at % 4 === 0);
    for (const { path: asked, change } of hostileAnswers(path, texts)) relay.change(asked, change);
    if (tag === 'aftermint-bundle') await shopper.goTo('/products/oak-board');
    else if (tag === 'aftermint-bump') await shopper.choose('knife-set');
    else await shopper.buy('knife-set');
    await eventually(() => webkit.evaluate((element) => customElements.get(element) !== undefined, tag), true);
    assert.equal(
      await webkit.evaluate(runsInline),
      true,
      'inline scripts of the page itself must run, or the test proves nothing',
    );
    for (const showing of kShowings.filter((each) => each.tag === tag)) {
      const drawn = await webkit.evaluate(renderAll, { showing, total: texts.length });
      assert.deepEqual(faultsOf(drawn, showing, texts), []);
    }
  });
}
