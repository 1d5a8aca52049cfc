#include "serve/stripe_webhook.h"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <chrono>
#include <exception>
#include <optional>
#include <utility>

#include "accept/accept_steps.h"
#include "events/event_json.h"
#include "events/event_signature.h"
#include "telemetry/metrics.h"
#include "text.h"
#include "unusable.h"

namespace aftermint {
namespace {

constexpr std::string_view kStripeSignature = "stripe-signature";
constexpr std::chrono::seconds kInboxPause{5};
constexpr Millis kFirstTryPause = 5'000;        ///< after the first try; each further one doubles it
constexpr Millis kLongestTryPause = 3'600'000;  ///< between two tries
constexpr int kDoublings = 10;

bool isStripeSecret(std::string_view text) {
  return text.starts_with("whsec_") && text.size() > 6 && text.size() <= 255 &&
         std::all_of(text.begin(), text.end(), [](char c) { return c > 0x20 && c < 0x7f; });
}

/** Whether it is not decided yet whether the accept stays charged. */
bool isUndecided(AcceptState state) {
  return state == AcceptState::Charging || state == AcceptState::Processing || state == AcceptState::RequiresAction;
}

Response webhookFault(RequestFault code, std::string_view message, std::string_view hint) {
  return faultResponse(400, code, message, hint);
}

}  // namespace

std::vector<std::string> stripeSecretsOf(std::string_view text) {
  std::vector<std::string> secrets;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of(",\n"), text.size());
    const std::string_view secret = trimmed(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    if (secret.empty()) continue;
    if (!isStripeSecret(secret)) {
      throw Unusable(ErrorCode::Usage, "the signing secret of Stripe's webhook does not begin with whsec_",
                     "Copy the signing secret of the endpoint from Stripe's dashboard; separate several by commas.");
    }
    secrets.emplace_back(secret);
  }
  if (secrets.empty()) {
    throw Unusable(ErrorCode::Usage, "there is no signing secret of Stripe's webhook",
                   "Copy the signing secret of the endpoint (whsec_…) from Stripe's dashboard.");
  }
  return secrets;
}

StripeWebhook::StripeWebhook(AcceptServices& services, const StripeProvider& provider, StripeInbox& inbox,
                             std::vector<std::string> secrets)
    : services_(services), provider_(provider), inbox_(inbox), secrets_(std::move(secrets)) {}

Route StripeWebhook::route() {
  return {"POST", "/stripe/webhook", kWebhookLimit,
          [this](const Request& request, const PathParts&) { return receive(request); }};
}

void StripeWebhook::start() {
  handling_ = std::make_unique<Periodic>("webhooks of Stripe", kInboxPause,
                                         [this](const std::stop_token& stopping) { pass(stopping); });
}

Response StripeWebhook::receive(const Request& request) {
  const Millis now = services_.clock();
  if (const auto fault = refuseSignature(request.header(kStripeSignature), request.body, secrets_, now)) {
    if (*fault == RequestFault::SignatureExpired) {
      return webhookFault(*fault, "The signature is valid, but its time is more than five minutes off.",
                          "Set the clock of this server by NTP.");
    }
    return webhookFault(*fault, "The signature is not of Stripe.",
                        "Give the signing secret of this endpoint (AFTERMINT_STRIPE_WEBHOOK_SECRET), and let the proxy "
                        "pass the body as it is.");
  }
  const auto notice = readStripeNotice(request.body);
  if (!notice) {
    return webhookFault(RequestFault::BodyInvalid, "The body is no event of Stripe, or lacks a member.",
                        "See docs/stripe.md, Webhooks.");
  }
  if (notice->subject != StripeSubject::Other && inbox_.put(*notice, now) && handling_) handling_->wake();
  return jsonResponse(200, R"({"received":true})");
}

void StripeWebhook::pass(const std::stop_token& stopping) {
  for (const WaitingNotice& waiting : inbox_.due(services_.clock())) {
    if (stopping.stop_requested()) return;
    handleOne(waiting);
  }
  const Millis now = services_.clock();
  inbox_.dropHandled(now - kKeepHandledMillis);
  metrics().stripeOldestSeconds.Set(static_cast<double>(now - inbox_.oldestWaiting().value_or(now)) / 1000);
}

void StripeWebhook::handleOne(const WaitingNotice& waiting) {
  const std::string& event = waiting.notice.id;
  const Millis now = services_.clock();
  std::string why = "its accept is not settled";
  try {
    if (handle(waiting.notice) == Outcome::Done) return inbox_.finish(event);
  } catch (const std::exception& error) {
    why = error.what();
    spdlog::warn("event {} of Stripe cannot be handled yet: {}", event, why);
  }
  if (now - waiting.received >= kWebhookTries) {
    spdlog::error("event {} of Stripe is given up: {}", event, why);
    return inbox_.finish(event);
  }
  inbox_.postpone(event, now + std::min(kFirstTryPause << std::min(waiting.tries, kDoublings), kLongestTryPause));
}

StripeWebhook::Outcome StripeWebhook::handle(const StripeNotice& notice) {
  switch (notice.subject) {
    case StripeSubject::Payment:
      return settle(notice.key);
    case StripeSubject::Refund:
      return storeRefunds(notice);
    case StripeSubject::Dispute:
      return storeDispute(notice);
    case StripeSubject::Other:
      break;
  }
  return Outcome::Done;
}

StripeWebhook::Outcome StripeWebhook::settle(const std::string& key) {
  const auto record = services_.accepts.acceptOfCharge(key);
  // A charge without its accept is found by the reconciler, which pays it back.
  if (!record || !isUndecided(record->state)) return Outcome::Done;
  // A request is charging it just now and will store what came of it.
  if (record->state == AcceptState::Charging && leaseRuns(*record, services_.clock())) return Outcome::Later;
  static_cast<void>(advance(services_, *record, Step::Ask));
  return Outcome::Done;
}

StripeWebhook::Outcome StripeWebhook::storeRefunds(const StripeNotice& notice) {
  const StripePurchase purchase = provider_.purchase(notice.intent);
  ServerEvent said;
  said.type = EventType::Refund;
  said.order = purchase.order;
  said.reason = toString(RefundReason::Other);
  if (!purchase.key.empty()) {
    if (settle(purchase.key) == Outcome::Later) return Outcome::Later;
    const auto record = services_.accepts.acceptOfCharge(purchase.key);
    if (record && isUndecided(record->state)) return Outcome::Later;
    if (!record || record->state != AcceptState::Accepted) return Outcome::Done;
    said.offer = record->offer;
  }
  if (said.order.empty() || !isEventText(said.order)) {
    spdlog::info("charge {} was refunded; its PaymentIntent has no order_id in its metadata", notice.charge);
    return Outcome::Done;
  }
  const Millis now = services_.clock();
  std::vector<Event> events;
  for (const StripeRefund& refund : provider_.refundsOf(notice.charge)) {
    said.refund = refund.id;
    said.amount = refund.amount;
    said.currency = refund.currency;
    events.push_back(makeServerEvent(said, now, refund.created));
  }
  if (!events.empty()) services_.store.append(std::move(events));
  return Outcome::Done;
}

StripeWebhook::Outcome StripeWebhook::storeDispute(const StripeNotice& notice) {
  const StripePurchase purchase = provider_.purchase(notice.intent);
  if (purchase.order.empty() || !isEventText(purchase.order)) {
    spdlog::info("dispute {} is of a PaymentIntent without order_id in its metadata", notice.dispute);
    return Outcome::Done;
  }
  ServerEvent said;
  said.type = EventType::Refund;
  said.order = purchase.order;
  said.amount = notice.amount;
  said.currency = notice.currency;
  said.reason = toString(RefundReason::Chargeback);
  said.refund = notice.dispute;
  if (!purchase.key.empty()) {
    if (const auto record = services_.accepts.acceptOfCharge(purchase.key)) said.offer = record->offer;
  }
  std::vector<Event> events;
  events.push_back(makeServerEvent(said, services_.clock(), notice.created));
  services_.store.append(std::move(events));
  return Outcome::Done;
}

}  // namespace aftermint
