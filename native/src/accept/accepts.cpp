#include "accept/accepts.h"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <variant>

#include "accept/accept_json.h"
#include "accept/accept_steps.h"
#include "accept/order_lines.h"
#include "accept/ticket.h"
#include "aftermint/verify.h"
#include "events/event_json.h"
#include "ids.h"

namespace aftermint {
namespace {

Response answer(const AcceptAnswer& said) { return jsonResponse(200, encodeAnswer(said)); }

Response statusOnly(AcceptStatus status, std::string_view reason = {}) {
  AcceptAnswer said;
  said.status = status;
  said.reason = reason;
  return answer(said);
}

Response ticketFault() {
  return faultResponse(403, RequestFault::TicketInvalid, "The ticket is not valid for this order.",
                       "Send the ticket from the page with the offer.");
}

/** The answer that tells a page the state of an accept. */
Response answerFor(AcceptServices& services, const Request& request, const AcceptRecord& record) {
  AcceptAnswer said;
  std::optional<PlacedOrder> order;
  switch (record.state) {
    case AcceptState::Accepted:
      said.status = AcceptStatus::Accepted;
      said.undoUntil = record.undoUntil;
      said.receipt = record.receipt.id;
      order = services.orders.find(record.order);
      break;
    case AcceptState::Undone:
      said.status = AcceptStatus::Undone;
      order = services.orders.find(record.order);
      break;
    case AcceptState::RequiresAction:
      said.status = AcceptStatus::RequiresAction;
      said.url = services.provider.actionUrl(record.charge);
      if (said.url.starts_with('/')) said.url = urlFor(request, said.url);
      if (said.url.empty()) said.action = services.provider.action(record.charge);
      break;
    case AcceptState::Charging:
    case AcceptState::Processing:
    case AcceptState::Undoing:
    case AcceptState::Refunding:
    case AcceptState::Review:  // it must not say that nothing was charged
      said.status = AcceptStatus::Processing;
      break;
    case AcceptState::Declined:
      said.status = AcceptStatus::Declined;
      said.reason = record.reason;
      break;
    case AcceptState::Refunded:
    case AcceptState::Expired:
      said.status = AcceptStatus::Unavailable;
      said.reason = record.reason;
      break;
  }
  if (order) said.order = &*order;
  return answer(said);
}

/** Advances and answers; `processing` if the provider does not answer. */
Response advanceAndAnswer(AcceptServices& services, const Request& request, const AcceptRecord& record, Step step) {
  try {
    return answerFor(services, request, advance(services, record, step));
  } catch (const PaymentUnknown& error) {
    spdlog::warn("accept of {} in order {}: {}", record.offer, record.order, error.what());
    return statusOnly(AcceptStatus::Processing);
  }
}

/** Whether an accept may still become accepted. */
bool isOpen(AcceptState state) {
  return state == AcceptState::Charging || state == AcceptState::Processing || state == AcceptState::RequiresAction;
}

bool usableKey(std::string_view key) {
  return !key.empty() && key.size() <= kMaxKey &&
         std::all_of(key.begin(), key.end(), [](char c) { return c > 0x20 && c < 0x7f; });
}

/** Whose arms count: the visitor's, or the order's where no visitor is kept, as in the page. */
std::string assignedUnit(const PlacedOrder& order) {
  return order.visitor.empty() ? "order:" + order.id : order.visitor;
}

/** Until when an order can be charged with this ticket: its end, or that of one click. */
Millis chargeUntil(const AcceptServices& services, const PlacedOrder& order, const Ticket& ticket) {
  return std::min(ticket.expires, oneClickOf(services, order).until.value_or(ticket.expires));
}

/** The server's own moment, from the store, the book and the clock. */
Accept ownAccept(const AcceptServices& services, const PlacedOrder& order, const AcceptBody& body) {
  Accept accept;
  accept.moment.placement = Placement::PostPurchase;
  accept.moment.time = services.clock();
  accept.moment.locale = body.locale.empty() ? order.locale : body.locale;
  accept.moment.order = paidOrder(order);
  accept.moment.visitor.id = assignedUnit(order);
  accept.moment.platform.oneClick = oneClickOf(services, order);
  accept.offer = body.offer;
  accept.amount = body.amount;
  accept.currency = body.currency;
  accept.consent = body.consent && !body.shown.terms.empty();  // what was agreed to is kept with the receipt
  return accept;
}

/** The accept to charge, or the answer if nothing is to be charged. */
std::variant<AcceptRecord, Response> intended(AcceptServices& services, const PlacedOrder& order,
                                              const AcceptBody& body, const Ticket& ticket) {
  if (services.clock() >= ticket.expires) {
    return statusOnly(AcceptStatus::Unavailable, toString(Reason::WindowClosed));
  }
  // An order takes one accept, whatever the key.
  if (services.accepts.liveAccept(order.id)) return statusOnly(AcceptStatus::Unavailable, toString(Reason::Accepted));
  if (ticket.currency != order.currency || ticket.total != order.total()) return ticketFault();

  const Accept own = ownAccept(services, order, body);
  if (!own.moment.platform.oneClick->allowed) {
    return statusOnly(AcceptStatus::Unavailable, toString(Reason::WindowClosed));
  }
  const AcceptResult result = verifyNow(services, own);
  if (result.verdict == AcceptVerdict::Unavailable || result.items == nullptr) {
    return statusOnly(AcceptStatus::Unavailable, toString(result.reason));
  }
  if (result.verdict == AcceptVerdict::PriceChanged) {
    AcceptAnswer said;
    said.status = AcceptStatus::PriceChanged;
    said.price = result.price;
    said.currency = result.currency;
    return answer(said);
  }

  AcceptRecord record;
  record.order = order.id;
  record.offer = body.offer;
  record.amount = result.price;
  record.currency = order.currency;
  record.method = order.method;
  record.visitor = assignedUnit(order);
  record.arms = encodeArms(result.arms);
  record.ticket = ticket.id;
  record.createdAt = services.clock();
  record.chargeUntil = chargeUntil(services, order, ticket);
  record.receipt = body.shown;
  record.receipt.id = "rc_" + randomId();
  record.lines = offerLines(services.book, result, own.moment.locale);
  return record;
}

/** Continues an accept that was stored before. A ticket that is valid for longer gives it more time. */
Response continueAccept(AcceptServices& services, const Request& request, AcceptRecord record, const Ticket& ticket) {
  if (record.state == AcceptState::Charging && record.charge.empty()) {
    if (const auto order = services.orders.find(record.order)) {
      record.chargeUntil = std::max(record.chargeUntil, chargeUntil(services, *order, ticket));
    }
  }
  return advanceAndAnswer(services, request, record, Step::Charge);
}

}  // namespace

Response acceptOffer(AcceptServices& services, const Request& request) {
  const std::string key(request.header("idempotency-key"));
  if (!usableKey(key)) {
    return faultResponse(400, RequestFault::KeyMissing, "The request has no usable Idempotency-Key.",
                         "Send 1 to 255 printable characters, and keep them for every retry.");
  }
  std::string fault;
  const auto body = parseAcceptBody(request.body, fault);
  if (!body) return faultResponse(400, RequestFault::BodyInvalid, fault, "See docs/formats.md, Accept.");
  const auto ticket = readTicket(body->ticket, ticketAuthority(services), services.clock());
  if (!ticket || ticket->order != body->order) return ticketFault();

  // Without the ticket: a reloaded page has a new one for the same request.
  const std::string hash =
      sha256Hex(body->order + "\n" + body->offer + "\n" + std::to_string(body->amount) + "\n" + body->currency);
  if (const auto before = services.accepts.accept(key)) {
    if (before->requestHash != hash) {
      return faultResponse(409, RequestFault::KeyReused, "This Idempotency-Key was used with another request.",
                           "Use one key for each order, offer and price.");
    }
    return continueAccept(services, request, *before, *ticket);
  }
  services.orders.remember(*ticket);
  const auto order = services.orders.find(body->order);
  if (!order) return ticketFault();
  auto intent = intended(services, *order, *body, *ticket);
  auto* record = std::get_if<AcceptRecord>(&intent);
  if (record != nullptr) {
    record->key = key;
    record->requestHash = hash;
    if (services.accepts.begin(*record, services.clock()))
      return advanceAndAnswer(services, request, *record, Step::Begin);
    // The charge of an accept that was lost is paid back under its key, so the key can lead to no purchase.
    if (const auto lost = services.accepts.acceptOfCharge(record->chargeKey); lost && lost->key != key)
      return advanceAndAnswer(services, request, *lost, Step::Ask);
  }
  // Another tab with the same key was quicker and has changed the order: continue its accept.
  if (const auto before = services.accepts.accept(key); before && before->requestHash == hash) {
    return continueAccept(services, request, *before, *ticket);
  }
  if (record == nullptr) return std::get<Response>(std::move(intent));
  return statusOnly(AcceptStatus::Unavailable, toString(Reason::Accepted));
}

Response askAccept(AcceptServices& services, const Request& request) {
  const auto asked = request.query.find("key");
  if (asked == request.query.end() || !usableKey(asked->second)) {
    return faultResponse(400, RequestFault::KeyMissing, "The query has no usable key.", "Ask with ?key=…");
  }
  // An expired ticket still identifies the order. Keys can be guessed where a shop's visitor ids can.
  const std::string token(request.header("aftermint-ticket"));
  const auto ticket = readTicket(token, ticketAuthority(services), services.clock());
  if (!ticket) return ticketFault();
  const auto record = services.accepts.accept(asked->second);
  if (!record) return statusOnly(AcceptStatus::Unknown);
  if (record->order != ticket->order) return ticketFault();
  if (record->state != AcceptState::Charging) return advanceAndAnswer(services, request, *record, Step::Ask);
  const Response said = advanceAndAnswer(services, request, *record, Step::Ask);
  // An intent that is not charged and that no process works on: the page may send the key again.
  const auto now = services.accepts.accept(asked->second);
  const bool stuck =
      now && now->state == AcceptState::Charging && now->charge.empty() && !leaseRuns(*now, services.clock());
  return stuck ? statusOnly(AcceptStatus::Unknown) : said;
}

Response undoAccept(AcceptServices& services, const Request& request) {
  std::string fault;
  const auto body = parseUndoBody(request.body, fault);
  if (!body) return faultResponse(400, RequestFault::BodyInvalid, fault, "See docs/formats.md, Accept.");
  // An expired ticket still identifies the order. The accept itself says how long it can be undone.
  const auto ticket = readTicket(body->ticket, ticketAuthority(services), services.clock());
  if (!ticket || ticket->order != body->order) return ticketFault();
  auto record = services.accepts.accept(body->key);
  if (!record || record->order != body->order || record->offer != body->offer) {
    return statusOnly(AcceptStatus::Unknown);
  }
  try {
    record = advance(services, *record, Step::Ask);
  } catch (const PaymentUnknown& error) {
    spdlog::warn("undo of {} in order {}: {}", record->offer, record->order, error.what());
    return statusOnly(AcceptStatus::Processing);
  }
  if (record->state == AcceptState::Undone || isOpen(record->state)) return answerFor(services, request, *record);
  if (record->state != AcceptState::Accepted || services.clock() >= record->undoUntil) {
    return statusOnly(AcceptStatus::UndoClosed);
  }
  services.accepts.move(*record, AcceptState::Undoing, record->charge, "");
  return advanceAndAnswer(services, request, services.accepts.accept(body->key).value_or(*record), Step::Ask);
}

void settleAccepts(AcceptServices& services, const std::string& order) {
  for (const std::string& key : services.accepts.unsettled(order)) {
    if (const auto record = services.accepts.accept(key))
      static_cast<void>(advanceAndAnswer(services, {}, *record, Step::Ask));
  }
}

}  // namespace aftermint
