/** @file Decimal text as minor units, without rounding. */
#pragma once

#include <cstdint>
#include <string_view>

#include "aftermint/book.h"

namespace aftermint {

/** Maximum of an amount in a book, in minor units (core/src/codec/shape.h). */
inline constexpr Minor kMaxMinor = 1'000'000'000'000;

/** Why a text is not an amount. */
enum class MoneyFault : std::uint8_t { None, Empty, NotDecimal, TooFine, TooLarge };

/** An amount, or a fault. */
struct ParsedMinor {
  Minor amount = 0;
  MoneyFault fault = MoneyFault::None;
};

/**
 * Reads "19.99", "500" or "-3.5" as minor units. Nothing is rounded.
 *
 * White space at the ends is ignored. Faults: TooFine for more than `digits` decimals, unless the rest are zeros;
 * NotDecimal for thousands separators, currency signs and exponents; TooLarge above ±kMaxMinor.
 */
[[nodiscard]] ParsedMinor parseMinor(std::string_view text, int digits);

/** Returns the fault as the end of a sentence ("is empty"). */
[[nodiscard]] std::string_view describe(MoneyFault fault);

}  // namespace aftermint
