/**
 * @file A payment provider that moves no money, with test cards. Its idempotency keys follow Stripe's rules
 * (https://docs.stripe.com/api/idempotent_requests).
 */
#pragma once

#include <mutex>
#include <span>
#include <string_view>

#include "clock.h"
#include "pay/provider.h"
#include "sqlite.h"

namespace aftermint {

/** A payment method of the sandbox. */
struct TestCard {
  std::string_view value;  ///< `ChargeRequest::method`
  std::string_view label;  ///< for people, with what it does
};

/** The sandbox's cards. The first always succeeds. */
[[nodiscard]] std::span<const TestCard> testCards();

/**
 * Keeps its charges in tables of its own and, like a real provider, knows nothing of the shop's tables.
 *
 * The first result of a key is kept for ever (Stripe may delete it after 24 hours). A charge in `Processing` succeeds
 * after two seconds. Members throw PaymentUnknown if the file fails.
 */
class Sandbox final : public PaymentProvider {
 public:
  /** Opens or creates the tables. Throws SQLite::Exception, StoreError. */
  Sandbox(const std::string& path, Clock clock);

  Charge charge(const ChargeRequest& request) override;
  std::optional<Charge> find(const std::string& key) override;
  Charge refund(const std::string& charge) override;
  std::optional<std::vector<ListedCharge>> listSince(Millis since) override;
  /** `/bank/CHARGE`, a page of the server that uses the sandbox. */
  [[nodiscard]] std::string actionUrl(const std::string& charge) const override;
  [[nodiscard]] bool chargesAgain(const std::string& method) const override;

  /** A charge by its id, for the bank page; none if it is unknown. */
  [[nodiscard]] std::optional<Charge> charged(const std::string& id);

  /**
   * Confirms a charge that requires action (it succeeds), or abandons it (it is declined). Any other charge stays as it
   * is. Returns the charge; none if it is unknown.
   */
  std::optional<Charge> answerBank(const std::string& id, bool confirmed);

  /** The number of succeeded charges of an order that were not refunded; for tests. */
  [[nodiscard]] std::int64_t succeededCharges(const std::string& reference);

 private:
  void settle();

  std::mutex mutex_;  ///< guards db_
  Sqlite db_;
  Clock clock_;
};

}  // namespace aftermint
