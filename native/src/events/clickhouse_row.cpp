#include "events/clickhouse_row.h"

#include <openssl/evp.h>

#include <array>
#include <bit>
#include <concepts>
#include <cstring>
#include <stdexcept>
#include <vector>

#include "aftermint/decision.h"
#include "json.h"

namespace aftermint {
namespace {

static_assert(std::endian::native == std::endian::little, "RowBinary has little-endian numbers");

/** Writes RowBinary: numbers as they are in memory, texts and lists with their length as a varint before them. */
class RowBinaryWriter {
 public:
  explicit RowBinaryWriter(std::string& out) : out_(out) {}

  template <std::integral Number>
  void number(Number value) {
    std::array<char, sizeof(Number)> bytes{};
    std::memcpy(bytes.data(), &value, sizeof(Number));
    out_.append(bytes.data(), bytes.size());
  }
  void text(std::string_view value) {
    length(value.size());
    out_.append(value);
  }
  void list(const std::vector<std::string>& values) {
    length(values.size());
    for (const std::string& value : values) text(value);
  }

 private:
  void length(std::size_t value) {
    constexpr std::size_t kMore = 0x80;
    for (; value >= kMore; value >>= 7U) out_.push_back(static_cast<char>((value & 0x7fU) | kMore));
    out_.push_back(static_cast<char>(value));
  }

  std::string& out_;
};

struct Hash128 {
  std::uint64_t high = 0, low = 0;
};

/** The first 128 bits of SHA-256: it is not possible to make two keys with one hash. */
Hash128 hashOf(std::string_view kind, std::string_view first, std::string_view second) {
  std::string text(kind);
  // The length keeps ("a", "bc") and ("ab", "c") apart.
  text += std::to_string(first.size()) + ":";
  text.append(first).append(second);
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  if (EVP_Digest(text.data(), text.size(), digest.data(), nullptr, EVP_sha256(), nullptr) != 1) {
    throw std::runtime_error("OpenSSL has no SHA-256");
  }
  Hash128 hash;
  std::memcpy(&hash.high, digest.data(), sizeof hash.high);
  std::memcpy(&hash.low, digest.data() + sizeof hash.high, sizeof hash.low);
  return hash;
}

/** What the readings need of an event's JSON. */
struct RowFacts {
  std::string path;
  Minor before = 0;
  bool holdout = false;
  std::vector<std::string> experiments, arms;
};

RowFacts factsOf(const Event& event) {
  RowFacts facts;
  const Json json = Json::parse(event.json, nullptr, false);
  if (!json.is_object()) return facts;
  const auto found = json.find("data");
  if (found == json.end() || !found->is_object()) return facts;
  const Json& data = *found;
  const auto textOf = [](const Json& object, const char* key) {
    const auto at = object.find(key);
    return at != object.end() && at->is_string() ? at->get<std::string>() : std::string();
  };
  facts.path = textOf(data, "path");
  if (const auto at = data.find("before"); at != data.end() && at->is_number_integer()) facts.before = at->get<Minor>();
  if (const auto at = data.find("arms"); at != data.end() && at->is_array()) {
    for (const Json& arm : *at) {
      if (!arm.is_object()) continue;
      facts.experiments.push_back(textOf(arm, "experiment"));
      facts.arms.push_back(textOf(arm, "arm"));
    }
  }
  if (event.type == toString(EventType::Assignment)) {
    const auto at = data.find("holdout");
    facts.holdout = at != data.end() && at->is_boolean() && at->get<bool>();
  } else if (event.type == toString(EventType::Control)) {
    const auto reason = data.find("reason");
    const bool isNamed = reason != data.end() && !reason->is_null();
    facts.holdout = isNamed ? *reason == "holdout" : facts.experiments.empty();
  }
  return facts;
}

/** As in SQLite's tables (event_schema.h): what the event adds to the gross value of its order. */
Minor grossChangeOf(const Event& event, std::string_view path) {
  const Minor amount = event.amount.value_or(0);
  if (event.type == toString(EventType::Order)) return amount;
  const bool isAccept = event.type == toString(EventType::Accept);
  if ((!isAccept && event.type != toString(EventType::Undo)) || path == "form" || path == "link") return 0;
  constexpr std::array<std::string_view, 4> kIncluded = {"checkout", "product_page", "thank_you", "email"};
  for (const std::string_view placement : kIncluded) {
    if (path.empty() && event.placement == placement) return 0;
  }
  return isAccept ? amount : -amount;
}

std::uint8_t classOf(std::string_view type) {
  for (const EventType each : {EventType::Order, EventType::Accept, EventType::Undo, EventType::Refund}) {
    if (type == toString(each)) return 1;
  }
  for (const EventType each : {EventType::Assignment, EventType::Control, EventType::Exposure, EventType::Decline}) {
    if (type == toString(each)) return 2;
  }
  return 0;
}

std::string unitOf(const Event& event) {
  if (!event.visitor.empty()) return event.visitor;
  return event.order.empty() ? std::string() : "order:" + event.order;
}

}  // namespace

std::uint64_t clickHouseVersion(bool trusted, std::uint64_t stored) {
  constexpr std::uint64_t kTrusted = 1ULL << 63U;
  return (trusted ? kTrusted : 0) | (kTrusted - 1 - stored);
}

void appendClickHouseRow(std::string& rows, const Event& event, std::uint64_t version) {
  const RowFacts facts = factsOf(event);
  const Hash128 id = hashOf("id", event.source, event.id);
  const Hash128 key = event.key.empty() ? id : hashOf("key", event.type, event.key);
  RowBinaryWriter row(rows);
  row.number(classOf(event.type));
  row.text(event.order);
  row.text(event.type);
  for (const std::uint64_t half : {key.high, key.low, id.high, id.low}) row.number(half);
  row.number(version);
  row.number(static_cast<std::uint8_t>(event.trusted));
  row.number(std::int64_t{event.time});
  row.number(std::int64_t{event.received});
  row.text(event.source);
  row.text(event.id);
  row.text(event.key);
  row.text(event.offer);
  row.text(event.placement);
  row.text(event.visitor);
  row.text(unitOf(event));
  row.number(std::int64_t{event.amount.value_or(0)});
  row.number(std::int64_t{grossChangeOf(event, facts.path)});
  row.text(event.currency);
  row.number(std::int64_t{facts.before});
  row.number(static_cast<std::uint8_t>(facts.holdout));
  row.number(static_cast<std::uint8_t>(event.type != toString(EventType::Assignment)));
  row.list(facts.experiments);
  row.list(facts.arms);
  row.text(event.json);
}

}  // namespace aftermint
