import type { Placement } from '../../web/src/codes.gen.js';
import type { Item, Money, Order, Piece } from '../../web/src/types.js';

/** An offer as the page is told of it. */
export interface ShownOffer {
  offer: string;
  placement: Placement;
  price: Money;
  items: Item[];
  /** The line that an upgrade takes the place of. */
  replaces?: Piece;
}

/** Why nothing is shown: a reason of the core, or a word of the widget. */
export interface Emptiness {
  reason: string;
}

/** The detail of `aftermint-change`. */
export interface BumpChange extends ShownOffer {
  checked: boolean;
  /** The page is busy with the change until then; where it is rejected a tick is taken back, with a word to the shopper. */
  waitUntil(wait: PromiseLike<unknown>): void;
}

/** Where an accept stands; `idle` before the shopper has pressed anything. */
export type OfferState =
  | 'idle'
  | 'pending'
  | 'processing'
  | 'accepted'
  | 'requires_action'
  | 'declined'
  | 'price_changed'
  | 'unavailable'
  | 'unknown'
  | 'undone'
  | 'undo_closed';

/** The detail of `aftermint-state`; `left` after "No thank you". */
export interface OfferStateChange {
  state: OfferState | 'left';
}

/** The detail of `aftermint-undone`. */
export interface OfferUndone {
  offer: string;
  price: Money;
  /** The page was told before: it was reloaded, or the shopper has it in another tab. */
  again?: true;
  /** As it now stands. */
  order: Order;
}

/** The detail of `aftermint-accepted`. */
export interface OfferBought extends OfferUndone {
  /** The line that an upgrade took the place of. */
  replaces?: Piece;
}

/** The detail of `aftermint-action`. */
export interface OfferAction {
  offer: string;
  price: Money;
  /** The bank's page, where the server named one: followed unless the event is cancelled. */
  url: string | undefined;
  /** What the server gave for the page's own payment code, as it came. */
  action: unknown;
  /** The server is asked how things stand once that is over, whatever came of it. */
  waitUntil(wait: PromiseLike<unknown>): void;
}

/** The detail of `aftermint-declined`. */
export interface OfferDeclined {
  offer: string;
}

/** What the elements tell the page, by event. */
export interface AftermintEventMap {
  'aftermint-shown': CustomEvent<ShownOffer>;
  'aftermint-seen': CustomEvent<ShownOffer>;
  'aftermint-empty': CustomEvent<Emptiness>;
  'aftermint-change': CustomEvent<BumpChange>;
  'aftermint-add': CustomEvent<ShownOffer>;
  'aftermint-state': CustomEvent<OfferStateChange>;
  'aftermint-accepted': CustomEvent<OfferBought>;
  'aftermint-undone': CustomEvent<OfferUndone>;
  'aftermint-action': CustomEvent<OfferAction>;
  'aftermint-declined': CustomEvent<OfferDeclined>;
}

type Told = { [Name in keyof AftermintEventMap as Name extends `aftermint-${infer Word}` ? Word : never]: Name };

/** An event's name behind `aftermint-`. */
export type EventWord = keyof Told;

/** What the event of that name says. */
export type DetailOf<Word extends EventWord> = AftermintEventMap[Told[Word]]['detail'];
