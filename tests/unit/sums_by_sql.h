// The sums of a SQLite store, computed a second time by one SQL statement: slow, but the engine's own joins.
#pragma once

#include <vector>

#include "events/sums.h"
#include "sqlite.h"

namespace aftermint::testing {

/**
 * Adds the aggregate functions `exact_sum(a)` and `exact_sum(a, b)` to a connection.
 *
 * They give the sum of a column of integers, or of the products of two, as a decimal text: SQLite's own `sum` ends at
 * 64 bits, and a sum of squares of money does not fit. NULL counts as 0. A value that is not an integer, and a sum
 * beyond 128 bits, is an error of the query.
 */
void addExactSum(Sqlite& db);

/** What `readSums` must give. The connection needs the tables of `kEventPart` and `addExactSum`. */
[[nodiscard]] std::vector<ArmSums> sumsBySql(Sqlite& db, const SumsQuery& query);

}  // namespace aftermint::testing
