/** @file The words that phrases are made of, each known by a number, whatever the language of the phrase. */
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

/** What a phrase asks of one token: a word, words that begin alike, or one of the kinds below. */
using Terminal = std::uint16_t;

// The terminals that are no words are the same in every vocabulary.
inline constexpr Terminal kNumber = 0, kPadded = 1, kClock = 2, kLongClock = 3, kPercent = 4, kMoney = 5,
                          kPlaceholder = 6;
inline constexpr Terminal kKinds = 7;

/** The terminals of one or more grammars. A text is looked up once for all of them. */
class Vocabulary {
 public:
  /** The number of a word, or of all words that begin with it; a new one where it has none yet. */
  Terminal add(const std::string& word, bool prefix);

  [[nodiscard]] std::size_t size() const { return kKinds + words_.size(); }

  /** The terminals that a token is, onto the end of the list. */
  void read(const Token& token, std::vector<Terminal>& list) const;

  /** How often honest texts have it, roughly and as a weight: short words are everywhere. */
  [[nodiscard]] std::uint32_t commonness(Terminal terminal) const;

 private:
  void readWord(const Token& token, std::vector<Terminal>& list) const;

  std::vector<std::string> words_;  ///< by terminal, from kKinds on
  std::unordered_map<std::string, Terminal> whole_;
  std::array<std::vector<Terminal>, 26> prefixes_;  ///< by first letter
  // Words that are alike where a letter was drawn out: the last of them by `shortened`, and by each the one before it.
  std::unordered_map<std::string, Terminal> byBrief_;
  std::vector<Terminal> alike_;
};

}  // namespace aftermint::copy
