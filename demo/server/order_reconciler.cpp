#include "demo/server/order_reconciler.h"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <charconv>

#include "accept/reconciler.h"
#include "demo/server/checkout.h"

namespace aftermint::demo {
namespace {

constexpr std::string_view kOrderKey = "order-";
constexpr Millis kOrderListOverlap = 120'000;

/** Runs one piece of a pass. What it throws is logged, so that the pieces behind it run. */
template <class Work>
bool guardedPiece(std::string_view what, const Work& work) {
  try {
    work();
    return true;
  } catch (const std::exception& error) {
    spdlog::warn("{} cannot be reconciled yet: {}", what, error.what());
    return false;
  }
}

/** Order and attempt of a charge's key `order-ID-ATTEMPT`; none for another key. */
std::optional<std::pair<std::string, std::int64_t>> attemptOf(std::string_view key) {
  if (!key.starts_with(kOrderKey)) return std::nullopt;
  const std::size_t dash = key.rfind('-');
  if (dash <= kOrderKey.size()) return std::nullopt;
  std::int64_t attempt = 0;
  const std::string_view digits = key.substr(dash + 1);
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), attempt);
  if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  return std::pair(std::string(key.substr(kOrderKey.size(), dash - kOrderKey.size())), attempt);
}

}  // namespace

void OrderReconciler::pass(const std::stop_token& stopping) {
  guardedPiece("pending orders", [&] { settlePending(stopping); });
  guardedPiece("charges of orders", [&] { checkLedger(stopping); });
  guardedPiece("waiting events", [&] { relayEvents(shop_); });
}

void OrderReconciler::settlePending(const std::stop_token& stopping) {
  for (const std::string& id : shop_.db.pendingOrders()) {
    if (stopping.stop_requested()) return;
    guardedPiece("order " + id, [&] {
      const auto order = shop_.db.order(id);
      const Millis now = shop_.clock();
      if (!order || (now < order->leaseUntil && order->leaseUntil <= now + kLeaseMillis)) return;
      if (const auto charge = shop_.provider.find(orderChargeKey(order->id, order->attempt))) {
        static_cast<void>(finishOrder(shop_, *order, *charge));
      } else if (now >= order->placedAt + kOrderMillis) {
        static_cast<void>(shop_.db.declineOrder(order->id, order->attempt));
      }
    });
  }
}

void OrderReconciler::checkLedger(const std::stop_token& stopping) {
  const Millis now = shop_.clock();
  const Millis back = now - kLookBackMillis;
  const auto listed = shop_.provider.listSince(listed_ > now ? back : std::max(back, listed_ - kOrderListOverlap));
  if (!listed) return;
  bool isWhole = true;
  for (const ListedCharge& each : *listed) {
    if (stopping.stop_requested()) return;
    isWhole = guardedPiece("charge " + each.charge.id, [&] { checkCharge(each); }) && isWhole;
  }
  if (isWhole) listed_ = now;  // else what failed is listed again
}

void OrderReconciler::checkCharge(const ListedCharge& listed) {
  const auto attempt = attemptOf(listed.key);
  if (!attempt || listed.charge.state != ChargeState::Succeeded) return;
  const auto order = shop_.db.order(attempt->first);
  if (order && order->attempt == attempt->second && order->state != OrderState::Declined) return;
  spdlog::error("charge {} of order {} belongs to an attempt that was given up: it is paid back", listed.charge.id,
                attempt->first);
  static_cast<void>(shop_.provider.refund(listed.charge.id));
}

}  // namespace aftermint::demo
