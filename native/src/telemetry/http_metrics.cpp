#include "telemetry/http_metrics.h"

#include <algorithm>
#include <array>
#include <new>
#include <string>

namespace aftermint {
namespace {

constexpr std::array<std::string_view, 7> kMethods = {"GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH"};

/** A method of ours, or `other`: a client may send any word. */
std::string_view methodLabel(std::string_view method) {
  const auto* const known = std::find(kMethods.begin(), kMethods.end(), method);
  return known == kMethods.end() ? "other" : *known;
}

}  // namespace

void HttpMetrics::onConnection(ConnectionEvent event) noexcept {
  Metrics& all = metrics();
  switch (event) {
    case ConnectionEvent::Opened:
      all.connections.Increment();
      all.connectionsOpened.Increment();
      return;
    case ConnectionEvent::Closed:
      all.connections.Decrement();
      return;
    case ConnectionEvent::Refused:
      all.connectionsRefused.Increment();
      return;
    case ConnectionEvent::Evicted:
      all.connectionsEvicted.Increment();
      return;
  }
}

void HttpMetrics::onLane(Lane lane, LaneEvent event) noexcept {
  Metrics& all = metrics();
  const auto index = static_cast<std::size_t>(lane);
  switch (event) {
    case LaneEvent::Queued:
      all.queued[index]->Increment();
      return;
    case LaneEvent::Started:
      all.queued[index]->Decrement();
      all.working[index]->Increment();
      return;
    case LaneEvent::Finished:
      all.working[index]->Decrement();
      return;
    case LaneEvent::Shed:
      all.shed[index]->Increment();
      return;
  }
}

void HttpMetrics::onAnswer(const Request& request, std::optional<Lane> lane, int status,
                           std::chrono::nanoseconds took) noexcept {
  try {
    std::string_view route = routeOf_(request);
    if (route.empty()) route = "none";
    requestsOf(route, methodLabel(request.method), status / 100).Increment();
    if (!lane) return;
    metrics().requestSeconds[static_cast<std::size_t>(*lane)]->Observe(std::chrono::duration<double>(took).count());
  } catch (const std::bad_alloc&) {
    return;  // one request less in the counts, rather than one less answered
  }
}

prometheus::Counter& HttpMetrics::requestsOf(std::string_view route, std::string_view method, int statusClass) {
  const std::lock_guard lock(mutex_);
  prometheus::Counter*& counter = requests_[{route, method, statusClass}];
  if (counter == nullptr) {
    counter = &metrics().requests.Add({{"route", std::string(route)},
                                       {"method", std::string(method)},
                                       {"status", std::to_string(statusClass) + "xx"}});
  }
  return *counter;
}

}  // namespace aftermint
