/** @file Webhooks of Stripe for `aftermint serve`: `POST /stripe/webhook` (docs/stripe.md). */
#pragma once

#include <memory>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include "accept/accept_services.h"
#include "http/router.h"
#include "pay/stripe.h"
#include "pay/stripe_inbox.h"
#include "periodic.h"

namespace aftermint {

inline constexpr std::size_t kWebhookLimit = 256u << 10;  ///< bytes of a webhook's body
/** How long an event that cannot be handled is tried again. */
inline constexpr Millis kWebhookTries = Millis{3} * 24 * 3'600'000;

/**
 * The signing secrets of an endpoint (`whsec_…`), separated by commas or line ends: while one is replaced, both are
 * valid. Throws Unusable for a text without one, and for another text; the message does not show it.
 */
[[nodiscard]] std::vector<std::string> stripeSecretsOf(std::string_view text);

/**
 * Receives the events of Stripe and handles them.
 *
 * A request is only checked and stored, so that it is answered at once; then it is handled on a thread, and again until
 * that succeeds. A repeat of Stripe does nothing, and the order in which events come does not matter:
 *
 * - `payment_intent.*` of an accept finishes it.
 * - `charge.refunded` becomes a refund event for each refund of the charge, with the refund's id in its key. Of an
 *   accept, only if it is accepted: the event of an undo is the undo, and what was paid back for a closed order was
 *   never counted. While the accept is open, the event waits.
 * - `charge.dispute.*` becomes a refund event with the dispute's id, unless the bank only inquires or the shop has won.
 *
 * The events are those of `stripeWebhook` of `aftermint/stripe`.
 */
class StripeWebhook {
 public:
  /** All but `secrets` must outlive this object. */
  StripeWebhook(AcceptServices& services, const StripeProvider& provider, StripeInbox& inbox,
                std::vector<std::string> secrets);

  /**
   * The route. 400 `signature_invalid`, `signature_expired` or `body_invalid`, else 200. The handler throws
   * SQLite::Exception if the event cannot be stored, so Stripe sends it again.
   */
  [[nodiscard]] Route route();

  /** Handles what waits. What fails is logged and waits for its next try. Throws as StripeInbox. */
  void pass(const std::stop_token& stopping = {});

  /** Calls `pass` on a thread from now on: at each event, and every few seconds for those that wait. */
  void start();

 private:
  enum class Outcome { Done, Later };
  [[nodiscard]] Response receive(const Request& request);
  void handleOne(const WaitingNotice& waiting);
  [[nodiscard]] Outcome handle(const StripeNotice& notice);
  [[nodiscard]] Outcome settle(const std::string& key);
  [[nodiscard]] Outcome storeRefunds(const StripeNotice& notice);
  [[nodiscard]] Outcome storeDispute(const StripeNotice& notice);

  AcceptServices& services_;
  const StripeProvider& provider_;
  StripeInbox& inbox_;
  std::vector<std::string> secrets_;
  std::unique_ptr<Periodic> handling_;  ///< null before `start`
};

}  // namespace aftermint
