#include <stdexcept>

#include "clock.h"
#include "events/event_json.h"
#include "events/event_signature.h"
#include "http/http_client.h"
#include "json.h"
#include "simulate/event_sink.h"
#include "unusable.h"

namespace aftermint::simulate {
namespace {

constexpr std::size_t kBatchBytes = 60u << 10;  // a collector takes 64 KiB

/** A JSON array of events that are JSON already. */
struct EventArray {
  std::string text;
  std::size_t events = 0;

  [[nodiscard]] bool takes(const Event& event) const {
    return events < kMaxEvents && text.size() + event.json.size() + 2 <= kBatchBytes;
  }
  void add(const Event& event) { text += (events++ == 0 ? "[" : ",") + event.json; }
};

class CollectorSink final : public EventSink {
 public:
  CollectorSink(const std::string& url, std::string key) : url_(url), client_(HttpAddress(url)), key_(std::move(key)) {}

  void take(std::vector<Event> events) override {
    for (const Event& event : events) {
      EventArray& batch = event.trusted ? server_ : page_;
      if (!batch.takes(event)) send(batch);
      batch.add(event);
    }
  }
  void finish() override {
    send(page_);
    send(server_);
  }

 private:
  void send(EventArray& batch) {
    if (batch.events == 0) return;
    batch.text += "]";
    std::vector<std::pair<std::string, std::string>> headers;
    // The pages' events are signed too: a collector with a book refuses arms that its hash does not give.
    headers.emplace_back("Aftermint-Signature", signEvents(batch.text, key_, systemMillis()));
    HttpClient::Answer answer;
    try {
      answer = client_.post("/events", "application/cloudevents-batch+json", batch.text, headers);
    } catch (const std::runtime_error& error) {
      refuse(error.what());
    }
    const Json said = Json::parse(answer.body, nullptr, false);
    const bool isStored =
        answer.status == 200 && said.is_object() && said.contains("stored") && !said.contains("refused");
    if (!isStored) refuse("answered " + std::to_string(answer.status) + ": " + answer.body.substr(0, 500));
    batch = {};
  }

  [[noreturn]] void refuse(const std::string& why) const {
    throw Unusable(ErrorCode::Usage, "the collector at " + url_ + ": " + why,
                   "Start it with `aftermint serve`, with the same AFTERMINT_EVENT_KEYS as here; a repeat is safe.");
  }

  std::string url_;
  HttpClient client_;
  std::string key_;
  EventArray page_, server_;
};

}  // namespace

std::unique_ptr<EventSink> collectorSink(const std::string& url, const std::string& key) {
  try {
    return std::make_unique<CollectorSink>(url, key);
  } catch (const std::invalid_argument& error) {
    throw Unusable(ErrorCode::Usage, error.what(), "Give the address of a collector, like http://127.0.0.1:8080.");
  }
}

}  // namespace aftermint::simulate
