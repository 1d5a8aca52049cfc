/** @file An event as a row of ClickHouse, in its format RowBinary. */
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "events/store.h"

namespace aftermint {

/** The columns that `appendClickHouseRow` writes, for an INSERT. */
inline constexpr std::string_view kClickHouseColumns =
    "class, order_id, type, h1, h2, i1, i2, version, trusted, time, received, source, id, key, offer, placement, "
    "visitor, unit, amount, gross_change, currency, before, holdout, by_sight, experiments, arms, json";

/**
 * The version of a row. A server's is above every page's; of two servers or two pages, that which was stored first.
 *
 * `stored` rises with each row of this program, and is about microseconds since 1970 times 1024; below 2^63.
 */
[[nodiscard]] std::uint64_t clickHouseVersion(bool trusted, std::uint64_t stored);

/** Adds the row of an event. */
void appendClickHouseRow(std::string& rows, const Event& event, std::uint64_t version);

}  // namespace aftermint
