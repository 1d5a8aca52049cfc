/** @file What the demo shop stores: sessions, carts, orders. Money in minor units, times in milliseconds. */
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "accept/accept_types.h"

namespace aftermint::demo {

struct CartLine {
  std::string product;
  std::string variant;  ///< none where empty
  std::int64_t quantity = 1;
  std::string offer;  ///< the offer of a product page that added it; empty: none
};

struct Cart {
  std::vector<CartLine> lines;
  std::int64_t version = 0;  ///< rises with every change
};

struct Session {
  std::string id;
  std::string visitor;
};

/** The order that a checkout will become. Id and nonce are fixed before it is placed, so that it is placed once. */
struct Draft {
  std::string order;
  std::int64_t number = 0;
  std::string nonce;
};

/** An offer that is part of a placed order: ticked at checkout, or added on a product page. */
struct OrderOffer {
  std::string offer;
  std::string placement;  ///< its code on the wire
  std::string arms;       ///< JSON; empty: none
};

enum class OrderState { Pending, Paid, Declined };

/** The codes of the states, as the database spells them. */
inline constexpr std::array<std::string_view, 3> kOrderStateCodes = {"pending", "paid", "declined"};

[[nodiscard]] constexpr std::string_view toString(OrderState state) {
  return kOrderStateCodes[static_cast<std::size_t>(state)];
}

/** The inverse of `toString`. Throws StoreError for a code that is none. */
[[nodiscard]] OrderState parseOrderState(std::string_view code);

/** An order as the shop stores it; it is paid once it has `paidAt`. */
struct ShopOrder : PlacedOrder {
  std::int64_t number = 0;
  std::string session;
  std::string nonce;
  OrderState state = OrderState::Pending;
  std::int64_t attempt = 1;  ///< of paying; each has a charge of its own
  std::string name, email, address;
  std::string notice;  ///< for the next page
  Millis placedAt = 0;
  std::vector<OrderOffer> offers;  ///< those at checkout and on product pages; offers after payment are accepts
};

}  // namespace aftermint::demo
