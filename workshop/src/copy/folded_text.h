/** @file Folds a text to lower-case ASCII as a reader sees it, whatever code points it uses. */
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace aftermint::copy {

inline constexpr char kUnread = '\x01';   ///< replaces a letter that looks like no Latin letter
inline constexpr char kPicture = '\x02';  ///< replaces an emoji or another sign

/** A folded text, and the tricks found in it. */
struct Folded {
  std::string text;  ///< a-z, 0-9, spaces, ASCII marks, kUnread, kPicture
  std::size_t codePoints = 0;
  std::size_t letters = 0;
  std::size_t foreign = 0;  ///< of these, letters of other scripts
  // Tricks that honest copy does not need.
  bool hidden = false;     ///< an invisible code point, or one that changes the reading order
  bool styled = false;     ///< Latin letters in another style, such as 𝐡
  bool mixed = false;      ///< a word that mixes letters of two scripts
  bool disguised = false;  ///< a word of another script that looks like a Latin one
  bool covered = false;    ///< letters crossed out, or with several accents

  [[nodiscard]] bool tricks() const { return hidden || styled || mixed || disguised || covered; }
};

/**
 * Folds a text and reports tricks in it.
 *
 * @param text UTF-8; bytes that are not UTF-8 count as hidden
 * @param latin true if the language uses Latin letters; only then a word of another script counts as a disguise
 */
[[nodiscard]] Folded fold(std::string_view text, bool latin);

}  // namespace aftermint::copy
