// The strict policy with trusted types, and texts of a book that would run if they could.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { attacks, drawAll, faultsOf, hostileAnswers, kNoAttacks, runsInline } from '../lib/attacks.js';
import { kParts } from '../lib/parts.js';
import { journeysIn } from './lib/journeys.js';
import { eventually } from './lib/webkit.js';

const journey = journeysIn();

journey(
  'the journey stands under a policy without eval, inline style or trusted types, and nothing is refused',
  async (given) => {
    const { webkit, shopper, relay, heard } = given;
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
    assert.deepEqual(heard.unexpected(), []);
    heard.expects(/^securitypolicyviolation: require-trusted-types-for/);
    await assert.rejects(webkit.evaluate(runsInline), /TrustedScript/, 'what is forbidden, the browser does refuse');
  },
);

for (const { tag, path } of [
  { tag: 'aftermint-bump', path: /\/checkout$/ },
  { tag: 'aftermint-offer', path: /\/thanks$/ },
]) {
  const name = `hostile texts stay texts in <${tag}>, under a policy that would let them run`;
  if (attacks.length === 0) {
    test(name, { skip: kNoAttacks });
    continue;
  }
  journey(name, async ({ webkit, shopper, relay }) => {
    for (const { path: asked, change } of hostileAnswers(path)) relay.change(asked, change);
    if (tag === 'aftermint-bump') await shopper.choose('knife-set');
    else await shopper.buy('knife-set');
    await eventually(() => webkit.evaluate((element) => customElements.get(element) !== undefined, tag), true);
    assert.equal(await webkit.evaluate(runsInline), true, 'what a text must not do, the page can');
    assert.deepEqual(faultsOf(await webkit.evaluate(drawAll, { tag, total: attacks.length })), []);
  });
}
