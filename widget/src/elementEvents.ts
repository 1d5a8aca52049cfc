/** @file The events that the elements fire at the page, and their details. */
import type { AcceptStatus, Placement } from '../../web/src/codes.gen.js';
import type { Item, Money, Order, Trace } from '../../web/src/types.js';

/** The offer in an event's detail. */
export interface ShownOffer {
  offer: string;
  placement: Placement;
  price: Money;
  items: Item[];
  /** The line that an upgrade replaces. */
  replaces?: Item;
}

/** Why nothing is shown: a reason code of the core or of the widget (docs/why-nothing.md). */
export interface NoOffer {
  reason: string;
  /** The candidates of a decision. */
  trace?: Trace[] | undefined;
}

/** The detail of `aftermint-change`. */
export interface BumpChange extends ShownOffer {
  checked: boolean;
  /** What the order comes to now, in minor units: its `total`, or the sum of its lines, and the offer if it is ticked. */
  total: number;
  /** Shows that the page is busy until the promise settles. If it rejects, a tick is removed and the shopper is told. */
  waitUntil(wait: PromiseLike<unknown>): void;
}

/** The state of an accept; `idle` before the shopper has accepted. */
export type OfferState = 'idle' | 'pending' | AcceptStatus;

/** The detail of `aftermint-state`; `left` after "No thank you". */
export interface OfferStateChange {
  state: OfferState | 'left';
}

/** The detail of `aftermint-undone`. */
export interface OfferUndone {
  offer: string;
  price: Money;
  /** The page has been told before: it was reloaded, or the shopper has it open in another tab. */
  again?: true;
  /** The order as it is now. */
  order: Order;
}

/** The detail of `aftermint-accepted`. */
export interface OfferBought extends OfferUndone {
  /** The line that an upgrade replaced. */
  replaces?: Item;
}

/** The detail of `aftermint-action`. */
export interface OfferAction {
  offer: string;
  price: Money;
  /** The bank's page, if the server named one. The shopper goes there unless the event is cancelled. */
  url: string | undefined;
  /** What the server gave for the page's own payment code, unchanged. */
  action: unknown;
  /** When the promise settles, whatever its result, the server is asked for the state of the accept. */
  waitUntil(wait: PromiseLike<unknown>): void;
}

/** The detail of `aftermint-declined`. */
export interface OfferDeclined {
  offer: string;
}

/** The events that the elements fire, by name. */
export interface AftermintEventMap {
  'aftermint-shown': CustomEvent<ShownOffer>;
  'aftermint-seen': CustomEvent<ShownOffer>;
  'aftermint-empty': CustomEvent<NoOffer>;
  'aftermint-change': CustomEvent<BumpChange>;
  'aftermint-add': CustomEvent<ShownOffer>;
  'aftermint-state': CustomEvent<OfferStateChange>;
  'aftermint-accepted': CustomEvent<OfferBought>;
  'aftermint-undone': CustomEvent<OfferUndone>;
  'aftermint-action': CustomEvent<OfferAction>;
  'aftermint-declined': CustomEvent<OfferDeclined>;
}

type FullNames = { [Name in keyof AftermintEventMap as Name extends `aftermint-${infer Short}` ? Short : never]: Name };

/** The name of an event without `aftermint-`. */
export type EventName = keyof FullNames;

/** The detail of the event with that name. */
export type DetailOf<Name extends EventName> = AftermintEventMap[FullNames[Name]]['detail'];
