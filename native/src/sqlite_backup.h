/** @file A copy of a store while servers use it. */
#pragma once

#include <cstdint>
#include <string>

namespace aftermint {

/**
 * Writes the content of a store to a new file: the state of one moment, with everything that was committed before.
 *
 * Writers go on meanwhile. The copy has mode 0600 and no free space, so nothing of what was erased. It is checked
 * (`PRAGMA integrity_check`), synced and then moved to `target`, so there is never a part of it under that name.
 *
 * Throws StoreError if the store cannot be read or the copy is damaged; Unusable (`file_unreadable`) if the target
 * cannot be written, or is there and `replace` is not set.
 *
 * @return the size of the copy in bytes
 */
std::uint64_t backUpSqlite(const std::string& path, const std::string& target, bool replace);

}  // namespace aftermint
