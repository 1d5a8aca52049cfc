#include "unit/stripe_fake.h"

#include <algorithm>

namespace aftermint::testing {
namespace {

constexpr Millis kKeyLife = 24 * 3'600'000;

Json stripeRefusal(const std::string& type, const std::string& message, const std::string& code = "") {
  Json error = {{"type", type}, {"message", message}};
  if (!code.empty()) error["code"] = code;
  return {{"error", std::move(error)}};
}

Response stripeAnswer(int status, const Json& body) { return jsonResponse(status, body.dump()); }

std::string fieldOf(const Fields& form, const char* name) {
  const auto found = form.find(name);
  return found == form.end() ? std::string() : found->second;
}

}  // namespace

std::string FakeStripe::paid(const std::string& method, const Json& changes) {
  const std::lock_guard lock(mutex_);
  const std::string id = "pi_" + std::to_string(++count_);
  Json intent = {{"id", id},
                 {"status", "succeeded"},
                 {"amount", 12000},
                 {"currency", "gbp"},
                 {"customer", "cus_1"},
                 {"payment_method", method},
                 {"setup_future_usage", "on_session"},
                 {"metadata", Json::object()},
                 {"created", now / 1000},
                 {"latest_charge", {{"id", "ch_" + id}, {"refunded", false}}}};
  intent.update(changes);
  intents_.push_back(intent);
  return id;
}

std::vector<Json> FakeStripe::succeeded() {
  const std::lock_guard lock(mutex_);
  std::vector<Json> found;
  for (const Json& intent : intents_) {
    const bool isOurs = intent["metadata"].contains("aftermint_key");
    if (isOurs && intent["status"] == "succeeded" && !intent["latest_charge"]["refunded"]) found.push_back(intent);
  }
  return found;
}

Json FakeStripe::intent(const std::string& id) {
  const std::lock_guard lock(mutex_);
  for (const Json& each : intents_) {
    if (each["id"] == id) return each;
  }
  return {};
}

std::string FakeStripe::newest() {
  const std::lock_guard lock(mutex_);
  return intents_.back()["id"];
}

void FakeStripe::answerBank(const std::string& id, bool isConfirmed) {
  const std::lock_guard lock(mutex_);
  for (Json& each : intents_) {
    if (each["id"] != id) continue;
    if (isConfirmed) {
      each["status"] = "succeeded";
      each["latest_charge"] = {{"id", "ch_" + id}, {"refunded", false}};
    } else {
      each["status"] = "requires_payment_method";
      each["last_payment_error"] = {{"code", "authentication"}};
    }
  }
}

void FakeStripe::letGo() {
  const std::lock_guard lock(mutex_);
  isHanging = false;
  wakes_.notify_all();
}

Response FakeStripe::serve(const Request& request) {
  if (request.header("authorization") != "Bearer sk_test_of_a_test") {
    ++unauthorized;
    return stripeAnswer(401, stripeRefusal("invalid_request_error", "Invalid API Key provided"));
  }
  if (request.method == "POST") return post(request);
  constexpr std::string_view kOne = "/v1/payment_intents/";
  if (request.path.starts_with(kOne) && request.path != "/v1/payment_intents/search") {
    const Json found = intent(request.path.substr(kOne.size()));
    if (found.is_object()) return stripeAnswer(200, found);
    return stripeAnswer(404, stripeRefusal("invalid_request_error", "No such payment_intent"));
  }
  return stripeAnswer(200, request.path == "/v1/refunds" ? listRefunds(request) : list(request));
}

Json FakeStripe::listRefunds(const Request& request) {
  const std::lock_guard lock(mutex_);
  Json data = Json::array();
  const std::string after = fieldOf(request.query, "starting_after");
  bool isPast = after.empty();
  for (const Json& each : refunds_) {
    if (each["charge"] != fieldOf(request.query, "charge")) continue;
    if (isPast && data.size() == 1) return {{"object", "list"}, {"data", data}, {"has_more", true}};
    if (isPast) data.push_back(each);
    isPast = isPast || each["id"] == after;
  }
  return {{"object", "list"}, {"data", data}, {"has_more", false}};
}

void FakeStripe::addRefund(const Json& refund) {
  const std::lock_guard lock(mutex_);
  refunds_.push_back(refund);
}

Json FakeStripe::list(const Request& request) {
  constexpr std::size_t kSmallPage = 2;  // so that several are read
  const std::lock_guard lock(mutex_);
  Json data = Json::array();
  if (request.path.ends_with("/search")) {
    const std::string query = fieldOf(request.query, "query");
    for (const Json& each : intents_) {
      const std::string wanted = "metadata['aftermint_key']:'" + each["metadata"].value("aftermint_key", "-") + "'";
      if (!isSearchBehind && query == wanted) data.push_back(each);
    }
    return {{"object", "search_result"}, {"data", data}, {"has_more", false}};
  }
  const std::string after = fieldOf(request.query, "starting_after");
  const Millis since = std::stoll(fieldOf(request.query, "created[gte]"));
  bool isPast = after.empty();
  bool hasMore = false;
  for (auto each = intents_.rbegin(); each != intents_.rend(); ++each) {
    if (isPast && (*each)["created"].get<Millis>() >= since) {
      hasMore = data.size() == kSmallPage;
      if (hasMore) break;
      data.push_back(*each);
    }
    isPast = isPast || (*each)["id"] == after;
  }
  return {{"object", "list"}, {"data", data}, {"has_more", hasMore}};
}

Response FakeStripe::post(const Request& request) {
  const std::string key(request.header("idempotency-key"));
  const std::string parameters = request.path + "?" + request.body;
  {
    const std::lock_guard lock(mutex_);
    if (const auto before = saved_.find(key);
        !key.empty() && before != saved_.end() && now < before->second.at + kKeyLife) {
      const SavedAnswer& first = before->second;
      if (first.parameters != parameters) {
        return stripeAnswer(400, stripeRefusal("idempotency_error", "Keys can only be used with the same parameters"));
      }
      if (first.status == 0) {
        return stripeAnswer(409, stripeRefusal("idempotency_error", "Another request uses this key"));
      }
      return jsonResponse(first.status, first.body);
    }
    if (!key.empty()) saved_[key] = {parameters, now, 0, ""};
  }
  const bool isCharge = request.path == "/v1/payment_intents";
  const StripeFault fault = isCharge ? next.exchange(StripeFault::None) : StripeFault::None;
  std::unique_lock lock(mutex_);
  if (fault == StripeFault::Hangs) {
    isHanging = true;
    wakes_.wait(lock, [this] { return !isHanging; });
  }
  const Fields form = parseForm(request.body);
  std::pair<int, Json> answer = {500, stripeRefusal("api_error", "An error occurred")};
  if (fault != StripeFault::FailsWith500) answer = isCharge ? make(form) : change(request.path, form);
  if (!key.empty()) saved_[key] = {parameters, now, answer.first, answer.second.dump()};
  // A proxy's page is what an answer looks like that is lost on its way.
  if (fault == StripeFault::AnswerIsLost) return jsonResponse(200, "<html>");
  return stripeAnswer(answer.first, answer.second);
}

std::pair<int, Json> FakeStripe::make(const Fields& form) {
  for (const char* name : {"amount", "currency", "customer", "payment_method", "confirm", "return_url"}) {
    if (fieldOf(form, name).empty())
      return {400, stripeRefusal("invalid_request_error", "Missing: " + std::string(name))};
  }
  if (fieldOf(form, "off_session") == "true") return {400, stripeRefusal("invalid_request_error", "off session")};
  const std::string id = "pi_" + std::to_string(++count_);
  const std::string method = fieldOf(form, "payment_method");
  Json intent = {{"id", id},
                 {"client_secret", id + "_secret"},
                 {"status", "succeeded"},
                 {"amount", std::stoll(fieldOf(form, "amount"))},
                 {"currency", fieldOf(form, "currency")},
                 {"customer", fieldOf(form, "customer")},
                 {"payment_method", method},
                 {"metadata",
                  {{"aftermint_key", fieldOf(form, "metadata[aftermint_key]")},
                   {"aftermint_order", fieldOf(form, "metadata[aftermint_order]")}}},
                 {"created", now / 1000},
                 {"latest_charge", nullptr},
                 {"last_payment_error", nullptr}};
  if (method == "pm_ok") intent["latest_charge"] = {{"id", "ch_" + id}, {"refunded", false}};
  if (method == "pm_action") intent["status"] = "requires_action";
  if (method == "pm_processing") intent["status"] = "processing";
  if (method == "pm_declined") {
    intent["status"] = "requires_payment_method";
    intent["last_payment_error"] = {{"code", "card_declined"}};
  }
  intents_.push_back(intent);
  if (method != "pm_declined") return {200, intent};
  Json refused = stripeRefusal("card_error", "Your card was declined.", "card_declined");
  refused["error"]["payment_intent"] = intent;
  return {402, refused};
}

std::pair<int, Json> FakeStripe::change(const std::string& path, const Fields& form) {
  for (Json& intent : intents_) {
    const std::string id = intent["id"];
    if (path == "/v1/payment_intents/" + id + "/cancel") {
      if (intent["status"] == "succeeded")
        return {400, stripeRefusal("invalid_request_error", "You cannot cancel this")};
      intent["status"] = "canceled";
      return {200, intent};
    }
    if (path != "/v1/refunds" || fieldOf(form, "payment_intent") != id) continue;
    Json& charge = intent["latest_charge"];
    if (!charge.is_object()) return {400, stripeRefusal("invalid_request_error", "There is no charge")};
    if (charge["refunded"]) {
      return {400, stripeRefusal("invalid_request_error", "already refunded", "charge_already_refunded")};
    }
    charge["refunded"] = true;
    ++refunds;
    refunds_.push_back({{"id", "re_" + id},
                        {"object", "refund"},
                        {"charge", charge["id"]},
                        {"amount", intent["amount"]},
                        {"currency", intent["currency"]},
                        {"created", now / 1000},
                        {"status", "succeeded"}});
    return {200, refunds_.back()};
  }
  return {404, stripeRefusal("invalid_request_error", "No such object")};
}

}  // namespace aftermint::testing
