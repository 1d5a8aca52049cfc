import type { Order } from '../../../web/src/types.js';
import type { AftermintEventMap, OfferUndone, ShownOffer } from '../events.js';
import { cartEvent, type Ga4Event, piecesOf, promotionEvent, type Sale, saleEvent, transactionOf } from './ga4.js';

/** What listening asks of the world, so that a test can be the world. */
export interface Ports {
  /** Where the elements' events arrive. */
  host: EventTarget;
  push(event: Ga4Event): void;
  /** Whether this page was looked at before, as it is after a reload or on the way back. */
  revisited(): boolean;
  /** Does the work unless another tab does the work of that name about the same at this moment. */
  once(name: string, about: string, work: () => void): void;
}

/** An element that sent an event, as far as it is looked at. */
type Sender = EventTarget & { order?: Order | null };

/**
 * Tells GA4 of what the elements tell the page, each thing once; returns how to stop.
 *
 * Nothing is stored for it: what was told lives as long as the page, a page that is looked at again shows no promotion
 * anew, and that a purchase was told before is what the accept's own ledger knows.
 */
export function listen({ host, push, revisited, once }: Ports): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  const shown = new WeakMap<Sender, ShownOffer>();
  const seen = new WeakSet<Sender>();
  const ticked = new WeakSet<Sender>();
  const told = new Set<string>();
  const sold = new Map<string, Sale>();

  const on = <Name extends keyof AftermintEventMap>(
    name: Name,
    hear: (detail: AftermintEventMap[Name]['detail'], sender: Sender, event: Event) => void,
  ): void => {
    const listener = (event: Event) => {
      try {
        const sender = event.composedPath()[0];
        if (sender) hear((event as AftermintEventMap[Name]).detail, sender, event);
      } catch {
        // an event of that name that is none of ours
      }
    };
    host.addEventListener(name, listener, { signal });
  };
  const promote = (event: 'view_promotion' | 'select_promotion', detail: ShownOffer, sender: Sender): void => {
    const key = [event, sender.order?.id ?? '', detail.placement, detail.offer].join('/');
    if (told.has(key)) return;
    told.add(key);
    push(promotionEvent(event, detail));
  };
  const sale = (detail: OfferUndone, sender: Sender): Sale => {
    const { offer, price } = detail;
    const made = { order: detail.order?.id ?? sender.order?.id ?? '', offer, price };
    const known = sold.get(transactionOf(made)); // taken back, its lines are gone
    return known ?? { ...made, pieces: piecesOf(detail.order, shown.get(sender), { offer, price }) };
  };

  on('aftermint-shown', (detail, sender) => shown.set(sender, detail));
  on('aftermint-seen', (detail, sender) => {
    shown.set(sender, detail);
    if (!revisited()) promote('view_promotion', detail, sender);
    if (seen.has(sender)) return;
    seen.add(sender);
    // Of an offer by link there is no event before its page is left.
    const followed = (event: Event) => {
      const offer = shown.get(sender);
      if (offer && event.composedPath().some(isAcceptLink)) promote('select_promotion', offer, sender);
    };
    sender.addEventListener('click', followed, { signal });
  });
  on('aftermint-change', (detail, sender, event) => {
    // A tick that the page's own listener took back is none; whoever listens at the window hears last.
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
    const made = sale(detail, sender);
    const id = transactionOf(made);
    sold.set(id, made);
    if (!detail.again) once('aftermint.ga4.purchase', id, () => push(saleEvent('purchase', made)));
  });
  on('aftermint-undone', (detail, sender) => {
    const made = sale(detail, sender);
    if (!detail.again) once('aftermint.ga4.refund', transactionOf(made), () => push(saleEvent('refund', made)));
  });
  return () => stop.abort();
}

const isAcceptLink = (target: EventTarget): boolean =>
  target instanceof HTMLAnchorElement && target.matches('[part~=accept]');
