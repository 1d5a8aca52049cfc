/** @file The metrics of an HTTP server. */
#pragma once

#include <functional>
#include <map>
#include <mutex>
#include <string_view>
#include <tuple>

#include "http/http_observer.h"
#include "telemetry/metrics.h"

namespace aftermint {

/** Counts what one server does in the metrics of the process. */
class HttpMetrics final : public HttpObserver {
 public:
  /** The pattern of the route of a request, which lives as long as the server; empty if it has none. */
  using RouteOf = std::function<std::string_view(const Request&)>;

  explicit HttpMetrics(RouteOf routeOf) : routeOf_(std::move(routeOf)) {}

  void onConnection(ConnectionEvent event) noexcept override;
  void onLane(Lane lane, LaneEvent event) noexcept override;
  void onAnswer(const Request& request, std::optional<Lane> lane, int status,
                std::chrono::nanoseconds took) noexcept override;

 private:
  prometheus::Counter& requestsOf(std::string_view route, std::string_view method, int statusClass);

  RouteOf routeOf_;
  std::mutex mutex_;  ///< guards requests_
  std::map<std::tuple<std::string_view, std::string_view, int>, prometheus::Counter*> requests_;
};

}  // namespace aftermint
