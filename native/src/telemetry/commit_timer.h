/** @file Measures one transaction of an event store. */
#pragma once

#include <chrono>
#include <cstddef>

#include "telemetry/metrics.h"

namespace aftermint {

/** Counts a transaction from its begin to this object's end: as a failure, unless `committed` was called. */
class CommitTimer {
 public:
  CommitTimer() = default;
  ~CommitTimer() {
    metrics().commitSeconds.Observe(secondsSince(start_));
    if (isCommitted_) {
      metrics().eventsWritten.Increment(static_cast<double>(events_));
    } else {
      metrics().commitFailures.Increment();
    }
  }
  CommitTimer(const CommitTimer&) = delete;
  CommitTimer& operator=(const CommitTimer&) = delete;

  void committed(std::size_t events) {
    isCommitted_ = true;
    events_ = events;
  }

 private:
  const std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
  bool isCommitted_ = false;
  std::size_t events_ = 0;
};

}  // namespace aftermint
