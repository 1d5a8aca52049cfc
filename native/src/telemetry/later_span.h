/** @file The span of a request that is answered later. */
#pragma once

#include <memory>

#include "telemetry/span.h"

namespace aftermint {

/** Lets a span begin on one thread and end on another one, whichever is first. Copies share it. */
class LaterSpan {
 public:
  LaterSpan();
  /** Takes the span off its thread, and ends it if `end` has been called. */
  void handOn(Span& span) const;
  /** The request has been answered with this status. */
  void end(int status) const;

 private:
  struct State;
  std::shared_ptr<State> state_;
};

}  // namespace aftermint
