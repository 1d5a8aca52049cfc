/** @file Words of dates: months, days of the week, zones, and what stands between them. */
#pragma once

#include <optional>
#include <string_view>

namespace aftermint::orders {

/** The month a word names, in full or short, 1 to 12; 0 where it names none. */
[[nodiscard]] int monthOf(std::string_view word);

/** Whether a word names a day of the week, in full or short. */
[[nodiscard]] bool isWeekday(std::string_view word);

/** Whether a word is only form inside a date: "th", "of", "de". */
[[nodiscard]] bool isDateFiller(std::string_view word);

/** Whether a word is only form before or behind a time of day: "T", "at", "um", "Uhr". */
[[nodiscard]] bool isClockFiller(std::string_view word);

/** Minutes east of UTC of a zone's short name as the name is most used ("CST" is North America's). */
[[nodiscard]] std::optional<int> offsetOf(std::string_view name);

}  // namespace aftermint::orders
