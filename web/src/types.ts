import type { OfferType, OrderStatus, Path, Placement, Reason, Relation, Verdict } from './codes.gen.js';

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
  total?: number;
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
  locale: string;
  order: Order;
  visitor: { id: string; attributes?: Attributes; declined?: string[]; seen?: Seen[] };
  platform: { oneClick?: OneClick };
  page: { url: string };
}

export interface Seen {
  offer: string;
  at: string;
}

export interface Item {
  product: string;
  variant?: string;
  quantity: number;
}

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
  price: Money & { prior?: number };
  relation: Relation;
  trigger: string;
}

export type Decision = Offered | (Decided & { offer: null });

/** A node of the view: text, money that the host formats, or an element. */
export type View = string | { money: Money } | { tag: string; attrs?: Record<string, string>; children?: View[] };

export interface Presented {
  decision: Decision;
  view: View | null;
}
