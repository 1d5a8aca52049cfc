#include "events/left_out.h"

#include <cstddef>

#include "events/store.h"

namespace aftermint {

void LeftOutTally::add(LeftOut reason, std::int64_t events) {
  const std::lock_guard lock(mutex_);
  counts_[static_cast<std::size_t>(reason)] += events;
}

void LeftOutTally::flush(Store& store, Millis now) {
  std::vector<LeftOutCount> counts;
  {
    const std::lock_guard lock(mutex_);
    for (std::size_t i = 0; i < counts_.size(); ++i) {
      if (counts_[i] > 0) counts.push_back({static_cast<LeftOut>(i), counts_[i]});
      counts_[i] = 0;
    }
  }
  if (counts.empty()) return;
  try {
    store.countLeftOut(counts, now);
  } catch (...) {
    for (const LeftOutCount& each : counts) add(each.reason, each.events);
    throw;
  }
}

}  // namespace aftermint
