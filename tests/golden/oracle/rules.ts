/** The rules by name: as in docs/craft.md and core/codes.json, else named here. */
export const kRules = [
  // No offer at all at such a moment.
  'currency',
  'order_closed',
  'order_not_paid',
  'order_empty',
  'window_closed',
  // Not this offer.
  'accepted',
  'condition',
  'control',
  'declined',
  'declined_before',
  'finding',
  'frequency',
  'in_order',
  'no_copy',
  'no_link',
  'not_approved',
  'placement',
  'price_band',
  'quantity_limit',
  'recurring',
  'relevance',
  'schedule',
  'seller',
  'stock',
  'type_placement',
  // The one that goes first, and no other.
  'holdout',
  'ranking',
  'reason',
  'showable',
  'withheld',
  // What is told of it.
  'arms',
  'basis',
  'capability',
  'expected_value',
  'items',
  'path',
  'preview',
  'price',
  'prior_price',
  'trace',
  'type',
  'until',
  'upgrade',
  // What the shopper sees.
  'accept_words',
  'acknowledge',
  'anatomy',
  'benefit',
  'bundle_price',
  'decline_neutral',
  'frictionless',
  'headline',
  'incentive',
  'items_named',
  'language',
  'no_false_urgency',
  'one_offer',
  'pre_ticked',
  'price_upfront',
  'text_only',
  'upgrade_named',
  'view',
] as const;

export type Rule = (typeof kRules)[number];

/** A rule that an answer breaks. */
export interface Objection {
  rule: Rule;
  says: string;
}

/** Objects where a rule does not hold. */
export type Objector = (rule: Rule, holds: boolean, says: () => string) => void;
