/** @file Sends spans to an OpenTelemetry collector. */
#pragma once

#include <condition_variable>
#include <cstddef>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "telemetry/span.h"

namespace aftermint {

/** Where spans go, and which. */
struct TraceOptions {
  std::string endpoint;  ///< `http://HOST:PORT`, of OTLP over HTTP; empty: there are no traces
  double ratio = 1;      ///< of the requests that are traced, by trace id as TraceIdRatioBased does; 0 to 1
  std::string service = "aftermint";
};

/**
 * The tracer of the process while it lives. There is at most one.
 *
 * Spans wait in memory, 4,096 at most; further ones are dropped and counted, so that no request waits. A thread sends
 * them as OTLP/HTTP JSON to ENDPOINT/v1/traces, once a second and 512 at a time. What the collector does not take is
 * dropped, with a log line. The destructor sends what waits, for two seconds at most.
 */
class Tracer {
 public:
  /** Throws std::invalid_argument for an endpoint that is not `http://HOST[:PORT][/PATH]`. */
  explicit Tracer(TraceOptions options);
  ~Tracer();
  Tracer(const Tracer&) = delete;
  Tracer& operator=(const Tracer&) = delete;

  /** The tracer of the process; null: none. */
  [[nodiscard]] static Tracer* current();

  /** Whether a trace is recorded, by its id. */
  [[nodiscard]] bool samples(std::string_view trace) const;
  /** Takes a span that has ended. Never waits; safe to call from several threads. */
  void take(SpanRecord span) noexcept;

 private:
  void run();
  std::vector<SpanRecord> nextBatch();

  const TraceOptions options_;
  std::mutex mutex_;  ///< guards what follows
  std::condition_variable wake_;
  std::vector<SpanRecord> waiting_;
  bool stopping_ = false;
  std::thread thread_;
};

/** Spans as an OTLP ExportTraceServiceRequest in JSON. */
[[nodiscard]] std::string otlpJson(const std::vector<SpanRecord>& spans, std::string_view service);

}  // namespace aftermint
