/** @file The accept endpoint: one click after payment, charged exactly once or not at all. */
import type { AcceptStatus } from '../codes.gen.js';
import { type Engine, RefusedInput, type Verification } from '../node.js';
import type { Money } from '../types.js';
import { type AcceptBody, isKey, parseAcceptBody, parseUndoBody } from './acceptBody.js';
import { leaseRuns } from './ledger.js';
import { type AcceptServices, oneClickOf } from './services.js';
import { advance, type Step } from './steps.js';
import { randomId, sha256Hex, writeTime } from './text.js';
import { paidOrder, readTicket, type Ticket } from './ticket.js';
import {
  type AcceptRecord,
  type ChargeAction,
  isOpen,
  PaymentUnknown,
  type PlacedOrder,
  RequestRefused,
} from './types.js';

/** An answer of the endpoint (docs/formats.md, Accept). */
export interface Answer {
  status: AcceptStatus;
  reason?: string;
  url?: string;
  action?: unknown;
  price?: Money;
  order?: object;
  undoUntil?: string;
  receipt?: string;
}

const says = (status: AcceptStatus, reason?: string): Answer => ({ status, ...(reason && { reason }) });

const ticketFault = (): RequestRefused =>
  new RequestRefused(
    403,
    'ticket_invalid',
    'The ticket is not valid for this order.',
    'Send the ticket from the page with the offer.',
  );

/** The order as an answer has it: its lines with titles, without those that were taken back. */
function answerOrder(services: AcceptServices, order: PlacedOrder): object {
  const lines = order.lines
    .filter((line) => !line.undone)
    .map((line) => {
      const named = services.book.named(line, order.locale ?? services.book.locale);
      return {
        product: named.product,
        ...(named.variant && { variant: named.variant }),
        quantity: named.quantity,
        price: named.price,
        ...(named.offer && { offer: named.offer }),
        ...(named.replaces && { replaces: named.replaces }),
        title: named.title ?? '',
        ...(named.variantTitle && { variantTitle: named.variantTitle }),
      };
    });
  return { id: order.id, total: order.total, currency: order.currency, lines };
}

/** The answer that tells a page the state of an accept. */
async function answerFor(services: AcceptServices, record: AcceptRecord): Promise<Answer> {
  const orderOf = async () => {
    const order = await services.orders.find(record.order);
    return order ? { order: answerOrder(services, order) } : {};
  };
  switch (record.state) {
    case 'accepted':
      return {
        status: 'accepted',
        ...(await orderOf()),
        undoUntil: writeTime(record.undoUntil),
        receipt: record.receipt.id,
      };
    case 'undone':
      return { status: 'undone', ...(await orderOf()) };
    case 'requires_action': {
      const { url, action }: ChargeAction = await services.payments.action(record.charge);
      return { status: 'requires_action', ...(url && { url }), ...(action !== undefined && { action }) };
    }
    case 'charging':
    case 'processing':
    case 'undoing':
    case 'refunding':
    case 'review': // it must not say that nothing was charged
      return says('processing');
    case 'declined':
      return says('declined', record.reason);
    case 'refunded':
    case 'expired':
      return says('unavailable', record.reason);
  }
}

/** Advances and answers; `processing` if the provider does not answer. */
async function advanceAndAnswer(services: AcceptServices, record: AcceptRecord, step: Step): Promise<Answer> {
  try {
    return await answerFor(services, await advance(services, record, step));
  } catch (error) {
    if (!(error instanceof PaymentUnknown)) throw error;
    services.log.warn(`aftermint: accept of ${record.offer} in order ${record.order}: ${error.message}`);
    return says('processing');
  }
}

/** Whose arms count: the visitor's, or the order's where no visitor is kept, as in the page. */
const unitOf = (order: PlacedOrder): string => order.visitor || `order:${order.id}`;

const isLocale = (text: string): boolean => text.length <= 35 && /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(text);

/** `verify` for what a page sent: an offer that cannot be an id is no candidate, a currency that is none is another. */
function verifyAccept({ engine }: AcceptServices, accept: Parameters<Engine['verify']>[0]): Verification {
  try {
    return engine.verify(accept);
  } catch (error) {
    const pointer = error instanceof RefusedInput ? (error.faults[0]?.pointer ?? '') : '';
    if (pointer.startsWith('/offer')) return { ok: true, verdict: 'unavailable', offer: null, reason: 'no_candidates' };
    if (!pointer.startsWith('/price')) throw error;
    const { price: _, ...quote } = accept;
    const verified = engine.verify(quote);
    return verified.verdict === 'accepted' ? { ...verified, verdict: 'price_changed' } : verified;
  }
}

/** The accept to charge, or the answer if nothing is to be charged. */
async function intend(
  services: AcceptServices,
  order: PlacedOrder,
  body: AcceptBody,
  ticket: Ticket,
): Promise<AcceptRecord | Answer> {
  const { now, ledger, book } = services;
  if (now() >= ticket.expires) return says('unavailable', 'window_closed');
  // An order takes one accept, whatever the key.
  if (await ledger.liveAccept(order.id)) return says('unavailable', 'accepted');
  if (ticket.currency !== order.currency || ticket.total !== order.total) throw ticketFault();
  const { untilMs, ...oneClick } = await oneClickOf(services, order);
  if (!oneClick.allowed) return says('unavailable', 'window_closed');
  const locale = [body.locale, order.locale ?? '', book.locale].find(isLocale)!;
  const price = { amount: body.amount, currency: body.currency };
  const verified = verifyAccept(services, {
    moment: {
      placement: 'post_purchase',
      time: new Date(now()).toISOString(),
      locale,
      order: paidOrder(order),
      visitor: { id: unitOf(order) },
      platform: { oneClick },
      page: { url: '/' },
    },
    offer: body.offer,
    price,
    consent: body.consent && body.shown.terms !== '', // what was agreed to is kept with the receipt
  });
  if (verified.verdict === 'unavailable' || !verified.price || !verified.items) {
    return says('unavailable', verified.reason);
  }
  if (services.isStopped(body.offer)) return says('unavailable', 'finding');
  if (verified.verdict === 'price_changed') return { status: 'price_changed', price: verified.price };
  const { headline, accept: label, terms } = body.shown;
  return {
    key: '',
    requestHash: '',
    order: order.id,
    offer: body.offer,
    state: 'charging',
    amount: verified.price.amount,
    currency: order.currency,
    method: order.method ?? '',
    visitor: unitOf(order),
    arms: verified.arms ?? [],
    ticket: ticket.id,
    charge: '',
    reason: '',
    createdAt: now(),
    undoUntil: 0,
    chargeKey: '',
    chargeUntil: Math.min(ticket.expires, untilMs),
    leaseOwner: '',
    leaseUntil: 0,
    receipt: {
      id: `rc_${randomId()}`,
      headline,
      price: body.shown.price,
      label,
      locale: body.locale,
      terms,
      acceptedAt: 0,
      hash: '',
    },
    lines: book.offerLines(verified, locale),
    version: 0,
  };
}

/** Continues an accept that was stored before. A ticket that is valid for longer gives it more time. */
async function continueAccept(services: AcceptServices, record: AcceptRecord, ticket: Ticket): Promise<Answer> {
  let { chargeUntil } = record;
  if (record.state === 'charging' && record.charge === '') {
    const order = await services.orders.find(record.order);
    if (order) {
      const windowEnd = new Date(order.paidAt).getTime() + services.book.windowMs;
      chargeUntil = Math.max(chargeUntil, Math.min(ticket.expires, windowEnd));
    }
  }
  return advanceAndAnswer(services, { ...record, chargeUntil }, 'charge');
}

/**
 * `POST /offers/accept`: stores the intent, charges, then commits, all under the request's idempotency key.
 *
 * Throws RequestRefused: 400 for a wrong key or body, 403 for a ticket that is not valid for the order, 409 for a key that
 * was used with another order, offer or price. Throws what `advance` throws, except PaymentUnknown (`processing`).
 */
export async function acceptOffer(services: AcceptServices, key: string | null, text: string): Promise<Answer> {
  if (!isKey(key)) {
    throw new RequestRefused(
      400,
      'key_missing',
      'The request has no usable Idempotency-Key.',
      'Send 1 to 255 printable characters, and keep them for every retry.',
    );
  }
  const body = parseAcceptBody(text);
  const { ledger, store } = { ledger: services.ledger, store: services.ledger.store };
  const ticket = readTicket(body.ticket, services.tickets, services.now());
  if (!ticket || ticket.order !== body.order) throw ticketFault();
  // Without the ticket: a reloaded page has a new one for the same request.
  const requestHash = sha256Hex(`${body.order}\n${body.offer}\n${body.amount}\n${body.currency}`);
  const before = await ledger.get(key);
  if (before) {
    if (before.requestHash === requestHash) return continueAccept(services, before, ticket);
    throw new RequestRefused(
      409,
      'key_reused',
      'This Idempotency-Key was used with another request.',
      'Use one key for each order, offer and price.',
    );
  }
  const order = await services.orders.find(body.order);
  if (!order) throw ticketFault();
  const intent = await intend(services, order, body, ticket);
  if ('key' in intent) {
    const begun = await ledger.begin({ ...intent, key, requestHash });
    if (begun) return advanceAndAnswer(services, begun, 'begin');
    // The charge of an accept that was lost is paid back under its key, so the key can lead to no purchase.
    const lost = await store.ofCharge((await ledger.chargePrefix()) + sha256Hex(`${intent.order}\n${key}`));
    if (lost && lost.key !== key) return advanceAndAnswer(services, lost, 'ask');
  }
  // Another tab with the same key was quicker and has changed the order: continue its accept.
  const quicker = await ledger.get(key);
  if (quicker?.requestHash === requestHash) return continueAccept(services, quicker, ticket);
  return 'key' in intent ? says('unavailable', 'accepted') : intent;
}

/**
 * `GET /offers/accept?key=K`: the status of an accept, after asking the provider; never charges.
 *
 * The status is `unknown` for an unknown key, and for an accept without a charge whose lease has run out: the page may
 * then send it again. Throws RequestRefused: 400 without a usable key, 403 without a ticket of the accept's order.
 */
export async function askAccept(services: AcceptServices, key: string | null, token: string | null): Promise<Answer> {
  if (!isKey(key)) {
    throw new RequestRefused(400, 'key_missing', 'The query has no usable key.', 'Ask with ?key=…');
  }
  // An expired ticket still identifies the order. Keys can be guessed where a shop's visitor ids can.
  const ticket = readTicket(token ?? '', services.tickets, services.now());
  if (!ticket) throw ticketFault();
  const record = await services.ledger.get(key);
  if (!record) return says('unknown');
  if (record.order !== ticket.order) throw ticketFault();
  const said = await advanceAndAnswer(services, record, 'ask');
  if (record.state !== 'charging') return said;
  // An intent that is not charged and that no process works on: the page may send the key again.
  const now = await services.ledger.get(key);
  const isStuck = now?.state === 'charging' && now.charge === '' && !leaseRuns(now, services.now());
  return isStuck ? says('unknown') : said;
}

/**
 * `POST /offers/accept/undo`: refunds an accept and removes its lines, until `undoUntil`; then `undo_closed`.
 *
 * Throws RequestRefused: 400 for a wrong body, 403 for a wrong ticket. Throws as `acceptOffer`.
 */
export async function undoAccept(services: AcceptServices, text: string): Promise<Answer> {
  const body = parseUndoBody(text);
  // An expired ticket still identifies the order. The accept itself says how long it can be undone.
  const ticket = readTicket(body.ticket, services.tickets, services.now());
  if (!ticket || ticket.order !== body.order) throw ticketFault();
  const stored = await services.ledger.get(body.key);
  if (!stored || stored.order !== body.order || stored.offer !== body.offer) return says('unknown');
  let record: AcceptRecord;
  try {
    record = await advance(services, stored, 'ask');
  } catch (error) {
    if (!(error instanceof PaymentUnknown)) throw error;
    services.log.warn(`aftermint: undo of ${stored.offer} in order ${stored.order}: ${error.message}`);
    return says('processing');
  }
  if (record.state === 'undone' || isOpen(record.state)) return answerFor(services, record);
  if (record.state === 'undoing' || record.state === 'refunding' || record.state === 'review')
    return says('processing');
  if (record.state !== 'accepted' || services.now() >= record.undoUntil) return says('undo_closed');
  await services.ledger.move(record, 'undoing', record.charge, '');
  return advanceAndAnswer(services, (await services.ledger.get(body.key)) ?? record, 'ask');
}
