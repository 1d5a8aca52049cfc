/** Finds the rules that an answer breaks. Written from docs/craft.md and docs/formats.md without the decider's code. */
import type { DecisionView } from '../../web/src/types.js';
import { checkDecision } from './oracle/decision.js';
import type { Objection, Rule } from './oracle/rules.js';
import { checkView } from './oracle/view.js';
import { type Book, type LooseMoment, worldOf } from './oracle/world.js';

export function objections(book: Book, moment: LooseMoment, { decision, view }: DecisionView): Objection[] {
  const found: Objection[] = [];
  const world = worldOf(book, moment);
  const object = (rule: Rule, holds: boolean, says: () => string) => {
    if (!holds) found.push({ rule, says: says() });
  };
  checkDecision(world, decision, object);
  if (decision.offer !== null) checkView(world, decision, view, object);
  else object('view', view === null, () => 'a view of no offer');
  return found;
}
