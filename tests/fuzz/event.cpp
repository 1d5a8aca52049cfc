#include <nlohmann/json.hpp>
#include <set>
#include <string_view>

#include "events/event_json.h"
#include "fuzz/doors.h"
#include "fuzz/utf8.h"

namespace aftermint::fuzz {
namespace {

constexpr Millis kReceived = 1'790'000'000'000;

std::string brokenEvent(const Event& event, bool isServer) {
  if (event.id.empty() || event.source.empty() || event.type.empty()) return "an event has no id, source or type";
  if (event.trusted != isServer) return "an event has the trust of another writer";
  if (!isServer && (event.source == kServerSource || event.source == kOutcomesSource))
    return "a page writes as a server";
  if (event.received != kReceived) return "an event has another time of arrival";
  if (event.time > kReceived) return "an event is of the future";
  if (event.amount && (*event.amount > kMostAmount || *event.amount < -kMostAmount)) return "an amount is too large";
  for (const std::string* text :
       {&event.id, &event.source, &event.offer, &event.placement, &event.order, &event.visitor, &event.currency}) {
    if (!isUtf8(*text)) return "a text is not valid UTF-8";
    if (!text->empty() && !isEventText(*text)) return "a text is too long or has control characters";
  }
  const auto json = nlohmann::json::parse(event.json, nullptr, false);
  if (!json.is_object()) return "the stored event is not a JSON object";
  if (json.value("id", "") != event.id) return "the stored event has another id";
  return {};
}

}  // namespace

std::string fuzzEvent(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return {};
  const bool isServer = data[0] % 2 == 1;
  const std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
  const auto read = [&] { return isServer ? parseServerEvents(text, kReceived) : parseEvents(text, kReceived); };
  const EventBatch batch = read();
  if (!batch.fault.empty()) {
    return batch.events.empty() && batch.refused.empty() ? std::string() : "a batch is both refused and read";
  }
  if (batch.events.size() > kMaxEvents) return "a batch has too many events";
  for (const Event& event : batch.events) {
    if (std::string broken = brokenEvent(event, isServer); !broken.empty()) return broken;
  }
  for (const EventBatch::Refused& refused : batch.refused) {
    if (refused.message.empty()) return "an event is refused without a reason";
  }
  const std::string stored = encodeStored(batch);
  if (!isUtf8(stored) || !nlohmann::json::accept(stored)) return "the answer is not valid JSON";
  const EventBatch again = read();
  if (again.events.size() != batch.events.size()) return "the same batch is read in two ways";
  for (std::size_t i = 0; i < batch.events.size(); ++i) {
    const Event &a = batch.events[i], &b = again.events[i];
    if (a.key != b.key || a.json != b.json || a.time != b.time) return "the same event is read in two ways";
  }
  return {};
}

}  // namespace aftermint::fuzz
