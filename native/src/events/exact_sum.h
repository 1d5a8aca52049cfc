/** @file Exact sums in SQL: an aggregate function with 128 bits. */
#pragma once

#include <string>
#include <string_view>

#include "aftermint/counts.h"
#include "sqlite.h"

namespace aftermint {

/**
 * Adds the aggregate functions `exact_sum(a)` and `exact_sum(a, b)` to a connection.
 *
 * They give the sum of a column of integers, or of the products of two, as a decimal text: SQLite's own `sum` ends at
 * 64 bits, and a sum of squares of money does not fit. NULL counts as 0. A value that is not an integer, and a sum
 * beyond 128 bits, is an error of the query. Throws SQLite::Exception.
 */
void addExactSum(Sqlite& db);

/** The number of such a text. Throws StoreError if it is not a decimal integer of at most 128 bits. */
[[nodiscard]] Exact exactOf(std::string_view text);

/** An exact number as a decimal text. */
[[nodiscard]] std::string exactText(Exact value);

}  // namespace aftermint
