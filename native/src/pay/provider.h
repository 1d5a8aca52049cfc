/** @file The interface to a payment provider. Implement it to connect your own. */
#pragma once

#include <array>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "aftermint/book.h"

namespace aftermint {

/** The state of a charge; `RequiresAction` and `Processing` may still change, the others only to `Refunded`. */
enum class ChargeState { Succeeded, Declined, RequiresAction, Processing, Refunded };

/** The codes of the states in databases. */
inline constexpr std::array<std::string_view, 5> kChargeStateCodes = {"succeeded", "declined", "requires_action",
                                                                      "processing", "refunded"};

[[nodiscard]] constexpr std::string_view toString(ChargeState state) {
  return kChargeStateCodes[static_cast<std::size_t>(state)];
}

/** What to charge. */
struct ChargeRequest {
  std::string key;        ///< the idempotency key, at most 255 characters
  std::string reference;  ///< id of the order it is for
  Minor amount = 0;       ///< minor units
  std::string currency;   ///< ISO 4217
  std::string method;     ///< the payment method, by the provider's id for it
  bool again = false;     ///< one click: the method has paid before, and the shopper does not enter it again
};

/** A charge as the provider stores it. */
struct Charge {
  std::string id;  ///< the provider's
  ChargeState state = ChargeState::Declined;
  Minor amount = 0;
  std::string currency;
  std::string reference;
};

/** A charge in a provider's list. */
struct ListedCharge {
  std::string key;  ///< the idempotency key that it was made with
  Charge charge;    ///< in its current state
};

/** The provider gave no usable answer: whether money moved is unknown, so ask again with the same key. */
class PaymentUnknown : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/** A key was used again with other parameters, or is not 1 to 255 characters long. A bug; nothing was charged. */
class PaymentKeyReused : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/** A payment provider: charges at most once for a key. Implementations must be safe to call from several threads. */
class PaymentProvider {
 public:
  virtual ~PaymentProvider() = default;

  /**
   * Charges. For a known key it charges nothing and returns the first result again, even if the state has changed since
   * (`find` has the current one).
   *
   * Throws PaymentKeyReused for a key with other parameters, PaymentUnknown if the outcome is not known.
   */
  virtual Charge charge(const ChargeRequest& request) = 0;

  /** The charge that was made with a key, in its current state; none if there is none. Throws PaymentUnknown. */
  virtual std::optional<Charge> find(const std::string& key) = 0;

  /** Pays back a succeeded charge in full, by its id; a repeat changes nothing. Throws PaymentUnknown if it cannot. */
  virtual Charge refund(const std::string& charge) = 0;

  /**
   * The charges that were made at `since` (ms) or later, by the provider's clock, oldest first; none if this provider
   * cannot list. The reconciler compares them with the accepts and pays back those that belong to none. A provider that
   * does not list its idempotency keys must store them with the charge, as metadata. Throws PaymentUnknown.
   */
  virtual std::optional<std::vector<ListedCharge>> listSince(Millis /*since*/) { return std::nullopt; }

  /** The URL where the shopper confirms a charge that requires action; empty if the page's own payment code does it. */
  [[nodiscard]] virtual std::string actionUrl(const std::string& charge) const = 0;

  /** Whether that method can be charged again in one click. Throws PaymentUnknown. */
  [[nodiscard]] virtual bool chargesAgain(const std::string& method) const = 0;

  /**
   * What the page's own payment code needs to confirm a charge that requires action, such as a client secret; empty if
   * there is a URL instead. Throws PaymentUnknown.
   */
  [[nodiscard]] virtual std::string action(const std::string& /*charge*/) const { return {}; }
};

}  // namespace aftermint
