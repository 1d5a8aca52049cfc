#include "pay/stripe_notice.h"

#include <algorithm>
#include <utility>

#include "sqlite.h"
#include "table/minor.h"
#include "text.h"

namespace aftermint {
namespace {

constexpr std::int64_t kLatestStripeSecond = 253'402'300'799;  ///< of the year 9999

bool isStripeCurrency(std::string_view text) {
  return text.size() == 3 && std::all_of(text.begin(), text.end(), [](char c) { return isAsciiLetter(c); });
}

/** Fills a notice of a PaymentIntent. All three return false if a member is missing. */
bool readPayment(const Json& object, StripeNotice& notice) {
  notice.intent = stripeText(object, "id");
  notice.key = stripeMetadata(object, kStripeKeyMember);
  if (!notice.key.empty() && notice.key.size() <= 255) notice.subject = StripeSubject::Payment;
  return isStripeId(notice.intent);
}

bool readRefunded(const Json& object, StripeNotice& notice) {
  notice.charge = stripeText(object, "id");
  notice.intent = stripeId(object, "payment_intent");
  if (!notice.intent.empty()) notice.subject = StripeSubject::Refund;
  return isStripeId(notice.charge) && (notice.intent.empty() || isStripeId(notice.intent));
}

bool readDispute(const Json& object, StripeNotice& notice) {
  const std::string status = stripeText(object, "status");
  const auto amount = stripeNumber(object, "amount", kMaxMinor);
  const auto created = stripeNumber(object, "created", kLatestStripeSecond);
  notice.dispute = stripeText(object, "id");
  notice.intent = stripeId(object, "payment_intent");
  notice.currency = raised(stripeText(object, "currency"));
  if (!isStripeId(notice.dispute) || !amount || !created || !isStripeCurrency(notice.currency)) return false;
  notice.amount = *amount;
  notice.created = *created * 1000;
  const bool movesMoney = !status.starts_with("warning_") && status != "won" && status != "prevented";
  if (movesMoney && !notice.intent.empty()) notice.subject = StripeSubject::Dispute;
  return notice.intent.empty() || isStripeId(notice.intent);
}

}  // namespace

bool isStripeId(std::string_view text) {
  return !text.empty() && text.size() <= 255 &&
         std::all_of(text.begin(), text.end(), [](char c) { return isAsciiLetter(c) || isDigit(c) || c == '_'; });
}

std::string stripeText(const Json& object, const char* name) {
  const auto found = object.find(name);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::optional<std::int64_t> stripeNumber(const Json& object, const char* name, std::int64_t most) {
  const auto found = object.find(name);
  if (found == object.end()) return std::nullopt;
  // Json keeps a whole number from 0 on as unsigned.
  const auto* number = found->get_ptr<const Json::number_unsigned_t*>();
  if (number == nullptr || *number > static_cast<Json::number_unsigned_t>(most)) return std::nullopt;
  return static_cast<std::int64_t>(*number);
}

std::string stripeId(const Json& object, const char* name) {
  const auto found = object.find(name);
  if (found == object.end()) return {};
  return found->is_object() ? stripeText(*found, "id") : stripeText(object, name);
}

std::string stripeMetadata(const Json& object, const char* name) {
  const auto found = object.find("metadata");
  return found != object.end() && found->is_object() ? stripeText(*found, name) : std::string();
}

std::optional<StripeNotice> readStripeNotice(std::string_view body) {
  const Json event = Json::parse(body, nullptr, false);
  if (!event.is_object()) return std::nullopt;
  StripeNotice notice;
  notice.id = stripeText(event, "id");
  const std::string type = stripeText(event, "type");
  const auto data = event.find("data");
  if (!isStripeId(notice.id) || type.empty() || data == event.end() || !data->is_object()) return std::nullopt;
  const auto object = data->find("object");
  if (object == data->end() || !object->is_object()) return std::nullopt;
  bool isWhole = true;
  if (type.starts_with("payment_intent.")) isWhole = readPayment(*object, notice);
  if (type == "charge.refunded") isWhole = readRefunded(*object, notice);
  if (type.starts_with("charge.dispute.")) isWhole = readDispute(*object, notice);
  return isWhole ? std::optional(std::move(notice)) : std::nullopt;
}

std::string encodeStripeNotice(const StripeNotice& notice) {
  Json json = {{"id", notice.id}, {"subject", static_cast<int>(notice.subject)}, {"intent", notice.intent}};
  if (!notice.key.empty()) json["key"] = notice.key;
  if (!notice.charge.empty()) json["charge"] = notice.charge;
  if (!notice.dispute.empty()) {
    json["dispute"] = notice.dispute;
    json["amount"] = notice.amount;
    json["currency"] = notice.currency;
    json["created"] = notice.created;
  }
  return compact(json);
}

StripeNotice decodeStripeNotice(const std::string& text) {
  try {
    const Json json = Json::parse(text);
    StripeNotice notice;
    notice.id = json.at("id").get<std::string>();
    const int subject = json.at("subject").get<int>();
    if (subject < 0 || subject > static_cast<int>(StripeSubject::Dispute)) throw StoreError("unknown subject");
    notice.subject = static_cast<StripeSubject>(subject);
    notice.intent = json.at("intent").get<std::string>();
    notice.key = json.value("key", "");
    notice.charge = json.value("charge", "");
    notice.dispute = json.value("dispute", "");
    notice.amount = json.value("amount", Minor{0});
    notice.currency = json.value("currency", "");
    notice.created = json.value("created", Millis{0});
    return notice;
  } catch (const Json::exception& error) {
    throw StoreError(std::string("a stored event of Stripe cannot be read: ") + error.what());
  }
}

}  // namespace aftermint
