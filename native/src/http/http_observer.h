/** @file What a server reports to metrics and the like. */
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>

#include "http/http.h"

namespace aftermint {

/** Who works on a request. Each lane has threads and a bound of its own, so that none keeps another waiting. */
enum class Lane : std::uint8_t {
  Shop,      ///< a shopper waits: pages, payments, accepts
  Events,    ///< events to store
  Readings,  ///< results, which take long in a large store: one at a time
};
inline constexpr std::size_t kLanes = 3;

enum class ConnectionEvent {
  Opened,
  Closed,   ///< for each Opened one
  Refused,  ///< it got 503 or nothing, because there was no room
  Evicted,  ///< it had to make room, and is closed soon
};

enum class LaneEvent {
  Queued,    ///< a request waits for a thread
  Started,   ///< a thread works on it
  Finished,  ///< for each Started one
  Shed,      ///< a request got 503, because too many waited
};

/** Hears what a server does. Its members are called from several threads, must not wait, and must not throw. */
class HttpObserver {
 public:
  virtual ~HttpObserver() = default;
  virtual void onConnection(ConnectionEvent event) noexcept = 0;
  virtual void onLane(Lane lane, LaneEvent event) noexcept = 0;
  /**
   * An answer goes out.
   *
   * @param lane none if no lane worked on the request, because it was refused or answered at once
   * @param took since the whole request was there; zero if it was refused before
   */
  virtual void onAnswer(const Request& request, std::optional<Lane> lane, int status,
                        std::chrono::nanoseconds took) noexcept = 0;
};

}  // namespace aftermint
