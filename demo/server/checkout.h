/** @file Paying for a cart: the server prices it, checks the bump, charges once. */
#pragma once

#include <string>
#include <vector>

#include "demo/server/shop.h"
#include "http/http.h"

namespace aftermint::demo {

/** What is wrong with one field of the form, for the shopper. */
struct FieldError {
  std::string field;
  std::string message;
};

/**
 * What became of a checkout. `Declined`: by the provider. `Invalid`: fields are missing or wrong. `Stale`: the basket
 * or its prices are not those of the form. `Unsure`: the provider did not answer or decide; the same form may be sent
 * again.
 */
struct Payment {
  enum class Result { Paid, Declined, Invalid, Stale, Unsure };
  Result result = Result::Stale;
  std::string order;               ///< of Paid
  std::vector<FieldError> errors;  ///< of Invalid
};

/**
 * Places and pays the order of a checkout form.
 *
 * The form's `nonce` identifies the order: the same form sent again, at the same time or later, gives the same order
 * and charges once. Prices come from the book. A `bump` (id of the ticked offer) that is no longer available is left
 * out with a notice, and the order goes through. Throws SQLite::Exception, StoreError, PaymentKeyReused.
 */
[[nodiscard]] Payment pay(Shop& shop, const Session& session, const Fields& form);

/** Charges a stored order, and stores it as paid or declined. Never charges twice. Throws as `pay`. */
[[nodiscard]] Payment settleOrder(Shop& shop, const ShopOrder& order);

/**
 * At start, after a crash: asks the provider about every pending order and stores the paid and the declined ones.
 * Charges nothing. Throws PaymentUnknown and as `pay`.
 */
void recoverOrders(Shop& shop);

}  // namespace aftermint::demo
