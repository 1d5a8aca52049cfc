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
  /** Of one, in minor units. */
  price: number;
  /** The accepted offer this line came from. */
  offer?: string;
}

export interface Order {
  id?: string;
  status?: OrderStatus;
  currency: string;
  /** All that is paid, shipping and tax included. */
  total?: number;
  /** Contained in the prices of the lines; the price band is held against the rest. */
  tax?: number;
  paidAt?: string;
  lines: Line[];
}

/** What the platform says about charging the same payment again. */
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
  /** Minutes the shopper's clock is ahead of UTC. */
  utcOffset?: number;
  locale: string;
  order: Order;
  visitor: { id: string; attributes?: Attributes; declined?: string[]; declinedBefore?: Seen[]; seen?: Seen[] };
  platform: { oneClick?: OneClick; attributes?: Attributes };
  page: { url: string; product?: string };
  /** Arms that an owner wants to see; nothing decided so is measured or can be bought. */
  preview?: Arm[];
}

export interface Seen {
  offer: string;
  at: string;
}

/** So much of a product. */
export interface Piece {
  product: string;
  variant?: string;
  quantity: number;
}

export type Item = Piece;

export interface Arm {
  experiment: string;
  arm: string;
}

export interface Trace {
  offer: string;
  verdict: Verdict;
  reason: Reason;
  amount?: number;
  min?: number;
  max?: number;
}

interface Decided {
  ok: true;
  reason: Reason;
  placement: Placement;
  preview?: true;
  /** After payment: why one click is not possible, and what the platform said of it. */
  oneClick?: { possible: false; reason: Barrier; said?: string };
  arms: Arm[];
  withheld: string | null;
  trace: Trace[];
}

/** A decision that makes an offer. */
export interface Offered extends Decided {
  offer: string;
  path: Path;
  type: OfferType;
  items: Item[];
  /** The line that an upgrade takes the place of; its price is the difference, `total` the whole order with it. */
  replaces?: Piece;
  price: Money & { total?: number; prior?: number };
  /** The order's value that prices were held against. */
  basis: number;
  /** What is believed of showing it: the share that takes it, and what each showing earns. */
  expected: { takeBps: number; value: number };
  /** Decide anew from then on. */
  until?: string;
  relation: Relation;
  trigger: string;
}

export type Decision = Offered | (Decided & { offer: null });

/** A candidate as it was judged. */
export interface Judged {
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
  /** Of a stock, a limit or a cap: what there was, and what was wanted. */
  had?: number;
  wanted?: number;
  /** Parts of the condition that did not hold. */
  unmet?: { pointer: string; wanted: unknown; got: unknown }[];
}

export type Explanation = Decision & { candidates: Judged[] };

/** A node of the view: text, money that the host formats, or an element. */
export type View = string | { money: Money } | { tag: string; attrs?: Record<string, string>; children?: View[] };

export interface Presented {
  decision: Decision;
  view: View | null;
}
