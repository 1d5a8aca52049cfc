/** @file Random ids and keys, and hashes, from OpenSSL. */
#pragma once

#include <string>
#include <string_view>

#include "aftermint/book.h"

namespace aftermint {

/** 128 random bits as 32 hex digits, for sessions, nonces and charges. Throws std::runtime_error without entropy. */
[[nodiscard]] std::string randomId();

/**
 * `length` random letters and digits that are easy to read aloud: without 0, o, 1, l and i.
 *
 * Throws std::runtime_error without entropy.
 */
[[nodiscard]] std::string randomLetters(std::size_t length);

/** 256 random bits as 64 hex digits, for a signing key. Throws std::runtime_error without entropy. */
[[nodiscard]] std::string randomKey();

/** A UUIDv7 (RFC 9562) for that time. Throws std::runtime_error without entropy. */
[[nodiscard]] std::string uuidV7(Millis now);

/** SHA-256 as 64 hex digits. */
[[nodiscard]] std::string sha256Hex(std::string_view text);

/** HMAC-SHA256 (RFC 2104) as 64 hex digits. */
[[nodiscard]] std::string hmacSha256Hex(std::string_view key, std::string_view text);

/** SHA-384 in the form of the `integrity` attribute: `sha384-…`. */
[[nodiscard]] std::string integrityOf(std::string_view text);

}  // namespace aftermint
