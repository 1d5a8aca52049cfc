/** @file The time, and how it is written. */
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "aftermint/book.h"

namespace aftermint {

/** The time now, handed in so that tests decide it. */
using Clock = std::function<Millis()>;

/** The machine's clock. */
[[nodiscard]] Millis systemMillis();

/** RFC 3339 in UTC, to the second where the time is whole, else to the millisecond: `2026-11-23T10:00:00Z`. */
[[nodiscard]] std::string formatTime(Millis time);

/** Reads RFC 3339 with a zone; none for anything else. Finer than a millisecond is cut off. */
[[nodiscard]] std::optional<Millis> parseTime(std::string_view text);

/** A day and time of day as people of that locale write it, in UTC and saying so. */
[[nodiscard]] std::string formatForPeople(Millis time, std::string_view locale);

}  // namespace aftermint
