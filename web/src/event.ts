import type { EventType, Path, Placement } from './codes.gen.js';
import type { Arm, Decision } from './types.js';

/** What an event says beside its kind. */
export interface Facts {
  placement?: Placement;
  order?: string;
  offer?: string;
  amount?: number;
  currency?: string;
  path?: Path;
  arms?: Arm[];
  reason?: string;
}

/** One CloudEvents 1.0 event as it waits in the queue; `data.sentAt` is added when it leaves. */
export interface PageEvent {
  specversion: '1.0';
  id: string;
  source: string;
  type: `aftermint.${EventType}`;
  time: string;
  subject?: string;
  data: Facts & { key: string; visitor: string; sentAt?: string };
}

export interface EventContext {
  id: string;
  /** Path of the page, without query or fragment: those may hold what is nobody's business. */
  source: string;
  time: string;
  visitor: string;
  /** Stands in the business key where no order id is known yet. */
  view: string;
}

const kMaxReason = 200;

/**
 * Builds an event; the business key `order/offer/placement/kind` lets a collector drop repeats.
 *
 * There may be several reasons why an offer could not be made: the word of an `ineligible` event is part of its key.
 */
export function makeEvent(kind: EventType, facts: Facts, context: EventContext): PageEvent {
  const { order, reason } = facts;
  const about = [order ?? context.view, facts.offer ?? '-', facts.placement ?? '-', kind];
  if (kind === 'ineligible' && reason) about.push(reason.replace(/:.*/s, ''));
  return {
    specversion: '1.0',
    id: context.id,
    source: context.source,
    type: `aftermint.${kind}`,
    time: context.time,
    ...(order !== undefined && { subject: order }),
    data: {
      key: about.join('/'),
      ...facts,
      ...(reason && { reason: reason.slice(0, kMaxReason) }),
      visitor: context.visitor,
    },
  };
}

/** What a decision says about itself. */
export function factsOf(decision: Decision): Facts {
  const { placement, arms } = decision;
  if (decision.offer === null) {
    return { placement, arms, reason: decision.reason, ...(decision.withheld && { offer: decision.withheld }) };
  }
  const { offer, path, price } = decision;
  return { placement, arms, offer, path, amount: price.amount, currency: price.currency };
}

/**
 * Why no one-click offer is made at a moment that could have one: the core's word, and the first fifty letters of
 * what the platform said. With the word before them they fit the collector in any script.
 */
export function barredBy({ oneClick }: Decision): string {
  if (!oneClick) return '';
  const [said] = /^\P{C}{1,50}/u.exec(oneClick.said ?? '') ?? [];
  return `one_click_${oneClick.reason}${said ? `: ${said}` : ''}`;
}
