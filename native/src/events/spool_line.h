/** @file A batch of events as one line of a spool file. */
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "events/store.h"

namespace aftermint {

/**
 * `CRC32 JSON` and a newline: eight hexadecimal digits, which cover the JSON, and an array of events. The JSON has no
 * newline, so a reader finds the next line also after damage.
 */
[[nodiscard]] std::string writeSpoolLine(std::span<const Event> events);

/** The events of a line without its newline; none if it is damaged or torn. */
[[nodiscard]] std::optional<std::vector<Event>> readSpoolLine(std::string_view line);

}  // namespace aftermint
