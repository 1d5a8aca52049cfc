/** @file Turns the elements' events into GA4 events. */
import type { Order } from '../../../web/src/types.js';
import type { AftermintEventMap, OfferUndone, ShownOffer } from '../elementEvents.js';
import { cartEvent, type Ga4Event, piecesOf, promotionEvent, type Sale, saleEvent, transactionOf } from './ga4.js';

/** The environment of `listen`; tests replace it. */
export interface Ports {
  /** Where the elements' events arrive. */
  host: EventTarget;
  push(event: Ga4Event): void;
  /** Whether this page was visited before, for example before a reload. */
  revisited(): boolean;
  /** Runs the work unless another tab is running the work of that name about the same thing. */
  once(name: string, about: string, work: () => void): void;
}

/** An element that fired an event. */
type Sender = EventTarget & { order?: Order | null };

/**
 * Pushes a GA4 event for each thing that happens in the elements, once. Returns a function that stops listening.
 *
 * Nothing is stored for this. What has been pushed is remembered while the page lives; after a reload no promotion is
 * pushed again, and the ledger of accepts knows whether a purchase has been reported.
 */
export function listen({ host, push, revisited, once }: Ports): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  const shown = new WeakMap<Sender, ShownOffer>();
  const seen = new WeakSet<Sender>();
  const ticked = new WeakSet<Sender>();
  const promoted = new Set<string>();
  const sales = new Map<string, Sale>();

  const on = <Name extends keyof AftermintEventMap>(
    name: Name,
    handle: (detail: AftermintEventMap[Name]['detail'], sender: Sender, event: Event) => void,
  ): void => {
    const listener = (event: Event) => {
      try {
        const sender = event.composedPath()[0];
        if (sender) handle((event as AftermintEventMap[Name]).detail, sender, event);
      } catch {
        // an event of that name that is not ours
      }
    };
    host.addEventListener(name, listener, { signal });
  };
  const promote = (event: 'view_promotion' | 'select_promotion', detail: ShownOffer, sender: Sender): void => {
    const key = [event, sender.order?.id ?? '', detail.placement, detail.offer].join('/');
    if (promoted.has(key)) return;
    promoted.add(key);
    push(promotionEvent(event, detail));
  };
  const saleOf = (detail: OfferUndone, sender: Sender): Sale => {
    const { offer, price } = detail;
    const sale = { order: detail.order?.id ?? sender.order?.id ?? '', offer, price };
    const known = sales.get(transactionOf(sale)); // after an undo the order no longer has its lines
    return known ?? { ...sale, pieces: piecesOf(detail.order, shown.get(sender), { offer, price }) };
  };

  on('aftermint-shown', (detail, sender) => shown.set(sender, detail));
  on('aftermint-seen', (detail, sender) => {
    shown.set(sender, detail);
    if (!revisited()) promote('view_promotion', detail, sender);
    if (seen.has(sender)) return;
    seen.add(sender);
    // If the offer is a link, there is no event of ours before the shopper leaves the page.
    const onClick = (event: Event) => {
      const offer = shown.get(sender);
      if (offer && event.composedPath().some(isAcceptLink)) promote('select_promotion', offer, sender);
    };
    sender.addEventListener('click', onClick, { signal });
  });
  on('aftermint-change', (detail, sender, event) => {
    // Ignore a tick that the page's own listener cancelled; a listener at the window runs after those of the page.
    if (event.defaultPrevented && detail.checked) return;
    if (detail.checked === ticked.has(sender)) return;
    if (detail.checked) {
      ticked.add(sender);
      promote('select_promotion', detail, sender);
    } else ticked.delete(sender);
    push(cartEvent(detail.checked ? 'add_to_cart' : 'remove_from_cart', detail));
  });
  on('aftermint-add', (detail, sender) => {
    promote('select_promotion', detail, sender);
    push(cartEvent('add_to_cart', detail));
  });
  on('aftermint-state', ({ state }, sender) => {
    const offer = shown.get(sender);
    if (state === 'pending' && offer) promote('select_promotion', offer, sender);
  });
  on('aftermint-accepted', (detail, sender) => {
    const sale = saleOf(detail, sender);
    const id = transactionOf(sale);
    sales.set(id, sale);
    if (!detail.again) once('aftermint.ga4.purchase', id, () => push(saleEvent('purchase', sale)));
  });
  on('aftermint-undone', (detail, sender) => {
    const sale = saleOf(detail, sender);
    if (!detail.again) once('aftermint.ga4.refund', transactionOf(sale), () => push(saleEvent('refund', sale)));
  });
  return () => stop.abort();
}

const isAcceptLink = (target: EventTarget): boolean =>
  target instanceof HTMLAnchorElement && target.matches('[part~=accept]');
