/** @file A text as its reader sees it: small ASCII letters, whatever code points drew them. */
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace aftermint::copy {

inline constexpr char kUnread = '\x01';   ///< stands for a letter that no Latin letter looks like
inline constexpr char kPicture = '\x02';  ///< stands for an emoji or another sign

struct Folded {
  std::string text;  ///< a-z, 0-9, spaces, ASCII marks, kUnread, kPicture
  std::size_t codePoints = 0;
  std::size_t letters = 0;
  std::size_t foreign = 0;  ///< letters of other scripts among them
  // What has no place in honest copy, each a kind of its own.
  bool hidden = false;     ///< a code point that is not seen, or turns the order of others
  bool styled = false;     ///< Latin letters drawn by code points of other blocks
  bool mixed = false;      ///< a word of letters of two scripts
  bool disguised = false;  ///< a word of another script that reads like a Latin one
  bool covered = false;    ///< letters crossed out, or under a pile of accents

  [[nodiscard]] bool tricks() const { return hidden || styled || mixed || disguised || covered; }
};

/**
 * Folds a text for the rules, and notes what was hidden in it.
 *
 * @param text UTF-8; what is not, counts as hidden.
 * @param latin whether the language is written with Latin letters: only then is a word of another script a disguise.
 */
[[nodiscard]] Folded fold(std::string_view text, bool latin);

}  // namespace aftermint::copy
