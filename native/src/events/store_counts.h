/** @file What a store has counted in total, without arms and assignments. */
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "aftermint/book.h"

namespace aftermint {

/** Counts of one offer at one placement. Each event is counted once (store.h). */
struct OfferCounts {
  std::string offer;      ///< id
  std::string placement;  ///< its code
  std::int64_t exposures = 0;
  std::int64_t accepts = 0;
  std::int64_t declines = 0;
  std::int64_t undos = 0;
  Minor revenue = 0;  ///< minor units: from accepts, minus undos
};

/** Counts of a whole shop. */
struct StoreCounts {
  std::string currency;  ///< ISO 4217, of all amounts
  std::int64_t orders = 0;
  Minor orderValue = 0;  ///< sum of all orders, with accepted offers
  Minor offerValue = 0;  ///< the part of it from accepted offers
  std::vector<OfferCounts> rows;
};

}  // namespace aftermint
