/** @file Requests to the API of Stripe. */
#pragma once

#include <chrono>
#include <string>

#include "http/curl_client.h"
#include "pay/stripe_api.h"

namespace aftermint {

/** Where requests to Stripe go, and how long they may take. */
struct StripeAddress {
  std::string key;                             ///< the secret key (`sk_…` or `rk_…`)
  std::string url = "https://api.stripe.com";  ///< `https://…`, or `http://` with a loopback address for tests
  std::chrono::milliseconds connect{5'000};    ///< for a connection
  std::chrono::milliseconds answer{20'000};    ///< for a whole request; less than a lease (accept/accept_db.h)
};

/** Asks Stripe over TLS. It writes the key nowhere but into the request. */
class StripeClient final : public StripeApi {
 public:
  /** Throws std::invalid_argument for an address that is neither https nor on this machine, or a key that is none. */
  explicit StripeClient(StripeAddress address);

  [[nodiscard]] StripeAnswer get(const std::string& path, const StripeFields& query) const override;
  [[nodiscard]] StripeAnswer post(const std::string& path, const StripeFields& form,
                                  const std::string& key) const override;

 private:
  [[nodiscard]] StripeAnswer send(const std::string& path, const std::string* form, const std::string& key) const;

  StripeAddress address_;
  CurlClient client_;
};

}  // namespace aftermint
