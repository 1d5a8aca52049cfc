/**
 * @file Reads the tokens of JSON (RFC 8259, in UTF-8 by RFC 3629) where they lie.
 *
 * Ours and not nlohmann's lexer, which takes a text byte by byte through a copy: a decision through the page's module
 * (a moment of 2 KB, in Node) took 51 µs with that one and 19 with this one, and the workshop's module was 5 KB of
 * brotli larger. nlohmann_json is what tests hold it to (scanner_test.cpp): both take and refuse the same texts, give
 * the same values, and name the same place.
 */
#pragma once

#include <string>
#include <string_view>

#include "memory/scratch.h"

namespace aftermint::codec {

struct ScannedNumber;

/** Where a text breaks, and the letters that led there, for people. */
struct Broken {
  std::size_t at = 0;  ///< the byte, from 1; one more than there are where the text ends too early
  std::string letters;
};

/** A place in a text. What reads a token begins where `next` stands, and stays on the byte that breaks it. */
class Scanner {
 public:
  /** Begins behind a byte order mark. */
  explicit Scanner(std::string_view text);

  /** Passes over white space and gives the byte that stands there; 0 at the end, which like a zero begins no token. */
  char next() {
    while (at_ != end_ && (*at_ == ' ' || *at_ == '\n' || *at_ == '\r' || *at_ == '\t')) ++at_;
    return peek();
  }
  /** Passes over the byte that `next` gave. */
  void skip() { ++at_; }
  [[nodiscard]] bool isAtEnd() const { return at_ == end_; }

  /** Reads a text from its quote on; `text` then has its letters until the next one is read. */
  bool string();
  [[nodiscard]] std::string_view text() const { return text_; }
  /** Whether the letters of `text` stand so in what is scanned, and not in a copy without escapes. */
  [[nodiscard]] bool isShared() const { return isShared_; }

  /** Reads a number from its sign or first digit on; infinite where a double cannot hold it. */
  bool number(double& value);
  /** Whether the number read last was written in digits alone, without a point or an exponent. */
  [[nodiscard]] bool isPlain() const { return isPlain_; }

  /** Reads `word`. */
  bool literal(std::string_view word);

#if !AFTERMINT_PAGE
  /** Reads the token that stands here, and stays on the last byte of it. */
  void passToken();
  /** Steps back onto the last byte that was read. */
  void back() { --at_; }
  /** The letters of the text, literal or number that was read last; of a text with its quotes. */
  [[nodiscard]] std::string_view token() const { return {letters_, static_cast<std::size_t>(at_ - letters_)}; }
  /** How many bytes were read. */
  [[nodiscard]] std::size_t offset() const { return static_cast<std::size_t>(at_ - begin_); }
  /** Says that the text breaks at the byte we stand on. */
  [[nodiscard]] Broken broken();
#endif

 private:
  [[nodiscard]] char peek() const { return at_ == end_ ? '\0' : *at_; }
  void passPlain();
  bool passLetter();
  bool escape();
  int hex4();
  bool digits(ScannedNumber& number);

  const char* at_;
  const char* end_;
  std::string_view text_;
  Scratch unescaped_;
  bool isShared_ = true;
  bool isPlain_ = true;
#if !AFTERMINT_PAGE
  const char* begin_;
  const char* letters_;  ///< where the text or number that was read last begins
#endif
};

}  // namespace aftermint::codec
