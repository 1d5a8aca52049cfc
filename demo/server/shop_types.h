/** @file What the demo shop stores: sessions, carts, orders. Money in minor units, times in milliseconds. */
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "accept/accept_types.h"

namespace aftermint::demo {

/** One line of a cart. */
struct CartLine {
  std::string product;
  std::string variant;  ///< empty: none
  std::int64_t quantity = 1;
  std::string offer;  ///< the offer of a product page that added it; empty: none
};

/** What a session wants to buy. */
struct Cart {
  std::vector<CartLine> lines;
  std::int64_t version = 0;  ///< rises with every change
};

/** A browser that has put something into its cart. */
struct Session {
  std::string id;       ///< random; kept in a cookie
  std::string visitor;  ///< random id, by which the visitor is assigned to experiments
};

/** The order that a checkout will become. Id and nonce are fixed before it is placed, so that it is placed once. */
struct Draft {
  std::string order;        ///< id
  std::int64_t number = 0;  ///< ten random digits
  std::string nonce;        ///< random; the checkout form sends it
};

/** An offer that is part of a placed order: ticked at checkout, or added on a product page. */
struct OrderOffer {
  std::string offer;
  std::string placement;  ///< its code
  std::string arms;       ///< JSON; empty: none
};

/** `Pending`: placed, and not known to be paid. */
enum class OrderState { Pending, Paid, Declined };

/** The codes of the states in the database. */
inline constexpr std::array<std::string_view, 3> kOrderStateCodes = {"pending", "paid", "declined"};

[[nodiscard]] constexpr std::string_view toString(OrderState state) {
  return kOrderStateCodes[static_cast<std::size_t>(state)];
}

/** The inverse of `toString`. Throws StoreError for an unknown code. */
[[nodiscard]] OrderState parseOrderState(std::string_view code);

/** An order as the shop stores it; it is paid once it has `paidAt`. */
struct ShopOrder : PlacedOrder {
  std::int64_t number = 0;
  std::string session;
  std::string nonce;
  OrderState state = OrderState::Pending;
  std::int64_t attempt = 1;  ///< to pay, from 1; each attempt has a charge of its own
  std::string name, email, address;
  std::string notice;  ///< for the next page
  Millis placedAt = 0;
  std::string form;                ///< SHA-256 of the form it was placed with; empty in orders of older versions
  Millis leaseUntil = 0;           ///< exclusive: until then a charge of this attempt may be under way
  std::vector<OrderOffer> offers;  ///< those at checkout and on product pages; offers after payment are accepts
};

}  // namespace aftermint::demo
