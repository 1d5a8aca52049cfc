/** @file What the accept endpoint works with: orders, their lines, accepts. Money in minor units, times in ms. */
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "aftermint/book.h"

namespace aftermint {

/** A line of an order. */
struct OrderLine {
  std::string product;         ///< id
  std::string variant;         ///< id; empty: none
  std::string title;           ///< of the product, in the order's language
  std::string variantTitle;    ///< empty: no variant
  std::int64_t quantity = 1;   ///< pieces
  Minor price = 0;             ///< of one piece
  std::string offer;           ///< the accepted offer that added it; empty: none
  std::string replaces;        ///< of an upgrade: id of the product that it replaces; `price` is then the difference
  bool undone = false;         ///< taken back by an undo; kept, but not part of the total
  std::string broughtBy = {};  ///< in a basket: the offer that added it, even if it no longer applies
};

/** The sum of lines; lines taken back do not count. */
[[nodiscard]] Minor totalOf(const std::vector<OrderLine>& lines);

/** The part of an order that an accept needs. */
struct PlacedOrder {
  std::string id;
  std::string currency;
  std::string method;  ///< the payment method, by the provider's id for it
  std::string visitor;
  std::string locale;
  std::optional<Millis> paidAt;
  std::vector<OrderLine> lines;
  Minor otherCosts = 0;  ///< what it costs beyond its lines, such as delivery; below zero: a discount

  [[nodiscard]] Minor total() const { return totalOf(lines) + otherCosts; }
};

/**
 * The state of an accept. In `Declined`, `Refunded`, `Refunding`, `Expired` and `Review` nothing was bought, so the
 * order may take another accept; in every other state it may not.
 *
 * `Refunding`: charged, but nothing may be added for it, so the charge is paid back. `Expired`: never charged, and its
 * time is over, or its offer was stopped. `Review`: to be paid back, but the provider does not find the charge, so a
 * person must look whether money was taken.
 */
enum class AcceptState {
  Charging,
  Processing,
  RequiresAction,
  Accepted,
  Undoing,
  Undone,
  Declined,
  Refunded,
  Refunding,
  Expired,
  Review
};

/** The codes of the states in the database and in `GET /orders/ID/accepts`. */
inline constexpr std::array<std::string_view, 11> kAcceptStateCodes = {
    "charging", "processing", "requires_action", "accepted", "undoing", "undone",
    "declined", "refunded",   "refunding",       "expired",  "review"};

[[nodiscard]] constexpr std::string_view toString(AcceptState state) {
  return kAcceptStateCodes[static_cast<std::size_t>(state)];
}

/** The inverse of `toString`. Throws StoreError for an unknown code. */
[[nodiscard]] AcceptState parseAcceptState(std::string_view code);

/** Reasons of accepts that are not a `Reason` of the engine. */
inline constexpr std::string_view kCardDeclined = "card_declined";  ///< the bank refused
inline constexpr std::string_view kLateCharge = "late_charge";      ///< charged after the accept was closed
inline constexpr std::string_view kAcceptLost = "accept_lost";      ///< charged, but the store has no such accept

/**
 * How long a lease on an accept lasts. A process that works on an accept holds its lease and renews it. No other
 * process charges or closes the accept before the lease has run out.
 */
inline constexpr Millis kLeaseMillis = 30'000;

/** What the shopper saw when they accepted, kept as evidence. */
struct Receipt {
  std::string id;
  std::string headline;
  std::string price;  ///< as shown
  std::string label;  ///< of the button
  std::string locale;
  std::string terms;  ///< of a recurring item, accepted by a checkbox of its own
};

/** One accept, by its idempotency key. */
struct AcceptRecord {
  std::string key;
  std::string requestHash;  ///< SHA-256 of order, offer, amount and currency: tells whether a key is reused
  std::string order;
  std::string offer;
  AcceptState state = AcceptState::Charging;
  Minor amount = 0;
  std::string currency;
  std::string method;
  std::string visitor;
  std::string arms;    ///< of the decision, as a JSON array; empty: none
  std::string ticket;  ///< its `jti`
  std::string charge;  ///< the provider's id; empty before the charge
  std::string reason;  ///< why it was declined or refunded
  Millis createdAt = 0;
  Millis undoUntil = 0;    ///< exclusive; 0 before it is accepted
  std::string chargeKey;   ///< the provider's idempotency key; empty in accepts of older versions (`chargeKeyOf`)
  Millis chargeUntil = 0;  ///< exclusive: later no charge is made, and the accept expires if it has none
  std::string leaseOwner;  ///< the process that works on it
  Millis leaseUntil = 0;   ///< exclusive
  Receipt receipt;
  std::vector<OrderLine> lines;  ///< to be added; fixed before the charge, so that a changed book has no effect
};

/** Whether the lease of an accept runs. One that ends later than a lease can is of a clock that was wrong. */
[[nodiscard]] inline bool leaseRuns(const AcceptRecord& record, Millis now) {
  return now < record.leaseUntil && record.leaseUntil <= now + kLeaseMillis;
}

}  // namespace aftermint
