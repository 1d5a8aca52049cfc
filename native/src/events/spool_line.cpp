#include "events/spool_line.h"

#include <zlib.h>

#include <array>
#include <cstdio>
#include <utility>

#include "json.h"

namespace aftermint {
namespace {

constexpr std::size_t kSumDigits = 8;

std::string checksum(std::string_view text) {
  const uLong sum = crc32_z(crc32_z(0, nullptr, 0), reinterpret_cast<const Bytef*>(text.data()), text.size());
  std::array<char, kSumDigits + 1> digits{};
  std::snprintf(digits.data(), digits.size(), "%08lx", static_cast<unsigned long>(sum));
  return digits.data();
}

/** Calls `use` with the name and the text of each text of an event. */
template <class AnyEvent, class Use>
void eachText(AnyEvent& event, const Use& use) {
  use("source", event.source);
  use("id", event.id);
  use("type", event.type);
  use("key", event.key);
  use("offer", event.offer);
  use("placement", event.placement);
  use("order", event.order);
  use("visitor", event.visitor);
  use("currency", event.currency);
  use("json", event.json);
}

Json spooledJson(const Event& event) {
  Json json = Json::object();
  eachText(event, [&json](const char* name, const std::string& text) {
    if (!text.empty()) json[name] = text;
  });
  json["time"] = event.time;
  json["received"] = event.received;
  if (event.amount) json["amount"] = *event.amount;
  if (event.trusted) json["trusted"] = true;
  return json;
}

Event spooledEvent(const Json& json) {
  Event event;
  eachText(event, [&json](const char* name, std::string& text) { text = json.value(name, std::string()); });
  event.time = json.at("time").get<Millis>();
  event.received = json.at("received").get<Millis>();
  if (const auto amount = json.find("amount"); amount != json.end()) event.amount = amount->get<Minor>();
  event.trusted = json.value("trusted", false);
  return event;
}

}  // namespace

std::string writeSpoolLine(std::span<const Event> events) {
  Json list = Json::array();
  for (const Event& event : events) list.push_back(spooledJson(event));
  const std::string text = compact(list);
  return checksum(text) + " " + text + "\n";
}

std::optional<std::vector<Event>> readSpoolLine(std::string_view line) {
  if (line.size() <= kSumDigits + 1 || line[kSumDigits] != ' ') return std::nullopt;
  const std::string_view text = line.substr(kSumDigits + 1);
  if (line.substr(0, kSumDigits) != checksum(text)) return std::nullopt;
  try {
    std::vector<Event> events;
    for (const Json& each : Json::parse(text)) events.push_back(spooledEvent(each));
    return events;
  } catch (const Json::exception&) {
    return std::nullopt;
  }
}

}  // namespace aftermint
