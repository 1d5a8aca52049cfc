#include "events/event_json.h"

#include "aftermint/time.h"

#include <algorithm>

#include "ids.h"
#include "json.h"
#include "table/minor.h"

namespace aftermint {
namespace {

constexpr std::string_view kTypePrefix = "aftermint.";
constexpr std::size_t kMaxText = 256;
constexpr std::size_t kMaxArms = 16;

/** Reads the members of an object one by one and remembers the first thing that is wrong. */
class Members {
 public:
  Members(const Json& object, std::string_view where) : object_(object), where_(where) {}

  /** A text of at most kMaxText bytes without control characters; empty where absent. */
  std::string text(const char* key, bool required = false) {
    const Json* value = find(key);
    if (value == nullptr) {
      if (required) fail(key, "is missing");
      return {};
    }
    const std::string* text = value->get_ptr<const std::string*>();
    if (text == nullptr || !isEventText(*text) || (required && text->empty())) {
      fail(key, "is not a text of at most 256 bytes");
      return {};
    }
    return *text;
  }

  /** A text that is a code of the enumeration `E`. */
  template <class E>
  std::string code(const char* key) {
    std::string value = text(key);
    if (!value.empty() && !parse<E>(value)) fail(key, "is not a word known here");
    return value;
  }

  std::optional<Millis> time(const char* key) {
    const std::string value = text(key);
    if (value.empty()) return std::nullopt;
    const auto parsed = readTime(value);
    if (!parsed) fail(key, "is not an RFC 3339 time");
    return parsed;
  }

  std::optional<Minor> money(const char* key) {
    const Json* value = find(key);
    if (value == nullptr) return std::nullopt;
    const auto* amount = value->get_ptr<const Json::number_unsigned_t*>();
    if (amount == nullptr) {
      fail(key, "is not an amount in minor units");
      return std::nullopt;
    }
    // As in a book: so that sums of millions of events fit.
    if (*amount > static_cast<Json::number_unsigned_t>(kMaxMinor)) {
      fail(key, "is above 1000000000000, the largest amount in minor units");
      return std::nullopt;
    }
    return static_cast<Minor>(*amount);
  }

  std::optional<bool> flag(const char* key) {
    const Json* value = find(key);
    if (value == nullptr) return std::nullopt;
    if (!value->is_boolean()) fail(key, "is neither true nor false");
    return *value == true;
  }

  const Json* find(const char* key) const {
    const auto found = object_.find(key);
    return found == object_.end() || found->is_null() ? nullptr : &*found;
  }

  void refuseOthers(std::initializer_list<std::string_view> known) {
    for (const auto& [key, value] : object_.items()) {
      if (std::find(known.begin(), known.end(), key) == known.end()) fail(key, "is not known here");
    }
  }

  void fail(std::string_view key, std::string_view what) {
    if (fault_.empty()) fault_ = std::string(where_) + std::string(key) + " " + std::string(what);
  }

  [[nodiscard]] const std::string& fault() const { return fault_; }

 private:
  const Json& object_;
  std::string_view where_;
  std::string fault_;
};

std::string readArms(const Json* arms, PageClaim& claim) {
  if (arms == nullptr) return {};
  if (!arms->is_array() || arms->size() > kMaxArms) return "data.arms is not a list of at most 16 arms";
  for (const Json& arm : *arms) {
    if (!arm.is_object()) return "data.arms holds something else than arms";
    Members members(arm, "data.arms.");
    std::string experiment = members.text("experiment", true);
    std::string name = members.text("arm", true);
    members.refuseOthers({"experiment", "arm"});
    if (!members.fault().empty()) return members.fault();
    claim.arms.emplace_back(std::move(experiment), std::move(name));
  }
  return {};
}

std::string keyOf(const std::string& order, const std::string& offer, const std::string& placement,
                  const std::string& type, const std::string& refund) {
  const auto part = [](const std::string& text) { return text.empty() ? std::string("-") : text; };
  if (!refund.empty()) return part(order) + "/-/-/" + type + "/" + refund;
  return part(order) + "/" + part(offer) + "/" + part(placement) + "/" + type;
}

enum class Writer { Page, Server };

/** What only a server says, and what it must say. */
void readServerData(Members& members, Event& event) {
  const bool isRefund = event.type == toString(EventType::Refund);
  const bool isAccept = event.type == toString(EventType::Accept) || event.type == toString(EventType::Undo);
  members.code<Buyer>("buyer");
  const std::string refund = members.text("refund", isRefund);
  if (isRefund) members.code<RefundReason>("reason");
  if (event.order.empty()) members.fail("order", "is missing");
  if (!event.amount) members.fail("amount", "is missing");
  if (event.currency.empty()) members.fail("currency", "is missing");
  if (isAccept && event.offer.empty()) members.fail("offer", "is missing");
  if (isAccept && event.placement.empty()) members.fail("placement", "is missing");
  event.key = keyOf(event.order, event.offer, event.placement, event.type, refund);
  event.trusted = true;
}

bool isServerType(std::string_view type) {
  const auto known = parse<EventType>(type);
  return known == EventType::Order || known == EventType::Refund || known == EventType::Accept ||
         known == EventType::Undo;
}

/** Whether events of this type say something about one visitor, and nothing about money. */
bool isAboutAVisitor(std::string_view type) {
  const auto known = parse<EventType>(type);
  return known == EventType::Assignment || known == EventType::Exposure || known == EventType::Control ||
         known == EventType::Decline;
}

/** Who writes an event of a signed batch: a simulated page writes as a page does. */
Writer writerOf(Writer batch, std::string_view source) {
  return source.starts_with(kSimulatedSource) && source != kSimulatedServer ? Writer::Page : batch;
}

/** Fills an event from its `data`; gives what is wrong, or nothing. */
std::string readData(const Json& data, Writer writer, bool hasTime, Event& event, PageClaim& claim) {
  if (!data.is_object()) return "data is not an object";
  Members members(data, "data.");
  event.key = members.text("key");
  event.offer = members.text("offer");
  event.placement = members.code<Placement>("placement");
  event.order = members.text("order");
  event.visitor = members.text("visitor");
  event.amount = members.money("amount");
  event.currency = members.text("currency");
  members.code<Path>("path");
  members.money("before");
  claim.holdout = members.flag("holdout");
  members.text("reason");
  const Millis sent = members.time("sentAt").value_or(event.received);
  if (hasTime) claim.age = sent - event.time;
  if (writer == Writer::Server) {
    readServerData(members, event);
    members.refuseOthers({"key", "offer", "placement", "order", "visitor", "amount", "currency", "path", "arms",
                          "reason", "buyer", "refund", "sentAt"});
  } else {
    members.refuseOthers({"key", "offer", "placement", "order", "visitor", "amount", "currency", "path", "before",
                          "holdout", "arms", "reason", "sentAt"});
  }
  if (!members.fault().empty()) return members.fault();
  if (writer == Writer::Page && !event.key.empty() && !event.visitor.empty() && isAboutAVisitor(event.type)) {
    event.key += "/" + event.visitor;
  }
  return readArms(members.find("arms"), claim);
}

/** Reads one event; gives what is wrong, or nothing. */
std::string readEvent(const Json& json, Writer batch, Millis received, Event& event, PageClaim& claim) {
  if (!json.is_object()) return "an event is not an object";
  Members members(json, "");
  event.id = members.text("id", true);
  event.source = members.text("source", true);
  if (members.text("specversion", true) != "1.0") members.fail("specversion", "is not 1.0");
  const std::string type = members.text("type", true);
  members.text("subject");
  // CloudEvents: attributes are scalars. A deeply nested one could also be more than a store's own JSON functions take.
  for (const auto& [key, value] : json.items()) {
    if (key != "data" && value.is_structured()) members.fail(key, "is a list or an object");
  }
  // The clock of a page may be ahead, but nothing is received before it happens.
  const std::optional<Millis> time = members.time("time");
  event.time = std::min(time.value_or(received), received);
  event.received = received;
  if (!members.fault().empty()) return members.fault();
  if (type.rfind(kTypePrefix, 0) != 0 || !parse<EventType>(std::string_view(type).substr(kTypePrefix.size()))) {
    return "type " + type + " is not known here";
  }
  event.type = type.substr(kTypePrefix.size());
  const Writer writer = writerOf(batch, event.source);
  if (writer == Writer::Page && (event.source == kServerSource || event.source == kOutcomesSource)) {
    return "source " + event.source + " is the server's own";
  }
  if (writer == Writer::Server && !isServerType(event.type)) return "a server does not send events of type " + type;
  const Json* data = members.find("data");
  if (data == nullptr) return "data is missing";
  if (std::string fault = readData(*data, writer, time.has_value(), event, claim); !fault.empty()) return fault;
  // An offer may have several faults, and each is of interest; everything else happens once.
  if (event.type == toString(EventType::Fault)) event.key.clear();
  event.json = compact(json);
  return {};
}

EventBatch readBatch(std::string_view text, Writer writer, Millis received) {
  EventBatch batch;
  const Json json = Json::parse(text, nullptr, false);
  // The parser takes a NUL for the end of the text.
  if (json.is_discarded() || text.find('\0') != std::string_view::npos) {
    batch.fault = "the body is not JSON";
  } else if (!json.is_array()) {
    batch.fault = "the body is not an array of events";
  } else if (json.size() > kMaxEvents) {
    batch.fault = "more than " + std::to_string(kMaxEvents) + " events in one batch";
  } else {
    for (const Json& item : json) {
      Event event;
      PageClaim claim;
      std::string fault = readEvent(item, writer, received, event, claim);
      if (fault.empty()) {
        batch.events.push_back(std::move(event));
        batch.claims.push_back(std::move(claim));
      } else {
        batch.refused.push_back({event.id, std::move(fault)});
      }
    }
  }
  return batch;
}

}  // namespace

bool isEventText(std::string_view text) {
  return text.size() <= kMaxText && std::all_of(text.begin(), text.end(), [](char c) {
           return static_cast<unsigned char>(c) >= 0x20 && c != 0x7f;
         });
}

EventBatch parseEvents(std::string_view text, Millis received) { return readBatch(text, Writer::Page, received); }

EventBatch parseServerEvents(std::string_view text, Millis received) {
  return readBatch(text, Writer::Server, received);
}

std::string encodeStored(const EventBatch& batch) {
  Json answer = {{"stored", Json::array()}};
  for (const Event& event : batch.events) answer["stored"].push_back(event.id);
  const auto list = [&answer](const char* name, const std::vector<EventBatch::Refused>& events) {
    for (const EventBatch::Refused& each : events) {
      answer[name].push_back({{"id", each.id}, {"code", toString(each.code)}, {"message", each.message}});
    }
  };
  list("refused", batch.refused);
  list("held", batch.held);
  return compact(answer);
}

std::string keyOf(const ServerEvent& event) {
  return keyOf(event.order, event.offer, event.placement, std::string(toString(event.type)), event.refund);
}

Event makeServerEvent(const ServerEvent& said, Millis now) { return makeServerEvent(said, now, now); }

Event makeServerEvent(const ServerEvent& said, Millis now, Millis at) {
  Event event;
  event.source = said.source;
  event.id = uuidV7(now);
  event.type = toString(said.type);
  event.key = keyOf(said);
  event.time = std::min(at, now);
  event.received = now;
  event.offer = said.offer;
  event.placement = said.placement;
  event.order = said.order;
  event.visitor = said.visitor;
  event.amount = said.amount;
  event.currency = said.currency;
  event.trusted = true;

  Json data = {{"key", event.key}};
  if (!said.offer.empty()) data["offer"] = said.offer;
  if (!said.placement.empty()) data["placement"] = said.placement;
  data["order"] = said.order;
  if (!said.visitor.empty()) data["visitor"] = said.visitor;
  data["amount"] = said.amount;
  data["currency"] = said.currency;
  if (!said.path.empty()) data["path"] = said.path;
  if (!said.arms.empty()) data["arms"] = Json::parse(said.arms, nullptr, false);
  if (!said.reason.empty()) data["reason"] = said.reason;
  if (!said.buyer.empty()) data["buyer"] = said.buyer;
  if (!said.refund.empty()) data["refund"] = said.refund;
  event.json = compact({{"specversion", "1.0"},
                        {"id", event.id},
                        {"source", event.source},
                        {"type", std::string(kTypePrefix) + event.type},
                        {"time", writeTime(event.time)},
                        {"subject", said.order},
                        {"data", std::move(data)}});
  return event;
}

std::string encodeArms(const std::vector<ArmTaken>& arms) {
  if (arms.empty()) return {};
  Json json = Json::array();
  for (const ArmTaken& arm : arms) json.push_back({{"experiment", arm.experiment}, {"arm", arm.arm}});
  return compact(json);
}

}  // namespace aftermint
