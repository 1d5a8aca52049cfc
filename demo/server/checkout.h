/** @file Paying for a cart: the server prices it, checks the bump, charges once. */
#pragma once

#include <string>
#include <vector>

#include "demo/server/shop.h"
#include "http/http.h"

namespace aftermint::demo {

struct FieldError {
  std::string field;
  std::string message;
};

struct Payment {
  enum class Result { Paid, Declined, Invalid, Stale, Unsure };
  Result result = Result::Stale;
  std::string order;               ///< of Paid
  std::vector<FieldError> errors;  ///< of Invalid
};

/**
 * Places and pays the order of a checkout form.
 *
 * The nonce makes it happen once: the same form sent again, at the same time or later, gives the same order. Prices
 * come from the book. A `bump` that is no longer available is left out with a notice, and the order goes through.
 */
[[nodiscard]] Payment pay(Shop& shop, const Session& session, const Fields& form);

/** Charges an order whose intent is stored: it ends as paid or declined. */
[[nodiscard]] Payment settleOrder(Shop& shop, const ShopOrder& order);

/** After a crash between charge and commit: stores orders that the provider charged as paid. */
void recoverOrders(Shop& shop);

}  // namespace aftermint::demo
