/** @file What the accept endpoint is built from. */
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "accept/accept_db.h"
#include "accept/order_book.h"
#include "accept/ticket.h"
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
  TicketKeys ticketKeys;  ///< of order tickets; the first one signs
  /** Whether an offer of the book must not be sold now (guard/guard.h); absent: none is stopped. */
  std::function<bool(std::string_view offer)> isStopped = {};
  std::string ticketAudience = {};  ///< that tickets must name; empty: TicketAuthority says which they may name
};

/** Whose tickets count, by the book and the keys of the services. */
[[nodiscard]] TicketAuthority ticketAuthority(const AcceptServices& services);

/** Whether an offer must not be sold now. */
[[nodiscard]] bool isStoppedNow(const AcceptServices& services, std::string_view offer);

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
