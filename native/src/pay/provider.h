/** @file What the shop asks of a payment provider. */
#pragma once

#include <array>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

#include "aftermint/book.h"

namespace aftermint {

enum class ChargeState { Succeeded, Declined, RequiresAction, Processing, Refunded };

/** The codes of the states, as databases spell them. */
inline constexpr std::array<std::string_view, 5> kChargeStateCodes = {"succeeded", "declined", "requires_action",
                                                                      "processing", "refunded"};

[[nodiscard]] constexpr std::string_view toString(ChargeState state) {
  return kChargeStateCodes[static_cast<std::size_t>(state)];
}

struct ChargeRequest {
  std::string key;        ///< the idempotency key, at most 255 characters
  std::string reference;  ///< the order it is for
  Minor amount = 0;
  std::string currency;
  std::string method;  ///< how it is paid; the saved method where `again`
  bool again = false;  ///< on a method that paid before, without asking for it anew
};

struct Charge {
  std::string id;
  ChargeState state = ChargeState::Declined;
  Minor amount = 0;
  std::string currency;
  std::string reference;
};

/** The provider gave no usable answer: whether money moved is unknown, so ask again with the same key. */
class PaymentUnknown : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/** A key came back with other parameters: a programmer's mistake, nothing was charged by this request. */
class PaymentKeyReused : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/** Charges at most once for a key; safe to call from several threads. */
class PaymentProvider {
 public:
  virtual ~PaymentProvider() = default;

  /**
   * Charges, or gives the saved first result of that key.
   *
   * Throws PaymentKeyReused for a key with other parameters, PaymentUnknown where the outcome is not known.
   */
  virtual Charge charge(const ChargeRequest& request) = 0;

  /** How the charge made under a key stands now; none where that key charged nothing. Throws PaymentUnknown. */
  virtual std::optional<Charge> find(const std::string& key) = 0;

  /** Pays a succeeded charge back in full; a repeat changes nothing. Throws PaymentUnknown. */
  virtual Charge refund(const std::string& charge) = 0;

  /** Where the shopper confirms a charge that requires action; empty where the page's own payment code does it. */
  [[nodiscard]] virtual std::string actionUrl(const std::string& charge) const = 0;

  /** Whether that method can be charged again in one click. */
  [[nodiscard]] virtual bool chargesAgain(const std::string& method) const = 0;
};

}  // namespace aftermint
