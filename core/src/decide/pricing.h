/** @file What offered items cost. */
#pragma once

#include "aftermint/craft.h"
#include "aftermint/index.h"

namespace aftermint {

/** An amount beyond every limit of money: sums stop here instead of overflowing. */
inline constexpr Minor kMaxMoney = 1'000'000'000'000;

/** `amount × bps / 10,000`, rounded down; `amount` at most kMaxMoney, `bps` at most 1,000,000. */
[[nodiscard]] Minor shareOf(Minor amount, Bps bps);

/** The sum of the items' own prices, at most kMaxMoney. */
[[nodiscard]] Minor listPrice(const IndexedBook& book, const List<Item>& items);

/** What is charged for the items at that price; a share off is rounded half up to the minor unit. */
[[nodiscard]] Minor chargedPrice(const IndexedBook& book, const Price& price, const List<Item>& items);

/** `a × b`, at most kMaxMoney; neither is negative. */
[[nodiscard]] Minor timesAtMost(Minor a, std::int64_t b);

}  // namespace aftermint
