/** @file How many files and sockets this process may have open. */
#pragma once

#include <cstddef>

namespace aftermint {

/**
 * Raises the soft limit of open descriptors to the hard one, but not above 65,536 (more would only make programs slow
 * that close all), and returns the limit that holds.
 */
std::size_t raiseDescriptorLimit();

/** How many of `limit` descriptors are not for connections: the stores and their journals, files, refusals. */
[[nodiscard]] constexpr std::size_t reservedDescriptors(std::size_t limit) { return limit < 256 ? limit / 2 : 128; }

}  // namespace aftermint
