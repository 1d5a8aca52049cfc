/** @file Ids, hashes and keys, by OpenSSL. */
#pragma once

#include <string>
#include <string_view>

#include "aftermint/book.h"

namespace aftermint {

/** 128 random bits as 32 hex digits: a session, a nonce, a charge. Throws std::runtime_error without entropy. */
[[nodiscard]] std::string randomId();

/** `length` random characters that are easy to read out (no 0, o, 1, l or i). */
[[nodiscard]] std::string randomLetters(std::size_t length);

/** 256 random bits as 64 hex digits, for a signing key. */
[[nodiscard]] std::string randomKey();

/** A UUIDv7 (RFC 9562) for that time. */
[[nodiscard]] std::string uuidV7(Millis now);

/** SHA-256 as 64 hex digits. */
[[nodiscard]] std::string sha256Hex(std::string_view text);

/** `sha384-…`, as the integrity attribute has it. */
[[nodiscard]] std::string integrityOf(std::string_view text);

}  // namespace aftermint
