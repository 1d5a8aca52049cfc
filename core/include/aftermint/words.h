/** @file The words of enumerations: the tables are in codes.gen.h, here is how one word is found. */
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
 * The words of an enumeration in one piece: how many, how long each is, and the letters of all.
 *
 * In the page's module, where a table of views weighs as much as its words.
 */
template <class E>
[[gnu::section("words")]] inline constexpr auto kPackedWords = [] {
  constexpr auto& words = Words<E>::all;
  constexpr std::size_t letters = [] {
    std::size_t sum = 0;
    for (const std::string_view word : Words<E>::all) sum += word.size();
    return sum;
  }();
  std::array<char, 1 + words.size() + letters> packed{};
  char* to = packed.data();
  *to++ = static_cast<char>(words.size());
  for (const std::string_view word : words) *to++ = static_cast<char>(word.size());
  for (const std::string_view word : words) {
    for (const char letter : word) *to++ = letter;
  }
  return packed;
}();

/** The word at a place of such a piece. */
[[nodiscard]] std::string_view wordAt(const char* packed, std::size_t place);

/** The place of a word in such a piece, or nothing. */
[[nodiscard]] std::optional<std::uint8_t> findWord(const char* packed, std::string_view word);

#endif

/** The word of an enumerator on the wire. */
template <class E>
requires requires { Words<E>::all; }
[[nodiscard]] constexpr std::string_view toString(E value) {
#if AFTERMINT_PAGE
  return wordAt(kPackedWords<E>.data(), static_cast<std::size_t>(value));
#else
  return Words<E>::all[static_cast<std::size_t>(value)];
#endif
}

}  // namespace aftermint
