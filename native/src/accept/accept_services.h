/** @file What the accept endpoint is built from. */
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "accept/accept_db.h"
#include "accept/order_book.h"
#include "aftermint/index.h"
#include "aftermint/moment.h"
#include "aftermint/verify.h"
#include "clock.h"
#include "events/store.h"
#include "pay/provider.h"

namespace aftermint {

/** The parts of an accept endpoint; it owns none of them, and they must outlive it. */
struct AcceptServices {
  const IndexedBook& book;
  AcceptDb& accepts;
  OrderBook& orders;
  PaymentProvider& provider;
  Store& store;  ///< that events go to
  Clock clock;
  std::string signingKey;  ///< of order tickets, 32 bytes or more
  /** Whether an offer of the book must not be sold now (guard/guard.h); absent: none is stopped. */
  std::function<bool(std::string_view offer)> isStopped = {};
};

/** `verify` by the book of the services; an offer that is stopped is unavailable for the reason `finding`. */
[[nodiscard]] AcceptResult verifyNow(const AcceptServices& services, const Accept& accept);

/**
 * Whether an order's payment method can be charged again now, and until when: `policy.windowSeconds` after the payment.
 * If not, `reason` says why.
 */
[[nodiscard]] OneClick oneClickOf(const AcceptServices& services, const PlacedOrder& order);

/** Hands waiting events of accepts to the store. A failure is logged, and the next event tries again. */
void relayAccepts(AcceptServices& services);

}  // namespace aftermint
