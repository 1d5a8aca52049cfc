/** @file The routes of Stripe that StripeProvider uses, over HTTP, with Stripe's rules for idempotency keys. */
#pragma once

#include <atomic>
#include <condition_variable>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "http/http.h"
#include "http/http_server.h"
#include "json.h"
#include "pay/stripe.h"
#include "unit/wire.h"

namespace aftermint::testing {

/** What happens to the next request that charges. */
enum class StripeFault { None, AnswerIsLost, FailsWith500, Hangs };

class FakeStripe {
 public:
  /** A PaymentIntent that an order was paid with, with a payment method (`pm_ok`, `pm_action`, …). */
  std::string paid(const std::string& method = "pm_ok", const Json& changes = Json::object());
  /** Our intents that succeeded and were not refunded. */
  [[nodiscard]] std::vector<Json> succeeded();
  [[nodiscard]] Json intent(const std::string& id);
  /** The newest intent of ours. */
  [[nodiscard]] std::string newest();
  void answerBank(const std::string& id, bool isConfirmed);
  /** A refund made at Stripe: `id`, `charge`, `amount`, `currency`, `created`, `status`. */
  void addRefund(const Json& refund);
  /** Lets a hanging charge go on. */
  void letGo();

  [[nodiscard]] std::string url() const { return http_.server().url(); }
  [[nodiscard]] StripeOptions options() const {
    StripeOptions options;
    options.address.key = "sk_test_of_a_test";
    options.address.url = url();
    options.returnUrl = "https://shop.example/thanks";
    return options;
  }

  std::atomic<Millis> now{1'800'000'000'000};
  std::atomic<StripeFault> next{StripeFault::None};
  std::atomic<bool> isHanging{false};
  std::atomic<bool> isSearchBehind{false};  ///< the search finds nothing
  std::atomic<int> refunds{0};
  std::atomic<int> unauthorized{0};  ///< requests without the secret key

 private:
  struct SavedAnswer {
    std::string parameters;
    Millis at = 0;
    int status = 0;  ///< 0: the first request is still running
    std::string body;
  };

  Response serve(const Request& request);
  Response post(const Request& request);
  std::pair<int, Json> make(const Fields& form);
  std::pair<int, Json> change(const std::string& path, const Fields& form);
  Json list(const Request& request);
  Json listRefunds(const Request& request);

  std::mutex mutex_;
  std::condition_variable wakes_;
  std::vector<Json> intents_;
  std::vector<Json> refunds_;
  std::map<std::string, SavedAnswer> saved_;
  int count_ = 0;
  RunningHttp http_{[this](const Request& request) { return serve(request); },
                    {},
                    {},
                    [](std::string_view, std::string_view) { return std::size_t{1} << 16; }};
};

}  // namespace aftermint::testing
