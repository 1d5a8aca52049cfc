/** @file From enumerators to their codes in JSON and back. The tables are in codes.gen.h. */
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "aftermint/codes.gen.h"

namespace aftermint {

#if AFTERMINT_PAGE

/**
 * The codes of an enumeration in one array: their count, the length of each, and then all characters.
 *
 * Only in the page's module, where a table of string views would take as many bytes as the codes themselves.
 */
template <class E>
[[gnu::section("codes")]] inline constexpr auto kPackedCodes = [] {
  constexpr auto& codes = Codes<E>::all;
  constexpr std::size_t letters = [] {
    std::size_t sum = 0;
    for (const std::string_view code : Codes<E>::all) sum += code.size();
    return sum;
  }();
  std::array<char, 1 + codes.size() + letters> packed{};
  char* to = packed.data();
  *to++ = static_cast<char>(codes.size());
  for (const std::string_view code : codes) *to++ = static_cast<char>(code.size());
  for (const std::string_view code : codes) {
    for (const char letter : code) *to++ = letter;
  }
  return packed;
}();

/** The code of the enumerator with the number `place`, which must exist. */
[[nodiscard]] std::string_view codeAt(const char* packed, std::size_t place);

/** The number of a code in a packed table, or nothing. */
[[nodiscard]] std::optional<std::uint8_t> findCode(const char* packed, std::string_view code);

#endif

/** The code of an enumerator in JSON. The enumerator must be a declared one. */
template <class E>
requires requires { Codes<E>::all; }
[[nodiscard]] constexpr std::string_view toString(E value) {
#if AFTERMINT_PAGE
  return codeAt(kPackedCodes<E>.data(), static_cast<std::size_t>(value));
#else
  return Codes<E>::all[static_cast<std::size_t>(value)];
#endif
}

/** The enumerator with that code in JSON, or nothing. The inverse of `toString`. */
template <class E>
requires requires { Codes<E>::all; }
[[nodiscard]] constexpr std::optional<E> parse(std::string_view code) {
#if AFTERMINT_PAGE
  const std::optional<std::uint8_t> place = findCode(kPackedCodes<E>.data(), code);
  if (place) return static_cast<E>(*place);
#else
  for (std::size_t i = 0; i < Codes<E>::all.size(); ++i) {
    if (Codes<E>::all[i] == code) return static_cast<E>(i);
  }
#endif
  return std::nullopt;
}

}  // namespace aftermint
