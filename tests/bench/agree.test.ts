// The bench compares times, so it may only compare engines that decide alike. Here nothing is timed.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { before, describe, it } from 'node:test';

interface Agreed {
  engine: string;
  form: string;
  conditions: boolean;
}

describe('the engines of the bench', () => {
  let agreed: Agreed[] = [];

  before(() => {
    // It ends with 1 where an engine offers something else than the rest.
    agreed = JSON.parse(execFileSync(process.execPath, ['tests/bench/agree.mjs'], { encoding: 'utf8' })) as Agreed[];
  });

  it('are ours, the rivals of the published table, and an index by hand', () => {
    const engines = [...new Set(agreed.map(({ engine }) => engine))].sort();
    assert.deepEqual(engines, ['aftermint', 'aftermintNode', 'byHand', 'growthbook', 'jsonRulesEngine', 'zenEngine']);
  });

  it('each offer the same over ten rules, with conditions and without', () => {
    const forms = (conditions: boolean) =>
      agreed.filter((each) => each.conditions === conditions).map(({ engine, form }) => `${engine}: ${form}`);
    assert.ok(forms(true).length >= 6);
    assert.deepEqual(forms(true), forms(false));
  });
});
