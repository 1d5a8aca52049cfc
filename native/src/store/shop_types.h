/** @file What the demo shop keeps: sessions, carts, orders, accepts. Money in minor units, times in milliseconds. */
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "aftermint/moment.h"

namespace aftermint {

struct CartLine {
  std::string product;
  std::string variant;  ///< none where empty
  std::int64_t quantity = 1;
  std::string offer;  ///< of a product page, by which it was added; none where empty
};

struct Cart {
  std::vector<CartLine> lines;
  std::int64_t version = 0;  ///< rises with every change
};

struct Session {
  std::string id;
  std::string visitor;
};

/** The order a checkout will become: its id and nonce are given out before it is placed, so that it is placed once. */
struct Draft {
  std::string order;
  std::int64_t number = 0;
  std::string nonce;
};

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

/** An offer that an order was placed with: ticked at checkout, or taken along with a product. */
struct OrderOffer {
  std::string offer;
  std::string placement;  ///< its word on the wire
  std::string arms;       ///< JSON; empty: none
};

enum class OrderState { Pending, Paid, Declined };

struct ShopOrder {
  std::string id;
  std::int64_t number = 0;
  std::string session;
  std::string nonce;
  OrderState state = OrderState::Pending;
  std::int64_t attempt = 1;  ///< of paying; each has a charge of its own
  std::string currency;
  std::string name, email, address;
  std::string method;  ///< how it is paid
  std::string visitor;
  std::string locale;
  std::string notice;  ///< for the next page
  Millis placedAt = 0;
  std::optional<Millis> paidAt;
  std::vector<OrderLine> lines;
  std::vector<OrderOffer> offers;  ///< that held; those after payment are accepts of their own

  /** The sum of what stands in it: lines taken back do not count. */
  [[nodiscard]] Minor total() const;
};

enum class AcceptState { Charging, Processing, RequiresAction, Accepted, Undoing, Undone, Declined, Refunded };

/** What the shopper saw when pressing the button, kept as evidence. */
struct Receipt {
  std::string id;
  std::string headline;
  std::string price;  ///< as shown
  std::string label;
  std::string locale;
  std::string terms;  ///< of a recurring item, agreed to by a tick of its own
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
  std::vector<OrderLine> lines;  ///< to be added; settled before the charge, so that a later book changes nothing
};

}  // namespace aftermint
