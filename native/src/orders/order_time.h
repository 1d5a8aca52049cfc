/** @file Times of order files, in the spellings that exports have. */
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "aftermint/book.h"

namespace aftermint::orders {

/** Which of two numbers is the day in "12/1/2010". */
enum class DateOrder : std::uint8_t { Unknown, DayMonth, MonthDay };

/** A time and what it says about its column. */
struct ReadStamp {
  bool read = false;
  bool open = false;                     ///< day and month could change places, and `order` was Unknown
  DateOrder shows = DateOrder::Unknown;  ///< the order that this value alone makes certain
  bool zoned = false;                    ///< it says its offset from UTC; else it is taken for UTC
  Millis at = 0;
};

/**
 * Reads a time of any of these spellings.
 *
 * "2024-01-05 10:23:45 -0500" (T, fractions, Z, UTC, +02, +02:00, CET and like names, or none), "12/1/2010 8:26",
 * "5.1.2024", "Jan 5, 2024 8:26 PM", "5 janv. 2024", "Fri, 05 Jan 2024 10:00:00 +0000", Unix seconds, milliseconds and
 * microseconds, 20240105. Months are known in the languages of the order statuses. With points between the numbers the
 * day comes first, unless `order` says otherwise. A date alone is midnight.
 *
 * @param order of the column; with Unknown an open value is read with the day first
 */
[[nodiscard]] ReadStamp readStamp(std::string_view text, DateOrder order);

/** Whether the text is "2010-12-01 08:26[:00]" or with a T: the spelling that needs no second look. */
[[nodiscard]] bool readIsoMinute(std::string_view text, Millis& out);

/** How an order of day and month was found. */
enum class DateEvidence : std::uint8_t {
  None,      ///< no value needed it
  Asked,     ///< by the caller
  Value,     ///< a number above 12
  Sequence,  ///< only in this order do the lines stand by date
};

/** What the values of one column, seen in the order of the lines, say about its dates. */
class DateColumn {
 public:
  explicit DateColumn(DateOrder asked)
      : order_(asked), evidence_(asked == DateOrder::Unknown ? DateEvidence::None : DateEvidence::Asked) {}

  void observe(std::string_view text);
  /** Whether an open value was seen and nothing yet that decides it. */
  [[nodiscard]] bool undecided() const { return open_ && order_ == DateOrder::Unknown; }
  /** At the end of the file: decides by the sequence of the days, where that decides. */
  void decideBySequence();
  /** Whether values of both orders stand in the column, too many for slips. */
  [[nodiscard]] bool isMixed() const;

  [[nodiscard]] DateOrder order() const { return order_; }
  [[nodiscard]] DateEvidence evidence() const { return evidence_; }

 private:
  /** Whether days go up, or down, from line to line. */
  struct Sequence {
    std::optional<std::int64_t> last;
    std::size_t ups = 0, downs = 0;

    void add(Millis at);
    [[nodiscard]] bool isSorted() const { return (ups == 0) != (downs == 0); }
  };

  DateOrder order_;
  DateEvidence evidence_;
  bool open_ = false;
  std::array<std::size_t, 2> shown_ = {};  ///< values that could only be read with the day first, with the month first
  Sequence byDay_, byMonth_;
};

}  // namespace aftermint::orders
