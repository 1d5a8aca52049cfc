/** @file Numbers as shops, tills and spreadsheets write them. */
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "aftermint/book.h"

namespace aftermint {

/** The character before the decimals of a column. */
enum class DecimalMark : std::uint8_t { Unknown, Point, Comma };

/** What a number says about the decimal mark of its column. */
struct MarkEvidence {
  DecimalMark shows = DecimalMark::Unknown;  ///< the mark, if this value alone proves it
  bool ambiguous = false;                    ///< "1,299": thousands or decimals, depending on the column's mark
};

/** A number in parts. */
struct NumberParts {
  MarkEvidence evidence;
  bool negative = false;
  std::string whole, decimals;  ///< digits only; either may be empty
  std::string before, behind;   ///< the currency before or behind the digits, without plus, minus and spaces
};

/**
 * Splits "1,299.00", "$4.50", "1.299,00 €", "1 299,00", "1'299.00", "USD 4.50", "(4.50)" and "4.50-" (both negative).
 *
 * A currency may be before or behind the digits: a sign, or at most five letters. Separators of thousands must be where
 * thousands are; Indian groups (12,34,567.00) are known. Returns nothing for other text, for example an exponent.
 *
 * @param mark of the column; if it is Unknown, the separator of an ambiguous number is taken for thousands
 */
[[nodiscard]] std::optional<NumberParts> splitNumber(std::string_view text, DecimalMark mark);

inline constexpr std::int64_t kMillion = 1'000'000;

/** A number in millionths. */
struct DecimalNumber {
  MarkEvidence evidence;
  std::int64_t millionths = 0;  ///< below 10^18; digits after the sixth decimal are cut off
};

/** Reads what `splitNumber` splits. Returns nothing for more than twelve digits before the decimal mark. */
[[nodiscard]] std::optional<DecimalNumber> parseDecimal(std::string_view text, DecimalMark mark);

/** Finds the decimal mark of a column from its values. */
class NumberColumn {
 public:
  /** Takes one more value of the column into account; a text that is no number is ignored. */
  void observe(std::string_view text);
  /** Whether an ambiguous value was seen, and no value that proves the mark. */
  [[nodiscard]] bool undecided() const { return ambiguous_ && mark_ == DecimalMark::Unknown; }
  [[nodiscard]] DecimalMark mark() const { return mark_; }

 private:
  DecimalMark mark_ = DecimalMark::Unknown;
  bool ambiguous_ = false;
};

/** Converts millionths to minor units, rounded half away from zero. @param digits decimals of the currency, 0 to 6 */
[[nodiscard]] Minor minorOf(std::int64_t millionths, int digits);

}  // namespace aftermint
