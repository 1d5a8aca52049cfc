/** @file Times as text (RFC 3339): the only reader and the only writer of the project. */
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "aftermint/memory.h"

namespace aftermint {

/**
 * Reads a time with a zone in any spelling of RFC 3339, and gives milliseconds since the epoch.
 *
 * `T`, `t` or a space separates date and time; the zone is `Z`, `z` or an offset. A fraction may have any number
 * of digits; digits after the third are dropped. A leap second (`:60`) counts as the first second of the next minute.
 * Returns nothing for other texts, for days that a month does not have, and for a time without a zone.
 */
[[nodiscard]] std::optional<std::int64_t> readTime(std::string_view text);

/** Whether a written time has milliseconds: only if they are not zero, or always. */
enum class Fraction : bool { WhereNeeded, Always };

/** Writes milliseconds since the epoch as `2026-11-23T10:00:00Z`, in UTC; empty outside of the years 0 to 9999. */
[[nodiscard]] Text writeTime(std::int64_t millis, Fraction fraction = Fraction::WhereNeeded);

}  // namespace aftermint
