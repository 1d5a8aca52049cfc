/**
 * Where answers are known to differ from the rules. Each entry says for which pairs, and goes when that is mended:
 * the test fails for an entry that excuses nothing.
 */
import type { DecisionView } from '../../../web/src/types.js';
import type { Rule } from './rules.js';
import type { World } from './world.js';

export interface Awaited {
  name: string;
  /** What is excused; every rule where absent, since another offer may win for it. */
  rules?: Rule[];
  concerns: (world: World, answer: DecisionView) => boolean;
}

export const awaited: Awaited[] = [];
