/** @file Payments by Stripe, as `aftermint/stripe` makes them in a Node server (docs/stripe.md). */
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "clock.h"
#include "pay/provider.h"
#include "pay/stripe_client.h"

namespace aftermint {

/** What payments by Stripe are made of. */
struct StripeOptions {
  StripeAddress address;
  std::string returnUrl;  ///< where a bank sends the shopper back to: the confirmation page of the shop
};

/** Whose a PaymentIntent is, by its metadata. */
struct StripePurchase {
  std::string key;    ///< our idempotency key; empty: it is the shop's own
  std::string order;  ///< empty: of no order that is known
};

/** A refund that did not fail. */
struct StripeRefund {
  std::string id;
  Minor amount = 0;
  std::string currency;  ///< ISO 4217, upper case
  Millis created = 0;
};

/**
 * `ChargeRequest::method` is the id of the PaymentIntent that the order was paid with (`pi_…`). It can be charged again
 * if it succeeded and was made with a `customer` and `setup_future_usage`.
 *
 * A charge is a new PaymentIntent, confirmed on session, with our key as `Idempotency-Key` and in its metadata. If the
 * bank asks, `action` is its client secret, for `stripe.handleNextAction`. A declined intent is cancelled, so that its
 * secret can pay for nothing. A 409, a time-out, a 5xx and an answer of another form are PaymentUnknown.
 */
class StripeProvider final : public PaymentProvider {
 public:
  /** Throws std::invalid_argument as StripeClient, and for a `returnUrl` that is not http or https. */
  StripeProvider(StripeOptions options, Clock clock);
  /** Asks `api` instead of a StripeClient. */
  StripeProvider(std::unique_ptr<const StripeApi> api, std::string returnUrl, Clock clock);

  Charge charge(const ChargeRequest& request) override;
  /**
   * Asks the search of Stripe, which has a charge about a minute later, and then the list of the last quarter of an
   * hour. Throws PaymentUnknown also if that list is longer than 2,000.
   */
  std::optional<Charge> find(const std::string& key) override;
  Charge refund(const std::string& charge) override;
  std::optional<std::vector<ListedCharge>> listSince(Millis since) override;
  [[nodiscard]] std::string actionUrl(const std::string& charge) const override;
  [[nodiscard]] std::string action(const std::string& charge) const override;
  [[nodiscard]] bool chargesAgain(const std::string& method) const override;

  /** Whose a PaymentIntent is. Both throw PaymentUnknown, also if Stripe does not know the id. */
  [[nodiscard]] StripePurchase purchase(const std::string& intent) const;
  /** The refunds of a charge (`ch_…`), those that failed or were cancelled left out. */
  [[nodiscard]] std::vector<StripeRefund> refundsOf(const std::string& charge) const;

 private:
  struct Saved;
  [[nodiscard]] Json retrieve(const std::string& intent) const;
  [[nodiscard]] std::optional<Saved> savedBy(const std::string& method) const;
  [[nodiscard]] Charge settled(const Json& intent) const;
  [[nodiscard]] Charge close(const Json& intent) const;
  [[nodiscard]] std::vector<Json> listed(const char* path, const StripeFields& filter, std::size_t limit,
                                         const std::string& what) const;
  [[nodiscard]] std::vector<Json> list(Millis since, std::size_t limit) const;

  std::unique_ptr<const StripeApi> api_;
  std::string returnUrl_;
  Clock clock_;
};

}  // namespace aftermint
