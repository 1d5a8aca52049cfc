/** @file What this process counts and measures, for Prometheus. */
#pragma once

#include <prometheus/counter.h>
#include <prometheus/family.h>
#include <prometheus/gauge.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>

#include <array>
#include <chrono>
#include <string_view>

#include "http/http_observer.h"

namespace aftermint {

/**
 * All metrics. Their names, labels and help texts are declared in metrics.cpp and nowhere else.
 *
 * They belong to the process, as the log does, and count from its start. All members may be used from several threads.
 */
class Metrics {
  using Counter = prometheus::Counter;
  using Gauge = prometheus::Gauge;
  using Histogram = prometheus::Histogram;
  template <class Kind>
  using Family = prometheus::Family<Kind>;
  template <class Kind>
  using ByLane = std::array<Kind*, kLanes>;

 public:
  prometheus::Registry registry;

  Family<Counter>& requests;  ///< by `route`, `method` and `status`
  ByLane<Histogram> requestSeconds;
  ByLane<Gauge> queued, working;
  ByLane<Counter> shed;
  Gauge& connections;
  Counter &connectionsOpened, &connectionsRefused, &connectionsEvicted;

  Counter &eventsAccepted, &eventsRefused, &eventsHeld, &eventsFailed;

  Histogram& commitSeconds;
  Counter &commitFailures, &eventsWritten;

  Family<Counter>& acceptChanges;   ///< by `state`
  Family<Gauge>& unsettledAccepts;  ///< by `state`
  Gauge& oldestUnsettledSeconds;
  Family<Histogram>& providerSeconds;  ///< by `operation`
  Family<Counter>& providerFailures;   ///< by `operation`
  Counter &reconcilerPasses, &reconcilerSettled, &reconcilerPaidBack, &reconcilerFailures;
  Gauge &reconcilerLastPass, &reconcilerSeconds;

  Counter &spansSent, &spansDropped;

  Counter &kafkaSent, &kafkaFailed;
  Gauge &kafkaWaiting, &kafkaOldestSeconds;

  Gauge &spoolActive, &spoolBytes;

  Gauge& stripeOldestSeconds;

 private:
  friend Metrics& metrics();
  Metrics();
};

/** The metrics of this process. */
[[nodiscard]] Metrics& metrics();

/** The code of a lane in labels. */
[[nodiscard]] std::string_view toString(Lane lane);

/** Bounds of the buckets in seconds: 1 ms to 30 s. */
[[nodiscard]] const prometheus::Histogram::BucketBoundaries& secondsBuckets();

/** The seconds since a point in time. */
[[nodiscard]] inline double secondsSince(std::chrono::steady_clock::time_point start) {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

}  // namespace aftermint
