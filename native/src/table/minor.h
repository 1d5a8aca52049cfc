/** @file Money as tables write it: decimal text to minor units, exactly. */
#pragma once

#include <cstdint>
#include <string_view>

#include "aftermint/book.h"

namespace aftermint {

/** Most minor units a Book may hold in one amount (core/src/codec/shape.h). */
inline constexpr Minor kMaxMinor = 1'000'000'000'000;

enum class MoneyFault : std::uint8_t { None, Empty, NotDecimal, TooFine, TooLarge };

struct ParsedMinor {
  Minor amount = 0;
  MoneyFault fault = MoneyFault::None;
};

/**
 * Reads "19.99", "500" or "-3.5" as minor units; no float is involved and nothing is rounded.
 *
 * White space at the ends is dropped. Digits beyond `digits` behind the point are TooFine unless they are zeros;
 * thousands separators, currency signs and exponents are NotDecimal; beyond ±kMaxMinor is TooLarge.
 */
[[nodiscard]] ParsedMinor parseMinor(std::string_view text, int digits);

/** What is wrong, as the end of a sentence ("… is empty"). */
[[nodiscard]] std::string_view describe(MoneyFault fault);

}  // namespace aftermint
