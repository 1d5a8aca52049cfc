/** @file The keys that sign order tickets, and how one replaces another. */
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace aftermint {

inline constexpr std::size_t kMinTicketKey = 32;    ///< bytes of a key
inline constexpr std::size_t kMaxTicketKeyId = 64;  ///< bytes of an id

/** A key of order tickets. */
struct TicketKey {
  std::string id;      ///< the `kid` of the tickets it signs; empty: it has none
  std::string secret;  ///< kMinTicketKey bytes or more
};

/** All keys whose tickets are valid now. The first one signs. */
using TicketKeys = std::vector<TicketKey>;

/**
 * Reads keys from the text of a key file: a line `ID KEY` for each key, the newest first; lines that begin with `#` are
 * comments. An id has 1 to 64 letters, digits, `-`, `_` and `.`. A key has 32 printable ASCII characters or more.
 *
 * Throws Unusable (`usage`) for any other line, for an id that is there twice, and for a text without keys.
 */
[[nodiscard]] TicketKeys parseTicketKeys(std::string_view text, const std::string& file);

/**
 * The keys of a key file, and behind them `key` without an id, unless it is empty.
 *
 * @param file may be empty: there is none. If other users of the machine may read it, that is logged as a warning.
 *
 * Throws Unusable as parseTicketKeys, for a file that cannot be read, and for a `key` of fewer than 32 bytes.
 */
[[nodiscard]] TicketKeys loadTicketKeys(const std::string& file, const std::string& key);

/**
 * The keys that may have signed a ticket with this `kid`; empty: a ticket without one.
 *
 * A ticket without `kid` may be signed with any key. A `kid` chooses the key with that id; if no key has it, the keys
 * without an id remain, because a shop with a single key may send any `kid`.
 */
[[nodiscard]] std::vector<const TicketKey*> keysFor(const TicketKeys& keys, std::string_view kid);

}  // namespace aftermint
