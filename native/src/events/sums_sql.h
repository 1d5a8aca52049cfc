/** @file The SQL of the sums (sums.h). */
#pragma once

#include "events/sums.h"

namespace aftermint {

/**
 * The statement that sums for `by`, with the parameters `:now`, `:window` and `:maturity`. The text lives as long as
 * the program. It needs `exact_sum` (exact_sum.h).
 */
[[nodiscard]] const char* sumsSql(SumsBy by);

/**
 * The beginning of that statement, for others that must follow the same rules: `WITH` and the tables `truth`, `money`
 * (one row for each order) and `taken` (one for each accept), then a comma. Its only parameter is `:now`.
 */
[[nodiscard]] const char* outcomesSql();

}  // namespace aftermint
