/**
 * @file Reads the tokens of JSON (RFC 8259, in UTF-8 by RFC 3629) without copying them.
 *
 * nlohmann's lexer copies a text byte by byte: with it, a decision of the page's module (a moment of 2 KB, in Node)
 * took 51 µs instead of 19 µs, and the workshop's module was 5 KB of brotli larger. scanner_test.cpp compares the two:
 * both accept and refuse the same texts, read the same values, and report the same position.
 */
#pragma once

#include <string>
#include <string_view>

#include "memory/scratch.h"

namespace aftermint::codec {

struct ScannedNumber;

/** A syntax error: its position, and the characters that led to it, for people. */
struct Broken {
  std::size_t at = 0;  ///< the byte, from 1; the size + 1 where the text ends too early
  std::string letters;
};

/** A position in a text. After an error, it stays at the byte that is wrong. */
class Scanner {
 public:
  /** Skips a byte order mark. */
  explicit Scanner(std::string_view text);

  /** Skips white space and returns the next byte; 0 at the end, since no token begins with a zero byte. */
  char next() {
    while (at_ != end_ && (*at_ == ' ' || *at_ == '\n' || *at_ == '\r' || *at_ == '\t')) ++at_;
    return peek();
  }
  /** Skips the byte that `next` returned. */
  void skip() { ++at_; }
  [[nodiscard]] bool isAtEnd() const { return at_ == end_; }

  /** Reads a text from its opening quote on; `text` has it until the next text is read. */
  bool string();
  [[nodiscard]] std::string_view text() const { return text_; }
  /** Whether `text` is part of the scanned text; false where it is a copy without escapes. */
  [[nodiscard]] bool isShared() const { return isShared_; }

  /** Reads a number from its sign or first digit on; infinite where it is too large for a double. */
  bool number(double& value);
  /** Whether the last number has neither a point nor an exponent. */
  [[nodiscard]] bool isPlain() const { return isPlain_; }

  /** Reads `word`. */
  bool literal(std::string_view word);

#if !AFTERMINT_PAGE
  /** Reads the next token, and stays at its last byte. */
  void passToken();
  /** Steps back to the last byte that was read. */
  void back() { --at_; }
  /** The last text (with its quotes), literal or number. */
  [[nodiscard]] std::string_view token() const { return {letters_, static_cast<std::size_t>(at_ - letters_)}; }
  /** How many bytes were read. */
  [[nodiscard]] std::size_t offset() const { return static_cast<std::size_t>(at_ - begin_); }
  /** The syntax error at the current byte. */
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
  const char* letters_;  ///< where the last text or number begins
#endif
};

}  // namespace aftermint::codec
