/**
 * @file The SQL of the readings in ClickHouse: the same rules as SQLite's (sums_sql.cpp), in statements that build on
 * temporary tables of one session.
 *
 * Version 18.16 and today's releases take it: no WITH, no window functions, one JOIN a SELECT, no NULL. What reads
 * `events` works also if that is a Distributed table, so sets are sent along (GLOBAL IN).
 */
#pragma once

#include <string>
#include <string_view>

#include "events/sums.h"

namespace aftermint {

/** `SELECT` of the events of class 1 (orders, accepts, undos, refunds), each once, with the time up to `now`. */
[[nodiscard]] std::string moneyEventsSql(Millis now, bool hasRepeats);

/** Hashes of keys that several rows of class 1 and 2 have, and the same of source and id. */
inline constexpr const char* kRepeatedKeys =
    "SELECT h1, h2 FROM events WHERE class > 0 GROUP BY h1, h2 HAVING count() > 1";
inline constexpr const char* kRepeatedIds =
    "SELECT i1, i2 FROM events WHERE class > 0 GROUP BY i1, i2 HAVING count() > 1";
/** Of the repeated rows those that count. */
[[nodiscard]] std::string keptRepeatsSql();

/** The condition on rows of `events` that keeps each event of a class once. */
[[nodiscard]] std::string eventCondition(int eventClass, bool hasRepeats);

/** The first assignments, one row for each unit, placement, experiment and offer. */
[[nodiscard]] std::string assignedSql(Millis now, bool hasRepeats);

/** One row for each order; `server`: only events of servers count. Needs `money_events` and `assigned`. */
[[nodiscard]] std::string moneySql(bool server);

/**
 * The assignments that count: after payment, once servers write orders, only those of the unit of their order. Needs
 * `assigned` and `money`.
 */
[[nodiscard]] std::string countedSql(bool server);

/** One row for each accept. Needs `money_events` and `money`. */
[[nodiscard]] std::string takenSql(bool server);

/** The first assignment of each unit in each slice. Needs `assigned`. */
[[nodiscard]] std::string clickHouseUnitsSql(SumsBy by, Millis from);

/** The rows of `Store::sums`. Needs `money`, `taken` and `units`. */
[[nodiscard]] std::string clickHouseSumsSql(const SumsQuery& query, bool hasRepeats);

/** The rows of `Store::earlier`. Needs `assigned`. */
[[nodiscard]] std::string clickHouseEarlierSql();

}  // namespace aftermint
