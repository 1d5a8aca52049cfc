/** @file The current time, and times as text. */
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "aftermint/book.h"

namespace aftermint {

/** Returns the current time. It is passed in, so that tests can set it. */
using Clock = std::function<Millis()>;

/** The time of the system clock. */
[[nodiscard]] Millis systemMillis();

/** The time as RFC 3339 in UTC, with milliseconds only if they are not 0: `2026-11-23T10:00:00Z`. */
[[nodiscard]] std::string formatTime(Millis time);

/** Reads RFC 3339 with a time zone; nothing for any other text. Digits beyond milliseconds are dropped. */
[[nodiscard]] std::optional<Millis> parseTime(std::string_view text);

/** Date and time of day in UTC as people of that locale write them, followed by "UTC". */
[[nodiscard]] std::string formatForPeople(Millis time, std::string_view locale);

}  // namespace aftermint
