/** @file What is asked of Stripe's API, and how its answers are read. */
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "json.h"

namespace aftermint {

/** Names and values of a form or a query, in order. */
using StripeFields = std::vector<std::pair<std::string, std::string>>;

/** An answer of Stripe: a JSON object. */
struct StripeAnswer {
  int status = 0;
  Json body;
};

/** Asks Stripe, each time once. Safe to call from several threads. */
class StripeApi {
 public:
  virtual ~StripeApi() = default;

  /** Both throw PaymentUnknown if there is no answer, or one that `readStripeAnswer` refuses. */
  [[nodiscard]] virtual StripeAnswer get(const std::string& path, const StripeFields& query) const = 0;
  /** `key`: the idempotency key; empty: none. */
  [[nodiscard]] virtual StripeAnswer post(const std::string& path, const StripeFields& form,
                                          const std::string& key) const = 0;
};

/** Reads an answer. Throws PaymentUnknown for one that is no JSON object, a 5xx and a 429. */
[[nodiscard]] StripeAnswer readStripeAnswer(int status, const std::string& body);

/** What went wrong, as Stripe says it, for logs: one short line. */
[[nodiscard]] std::string stripeMessage(const StripeAnswer& answer);

/** Of the error of an answer: `type` or `code`; empty if there is none. */
[[nodiscard]] std::string stripeError(const StripeAnswer& answer, const char* member);

}  // namespace aftermint
