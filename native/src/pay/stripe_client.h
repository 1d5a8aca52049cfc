/** @file Requests to the API of Stripe. Only its .cpp file includes libcurl. */
#pragma once

#include <chrono>
#include <cstddef>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "json.h"

namespace aftermint {

/** Where requests to Stripe go, and how long they may take. */
struct StripeAddress {
  std::string key;                             ///< the secret key (`sk_…` or `rk_…`)
  std::string url = "https://api.stripe.com";  ///< `https://…`, or `http://` with a loopback address for tests
  std::chrono::milliseconds connect{5'000};    ///< for a connection
  std::chrono::milliseconds answer{20'000};    ///< for a whole request; less than a lease (accept/accept_db.h)
};

/** Names and values of a form or a query, in order. */
using StripeFields = std::vector<std::pair<std::string, std::string>>;

/** An answer of Stripe: a JSON object. */
struct StripeAnswer {
  int status = 0;
  Json body;
};

/**
 * A client of Stripe's API. It verifies the certificate, follows no redirect, asks once, and writes the key nowhere but
 * into the request. Safe to call from several threads.
 */
class StripeClient {
 public:
  /** Throws std::invalid_argument for an address that is neither https nor on this machine, or a key that is none. */
  explicit StripeClient(StripeAddress address);
  ~StripeClient();
  StripeClient(const StripeClient&) = delete;
  StripeClient& operator=(const StripeClient&) = delete;

  /** Both throw PaymentUnknown if there is no answer, or one that is no JSON object, or a 5xx or 429. */
  [[nodiscard]] StripeAnswer get(const std::string& path, const StripeFields& query = {}) const;
  /** `key`: the idempotency key; empty: none. */
  [[nodiscard]] StripeAnswer post(const std::string& path, const StripeFields& form, const std::string& key) const;

 private:
  class Lease;
  [[nodiscard]] StripeAnswer send(const std::string& path, const std::string* form, const std::string& key) const;

  StripeAddress address_;
  mutable std::mutex mutex_;         ///< guards idle_
  mutable std::vector<void*> idle_;  ///< handles of libcurl with open connections
};

/** What went wrong, as Stripe says it, for logs: one short line. */
[[nodiscard]] std::string stripeMessage(const StripeAnswer& answer);

/** Of the error of an answer: `type` or `code`; empty if there is none. */
[[nodiscard]] std::string stripeError(const StripeAnswer& answer, const char* member);

}  // namespace aftermint
