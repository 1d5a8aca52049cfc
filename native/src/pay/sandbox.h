/** @file A payment provider that moves no money: Stripe's rules for idempotency keys, with test cards. */
#pragma once

#include <mutex>
#include <span>
#include <string_view>

#include "clock.h"
#include "pay/provider.h"
#include "sqlite.h"

namespace aftermint {

struct TestCard {
  std::string_view value;
  std::string_view label;
};

/** The cards the sandbox knows, the one that simply works first. */
[[nodiscard]] std::span<const TestCard> testCards();

/**
 * A ledger of charges of its own, as a real provider has: it knows nothing of the shop's tables.
 *
 * The first result of a key is saved and replayed for ever (Stripe prunes after 24 hours at the earliest);
 * a key with other parameters is refused.
 */
class Sandbox final : public PaymentProvider {
 public:
  Sandbox(const std::string& path, Clock clock);

  Charge charge(const ChargeRequest& request) override;
  std::optional<Charge> find(const std::string& key) override;
  Charge refund(const std::string& charge) override;
  /** `/bank/CHARGE`, a page of the server that uses the sandbox. */
  [[nodiscard]] std::string actionUrl(const std::string& charge) const override;
  [[nodiscard]] bool chargesAgain(const std::string& method) const override;

  /** The charge a bank page asks about, by its id. */
  [[nodiscard]] std::optional<Charge> charged(const std::string& id);

  /** Confirms or abandons a charge that requires action; a settled charge does not change. */
  std::optional<Charge> answerBank(const std::string& id, bool confirmed);

  /** The number of succeeded charges that were not refunded. */
  [[nodiscard]] std::int64_t succeededCharges(const std::string& reference);

 private:
  void settle();

  std::mutex mutex_;  ///< guards db_
  Sqlite db_;
  Clock clock_;
};

}  // namespace aftermint
