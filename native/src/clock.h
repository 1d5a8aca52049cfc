/** @file The clock, and times as people write them (`aftermint/time.h` has RFC 3339). */
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "aftermint/book.h"

namespace aftermint {

/** Returns the current time. It is passed in, so that tests can set it. */
using Clock = std::function<Millis()>;

/** The time of the system clock. */
[[nodiscard]] Millis systemMillis();

/** A date and time of day in UTC as people of that locale write it, ending in `UTC`. */
[[nodiscard]] std::string formatForPeople(Millis time, std::string_view locale);

}  // namespace aftermint
