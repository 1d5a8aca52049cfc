/** @file The steps of an accept after its intent is stored. */
import { makeEvent } from './events.js';
import type { AcceptServices } from './services.js';
import { chargeOf } from './services.js';
import { sha256Hex, writeTime } from './text.js';
import type { AcceptRecord, Charge, ServerEvent } from './types.js';
import { isOpen } from './types.js';

/** What a step may do at the provider, if it finds no charge. */
export type Step =
  /** Charge without asking first: the intent was stored just now. */
  | 'begin'
  /** Ask, and charge if there is no charge and its time is not over; if it is over, expire. */
  | 'charge'
  /** Ask, never charge; expire if the time to charge is over. */
  | 'settle'
  /** Ask, and leave an accept without a charge as it is. */
  | 'ask';

function eventOf(record: AcceptRecord, type: 'accept' | 'undo', now: number): ServerEvent {
  const { offer, order, visitor, amount, currency, arms } = record;
  return makeEvent(
    type,
    {
      offer,
      placement: 'post_purchase',
      order,
      ...(visitor && { visitor }),
      amount,
      currency,
      path: 'one_click',
      ...(arms.length > 0 && { arms }),
    },
    now,
  );
}

/** SHA-256 over the texts of a receipt; with lengths, so that different receipts never give the same text. */
export function receiptHash({ receipt, ...record }: AcceptRecord, now: number): string {
  const parts = [receipt.id, record.order, record.offer, record.key, writeTime(now), receipt.headline, receipt.price];
  parts.push(receipt.label, receipt.locale, String(record.amount), record.currency);
  if (receipt.terms) parts.push(receipt.terms);
  return sha256Hex(parts.map((part) => `${Buffer.byteLength(part)}:${part}\n`).join(''));
}

/** Adds the lines of an accept to its order, at most once. @return false if the order takes no more lines */
function addLines({ orders, ledger }: AcceptServices, record: AcceptRecord): Promise<boolean> {
  return orders.lock(record.order, async () => {
    // Looked at under the lock: an accept that was undone or paid back meanwhile had its lines.
    const stored = await ledger.get(record.key);
    if (stored && !isOpen(stored.state)) return true;
    const order = await orders.find(record.order);
    if (!order) return false;
    if (order.lines.some(({ accept }) => accept === record.key)) return true;
    const lines = record.lines.map((line) => ({ ...line, offer: record.offer, accept: record.key }));
    return orders.addLines(record.order, lines);
  });
}

const removeLines = ({ orders }: AcceptServices, { order, key }: AcceptRecord): Promise<void> =>
  orders.lock(order, () => orders.removeLines(order, key));

/** Pays back an accept in state `refunding`. It waits while the provider may still decide about the charge. */
async function payBack(services: AcceptServices, record: AcceptRecord): Promise<void> {
  const { ledger, payments, log } = services;
  const charge = await payments.find(chargeOf(record));
  if (!charge) {
    // Whether money was taken is not known: the provider may have forgotten the key, or never made the charge.
    log.error(
      `aftermint: order ${record.order}: the provider does not find charge ${record.charge}: look for it there`,
    );
    return ledger.move(record, 'review', record.charge, record.reason);
  }
  if (charge.state === 'requires_action' || charge.state === 'processing') return;
  if (charge.state === 'declined') return ledger.move(record, 'declined', record.charge, 'card_declined');
  if (charge.state === 'succeeded') await payments.refund(record.charge);
  await removeLines(services, record);
  await ledger.move(record, 'refunded', record.charge, record.reason);
}

/**
 * Pays back a charge that belongs to no accept that may have it; stores that intent first. Does nothing if the charge is
 * paid back already. Throws as `advance`, which continues it then.
 */
export async function payBackCharge(
  services: AcceptServices,
  record: AcceptRecord,
  charge: string,
  reason: string,
): Promise<void> {
  await services.ledger.startRefund(record, charge, reason);
  const stored = await services.ledger.current(record);
  if (stored?.state === 'refunding') await payBack(services, stored);
}

/** Adds the lines of a charged accept to its order and commits, or pays back if the order takes no more lines. */
async function commit(services: AcceptServices, record: AcceptRecord, charge: Charge): Promise<void> {
  const { ledger, book, log } = services;
  if (!(await addLines(services, record))) {
    log.warn(`aftermint: order ${record.order} closed while ${record.offer} was charged: ${charge.id} is paid back`);
    return payBackCharge(services, record, charge.id, 'order_closed');
  }
  const now = services.now();
  const receipt = { ...record.receipt, acceptedAt: now, hash: receiptHash(record, now) };
  const accepted = { charge: charge.id, undoUntil: now + book.undoMs, receipt };
  const event = eventOf(record, 'accept', now);
  let stored = await ledger.commit(record.key, accepted, event);
  if (stored === 'gone' && (await ledger.restore({ ...record, charge: charge.id }))) {
    stored = await ledger.commit(record.key, accepted, event);
  }
  if (stored === 'now' || stored === 'before') return;
  // Closed by somebody else meanwhile, so the lines must not stay.
  await removeLines(services, record);
  await payBackCharge(services, record, charge.id, 'late_charge');
}

/** Stores that an accept has this charge, which may have succeeded or may still succeed, and continues. */
async function takeCharge(services: AcceptServices, record: AcceptRecord, charge: Charge): Promise<void> {
  const { ledger, log } = services;
  let stored = await ledger.storeCharge(record.key, charge.id);
  if (stored === 'gone') {
    const isRestored = await ledger.restore({ ...record, charge: charge.id });
    const what = isRestored ? 'and is stored again' : 'and its charge is paid back';
    log.error(`aftermint: order ${record.order}: the accept of ${record.offer} was gone, ${what}`);
    stored = isRestored ? 'now' : await ledger.storeCharge(record.key, charge.id);
  }
  if (stored === 'before') return;
  if (stored !== 'now') {
    log.warn(`aftermint: order ${record.order}: ${record.offer} was charged too late: ${charge.id} is paid back`);
    return payBackCharge(services, record, charge.id, 'late_charge');
  }
  if (charge.state === 'succeeded') return commit(services, record, charge);
  const state = charge.state === 'processing' ? 'processing' : 'requires_action';
  if (record.state !== state) await ledger.move(record, state, charge.id, '');
}

async function take(services: AcceptServices, record: AcceptRecord, charge: Charge): Promise<void> {
  if (charge.state === 'declined') return services.ledger.move(record, 'declined', charge.id, 'card_declined');
  // Refunded by hand, at the provider.
  if (charge.state === 'refunded') return payBackCharge(services, record, charge.id, 'order_closed');
  return takeCharge(services, record, charge);
}

/** Finds or makes the charge of an open accept and continues with it. */
async function settle(services: AcceptServices, record: AcceptRecord, step: Step): Promise<void> {
  const { ledger, payments } = services;
  const mayCharge = (step === 'begin' || step === 'charge') && record.state === 'charging';
  const work = async (isHeld: boolean): Promise<void> => {
    let charge: Charge | null = step === 'begin' && isHeld ? null : await payments.find(chargeOf(record));
    if (!charge && isHeld && record.state === 'charging') {
      if (services.now() >= record.chargeUntil) {
        await ledger.expire(record.key, 'window_closed');
      } else if (mayCharge && services.isStopped(record.offer)) {
        await ledger.closeUncharged(record.key, 'finding');
      } else if (mayCharge) {
        const { amount, currency, method } = record;
        charge = await payments.charge({ key: record.chargeKey, reference: record.order, amount, currency, method });
        // The first result of a key is replayed, so it may be outdated.
        if (charge.state === 'requires_action' || charge.state === 'processing') {
          charge = (await payments.find({ ...chargeOf(record), charge: charge.id })) ?? charge;
        }
      }
    }
    if (charge) await take(services, record, charge);
  };
  if (mayCharge || step === 'settle') return ledger.withLease(record.key, record.chargeUntil, work);
  return work(false);
}

/**
 * Does the next steps of an accept until it is settled or has to wait, and returns it in its new state.
 *
 * Safe to repeat at any time, from several requests and processes: the provider charges a key once, and each commit
 * happens once. Only the process that has the accept's lease charges or expires it.
 *
 * Throws PaymentUnknown if the provider does not answer, PaymentKeyReused if it has the key with other parameters, and
 * what the store and the orders throw. The stored state then stays as it was.
 */
export async function advance(services: AcceptServices, record: AcceptRecord, step: Step): Promise<AcceptRecord> {
  if (isOpen(record.state)) {
    await settle(services, record, step);
  } else if (record.state === 'undoing') {
    await services.payments.refund(record.charge);
    await removeLines(services, record);
    await services.ledger.commitUndo(record.key, eventOf(record, 'undo', services.now()));
  } else if (record.state === 'refunding') {
    await payBack(services, record);
  } else {
    return record;
  }
  await services.outbox.relay();
  return (await services.ledger.current(record)) ?? record;
}
