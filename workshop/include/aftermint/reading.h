/** @file The Reading: what the counted events mean. */
#pragma once

#include <string>
#include <vector>

#include "aftermint/codec.h"

namespace aftermint {

/** Counts of one offer at one placement. */
struct Counts {
  std::string offer;
  std::string placement;
  std::int64_t exposures = 0;
  std::int64_t accepts = 0;
  std::int64_t declines = 0;
  std::int64_t undos = 0;
  Minor revenue = 0;  ///< of accepts, net of undos
};

struct StoreCounts {
  std::string currency;
  std::int64_t orders = 0;
  Minor orderValue = 0;  ///< sum over orders, accepted offers included
  Minor offerValue = 0;  ///< of that, what accepted offers brought
  std::vector<Counts> rows;
};

/** A share with its 95 % Wilson score interval (Wilson 1927, JASA 22:209), all in basis points. */
struct Rate {
  std::int64_t hits = 0;
  std::int64_t of = 0;
  Bps bps = 0;
  Bps lowBps = 0;
  Bps highBps = 10000;
};

struct ReadingRow {
  std::string offer;
  std::string placement;
  Rate takeRate;
  std::int64_t declines = 0;
  std::int64_t undos = 0;
  Minor revenue = 0;
};

struct Reading {
  std::string currency;
  std::int64_t orders = 0;
  Minor meanOrderValue = 0;         ///< minor units, rounded half up; 0 without orders
  Minor meanOrderValueWithout = 0;  ///< the same less what accepted offers brought
  std::vector<ReadingRow> rows;
};

/** The share `hits / of` with its interval; hits beyond `of` count as `of`. With nothing shown: 0 in [0, 10,000]. */
[[nodiscard]] Rate rate(std::int64_t hits, std::int64_t of);

/** What the counts mean. Take-rate is accepts less undos, over exposures. */
[[nodiscard]] Reading read(const StoreCounts& counts);

/** Reads counts from JSON. */
[[nodiscard]] Decoded<StoreCounts> decodeCounts(std::string_view text, const Limits& limits = {});

/** A reading as JSON. */
[[nodiscard]] std::string encode(const Reading& reading);

}  // namespace aftermint
