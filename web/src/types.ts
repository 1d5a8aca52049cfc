/** @file The JSON of orders, moments, decisions and views, as docs/formats.md describes it. */
import type { Barrier, OfferType, OrderStatus, Path, Placement, Reason, Relation, Verdict } from './codes.gen.js';

/** An amount in minor units with its ISO 4217 code. */
export interface Money {
  amount: number;
  currency: string;
}

export interface Line {
  product: string;
  variant?: string;
  quantity: number;
  /** Unit price in minor units. */
  price: number;
  /** The accepted offer that added this line. */
  offer?: string;
}

export interface Order {
  id?: string;
  status?: OrderStatus;
  currency: string;
  /** The whole amount to pay, with shipping and tax. */
  total?: number;
  /** Tax contained in the prices of the lines. The price band of offers applies to the amount without it. */
  tax?: number;
  paidAt?: string;
  lines: Line[];
}

/** Whether the platform can charge the same payment method again. */
export interface OneClick {
  allowed: boolean;
  until?: string;
  currency?: string;
  reason?: string;
}

export type Attributes = Record<string, unknown>;

export interface Moment {
  placement: Placement;
  time: string;
  /** Minutes by which the shopper's local time is ahead of UTC. */
  utcOffset?: number;
  locale: string;
  order: Order;
  visitor: {
    id: string;
    attributes?: Attributes;
    /** Offers declined in this order. */
    declined?: string[];
    /** Offers declined in earlier orders. */
    declinedBefore?: PastOffer[];
    /** Offers seen before. */
    seen?: PastOffer[];
  };
  platform: { oneClick?: OneClick; attributes?: Attributes };
  page: { url: string; product?: string };
  /** Experiment arms that an owner wants to see. In a preview nothing is measured and nothing can be bought. */
  preview?: Arm[];
}

/** An offer that was seen or declined, and when. */
export interface PastOffer {
  offer: string;
  at: string;
}

/** A product, perhaps a variant of it, and how many. */
export interface Item {
  product: string;
  variant?: string;
  quantity: number;
}

export interface Arm {
  experiment: string;
  arm: string;
}

/** The outcome for one candidate. */
export interface Trace {
  offer: string;
  verdict: Verdict;
  reason: Reason;
  amount?: number;
  min?: number;
  max?: number;
}

/** What a comparison needs to know about a visitor at a moment in which some arm would show an offer. */
export interface Assignment {
  /** Shown, or would be without the holdout; else the first that another arm would show. */
  offer: string;
  /** The visitor is in the holdout and sees nothing. */
  holdout: boolean;
  /** The order's total as given, else the sum of its lines. */
  before: number;
  /** The experiments that count, with the visitor's arms. */
  arms: Arm[];
}

interface Decided {
  ok: true;
  reason: Reason;
  placement: Placement;
  preview?: true;
  /** After payment, why one click is not possible, and the platform's own reason. */
  oneClick?: { possible: false; reason: Barrier; said?: string };
  arms: Arm[];
  withheld: string | null;
  /** Absent if no arm would show anything, if the visitor has no id, and in a preview. */
  assignment?: Assignment;
  trace: Trace[];
}

/** A decision that makes an offer. */
export interface Offered extends Decided {
  offer: string;
  path: Path;
  type: OfferType;
  items: Item[];
  /** The line that an upgrade replaces. `price` is then the difference, and `total` the new total of the order. */
  replaces?: Item;
  price: Money & { total?: number; prior?: number };
  /** The order's value that the price band was applied to. */
  basis: number;
  /** The expected share of shoppers who accept, and the expected value of one exposure. */
  expected: { takeBps: number; value: number };
  /** The decision holds until this time; then decide again. */
  until?: string;
  relation: Relation;
  trigger: string;
}

export type Decision = Offered | (Decided & { offer: null });

/** A candidate offer with its rank and everything it was judged by. */
export interface Candidate {
  rank: number;
  offer: string;
  verdict: Verdict;
  reason: Reason;
  meaning: string;
  relation: Relation;
  trigger: string;
  path: Path;
  price: number;
  band?: { min: number; max: number };
  expected: { takeBps: number; value: number };
  priority: number;
  arms: Arm[];
  /** For a stock, a limit or a frequency cap: the number available. */
  had?: number;
  /** The number that the offer needs. */
  wanted?: number;
  /** Parts of the condition that were not met. */
  unmet?: { pointer: string; wanted: unknown; got: unknown }[];
}

export type Explanation = Decision & { candidates: Candidate[] };

/** A node of the view: a text, an amount that the host formats, or an element. */
export type View = string | { money: Money } | { tag: string; attrs?: Record<string, string>; children?: View[] };

export interface DecisionView {
  decision: Decision;
  /** Null if there is no offer. */
  view: View | null;
}
