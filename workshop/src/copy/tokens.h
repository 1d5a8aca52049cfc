/** @file A folded text as the words, numbers and signs that the rules are written in. */
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
  Picture  ///< an emoji, an arrow, a letter that cannot be read
};

struct Token {
  TokenKind kind = TokenKind::Word;
  std::string text;       ///< of a word: as `spelt` writes it
  std::size_t parts = 0;  ///< of a clock: how many numbers
  bool padded = false;    ///< of a number: it begins with a zero it does not need, like a counter
  bool drawnOut = false;  ///< of a word: a letter stands three times or more ("hurryyy")
  bool opensSentence = false;
  bool bound = false;               ///< an apostrophe stands before it: the t of "don't"
  std::size_t from = 0, until = 0;  ///< where it stands in the folded text
};

struct Tokens {
  std::vector<Token> all;
  bool plainMarks = true;  ///< no mark but those a short label needs: , . ! ' " - : ; / and brackets in pairs
  std::size_t questions = 0;
};

/**
 * The one spelling by which words are compared: i and l are one letter, since a capital I and a small l are drawn
 * alike ("OnIy 3 Ieft").
 */
[[nodiscard]] std::string spelt(std::string_view word);

/** A word with every run of one letter made one: what "hurryyyy" and "hurry" share. */
[[nodiscard]] std::string shortened(std::string_view word);

/** Takes a folded text apart. Letters set one by one ("H U R R Y") are read as the word they make. */
[[nodiscard]] Tokens tokens(std::string_view folded);

}  // namespace aftermint::copy
