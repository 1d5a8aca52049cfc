/** @file Splits a folded text into words, numbers and signs. */
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace aftermint::copy {

enum class TokenKind : unsigned char {
  Word,
  Number,
  Clock,   ///< 09:45 or 00:12:34
  Sign,    ///< "%", "$" for any currency, "{" for a placeholder
  Picture  ///< an emoji, an arrow, or a word with a letter that has no Latin look-alike
};

struct Token {
  TokenKind kind = TokenKind::Word;
  std::string text;       ///< of a word: in the spelling of `spelt`
  std::size_t parts = 0;  ///< of a clock: the count of its numbers
  bool padded = false;    ///< of a number: it has a leading zero, as counters do
  bool drawnOut = false;  ///< of a word: it repeats a letter three times or more ("hurryyy")
  bool opensSentence = false;
  bool bound = false;               ///< it follows an apostrophe: the t of "don't"
  std::size_t from = 0, until = 0;  ///< its position in the folded text
};

struct Tokens {
  std::vector<Token> all;
  bool plainMarks = true;  ///< the only marks are those of short labels: , . ! ' " - : ; / and brackets in pairs
  std::size_t questions = 0;
};

/** The spelling used to compare words: i is written as l, because a capital I looks like a small l ("OnIy 3 Ieft"). */
[[nodiscard]] std::string spelt(std::string_view word);

/** A word without repeated letters, so that "hurryyyy" equals "hurry". */
[[nodiscard]] std::string shortened(std::string_view word);

/** Splits a folded text. Letters written one by one ("H U R R Y") are joined into a word. */
[[nodiscard]] Tokens tokens(std::string_view folded);

}  // namespace aftermint::copy
