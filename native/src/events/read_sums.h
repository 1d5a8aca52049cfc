/** @file The sums of a store in SQLite. */
#pragma once

#include <vector>

#include "events/sums.h"
#include "sqlite.h"

namespace aftermint {

/**
 * The sums of the events in a database, one row for each slice, arm, week and kind of buyer, in that order.
 *
 * They are of one moment, whatever is written meanwhile. Memory grows with the orders, not with the other events: some
 * 250 bytes for each. The connection needs the tables of `kEventPart`. Throws SQLite::Exception; StoreError if a sum
 * does not fit into 128 bits.
 */
[[nodiscard]] std::vector<ArmSums> readSums(Sqlite& db, const SumsQuery& query);

/** The earlier arms of units (`Store::earlier`), by experiment, arm and earlier arm. Throws SQLite::Exception. */
[[nodiscard]] std::vector<EarlierSums> readEarlier(Sqlite& db, const SumsQuery& query);

}  // namespace aftermint
