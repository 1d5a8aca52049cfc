/** @file The syntax of ids, addresses, locales and currencies; the same rules the schema publishes. */
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace aftermint::codec {

/** Whether that is one of 0–9. */
[[nodiscard]] constexpr bool isDigit(char c) { return c >= '0' && c <= '9'; }
/** [A-Za-z0-9._:#+@-]{1,128} */
[[nodiscard]] bool isId(std::string_view text);
/** https:// and something, or a path from the root that names no other host; printable ASCII, 2,048 at most. */
[[nodiscard]] bool isUrl(std::string_view text);
/** BCP 47's shape: 2–3 letters, then subtags of 2–8 letters or digits; 35 characters at most. */
[[nodiscard]] bool isLocale(std::string_view text);
/** Three capital letters. */
[[nodiscard]] bool isCurrency(std::string_view text);
/** Code points of UTF-8 that is known to be valid. */
[[nodiscard]] std::size_t codePoints(std::string_view utf8);

/// The same as patterns, for the published schema (ECMA 262).
inline constexpr std::string_view kIdPattern = "^[A-Za-z0-9._:#+@-]{1,128}$";
inline constexpr std::string_view kUrlPattern =
    "^(?:https://[!#-;=?-\\[\\]_a-z~]+|/(?:[!#-.0-;=?-\\[\\]_a-z~][!#-;=?-\\[\\]_a-z~]*)?)$";
inline constexpr std::string_view kLocalePattern = "^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$";
inline constexpr std::string_view kCurrencyPattern = "^[A-Z]{3}$";
inline constexpr std::string_view kTimePattern =
    "^[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt ][0-9]{2}:[0-9]{2}:(?:[0-5][0-9]|60)(?:\\.[0-9]+)?(?:[Zz]|[+-][0-9]{2}:[0-9]{2})$";
inline constexpr std::size_t kMaxUrl = 2048;
inline constexpr std::size_t kMaxLocale = 35;

}  // namespace aftermint::codec
