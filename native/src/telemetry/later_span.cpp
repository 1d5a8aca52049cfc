#include "telemetry/later_span.h"

#include <mutex>
#include <utility>

namespace aftermint {

struct LaterSpan::State {
  std::mutex mutex;  ///< guards what follows
  std::unique_ptr<SpanRecord> record;
  int status = 0;  ///< 0: not answered

  void endBoth() {
    if (!record || status == 0) return;
    setSpanStatus(*record, status);
    endSpan(std::move(record));
  }
};

LaterSpan::LaterSpan() : state_(std::make_shared<State>()) {}

void LaterSpan::handOn(Span& span) const {
  std::unique_ptr<SpanRecord> record = span.detach();
  const std::lock_guard lock(state_->mutex);
  state_->record = std::move(record);
  state_->endBoth();
}

void LaterSpan::end(int status) const {
  const std::lock_guard lock(state_->mutex);
  state_->status = status;
  state_->endBoth();
}

}  // namespace aftermint
