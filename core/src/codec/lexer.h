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

/**
 * nlohmann's own has a case and a message for every byte, 0.9 KB of brotli; this takes and refuses the same (RFC 8259
 * and RFC 3629), which tests hold it to.
 */
template <>
inline aftermint::codec::Token aftermint::codec::Lexer::scan_string() {
  constexpr std::string_view kEscapes = "\"\\/bfnrt";
  constexpr std::string_view kMeant = "\"\\/\b\f\n\r\t";
  reset();
  for (;;) {
    get();
    if (current == '"') return token_type::value_string;
    if (current < 0x20) return token_type::parse_error;  // the end, too
    int more = 0;                                        // bytes that belong to this one
    int least = 0x80;
    int most = 0xBF;
    if (current == '\\') {
      get();
      const std::size_t escape =
          current < 0 ? std::string_view::npos : aftermint::indexOf(kEscapes, static_cast<char>(current));
      if (escape != std::string_view::npos) {
        add(kMeant[escape]);
        continue;
      }
      if (current != 'u') return token_type::parse_error;
      int letter = get_codepoint();
      if (letter >= 0xD800 && letter <= 0xDBFF) {
        if (get() != '\\' || get() != 'u') return token_type::parse_error;
        const int low = get_codepoint();
        if (low < 0xDC00 || low > 0xDFFF) return token_type::parse_error;
        letter = 0x10000 + ((letter - 0xD800) << 10) + (low - 0xDC00);
      } else if (letter < 0 || (letter >= 0xDC00 && letter <= 0xDFFF)) {
        return token_type::parse_error;
      }
      more = letter < 0x80 ? 0 : letter < 0x800 ? 1 : letter < 0x10000 ? 2 : 3;
      add(more == 0 ? letter : (0xFF00 >> (more + 1) & 0xFF) | letter >> 6 * more);
      while (more-- > 0) add(0x80 | (letter >> 6 * more & 0x3F));
      continue;
    }
    if (current >= 0x80) {
      if (current < 0xC2 || current > 0xF4) return token_type::parse_error;
      more = current < 0xE0 ? 1 : current < 0xF0 ? 2 : 3;
      if (current == 0xE0) least = 0xA0;
      if (current == 0xED) most = 0x9F;
      if (current == 0xF0) least = 0x90;
      if (current == 0xF4) most = 0x8F;
    }
    add(current);
    for (; more > 0; --more) {
      get();
      if (current < least || current > most) return token_type::parse_error;
      add(current);
      least = 0x80;
      most = 0xBF;
    }
  }
}
#endif
