/** @file Whether two products are perhaps one thing in two colours. */
#pragma once

#include <string_view>

#include "mine/history.h"

namespace aftermint::mine {

/**
 * True where titles share at least half of all their words, or where two codes of four digits or more differ only in
 * the letters behind them.
 *
 * People who buy one colour of a design often buy another: such a pair is as significant as any, and still no
 * complement. Whether it is a collection or a choice between two is for a person to say, so it is marked, not dropped.
 */
[[nodiscard]] bool areAlike(const HistoryProduct& a, const HistoryProduct& b);

}  // namespace aftermint::mine
