/** @file Paying for a cart: the server prices it, checks the bump, charges once. */
#pragma once

#include <optional>
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
  std::string session;             ///< of Paid: the session that the order belongs to now
  std::vector<FieldError> errors;  ///< of Invalid
};

/**
 * Places and pays the order of a checkout form.
 *
 * The form's `nonce` identifies the order: the same form sent again, at the same time or later, gives the same order
 * and charges once. A payment renews the session, so a form that is sent again may come with the old one, or with none:
 * with every field as before, it gives its order for kOrderMillis. Prices come from the book. A `bump` (id of the
 * ticked offer) that is no longer available is left out with a notice, and the order goes through. If its price is not
 * `bump-price`, the one that the page showed, the result is Stale.
 *
 * An order that was placed with this nonce and is not charged is charged only for the same form, and only for
 * kOrderMillis. For another form it is given up, once no charge can be under way, and the order is placed anew from the
 * form; so the shopper pays what the page shows, or is asked again. Throws SQLite::Exception, StoreError,
 * PaymentKeyReused.
 */
[[nodiscard]] Payment pay(Shop& shop, const std::optional<Session>& session, const Fields& form);

/** How long a placed order that is not charged may still be charged with its form. */
inline constexpr Millis kOrderMillis = 900'000;

/** The provider's idempotency key of an order's attempt to pay. */
[[nodiscard]] std::string orderChargeKey(const std::string& order, std::int64_t attempt);

/**
 * Stores what the provider says of the charge of an order's attempt. A charge that succeeded for an attempt that was
 * given up is paid back. Throws PaymentUnknown and as `pay`.
 */
[[nodiscard]] Payment finishOrder(Shop& shop, const ShopOrder& order, const Charge& charge);

}  // namespace aftermint::demo
