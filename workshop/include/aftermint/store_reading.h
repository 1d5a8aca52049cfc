/** @file The Reading: rates and revenue from counted events. */
#pragma once

#include <string>
#include <vector>

#include "aftermint/codec.h"

namespace aftermint {

/** OfferCounts of one offer at one placement. Each event is counted once (native/src/events/store.h). */
struct OfferCounts {
  std::string offer;      ///< id
  std::string placement;  ///< its code
  std::int64_t exposures = 0;
  std::int64_t accepts = 0;
  std::int64_t declines = 0;
  std::int64_t undos = 0;
  Minor revenue = 0;  ///< minor units: from accepts, minus undos
};

/** OfferCounts of a whole shop. */
struct StoreCounts {
  std::string currency;  ///< ISO 4217, of all amounts
  std::int64_t orders = 0;
  Minor orderValue = 0;  ///< sum of all orders, with accepted offers
  Minor offerValue = 0;  ///< the part of it from accepted offers
  std::vector<OfferCounts> rows;
};

/** A share with its 95 % Wilson score interval (Wilson 1927, JASA 22:209), all in basis points. */
struct Rate {
  std::int64_t hits = 0;
  std::int64_t of = 0;
  Bps bps = 0;     ///< hits / of
  Bps lowBps = 0;  ///< the ends of the interval
  Bps highBps = 10000;
};

/** Results of one offer at one placement. */
struct ReadingRow {
  std::string offer;
  std::string placement;
  Rate takeRate;  ///< accepts minus undos, of exposures
  std::int64_t declines = 0;
  std::int64_t undos = 0;
  Minor revenue = 0;
};

/** Results of a whole shop. */
struct StoreReading {
  std::string currency;
  std::int64_t orders = 0;
  Minor meanOrderValue = 0;         ///< minor units, rounded half up; 0 without orders
  Minor meanOrderValueWithout = 0;  ///< the same without accepted offers
  std::vector<ReadingRow> rows;
};

/**
 * The share `hits / of` with its interval, each rounded to a whole basis point. `hits` is limited to 0 … `of`. If `of`
 * is 0 the rate is 0, with the interval 0 to 10,000.
 */
[[nodiscard]] Rate rate(std::int64_t hits, std::int64_t of);

/** Computes the results: the take-rate is accepts minus undos, divided by exposures. Rows keep their order. */
[[nodiscard]] StoreReading readStore(const StoreCounts& counts);

/** Reads counts from JSON. Faults have code `json_syntax` or `counts_schema`. */
[[nodiscard]] Decoded<StoreCounts> decodeStoreCounts(std::string_view text, const Limits& limits = {});

/** A reading as compact JSON: `{"ok":true,"currency":…,"orders":…,…,"rows":[…]}`. */
[[nodiscard]] std::string encode(const StoreReading& reading);

}  // namespace aftermint
