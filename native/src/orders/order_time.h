/** @file Times of order files, in the formats of many shop systems. */
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "aftermint/book.h"
#include "aftermint/codes.h"

namespace aftermint::orders {

/** The order of day and month in dates like "12/1/2010". */
enum class DateOrder : std::uint8_t { Unknown, DayMonth, MonthDay };

/** A time, and what it says about its column. */
struct ParsedTime {
  bool read = false;                     ///< false: not a time in a known format; the rest is then not to be used
  bool ambiguous = false;                ///< either number can be the day, and `order` was Unknown
  DateOrder shows = DateOrder::Unknown;  ///< the order, if this value alone proves it
  bool zoned = false;                    ///< it has an offset from UTC; if not, it is read as UTC
  Millis at = 0;
};

/**
 * Reads a time.
 *
 * Formats: "2024-01-05 10:23:45 -0500" (with T, fractions, Z, UTC, +02, +02:00, CET and similar, or no zone),
 * "12/1/2010 8:26", "5.1.2024", "Jan 5, 2024 8:26 PM", "5 janv. 2024", "Fri, 05 Jan 2024 10:00:00 +0000", Unix seconds,
 * milliseconds and microseconds, 20240105. Month names of fourteen languages are known (date_names.h). Dates with
 * points have the day first, unless `order` says otherwise. A date without a time is midnight.
 *
 * @param order of the column; if it is Unknown, an ambiguous date is read with the day first
 */
[[nodiscard]] ParsedTime parseTime(std::string_view text, DateOrder order);

/** Reads "2010-12-01 08:26[:00]", also with a T. Returns false for any other format. Faster than `parseTime`. */
[[nodiscard]] bool readIsoMinute(std::string_view text, Millis& out);

/** How the order of day and month was found. */
enum class DateEvidence : std::uint8_t {
  None,      ///< not found, or not needed
  Asked,     ///< given by the caller
  Value,     ///< a date has a number above 12
  Sequence,  ///< the lines are sorted by date only if read in this order
};

/** Finds the order of day and month from the dates of a column, observed in the order of the lines. */
class DateColumn {
 public:
  explicit DateColumn(DateOrder asked)
      : order_(asked), evidence_(asked == DateOrder::Unknown ? DateEvidence::None : DateEvidence::Asked) {}

  /** Takes the date of one more line into account; a text that is no date is ignored. */
  void observe(std::string_view text);
  /** Whether an ambiguous date was seen, and none that decides the order. */
  [[nodiscard]] bool undecided() const { return ambiguous_ && order_ == DateOrder::Unknown; }
  /** At the end of the file: tries to decide by whether the days are sorted. */
  void decideBySequence();
  /** Whether the column has dates of both orders, too many to be typing errors. */
  [[nodiscard]] bool isMixed() const;

  [[nodiscard]] DateOrder order() const { return order_; }
  [[nodiscard]] DateEvidence evidence() const { return evidence_; }

 private:
  /** Counts whether days go up or down from line to line. */
  struct Sequence {
    std::optional<std::int64_t> last;
    std::size_t ups = 0, downs = 0;

    void add(Millis at);
    [[nodiscard]] bool isSorted() const { return (ups == 0) != (downs == 0); }
  };

  DateOrder order_;
  DateEvidence evidence_;
  bool ambiguous_ = false;
  std::array<std::size_t, 2> shown_ = {};  ///< values that prove that the day, or the month, comes first
  Sequence byDay_, byMonth_;
};

}  // namespace aftermint::orders

namespace aftermint {

/** The codes of date orders in `--dates` and in reports. */
template <>
struct Codes<orders::DateOrder> {
  static constexpr std::array<std::string_view, 3> all = {"", "dmy", "mdy"};
};

/** The codes of the evidence for a date order in reports. */
template <>
struct Codes<orders::DateEvidence> {
  static constexpr std::array<std::string_view, 4> all = {"", "option", "value", "sequence"};
};

}  // namespace aftermint
