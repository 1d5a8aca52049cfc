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

/** Pays back an accept in state `refunding`. It waits while the provider may still decide about the charge. */
void payBack(AcceptServices& services, const AcceptRecord& record) {
  const std::optional<Charge> charge = services.provider.find(chargeKeyOf(record));
  if (!charge) {
    // Whether money was taken is not known: the provider may have forgotten the key, or never made the charge.
    spdlog::error("order {}: the provider does not find charge {}, which is to be paid back: look for it there",
                  record.order, record.charge);
    services.accepts.move(record, AcceptState::Review, record.charge, record.reason);
    return;
  }
  const ChargeState state = charge->state;
  if (state == ChargeState::RequiresAction || state == ChargeState::Processing) return;
  if (state == ChargeState::Declined) {
    services.accepts.move(record, AcceptState::Declined, record.charge, std::string(kCardDeclined));
    return;
  }
  if (state == ChargeState::Succeeded) static_cast<void>(services.provider.refund(record.charge));
  services.orders.removeLines(record.order, record.key);
  services.accepts.move(record, AcceptState::Refunded, record.charge, record.reason);
}

/** Adds the lines of a charged accept to its order and commits, or pays back if the order takes no more lines. */
void commit(AcceptServices& services, AcceptRecord& record, const Charge& charge) {
  if (services.orders.addLines(record.order, record.key, record.lines) == LinesAdded::OrderClosed) {
    spdlog::warn("order {} closed while {} was charged: charge {} is paid back", record.order, record.offer, charge.id);
    return payBackCharge(services, record, charge.id, toString(Reason::OrderClosed));
  }
  const Millis now = services.clock();
  record.charge = charge.id;
  record.undoUntil = now + services.book.book().policy.undoSeconds * 1000;
  const auto store = [&] {
    return services.accepts.commit(record, now, receiptHash(record, now),
                                   makeServerEvent(eventOf(record, EventType::Accept), now));
  };
  Stored stored = store();
  if (stored == Stored::Gone && services.accepts.restore(record, now)) stored = store();
  if (stored == Stored::Now || stored == Stored::Before) return;
  // Closed by somebody else meanwhile, so the lines must not stay.
  services.orders.removeLines(record.order, record.key);
  payBackCharge(services, record, charge.id, kLateCharge);
}

/** Stores that an accept has this charge, which may have succeeded or may still succeed, and continues. */
void takeCharge(AcceptServices& services, AcceptRecord& record, const Charge& charge) {
  Stored stored = services.accepts.storeCharge(record.key, charge.id);
  if (stored == Stored::Gone) {
    record.charge = charge.id;
    const bool restored = services.accepts.restore(record, services.clock());
    spdlog::error("order {}: the accept of {} was gone, {}", record.order, record.offer,
                  restored ? "and is stored again" : "and its charge is paid back");
    stored = restored ? Stored::Now : services.accepts.storeCharge(record.key, charge.id);
  }
  if (stored == Stored::Before) return;
  if (stored != Stored::Now) {
    spdlog::warn("order {}: {} was charged after its accept was closed: charge {} is paid back", record.order,
                 record.offer, charge.id);
    return payBackCharge(services, record, charge.id, kLateCharge);
  }
  if (charge.state == ChargeState::Succeeded) return commit(services, record, charge);
  const AcceptState state =
      charge.state == ChargeState::Processing ? AcceptState::Processing : AcceptState::RequiresAction;
  if (record.state != state) services.accepts.move(record, state, charge.id, "");
}

void take(AcceptServices& services, AcceptRecord& record, const Charge& charge) {
  switch (charge.state) {
    case ChargeState::Succeeded:
    case ChargeState::RequiresAction:
    case ChargeState::Processing:
      return takeCharge(services, record, charge);
    case ChargeState::Declined:
      services.accepts.move(record, AcceptState::Declined, charge.id, std::string(kCardDeclined));
      return;
    case ChargeState::Refunded:  // by hand, at the provider
      services.orders.removeLines(record.order, record.key);
      services.accepts.move(record, AcceptState::Refunded, charge.id, std::string(toString(Reason::OrderClosed)));
      return;
  }
}

/** Finds or makes the charge of an open accept and continues with it. */
void settle(AcceptServices& services, AcceptRecord& record, Step step) {
  const bool mayCharge = (step == Step::Begin || step == Step::Charge) && record.state == AcceptState::Charging;
  const Lease lease = mayCharge || step == Step::Settle
                          ? services.accepts.lease(record.key, services.clock(), record.chargeUntil)
                          : Lease();
  std::optional<Charge> charge;
  if (step != Step::Begin || !lease) charge = services.provider.find(chargeKeyOf(record));
  if (!charge && lease && record.state == AcceptState::Charging) {
    const Millis now = services.clock();
    if (now >= record.chargeUntil) {
      services.accepts.expire(record.key, now, std::string(toString(Reason::WindowClosed)));
    } else if (mayCharge && isStoppedNow(services, record.offer)) {
      services.accepts.closeUncharged(record.key, std::string(toString(Reason::Finding)));
    } else if (mayCharge) {
      charge = services.provider.charge(
          {chargeKeyOf(record), record.order, record.amount, record.currency, record.method, true});
      // The first result of a key is replayed, so it may be outdated.
      if (charge->state == ChargeState::RequiresAction || charge->state == ChargeState::Processing) {
        if (auto current = services.provider.find(chargeKeyOf(record))) charge = std::move(current);
      }
    }
  }
  if (charge) take(services, record, *charge);
}

}  // namespace

void payBackCharge(AcceptServices& services, const AcceptRecord& record, const std::string& charge,
                   std::string_view reason) {
  services.accepts.startRefund(record, charge, std::string(reason));
  auto stored = services.accepts.accept(record.key);
  if (!stored && !record.chargeKey.empty()) stored = services.accepts.acceptOfCharge(record.chargeKey);
  if (stored && stored->state == AcceptState::Refunding) payBack(services, *stored);
}

AcceptRecord advance(AcceptServices& services, AcceptRecord record, Step step) {
  switch (record.state) {
    case AcceptState::Charging:
    case AcceptState::Processing:
    case AcceptState::RequiresAction:
      settle(services, record, step);
      break;
    case AcceptState::Undoing: {
      static_cast<void>(services.provider.refund(record.charge));
      services.orders.removeLines(record.order, record.key);
      static_cast<void>(
          services.accepts.commitUndo(record.key, makeServerEvent(eventOf(record, EventType::Undo), services.clock())));
      break;
    }
    case AcceptState::Refunding:
      payBack(services, record);
      break;
    case AcceptState::Accepted:
    case AcceptState::Undone:
    case AcceptState::Declined:
    case AcceptState::Refunded:
    case AcceptState::Expired:
    case AcceptState::Review:
      return record;
  }
  relayAccepts(services);
  auto stored = services.accepts.accept(record.key);
  if (!stored && !record.chargeKey.empty()) stored = services.accepts.acceptOfCharge(record.chargeKey);
  return stored.value_or(record);
}

}  // namespace aftermint
