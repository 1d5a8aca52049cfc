/** @file The syntax of ids and addresses, and the patterns by which the schema says the same. */
#pragma once

#include <cstddef>
#include <string_view>

namespace aftermint::codec {

/** Whether a character is one of 0–9. */
[[nodiscard]] constexpr bool isDigit(char c) { return c >= '0' && c <= '9'; }
/** Whether a character is one of A–Z and a–z. */
[[nodiscard]] constexpr bool isLetter(char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }
/** [A-Za-z0-9._:#+@-]{1,128} */
[[nodiscard]] bool isId(std::string_view text);
/** An `https://` address, or a path from the root that names no other host; printable ASCII, at most 2,048. */
[[nodiscard]] bool isUrl(std::string_view text);

/// The same as patterns, for the published schema (ECMA 262).
inline constexpr std::string_view kIdPattern = "^[A-Za-z0-9._:#+@-]{1,128}$";
inline constexpr std::string_view kUrlPattern =
    "^(?:https://[!#-;=?-\\[\\]_a-z~]+|/(?:[!#-.0-;=?-\\[\\]_a-z~][!#-;=?-\\[\\]_a-z~]*)?)$";
inline constexpr std::string_view kLocalePattern = "^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$";
inline constexpr std::string_view kCurrencyPattern = "^[A-Z]{3}$";
inline constexpr std::string_view kTimePattern =
    "^[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt ][0-9]{2}:[0-9]{2}:(?:[0-5][0-9]|60)(?:\\.[0-9]+)?(?:[Zz]|[+-][0-9]{2}:[0-9]{2})$";
inline constexpr std::size_t kMaxUrl = 2048;

}  // namespace aftermint::codec
