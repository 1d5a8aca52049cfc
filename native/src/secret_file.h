/** @file A file that holds keys, which other users of the machine should not read. */
#pragma once

#include <string>

namespace aftermint {

/**
 * The text of a file of keys. If other users of the machine may read or change it, that is logged as a warning.
 *
 * @param hint of the exception: what the file must have
 *
 * Throws Unusable (`file_unreadable`) for a file that cannot be read.
 */
[[nodiscard]] std::string readSecretFile(const std::string& file, const std::string& hint);

}  // namespace aftermint
