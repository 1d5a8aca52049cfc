/** @file Names in dates: months, weekdays, time zones, and filler words. */
#pragma once

#include <optional>
#include <string_view>

namespace aftermint::orders {

/** Returns the month, 1 to 12, of a full or short month name in one of fourteen languages; 0 for other words. */
[[nodiscard]] int monthOf(std::string_view word);

/** Whether a word is the full or short name of a weekday. */
[[nodiscard]] bool isWeekday(std::string_view word);

/** Whether a word inside a date has no meaning: "th", "of", "de". */
[[nodiscard]] bool isDateFiller(std::string_view word);

/** Whether a word before or after a time of day has no meaning: "T", "at", "um", "Uhr". */
[[nodiscard]] bool isClockFiller(std::string_view word);

/** The minutes east of UTC of a zone abbreviation (CST: -360, as in North America); nothing for other words. */
[[nodiscard]] std::optional<int> offsetOf(std::string_view name);

}  // namespace aftermint::orders
