/** @file The words of all grammars, each with a number. */
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "copy/tokens.h"

namespace aftermint::copy {

/** What a phrase wants of one token: a word, a word that begins a certain way, or one of the kinds below. */
using Terminal = std::uint16_t;

// Terminals that are not words; the same in every vocabulary.
inline constexpr Terminal kNumber = 0, kPadded = 1, kClock = 2, kLongClock = 3, kPercent = 4, kMoney = 5,
                          kPlaceholder = 6;
inline constexpr Terminal kKinds = 7;

/** The terminals of one or more grammars, so that a text is looked up once for all. */
class Vocabulary {
 public:
  /** The terminal of a word, or if `prefix` of all words that begin with it; added if new. */
  Terminal add(const std::string& word, bool prefix);

  [[nodiscard]] std::size_t size() const { return kKinds + words_.size(); }

  /** Appends the terminals that a token matches to the list. */
  void read(const Token& token, std::vector<Terminal>& list) const;

  /** A rough weight for how common a terminal is in honest texts: the shorter a word, the more common. */
  [[nodiscard]] std::uint32_t commonness(Terminal terminal) const;

 private:
  void readWord(const Token& token, std::vector<Terminal>& list) const;

  std::vector<std::string> words_;  ///< by terminal, from kKinds on
  std::unordered_map<std::string, Terminal> whole_;
  std::array<std::vector<Terminal>, 26> prefixes_;  ///< by first letter
  // Words that are equal once shortened, as linked lists: the last one, and before each the one added earlier.
  std::unordered_map<std::string, Terminal> byShortened_;
  std::vector<Terminal> alike_;
};

}  // namespace aftermint::copy
