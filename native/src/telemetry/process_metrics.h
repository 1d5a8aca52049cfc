/** @file What the system knows of this process. */
#pragma once

#include <prometheus/metric_family.h>

#include <vector>

namespace aftermint {

/**
 * `process_resident_memory_bytes`, `process_virtual_memory_bytes`, `process_cpu_seconds_total`,
 * `process_start_time_seconds`, `process_open_fds`, `process_max_fds` and `process_threads`, from /proc. What cannot be
 * read is left out.
 */
[[nodiscard]] std::vector<prometheus::MetricFamily> processMetrics();

}  // namespace aftermint
