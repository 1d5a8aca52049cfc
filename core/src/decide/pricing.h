/** @file The prices of offers. */
#pragma once

#include "aftermint/craft.h"
#include "aftermint/index.h"

namespace aftermint {

/** The largest amount of money: sums and products stop here instead of overflowing. */
inline constexpr Minor kMaxMoney = 1'000'000'000'000;

/** `amount × bps / 10,000`, rounded down; `amount` at most kMaxMoney, `bps` at most 1,000,000. */
[[nodiscard]] Minor shareOf(Minor amount, Bps bps);

/** The sum of the items' own prices, at most kMaxMoney. */
[[nodiscard]] Minor listPrice(const IndexedBook& book, const List<Item>& items);

/** The amount to charge for the items. A percentage off is rounded half up to a minor unit. */
[[nodiscard]] Minor chargedPrice(const IndexedBook& book, const Price& price, const List<Item>& items);

/** `a × b`, at most kMaxMoney; neither may be negative. */
[[nodiscard]] Minor timesAtMost(Minor a, std::int64_t b);

}  // namespace aftermint
