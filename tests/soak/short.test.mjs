// A short soak in every run; `npm run soak` is the long one.
import assert from 'node:assert/strict';
import test from 'node:test';
import { soak } from './run.mjs';

test('ledger, orders and events agree after kills and a slow disk', { timeout: 240_000 }, async () => {
  const journeys = process.env.AFTERMINT_ALL ? 2_000 : 100;
  const done = await soak({ journeys, atOnce: 8, seed: 1, slowDiskMs: 10, tell: console.log });
  assert.deepEqual(done.faults, []);
  assert.ok(done.kills > 0, 'the shop was killed');
  assert.ok(done.balance.orders > journeys / 2, `only ${done.balance.orders} orders`);
  assert.ok(done.outcomes.accepted > 0 && done.outcomes.undone > 0, JSON.stringify(done.outcomes));
});
