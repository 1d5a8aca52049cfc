/** @file The W3C trace context of what this thread works on (https://www.w3.org/TR/trace-context/). */
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace aftermint {

/** A span as `traceparent` names it. */
struct TraceContext {
  std::string trace;     ///< 32 hex digits, in lower case, not all 0
  std::string span;      ///< 16 hex digits, in lower case, not all 0
  bool sampled = false;  ///< the caller records it

  /** The value of `traceparent`, version 00. */
  [[nodiscard]] std::string header() const;
};

/** Reads a `traceparent`; none if it is not valid. Of versions after 00 the first four fields count. */
[[nodiscard]] std::optional<TraceContext> parseTraceparent(std::string_view header);

/** The span that this thread works on; null: none. Requests to other servers name it (http/http_client.h). */
[[nodiscard]] const TraceContext* currentTrace();

/** Makes a context that of this thread while the object lives. */
class TraceScope {
 public:
  /** `context` must outlive this object; null: none. */
  explicit TraceScope(const TraceContext* context);
  ~TraceScope();
  TraceScope(const TraceScope&) = delete;
  TraceScope& operator=(const TraceScope&) = delete;

 private:
  const TraceContext* before_;
};

}  // namespace aftermint
