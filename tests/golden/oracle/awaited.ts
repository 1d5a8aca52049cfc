/**
 * Known differences between answers and rules. Each entry says for which pairs. Remove it when the difference is fixed:
 * the test fails for an entry that matches no pair.
 */
import type { DecisionView } from '../../../web/src/types.js';
import type { Rule } from './rules.js';
import type { World } from './world.js';

export interface Awaited {
  name: string;
  /** The excused rules; all if absent, because another offer may win. */
  rules?: Rule[];
  concerns: (world: World, answer: DecisionView) => boolean;
}

export const awaited: Awaited[] = [];
