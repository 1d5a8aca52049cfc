#include "accept/accept_steps.h"

#include "aftermint/time.h"

#include <spdlog/spdlog.h>

#include "events/event_json.h"
#include "ids.h"

namespace aftermint {
namespace {

ServerEvent eventOf(const AcceptRecord& record, EventType type) {
  ServerEvent event;
  event.type = type;
  event.order = record.order;
  event.offer = record.offer;
  event.placement = toString(Placement::PostPurchase);
  event.visitor = record.visitor;
  event.amount = record.amount;
  event.currency = record.currency;
  event.path = toString(Path::OneClick);
  event.arms = record.arms;
  return event;
}

/** The provider's idempotency key: a hash of the order and the request's key, so that its length is fixed. */
std::string chargeKey(const AcceptRecord& record) { return "accept-" + sha256Hex(record.order + "\n" + record.key); }

std::string receiptHash(const AcceptRecord& record, Millis now) {
  const Receipt& shown = record.receipt;
  std::string text;
  std::vector<std::string> parts = {
      shown.id,       record.order, record.offer, record.key,   writeTime(now),
      shown.headline, shown.price,  shown.label,  shown.locale, std::to_string(record.amount),
      record.currency};
  if (!shown.terms.empty()) parts.push_back(shown.terms);  // receipts without terms keep the hash of older versions
  for (const std::string& part : parts) {
    text += std::to_string(part.size()) + ":" + part +
            "\n";  // lengths, so that different receipts never give the same text
  }
  return sha256Hex(text);
}

/** Adds the lines of a charged accept to its order, or refunds it if the order takes no more lines. */
void commit(AcceptServices& services, AcceptRecord& record, const Charge& charge) {
  if (services.orders.addLines(record.order, record.key, record.lines) == LinesAdded::OrderClosed) {
    const Charge refunded = services.provider.refund(charge.id);
    spdlog::warn("order {} closed while {} was charged: {} paid back", record.order, record.offer, refunded.id);
    services.accepts.move(record, AcceptState::Refunded, charge.id, std::string(toString(Reason::OrderClosed)));
    return;
  }
  const Millis now = services.clock();
  record.charge = charge.id;
  record.undoUntil = now + services.book.book().policy.undoSeconds * 1000;
  static_cast<void>(services.accepts.commit(record, now, receiptHash(record, now),
                                            makeServerEvent(eventOf(record, EventType::Accept), now)));
}

void take(AcceptServices& services, AcceptRecord& record, const Charge& charge) {
  const auto set = [&](AcceptState state, const std::string& reason) {
    if (record.state != state) services.accepts.move(record, state, charge.id, reason);
  };
  switch (charge.state) {
    case ChargeState::Succeeded:
      return commit(services, record, charge);
    case ChargeState::Declined:
      return set(AcceptState::Declined, "card_declined");
    case ChargeState::RequiresAction:
      return set(AcceptState::RequiresAction, "");
    case ChargeState::Processing:
      return set(AcceptState::Processing, "");
    case ChargeState::Refunded:
      return set(AcceptState::Refunded, std::string(toString(Reason::OrderClosed)));
  }
}

}  // namespace

AcceptRecord advance(AcceptServices& services, AcceptRecord record, Step step) {
  switch (record.state) {
    case AcceptState::Charging:
    case AcceptState::Processing:
    case AcceptState::RequiresAction: {
      std::optional<Charge> charge;
      if (step == Step::Charge && record.state == AcceptState::Charging) {
        charge = services.provider.charge(
            {chargeKey(record), record.order, record.amount, record.currency, record.method, true});
      }
      // The first result of a key is replayed, so it may be outdated.
      if (!charge || charge->state == ChargeState::RequiresAction || charge->state == ChargeState::Processing) {
        charge = services.provider.find(chargeKey(record));
      }
      if (!charge) return record;
      take(services, record, *charge);
      break;
    }
    case AcceptState::Undoing: {
      static_cast<void>(services.provider.refund(record.charge));
      services.orders.removeLines(record.order, record.key);
      static_cast<void>(
          services.accepts.commitUndo(record.key, makeServerEvent(eventOf(record, EventType::Undo), services.clock())));
      break;
    }
    case AcceptState::Accepted:
    case AcceptState::Undone:
    case AcceptState::Declined:
    case AcceptState::Refunded:
      return record;
  }
  relayAccepts(services);
  return services.accepts.accept(record.key).value_or(record);
}

}  // namespace aftermint
