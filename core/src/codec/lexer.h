/**
 * @file nlohmann's lexer, which reads the tokens of JSON, over types of our own.
 *
 * The lexer and not `sax_parse`: the parser around it brings its DOM's type, its exceptions with their words and a
 * vector<bool>, which make 4 KB of brotli in the page's module, for a grammar of 30 lines (reader.cpp). It is an
 * inner part of nlohmann_json, so the version is pinned.
 */
#pragma once

#include <cstdint>
#include <nlohmann/detail/input/lexer.hpp>
#include <string_view>

#include "memory/scratch.h"

static_assert(NLOHMANN_JSON_VERSION_MAJOR == 3 && NLOHMANN_JSON_VERSION_MINOR == 11,
              "the lexer's face may have changed: read it, then raise this");

namespace aftermint::codec {

/** The letters of a number or text as the lexer gathers them; always with a zero behind, as `strtod` needs it. */
class TokenText {
 public:
  using value_type = char;

  TokenText() { letters_.push_back('\0'); }
  void clear() {
    letters_.clear();
    letters_.push_back('\0');
  }
  void push_back(char letter) {
    letters_.back() = letter;
    letters_.push_back('\0');
  }
  [[nodiscard]] const char* data() const { return letters_.data(); }
  [[nodiscard]] std::size_t size() const { return letters_.size() - 1; }
  [[nodiscard]] std::string_view view() const { return {data(), size()}; }

 private:
  Scratch letters_;
};

/** The types that the lexer takes from its BasicJsonType. */
struct LexerTypes {
  using number_integer_t = std::int64_t;
  using number_unsigned_t = std::uint64_t;
  using number_float_t = double;
  using string_t = TokenText;
};

/** A text, byte by byte. */
class LexerInput {
 public:
  using char_type = char;

  explicit LexerInput(std::string_view text) : at_(text.data()), end_(text.data() + text.size()) {}
  std::char_traits<char>::int_type get_character() {
    return at_ == end_ ? std::char_traits<char>::eof() : std::char_traits<char>::to_int_type(*at_++);
  }

 private:
  const char* at_;
  const char* end_;
};

using Lexer = nlohmann::detail::lexer<LexerTypes, LexerInput>;
using Token = Lexer::token_type;

}  // namespace aftermint::codec

#if AFTERMINT_PAGE
// The lexer keeps the bytes of each token for its messages, which a page does not have: a vector and its growth for
// nothing. These are nlohmann's own members without that.
template <>
inline void aftermint::codec::Lexer::reset() noexcept {
  token_buffer.clear();
}

template <>
inline aftermint::codec::Lexer::char_int_type aftermint::codec::Lexer::get() {
  ++position.chars_read_total;
  if (next_unget) {
    next_unget = false;
  } else {
    current = ia.get_character();
  }
  return current;
}

template <>
inline void aftermint::codec::Lexer::unget() {
  next_unget = true;
  --position.chars_read_total;
}
#endif
