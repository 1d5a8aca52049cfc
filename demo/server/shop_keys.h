/** @file The demo shop's signing keys, which are never in the file with names and addresses. */
#pragma once

#include <string>

#include "accept/accept_db.h"
#include "accept/ticket_keys.h"

namespace aftermint::demo {

/** The file of keys that the demo makes for a store in a file: its path with `.keys` at the end. */
[[nodiscard]] std::string keyFileOf(const std::string& storePath);

/**
 * The keys of order tickets.
 *
 * They are those of `file` and `key` (loadTicketKeys). If both are empty, they come from keyFileOf(storePath), which is
 * made with a random key and mode 0600 if it is not there; for a store in memory, a random key. A key that an older
 * version kept in the store moves into that file, and is deleted from the store in any case.
 *
 * Throws Unusable for a file that cannot be used or written, SQLite::Exception if the store fails.
 */
[[nodiscard]] TicketKeys shopTicketKeys(const std::string& file, const std::string& key, const std::string& storePath,
                                        AcceptDb& accepts);

}  // namespace aftermint::demo
