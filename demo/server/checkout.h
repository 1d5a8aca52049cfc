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
 * The nonce makes it once: the same form sent again, at the same time or later, gives the same order. Prices
 * come from the book; `bump` is only an intent, and one that no longer holds is left out with a notice while
 * the order goes through.
 */
[[nodiscard]] Payment pay(Shop& shop, const Session& session, const Fields& form);

/** Carries an order whose intent is stored to its end: charged and final, or declined. */
[[nodiscard]] Payment settleOrder(Shop& shop, const ShopOrder& order);

/** Settles what a crash left between charge and commit: orders the provider charged become final. */
void recoverOrders(Shop& shop);

}  // namespace aftermint::demo
