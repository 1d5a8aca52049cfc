/** @file What a simulation made, counted from the shoppers and not from their events. */
#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "aftermint/counts.h"
#include "simulate/shopper.h"

namespace aftermint::simulate {

/** How the units of one part of an offer's visitors are counted. */
struct LedgerKey {
  int offer = 0;  ///< index in `Truth::offers`
  int arm = -1;   ///< of its experiment; -1: it has none
  bool holdout = false;
  auto operator<=>(const LedgerKey&) const = default;
};

/** Counts of a simulation up to its end. What a broken split lost is in `lost` alone. */
struct Ledger {
  std::int64_t visitors = 0, bots = 0, orderUnits = 0, buyers = 0, lost = 0;
  std::int64_t orders = 0;
  Exact gross = 0, refunded = 0;
  std::map<LedgerKey, UnitCounts> units;  ///< by intention to treat, with all outcomes up to the end
};

/** Adds a shopper to the counts: outcomes of up to `until`, exclusive. */
void count(Ledger& ledger, const Truth& truth, const Shopper& shopper);

/**
 * Adds one visitor to the counts of a part: as assigned at this moment, with every order, accept and refund up to
 * `until`. The benchmark counts with the same function, without events.
 */
void addUnit(UnitCounts& counts, const Shopper& shopper, const OfferMoment& moment, Millis until);

/** The counts as JSON, with the names of offers and arms. */
[[nodiscard]] std::string encodeLedger(const Ledger& ledger, const Truth& truth);

}  // namespace aftermint::simulate
