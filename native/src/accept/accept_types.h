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
  std::string product;
  std::string variant;
  std::string title;
  std::string variantTitle;
  std::int64_t quantity = 1;
  Minor price = 0;       ///< of one
  std::string offer;     ///< the accepted offer it came from
  std::string replaces;  ///< of an upgrade: the product it takes the place of; its price is the difference
  bool undone = false;
  std::string broughtBy = {};  ///< in a basket: the offer that added it, whether or not it still holds
};

/** The sum of lines; lines taken back do not count. */
[[nodiscard]] Minor totalOf(const std::vector<OrderLine>& lines);

/** The part of an order that an accept needs. */
struct PlacedOrder {
  std::string id;
  std::string currency;
  std::string method;  ///< how it is paid: what the payment provider can charge again
  std::string visitor;
  std::string locale;
  std::optional<Millis> paidAt;
  std::vector<OrderLine> lines;
  Minor otherCosts = 0;  ///< what it costs beyond its lines, such as delivery; below zero: a discount

  [[nodiscard]] Minor total() const { return totalOf(lines) + otherCosts; }
};

/** The state of an accept. `Declined` and `Refunded` charged nothing in the end; every other state holds the order. */
enum class AcceptState { Charging, Processing, RequiresAction, Accepted, Undoing, Undone, Declined, Refunded };

/** The codes of the states, as the database and `GET /orders/ID/accepts` spell them. */
inline constexpr std::array<std::string_view, 8> kAcceptStateCodes = {
    "charging", "processing", "requires_action", "accepted", "undoing", "undone", "declined", "refunded"};

[[nodiscard]] constexpr std::string_view toString(AcceptState state) {
  return kAcceptStateCodes[static_cast<std::size_t>(state)];
}

/** The inverse of `toString`. Throws StoreError for a code that is none. */
[[nodiscard]] AcceptState parseAcceptState(std::string_view code);

/** What the shopper saw when they accepted, kept as evidence. */
struct Receipt {
  std::string id;
  std::string headline;
  std::string price;  ///< as shown
  std::string label;
  std::string locale;
  std::string terms;  ///< of a recurring item, accepted by a separate tick
};

/** One accept, by its idempotency key. */
struct AcceptRecord {
  std::string key;
  std::string requestHash;
  std::string order;
  std::string offer;
  AcceptState state = AcceptState::Charging;
  Minor amount = 0;
  std::string currency;
  std::string method;
  std::string visitor;
  std::string arms;    ///< JSON
  std::string ticket;  ///< its `jti`
  std::string charge;
  std::string reason;
  Millis createdAt = 0;
  Millis undoUntil = 0;
  Receipt receipt;
  std::vector<OrderLine> lines;  ///< to be added; fixed before the charge, so that a changed book has no effect
};

}  // namespace aftermint
