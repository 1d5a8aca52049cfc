/** @file How many events of pages do not count, by reason. */
#pragma once

#include <array>
#include <cstdint>
#include <mutex>

#include "aftermint/book.h"
#include "aftermint/codes.h"

namespace aftermint {

class Store;

/**
 * How many events of pages were left out for one reason. Events for `TokenMissing` and `OrderUnknown` are stored, and
 * those of `TooMany` come again; the others are refused.
 */
struct LeftOutCount {
  LeftOut reason = LeftOut::EventInvalid;
  std::int64_t events = 0;
};

/**
 * Counts what is left out, and hands the counts to a store now and then: a flood of refused events writes nothing by
 * itself. Safe to call from several threads.
 */
class LeftOutTally {
 public:
  void add(LeftOut reason, std::int64_t events = 1);

  /**
   * Adds the counts since the last call to those of the day of `now` in the store. Throws StoreError; then they are
   * kept for the next call.
   */
  void flush(Store& store, Millis now);

 private:
  std::mutex mutex_;                                               ///< guards counts_
  std::array<std::int64_t, Codes<LeftOut>::all.size()> counts_{};  ///< by reason
};

}  // namespace aftermint
