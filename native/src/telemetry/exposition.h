/** @file `GET /metrics`: the metrics as text. */
#pragma once

#include <prometheus/metric_family.h>

#include <string>
#include <vector>

#include "http/http.h"

namespace aftermint {

/** The metrics of the process, with those that the system and the log keep (process_*, aftermint_log_*). */
[[nodiscard]] std::vector<prometheus::MetricFamily> collectMetrics();

/** The OpenMetrics 1.0 text. Counters' families need names that end in `_total`. */
[[nodiscard]] std::string openMetricsText(const std::vector<prometheus::MetricFamily>& families);

/** The metrics as OpenMetrics 1.0 if the request's `Accept` names it, else in Prometheus' text format 0.0.4. */
[[nodiscard]] Response metricsResponse(const Request& request);

/**
 * The whole of the server of `--metrics-listen`: `GET /metrics` and `GET /health/live` without a key; 404 and 405 for
 * anything else.
 */
[[nodiscard]] Response answerMetricsListener(const Request& request);

}  // namespace aftermint
