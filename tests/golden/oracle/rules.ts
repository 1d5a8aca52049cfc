/** The names of the rules, from docs/craft.md and core/codes.json where they have one. */
export const kRules = [
  // Rules that forbid any offer at a moment.
  'currency',
  'order_closed',
  'order_not_paid',
  'order_empty',
  'window_closed',
  // Rules that forbid one offer.
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
  // Which offer is chosen.
  'holdout',
  'ranking',
  'reason',
  'showable',
  'withheld',
  // What the decision says about the offer.
  'arms',
  'assignment',
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

/** Adds an objection if a rule does not hold. */
export type Objector = (rule: Rule, holds: boolean, says: () => string) => void;
