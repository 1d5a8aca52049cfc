// The benchmark compares times, so its engines must decide alike. Nothing is measured here.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { before, describe, it } from 'node:test';

interface Agreed {
  engine: string;
  form: string;
  conditions: boolean;
}

describe('the engines of the benchmark', () => {
  let agreed: Agreed[] = [];

  before(() => {
    // It exits with 1 if an engine makes another offer than the rest.
    agreed = JSON.parse(execFileSync(process.execPath, ['tests/bench/agree.mjs'], { encoding: 'utf8' })) as Agreed[];
  });

  it('are Aftermint, the engines of the published table, and a hand-written index', () => {
    const engines = [...new Set(agreed.map(({ engine }) => engine))].sort();
    assert.deepEqual(engines, ['aftermint', 'aftermintNode', 'byHand', 'growthbook', 'jsonRulesEngine', 'zenEngine']);
  });

  it('make the same offers over ten rules, with and without conditions', () => {
    const forms = (conditions: boolean) =>
      agreed.filter((each) => each.conditions === conditions).map(({ engine, form }) => `${engine}: ${form}`);
    assert.ok(forms(true).length >= 6);
    assert.deepEqual(forms(true), forms(false));
  });
});
