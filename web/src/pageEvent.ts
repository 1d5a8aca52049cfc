/** @file Builds the CloudEvents that a page sends to the collector. */
import type { EventType, Path, Placement } from './codes.gen.js';
import { hashOf } from './hash.js';
import type { Arm, Decision } from './types.js';

/** The facts in an event's `data`. */
export interface EventFacts {
  placement?: Placement;
  order?: string;
  offer?: string;
  amount?: number;
  currency?: string;
  path?: Path;
  arms?: Arm[];
  reason?: string;
  before?: number;
  holdout?: boolean;
}

/** One CloudEvents 1.0 event as it waits in the backlog; `data.sentAt` is added when it is sent. */
export interface PageEvent {
  specversion: '1.0';
  id: string;
  source: string;
  type: `aftermint.${EventType}`;
  time: string;
  subject?: string;
  data: EventFacts & { key: string; visitor: string; sentAt?: string };
}

export interface EventContext {
  id: string;
  /** Path of the page, without query or fragment because they may contain private data. */
  source: string;
  time: string;
  visitor: string;
  /** Id of the page view; replaces the order id in the business key while there is none. */
  pageView: string;
}

const kMaxReason = 200;

/**
 * Builds an event. Its business key `order/offer/placement/type` lets a collector drop duplicates.
 *
 * One offer can be ineligible for several reasons, so the key of an `ineligible` event also has its reason. A changed
 * order can bring other experiments, and the shop can get to know the visitor, so the key of an `assignment` event also
 * has a hash of visitor and arms.
 */
export function makeEvent(type: EventType, facts: EventFacts, context: EventContext): PageEvent {
  const { order, reason } = facts;
  const { visitor, pageView, ...envelope } = context;
  const key = [order ?? pageView, facts.offer ?? '-', facts.placement ?? '-', type];
  if (type === 'ineligible' && reason) key.push(reason.replace(/:.*/s, ''));
  if (type === 'assignment') key.push(hashOf(visitor + JSON.stringify(facts.arms)).toString(36));
  return {
    specversion: '1.0',
    ...envelope,
    type: `aftermint.${type}`,
    ...(order !== undefined && { subject: order }),
    data: {
      key: key.join('/'),
      ...facts,
      ...(reason && { reason: reason.slice(0, kMaxReason) }),
      visitor,
    },
  };
}

/** The facts of a decision for an event. */
export function factsOf(decision: Decision): EventFacts {
  const { placement, arms } = decision;
  if (decision.offer === null) {
    return { placement, arms, reason: decision.reason };
  }
  const { offer, path, price } = decision;
  return { placement, arms, offer, path, amount: price.amount, currency: price.currency };
}

/**
 * Why one click is not possible after payment: the core's code and up to fifty characters of the platform's reason.
 * In any script, this fits the length limit of the collector. Empty if one click is possible or not applicable.
 */
export function oneClickBarrier({ oneClick }: Decision): string {
  if (!oneClick) return '';
  const [said] = /^\P{C}{1,50}/u.exec(oneClick.said ?? '') ?? [];
  return `one_click_${oneClick.reason}${said ? `: ${said}` : ''}`;
}
