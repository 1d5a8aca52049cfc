/** @file Clients that post batches of events as fast as they are answered. */
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace aftermint::bench {

/** What the clients do. */
struct Load {
  std::uint16_t port = 0;
  int connections = 1;
  int batch = 1;       ///< events in a request
  double seconds = 1;  ///< measured, after a warm-up of half of it, one second at most
};

/** What came of it. */
struct LoadResult {
  std::int64_t requests = 0;  ///< answered with 200
  std::int64_t refused = 0;   ///< answered with something else
  double seconds = 0;
  double p50 = 0, p99 = 0;  ///< of a request, in ms
};

/** The event with this number as a page sends it: in turn the assignment of a visitor, and the exposure. */
[[nodiscard]] std::string pageEventJson(std::int64_t number);

/** A batch of events with consecutive numbers. */
[[nodiscard]] std::string batchJson(std::int64_t first, int events);

/** Runs the load from one thread. Throws std::runtime_error if a connection fails. */
[[nodiscard]] LoadResult runLoad(const Load& load);

}  // namespace aftermint::bench
