/** @file What the accept endpoint is built from. */
import type { Engine } from '../node.js';
import type { OneClick } from '../types.js';
import type { BookLines } from './bookLines.js';
import type { Outbox } from './events.js';
import type { Ledger } from './ledger.js';
import { millisOf } from './text.js';
import type { TicketAuthority } from './ticket.js';
import type { ChargeQuery, AcceptRecord, Log, Orders, PaymentProvider, PlacedOrder } from './types.js';

export interface AcceptServices {
  engine: Pick<Engine, 'verify'>;
  book: BookLines;
  ledger: Ledger;
  orders: Orders;
  payments: PaymentProvider;
  outbox: Outbox;
  tickets: TicketAuthority;
  /** Whether an offer of the book must not be sold now. */
  isStopped: (offer: string) => boolean;
  now: () => number;
  log: Log;
}

/** What is known of the charge of an accept. */
export const chargeOf = (record: AcceptRecord): ChargeQuery => ({
  key: record.chargeKey,
  reference: record.order,
  method: record.method,
  since: record.createdAt,
  ...(record.charge && { charge: record.charge }),
});

/**
 * Whether an order's payment can be charged again now, and until when: `policy.windowSeconds` after it. If not, `reason`
 * says why. Throws PaymentUnknown.
 */
export async function oneClickOf(
  { payments, book, now }: Pick<AcceptServices, 'payments' | 'book' | 'now'>,
  { method, currency, paidAt }: Pick<PlacedOrder, 'method' | 'currency' | 'paidAt'>,
): Promise<OneClick & { untilMs: number }> {
  const untilMs = millisOf(paidAt) + book.windowMs;
  const base = { until: new Date(untilMs).toISOString(), currency, untilMs };
  if (!method) return { ...base, allowed: false, reason: 'the order has no way of paying that can be charged again' };
  const again = await payments.chargesAgain(method, currency);
  if (again !== true) return { ...base, allowed: false, reason: again };
  if (now() >= untilMs) return { ...base, allowed: false, reason: 'the time after payment is over' };
  return { ...base, allowed: true };
}
