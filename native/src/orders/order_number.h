/** @file Numbers as shops, tills and spreadsheets write them in order files. */
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "aftermint/book.h"

namespace aftermint::orders {

/** Which sign stands before the decimals of a column. */
enum class DecimalMark : std::uint8_t { Unknown, Point, Comma };

inline constexpr std::int64_t kMillion = 1'000'000;

/** A number and what it says about its column. */
struct ReadNumber {
  bool read = false;
  bool open = false;                         ///< "1,299": the column's mark decides what it is
  DecimalMark shows = DecimalMark::Unknown;  ///< the mark that this value alone makes certain
  std::int64_t millionths = 0;               ///< below 10^18; digits behind the sixth are cut off
};

/**
 * Reads "1,299.00", "$4.50", "1.299,00 €", "1 299,00", "1'299.00", "USD 4.50", "(4.50)" and "4.50-" (both negative).
 *
 * A currency may stand before or behind: a sign, or at most five letters. Separators of thousands must stand where
 * thousands are (also 12,34,567.00). An exponent is no number.
 *
 * @param mark of the column; with Unknown an open value is a number of thousands
 */
[[nodiscard]] ReadNumber readNumber(std::string_view text, DecimalMark mark);

/** What the values of one column, seen one by one, say about its decimal mark. */
class NumberColumn {
 public:
  void see(std::string_view text);
  /** Whether an open value was seen and nothing yet that decides it. */
  [[nodiscard]] bool undecided() const { return open_ && mark_ == DecimalMark::Unknown; }
  [[nodiscard]] DecimalMark mark() const { return mark_; }

 private:
  DecimalMark mark_ = DecimalMark::Unknown;
  bool open_ = false;
};

/** Millionths as minor units, rounded half away from zero. @param digits of the currency, 0 to 6 */
[[nodiscard]] Minor minorOf(std::int64_t millionths, int digits);

}  // namespace aftermint::orders
