#include "accept/accept_json.h"

#include "aftermint/time.h"

#include <algorithm>

#include "accept/compact_jws.h"
#include "json.h"
#include "table/minor.h"

namespace aftermint {
namespace {

constexpr std::size_t kMaxId = 64;
constexpr std::size_t kMaxTicket = 8192;
constexpr std::size_t kMaxShown = 1000;

const Json* member(const Json& object, const char* key) {
  const auto found = object.find(key);
  return found == object.end() || found->is_null() ? nullptr : &*found;
}

/** Reads a body's members; the first fault stays. */
class Body {
 public:
  Body(const Json& object, std::string& fault) : object_(object), fault_(fault) {}

  std::string text(const char* key, std::size_t limit, bool required) {
    const Json* value = member(object_, key);
    if (value == nullptr) {
      if (required) fail(std::string(key) + " is missing");
      return {};
    }
    const std::string* text = value->get_ptr<const std::string*>();
    if (text == nullptr || text->size() > limit || (required && text->empty())) {
      fail(std::string(key) + " is not a text of at most " + std::to_string(limit) + " bytes");
      return {};
    }
    return *text;
  }

  void only(std::initializer_list<std::string_view> known) {
    for (const auto& [key, value] : object_.items()) {
      if (std::find(known.begin(), known.end(), key) == known.end()) fail(key + " is not known here");
    }
  }

  /** The object under a key; an empty one where it is absent. */
  const Json& object(const char* key) {
    static const Json kEmpty = Json::object();
    const Json* value = member(object_, key);
    if (value == nullptr) return kEmpty;
    if (value->is_object()) return *value;
    fail(std::string(key) + " is not an object");
    return kEmpty;
  }

  void fail(const std::string& message) {
    if (fault_.empty()) fault_ = message;
  }

 private:
  const Json& object_;
  std::string& fault_;
};

std::optional<Json> parseObject(std::string_view text, std::string& fault) {
  std::optional<Json> json = parseUniqueObject(text);
  if (!json) fault = "the body is not a JSON object, or it has a name twice";
  return json;
}

Json line(const std::string& product, const std::string& variant, std::int64_t quantity, Minor price,
          const std::string& offer) {
  Json json = {{"product", product}};
  if (!variant.empty()) json["variant"] = variant;
  json["quantity"] = quantity;
  json["price"] = price;
  if (!offer.empty()) json["offer"] = offer;
  return json;
}

/** The lines that are not taken back. */
Json linesJson(const std::vector<OrderLine>& all, bool titles) {
  Json lines = Json::array();
  for (const OrderLine& stored : all) {
    if (stored.undone) continue;
    Json json = line(stored.product, stored.variant, stored.quantity, stored.price, stored.offer);
    if (!stored.replaces.empty()) json["replaces"] = stored.replaces;
    if (titles) {
      json["title"] = stored.title;
      if (!stored.variantTitle.empty()) json["variantTitle"] = stored.variantTitle;
    }
    lines.push_back(std::move(json));
  }
  return lines;
}

}  // namespace

std::optional<AcceptBody> parseAcceptBody(std::string_view text, std::string& fault) {
  const std::optional<Json> json = parseObject(text, fault);
  if (!json) return std::nullopt;
  Body body(*json, fault);
  AcceptBody accept;
  accept.order = body.text("order", kMaxId, true);
  accept.offer = body.text("offer", kMaxId, true);
  accept.ticket = body.text("ticket", kMaxTicket, true);
  accept.visitor = body.text("visitor", kMaxId, false);
  accept.locale = body.text("locale", kMaxId, false);
  body.only({"order", "offer", "price", "ticket", "visitor", "locale", "consent", "shown"});
  if (const Json* consent = member(*json, "consent")) {
    if (!consent->is_boolean()) body.fail("consent is neither true nor false");
    accept.consent = *consent == true;
  }

  const Json& priceJson = body.object("price");
  Body price(priceJson, fault);
  accept.currency = price.text("currency", 3, true);
  price.only({"amount", "currency"});
  const Json* amount = member(priceJson, "amount");
  const auto* units = amount == nullptr ? nullptr : amount->get_ptr<const Json::number_unsigned_t*>();
  if (units == nullptr || *units > static_cast<Json::number_unsigned_t>(kMaxMinor)) {
    price.fail("price.amount is not an amount of at most 1000000000000 minor units");
  } else {
    accept.amount = static_cast<Minor>(*units);
  }

  Body shown(body.object("shown"), fault);
  accept.shown.headline = shown.text("headline", kMaxShown, false);
  accept.shown.price = shown.text("price", kMaxShown, false);
  accept.shown.label = shown.text("accept", kMaxShown, false);
  accept.shown.locale = accept.locale;
  accept.shown.terms = shown.text("terms", kMaxShown, false);
  shown.only({"headline", "price", "accept", "terms"});
  if (!fault.empty()) return std::nullopt;
  return accept;
}

std::optional<UndoBody> parseUndoBody(std::string_view text, std::string& fault) {
  const std::optional<Json> json = parseObject(text, fault);
  if (!json) return std::nullopt;
  Body body(*json, fault);
  UndoBody undo{body.text("order", kMaxId, true), body.text("offer", kMaxId, true),
                body.text("ticket", kMaxTicket, true), body.text("key", 255, true)};
  body.only({"order", "offer", "ticket", "key"});
  if (!fault.empty()) return std::nullopt;
  return undo;
}

std::string encodeMomentOrder(const Order& order) {
  Json json = {{"id", order.id}, {"status", toString(order.status)}, {"currency", order.currency}};
  if (order.total) json["total"] = *order.total;
  if (order.paidAt) json["paidAt"] = writeTime(*order.paidAt);
  json["lines"] = Json::array();
  for (const Line& each : order.lines) {
    json["lines"].push_back(line(each.product, each.variant, each.quantity, each.price, each.offer));
  }
  return compact(json);
}

std::string encodeOneClick(const OneClick& oneClick) {
  Json json = {{"allowed", oneClick.allowed}};
  if (oneClick.until) json["until"] = writeTime(*oneClick.until);
  if (!oneClick.currency.empty()) json["currency"] = oneClick.currency;
  if (!oneClick.reason.empty()) json["reason"] = oneClick.reason;
  return compact(json);
}

std::string encodeLines(const PlacedOrder& order) { return compact(linesJson(order.lines, false)); }

std::string encodeAnswer(const AcceptAnswer& answer) {
  Json json = {{"status", toString(answer.status)}};
  if (!answer.reason.empty()) json["reason"] = answer.reason;
  if (!answer.url.empty()) json["url"] = answer.url;
  if (!answer.action.empty()) json["action"] = answer.action;
  if (answer.price) json["price"] = {{"amount", *answer.price}, {"currency", answer.currency}};
  if (answer.order != nullptr) {
    json["order"] = {{"id", answer.order->id},
                     {"total", answer.order->total()},
                     {"currency", answer.order->currency},
                     {"lines", linesJson(answer.order->lines, true)}};
  }
  if (answer.undoUntil) json["undoUntil"] = writeTime(*answer.undoUntil);
  if (!answer.receipt.empty()) json["receipt"] = answer.receipt;
  return compact(json);
}

std::string encodeAccepts(const std::string& order, const std::vector<AcceptRecord>& accepts) {
  Json json = {{"order", order}, {"accepts", Json::array()}};
  for (const AcceptRecord& record : accepts) {
    Json each = {{"offer", record.offer},
                 {"state", toString(record.state)},
                 {"amount", record.amount},
                 {"currency", record.currency},
                 {"lines", linesJson(record.lines, true)},
                 {"createdAt", writeTime(record.createdAt)}};
    if (record.undoUntil > 0) each["undoUntil"] = writeTime(record.undoUntil);
    if (!record.charge.empty()) each["charge"] = record.charge;
    if (!record.reason.empty()) each["reason"] = record.reason;
    if (record.undoUntil > 0) each["receipt"] = record.receipt.id;
    json["accepts"].push_back(std::move(each));
  }
  return compact(json);
}

}  // namespace aftermint
