/** @file The sums of a store in SQLite. */
#pragma once

#include <vector>

#include "events/sums.h"
#include "sqlite.h"

namespace aftermint {

/**
 * The sums of the events in a database, one row for each slice, arm, week and kind of buyer, in that order.
 *
 * The connection needs the tables of `kEventPart` and `addExactSum`. Throws SQLite::Exception, also if a sum does not
 * fit into 128 bits.
 */
[[nodiscard]] std::vector<ArmSums> readSums(Sqlite& db, const SumsQuery& query);

/** The earlier arms of units (`Store::earlier`), by experiment, arm and earlier arm. Throws SQLite::Exception. */
[[nodiscard]] std::vector<EarlierSums> readEarlier(Sqlite& db, const SumsQuery& query);

}  // namespace aftermint
