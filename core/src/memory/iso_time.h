/** @file A time as text. */
#pragma once

#include <cstdint>

#include "aftermint/memory.h"

namespace aftermint {

/** `2026-11-23T10:00:00.000Z` of milliseconds since the epoch; empty outside of the years 0 to 9999. */
[[nodiscard]] Text isoTime(std::int64_t millis);

/** The number of the day since the epoch; days before it are negative. */
[[nodiscard]] std::int64_t dayOf(std::int64_t millis);

/** The rest of a division by a positive number, which is never negative. */
[[nodiscard]] std::int64_t restOf(std::int64_t number, std::int64_t by);

}  // namespace aftermint
