#include "pay/stripe.h"

#include <algorithm>
#include <cctype>
#include <cstdint>
#include <set>
#include <stdexcept>
#include <string_view>
#include <utility>

#include "pay/stripe_notice.h"
#include "table/minor.h"
#include "text.h"

namespace aftermint {
namespace {

constexpr const char* kIntents = "/v1/payment_intents";
constexpr std::size_t kStripePage = 100;
constexpr std::size_t kMaxRecent = 2'000;
constexpr std::size_t kMaxListed = 100'000;  ///< PaymentIntents of a large shop in a day
/** The search may lack what is younger, and Stripe's clock may differ from ours. */
constexpr Millis kSearchLag = 900'000;

std::string changedCase(std::string text, int (*change)(int)) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [change](char c) { return static_cast<char>(change(static_cast<unsigned char>(c))); });
  return text;
}

/** Whether a member is `true`; false if it is absent or something else. */
bool stripeFlag(const Json& object, const char* name) {
  const auto found = object.find(name);
  return found != object.end() && found->is_boolean() && found->get<bool>();
}

/** A member that is a currency, as ISO 4217 writes it; empty if it is none. */
std::string stripeCurrency(const Json& object) {
  std::string currency = changedCase(stripeText(object, "currency"), &std::toupper);
  const bool isCurrency = currency.size() == 3 && std::all_of(currency.begin(), currency.end(), isAsciiLetter);
  return isCurrency ? currency : std::string();
}

ChargeState stripeState(const Json& intent) {
  const auto charge = intent.find("latest_charge");
  if (charge != intent.end() && charge->is_object() && stripeFlag(*charge, "refunded")) return ChargeState::Refunded;
  const std::string status = stripeText(intent, "status");
  if (status == "succeeded") return ChargeState::Succeeded;
  if (status == "requires_action") return ChargeState::RequiresAction;
  if (status == "canceled") return ChargeState::Declined;
  if (status == "requires_payment_method") {
    const auto error = intent.find("last_payment_error");
    // Without an error the confirmation is still under way.
    return error != intent.end() && error->is_object() ? ChargeState::Declined : ChargeState::Processing;
  }
  return ChargeState::Processing;
}

Charge chargeOf(const Json& intent) {
  const std::string id = stripeText(intent, "id"), currency = stripeCurrency(intent);
  const auto amount = stripeNumber(intent, "amount", kMaxMinor);
  if (!isStripeId(id) || !amount || currency.empty()) {
    throw PaymentUnknown("Stripe answers with something that is no PaymentIntent");
  }
  return {id, stripeState(intent), *amount, currency, stripeMetadata(intent, kStripeOrderMember)};
}

/** The answer if it is good. Another is thrown: as PaymentKeyReused if it says so, else as PaymentUnknown. */
Json goodOrThrow(StripeAnswer answer, const std::string& what) {
  if (answer.status < 300) return std::move(answer.body);
  const std::string message = what + ": " + stripeMessage(answer);
  if (stripeError(answer, "type") == "idempotency_error" && answer.status != 409) throw PaymentKeyReused(message);
  throw PaymentUnknown(message);
}

/** Part of a path: an id of Stripe has no other characters. */
std::string idInPath(const std::string& id) {
  if (!isStripeId(id))
    throw PaymentUnknown("a payment method that is no id of Stripe: give the id of the order's PaymentIntent");
  return id;
}

/** A value in a query of Stripe's search. */
std::string searchLiteral(std::string_view text) {
  std::string literal = "'";
  for (const char c : text) {
    if (c == '\'' || c == '\\') literal.push_back('\\');
    literal.push_back(c);
  }
  return literal + "'";
}

std::vector<Json> stripeItems(const Json& list) {
  const auto data = list.find("data");
  if (data == list.end() || !data->is_array()) throw PaymentUnknown("Stripe answers with something that is no list");
  return {data->begin(), data->end()};
}

}  // namespace

/** What a paid PaymentIntent left to charge again. */
struct StripeProvider::Saved {
  std::string customer;
  std::string method;
  std::string currency;
};

StripeProvider::StripeProvider(StripeOptions options, Clock clock)
    : StripeProvider(std::make_unique<StripeClient>(std::move(options.address)), std::move(options.returnUrl),
                     std::move(clock)) {}

StripeProvider::StripeProvider(std::unique_ptr<const StripeApi> api, std::string returnUrl, Clock clock)
    : api_(std::move(api)), returnUrl_(std::move(returnUrl)), clock_(std::move(clock)) {
  if (!returnUrl_.starts_with("https://") && !returnUrl_.starts_with("http://")) {
    throw std::invalid_argument("the return URL of Stripe is not http or https");
  }
}

Json StripeProvider::retrieve(const std::string& intent) const {
  return goodOrThrow(api_->get(kIntents + ("/" + idInPath(intent)), {{"expand[]", "latest_charge"}}),
                     "PaymentIntent " + intent);
}

std::optional<StripeProvider::Saved> StripeProvider::savedBy(const std::string& method) const {
  const Json paid = retrieve(method);
  Saved saved{stripeId(paid, "customer"), stripeId(paid, "payment_method"),
              changedCase(stripeText(paid, "currency"), &std::toupper)};
  const bool isReusable = stripeText(paid, "status") == "succeeded" && !saved.customer.empty() &&
                          !saved.method.empty() && !stripeText(paid, "setup_future_usage").empty();
  return isReusable ? std::optional(std::move(saved)) : std::nullopt;
}

Charge StripeProvider::close(const Json& intent) const {
  Charge declined = chargeOf(intent);
  declined.state = ChargeState::Declined;
  if (stripeText(intent, "status") != "requires_payment_method") return declined;
  const StripeAnswer cancelled = api_->post(kIntents + ("/" + idInPath(declined.id) + "/cancel"), {}, {});
  // It may have been paid or cancelled meanwhile: what it is now counts.
  return cancelled.status < 300 ? declined : chargeOf(retrieve(declined.id));
}

Charge StripeProvider::settled(const Json& intent) const {
  return stripeState(intent) == ChargeState::Declined ? close(intent) : chargeOf(intent);
}

Charge StripeProvider::charge(const ChargeRequest& request) {
  if (request.key.empty() || request.key.size() > 255) {
    throw PaymentKeyReused("an idempotency key has 1 to 255 characters");
  }
  const std::string what = "the charge of order " + request.reference;
  const auto saved = savedBy(request.method);
  if (!saved) throw PaymentUnknown(what + ": the payment cannot be charged again");
  if (saved->currency != request.currency) throw PaymentUnknown(what + ": the payment has another currency");
  StripeAnswer answer = api_->post(kIntents,
                                   {{"amount", std::to_string(request.amount)},
                                    {"currency", changedCase(request.currency, &std::tolower)},
                                    {"customer", saved->customer},
                                    {"payment_method", saved->method},
                                    {"confirm", "true"},
                                    {"return_url", returnUrl_},
                                    {"use_stripe_sdk", "true"},
                                    {"metadata[aftermint_key]", request.key},
                                    {"metadata[aftermint_order]", request.reference},
                                    {"expand[]", "latest_charge"}},
                                   request.key);
  if (stripeError(answer, "type") == "card_error") {
    const Json& error = answer.body["error"];
    const auto intent = error.find("payment_intent");
    if (intent != error.end() && intent->is_object()) return close(*intent);
  }
  return settled(goodOrThrow(std::move(answer), what));
}

std::vector<Json> StripeProvider::listed(const char* path, const StripeFields& filter, std::size_t limit,
                                         const std::string& what) const {
  std::vector<Json> all;
  std::set<std::string> ends;  // of pages
  std::string after;
  for (;;) {
    StripeFields query = filter;
    query.emplace_back("limit", std::to_string(kStripePage));
    if (!after.empty()) query.emplace_back("starting_after", after);
    const Json page = goodOrThrow(api_->get(path, query), what);
    std::vector<Json> items = stripeItems(page);
    const bool isLast = !stripeFlag(page, "has_more") || items.empty();
    for (Json& item : items) all.push_back(std::move(item));
    if (isLast) return all;
    if (all.size() >= limit) throw PaymentUnknown(what + " is too long");
    after = stripeText(all.back(), "id");
    if (!isStripeId(after) || !ends.insert(after).second) throw PaymentUnknown(what + " does not go on");
  }
}

std::vector<Json> StripeProvider::list(Millis since, std::size_t limit) const {
  const std::string from = std::to_string(std::max<Millis>(since, 0) / 1000);
  return listed(kIntents, {{"created[gte]", from}, {"expand[]", "data.latest_charge"}}, limit,
                "the list of PaymentIntents");
}

StripePurchase StripeProvider::purchase(const std::string& intent) const {
  const Json paid = retrieve(intent);
  StripePurchase found{stripeMetadata(paid, kStripeKeyMember), stripeMetadata(paid, kStripeOrderMember)};
  if (found.order.empty()) found.order = stripeMetadata(paid, kShopOrderMember);
  return found;
}

std::vector<StripeRefund> StripeProvider::refundsOf(const std::string& charge) const {
  std::vector<StripeRefund> refunds;
  for (const Json& each : listed("/v1/refunds", {{"charge", charge}}, kMaxRecent, "the list of refunds")) {
    const std::string status = stripeText(each, "status");
    if (status == "failed" || status == "canceled") continue;
    const std::string id = stripeText(each, "id"), currency = stripeCurrency(each);
    const auto amount = stripeNumber(each, "amount", kMaxMinor);
    const auto created = stripeNumber(each, "created", 9'007'199'254'740);
    if (!isStripeId(id) || !amount || !created || currency.empty()) {
      throw PaymentUnknown("Stripe answers with something that is no refund");
    }
    refunds.push_back({id, *amount, currency, *created * 1000});
  }
  return refunds;
}

std::optional<Charge> StripeProvider::find(const std::string& key) {
  const std::string query = std::string("metadata['") + kStripeKeyMember + "']:" + searchLiteral(key);
  const Json found =
      goodOrThrow(api_->get(kIntents + std::string("/search"), {{"query", query}, {"expand[]", "data.latest_charge"}}),
                  "the search for a charge");
  // The search may be behind, so what it has is asked for again.
  for (const Json& intent : stripeItems(found)) {
    if (stripeMetadata(intent, kStripeKeyMember) == key) return settled(retrieve(stripeText(intent, "id")));
  }
  for (const Json& intent : list(clock_() - kSearchLag, kMaxRecent)) {
    if (stripeMetadata(intent, kStripeKeyMember) == key) return settled(intent);
  }
  return std::nullopt;
}

Charge StripeProvider::refund(const std::string& charge) {
  Charge paid = chargeOf(retrieve(charge));
  if (paid.state == ChargeState::Refunded) return paid;
  StripeAnswer answer = api_->post(
      "/v1/refunds", {{"payment_intent", charge}, {"metadata[aftermint_order]", paid.reference}}, "refund-" + charge);
  // Stripe forgets keys after a day; so a refund that is there counts, too.
  if (stripeError(answer, "code") != "charge_already_refunded") {
    static_cast<void>(goodOrThrow(std::move(answer), "the refund of " + charge));
  }
  paid.state = ChargeState::Refunded;
  return paid;
}

std::optional<std::vector<ListedCharge>> StripeProvider::listSince(Millis since) {
  std::vector<ListedCharge> listed;
  for (const Json& intent : list(since, kMaxListed)) {
    if (std::string key = stripeMetadata(intent, kStripeKeyMember); !key.empty()) {
      listed.push_back({std::move(key), chargeOf(intent)});
    }
  }
  std::reverse(listed.begin(), listed.end());  // Stripe lists the newest first
  return listed;
}

std::string StripeProvider::actionUrl(const std::string& /*charge*/) const { return {}; }

std::string StripeProvider::action(const std::string& charge) const {
  return stripeText(retrieve(charge), "client_secret");
}

bool StripeProvider::chargesAgain(const std::string& method) const {
  return method.starts_with("pi_") && savedBy(method).has_value();
}

}  // namespace aftermint
