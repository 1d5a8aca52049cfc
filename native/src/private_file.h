/** @file Files that only their owner may read: stores, keys, copies of them. */
#pragma once

#include <string>
#include <string_view>

namespace aftermint {

/**
 * Creates an empty file with mode 0600, or leaves a file as it is that is there already.
 *
 * Call it before another library creates the file with the permissions of the umask. It reports no error, because that
 * library will: `path` may also be in a folder that is not there.
 */
void preparePrivateFile(const std::string& path);

/**
 * Creates a file with this text and mode 0600; whole or not at all, and synced.
 *
 * @return false if there is a file with that name, which stays as it is
 *
 * Throws Unusable (`file_unreadable`).
 */
[[nodiscard]] bool createPrivateFile(const std::string& path, std::string_view text);

}  // namespace aftermint
