/** @file Times as text. */
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace aftermint {

/**
 * Reads a time with a zone in any spelling of RFC 3339, and gives milliseconds since the epoch: `T`, `t` or a blank
 * between date and time, `Z`, `z` or an offset, any fraction (what is finer than a millisecond is dropped), a leap
 * second (which counts as the first of the next minute). Nothing for other texts, days that no month has, and a time
 * without a zone.
 */
[[nodiscard]] std::optional<std::int64_t> readTime(std::string_view text);

}  // namespace aftermint
