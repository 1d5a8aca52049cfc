/** @file Spans: what a request did and how long it took. */
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "http/http.h"
#include "trace_context.h"

namespace aftermint {

/** The kinds of OTLP that are used here. */
enum class SpanKind : std::uint8_t { Internal = 1, Server = 2, Client = 3 };

/** A span that has ended. */
struct SpanRecord {
  TraceContext context;
  std::string parent;  ///< 16 hex digits; empty: none
  std::string name;
  SpanKind kind = SpanKind::Internal;
  std::int64_t start = 0, end = 0;                            ///< Unix time in ns
  std::vector<std::pair<std::string, std::string>> texts;     ///< attributes
  std::vector<std::pair<std::string, std::int64_t>> numbers;  ///< attributes
  std::string error;                                          ///< empty: none
};

/**
 * A piece of work of a request, from this object's begin to its end. Does nothing, at the cost of one comparison, if
 * there is no tracer or the request is not sampled.
 */
class Span {
 public:
  /** A child of the span that this thread works on. */
  Span(std::string_view name, SpanKind kind);
  /**
   * The span of a request, which began when the request was there. It continues the caller's trace if `traceparent`
   * names one. `route` is the pattern of its route; empty: none.
   */
  Span(const Request& request, std::string_view route);
  /** Ends it, and hands it to the tracer. */
  ~Span();
  Span(const Span&) = delete;
  Span& operator=(const Span&) = delete;

  void set(std::string_view attribute, std::string_view value);
  void set(std::string_view attribute, std::int64_t value);
  void fail(std::string_view error);
  /** Adds the status of an answer; one of the server's faults fails the span. */
  void setStatus(int status);
  /** Whether it is recorded. */
  explicit operator bool() const { return record_ != nullptr; }

  /**
   * Takes the span off this thread, so that the work may go on and end on another one. Null if it is not recorded;
   * `endSpan` ends it.
   */
  [[nodiscard]] std::unique_ptr<SpanRecord> detach();

 private:
  std::unique_ptr<SpanRecord> record_;
  std::unique_ptr<TraceScope> scope_;
};

/** Adds the status of an answer to a detached span, as `Span::setStatus` does. */
void setSpanStatus(SpanRecord& record, int status);

/** Ends a detached span now; null does nothing. */
void endSpan(std::unique_ptr<SpanRecord> record) noexcept;

}  // namespace aftermint
