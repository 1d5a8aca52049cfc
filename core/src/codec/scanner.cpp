/** @file The tokens of JSON. */
#include "codec/scanner.h"

#include <bit>
#include <cstring>

#include "aftermint/condition.h"
#include "codec/number.h"
#include "codec/scalars.h"

namespace aftermint::codec {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

/**
 * Sets the highest bit of each byte that needs a closer look: quotes, backslashes, control characters and all bytes
 * that are not ASCII. Only the first such bit can be trusted; later ones may be wrong.
 */
std::uint64_t marked(std::uint64_t word) {
  constexpr std::uint64_t kOnes = 0x0101010101010101;
  const std::uint64_t quote = (word ^ kOnes * '"') - kOnes;
  const std::uint64_t backslash = (word ^ kOnes * '\\') - kOnes;
  const std::uint64_t control = word - kOnes * 0x20;
  return (((quote | backslash | control) & ~word) | word) & kOnes * 0x80;
}

/** Adds a code point as UTF-8. */
void addLetter(Scratch& out, int letter) {
  int more = letter < 0x80 ? 0 : letter < 0x800 ? 1 : letter < 0x10000 ? 2 : 3;
  out += static_cast<char>(more == 0 ? letter : (0xFF00 >> (more + 1) & 0xFF) | letter >> 6 * more);
  while (more-- > 0) out += static_cast<char>(0x80 | (letter >> 6 * more & 0x3F));
}

}  // namespace

Scanner::Scanner(std::string_view text) : at_(text.data()), end_(text.data() + text.size()) {
#if !AFTERMINT_PAGE
  begin_ = at_;
  letters_ = at_;
#endif
  if (text.starts_with(kByteOrderMark)) at_ += kByteOrderMark.size();
}

void Scanner::passPlain() {
  if constexpr (std::endian::native == std::endian::little) {
    while (end_ - at_ >= 8) {
      std::uint64_t word = 0;
      std::memcpy(&word, at_, 8);
      word = marked(word);
      if (word != 0) {
        at_ += std::countr_zero(word) / 8;
        return;
      }
      at_ += 8;
    }
  }
  while (at_ != end_ && static_cast<unsigned char>(*at_) - 0x20u < 0x60u && *at_ != '"' && *at_ != '\\') ++at_;
}

/** Skips one code point that is not ASCII; false where it is not valid UTF-8. */
bool Scanner::passLetter() {
  const auto lead = static_cast<unsigned char>(*at_);
  if (lead < 0xC2 || lead > 0xF4) return false;
  // The limits of the second byte exclude surrogates, code points after U+10FFFF and overlong forms.
  unsigned least = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
  unsigned most = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
  ++at_;
  for (int more = lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : 3; more > 0; --more) {
    const auto byte = static_cast<unsigned char>(peek());
    if (byte < least || byte > most) return false;
    ++at_;
    least = 0x80;
    most = 0xBF;
  }
  return true;
}

/** Four hexadecimal digits, or -1. */
int Scanner::hex4() {
  int letter = 0;
  for (int i = 0; i < 4; ++i, ++at_) {
    const char c = peek();
    const int small = c | 0x20;
    const bool isLetter = small >= 'a' && small <= 'f';
    if (!isDigit(c) && !isLetter) return -1;
    letter = letter * 16 + (isLetter ? small - 'a' + 10 : c - '0');
  }
  return letter;
}

/** Reads an escape from its backslash on, and adds the character that it means. */
bool Scanner::escape() {
  constexpr std::string_view kEscapes = "\"\\/bfnrt";
  constexpr std::string_view kMeant = "\"\\/\b\f\n\r\t";
  ++at_;
  if (peek() != 'u') {
    const std::size_t escape = indexOf(kEscapes, peek());
    if (escape == std::string_view::npos) return false;
    unescaped_ += kMeant[escape];
    ++at_;
    return true;
  }
  ++at_;
  int letter = hex4();
  if (letter < 0) return false;
  if (letter >= 0xD800 && letter <= 0xDBFF) {
    for (const char wanted : {'\\', 'u'}) {
      if (peek() != wanted) return false;
      ++at_;
    }
    const int low = hex4();
    if (low < 0) return false;
    letter = low >= 0xDC00 && low <= 0xDFFF ? 0x10000 + ((letter - 0xD800) << 10) + (low - 0xDC00) : 0xDC00;
  }
  if (letter >= 0xDC00 && letter <= 0xDFFF) {
    --at_;  // half of a surrogate pair: report its last digit
    return false;
  }
  addLetter(unescaped_, letter);
  return true;
}

bool Scanner::string() {
#if !AFTERMINT_PAGE
  letters_ = at_;
#endif
  const char* from = ++at_;
  isShared_ = true;
  for (;;) {
    passPlain();
    const char c = peek();
    if (c == '"') break;
    if (static_cast<unsigned char>(c) >= 0x80) {
      if (!passLetter()) return false;
    } else if (c != '\\') {
      return false;  // a control character or the end
    } else {
      if (isShared_) unescaped_.clear();
      isShared_ = false;
      unescaped_.append({from, static_cast<std::size_t>(at_ - from)});
      if (!escape()) return false;
      from = at_;
    }
  }
  text_ = {from, static_cast<std::size_t>(at_ - from)};
  ++at_;
  if (isShared_) return true;
  unescaped_.append(text_);
  text_ = viewOf(unescaped_);
  return true;
}

/** Reads one or more digits. */
bool Scanner::digits(ScannedNumber& number) {
  if (!isDigit(peek())) return false;
  do {
    number.take(*at_++);
  } while (isDigit(peek()));
  return true;
}

bool Scanner::number(double& value) {
#if !AFTERMINT_PAGE
  letters_ = at_;
#endif
  const bool isNegative = *at_ == '-';
  if (isNegative) ++at_;
  const char* const first = at_;
  ScannedNumber number;
  if (peek() == '0') {
    ++at_;
  } else if (!digits(number)) {
    return false;
  }
  isPlain_ = true;
  if (peek() == '.') {
    isPlain_ = false;
    const char* const point = ++at_;
    if (!digits(number)) return false;
    number.power = -static_cast<int>(at_ - point);
  }
  if ((peek() | 0x20) == 'e') {
    isPlain_ = false;
    ++at_;
    const bool isDown = peek() == '-';
    if (isDown || peek() == '+') ++at_;
    if (!isDigit(peek())) return false;
    int exponent = 0;
    for (; isDigit(peek()); ++at_) {
      if (exponent < kExponentCap) exponent = exponent * 10 + (*at_ - '0');
    }
    number.power += isDown ? -exponent : exponent;
  }
  value = number.isExact() ? number.value() : platformHost().numberOf({first, static_cast<std::size_t>(at_ - first)});
  if (isNegative) value = -value;
  return true;
}

bool Scanner::literal(std::string_view word) {
  for (const char letter : word) {
    if (peek() != letter) return false;
    ++at_;
  }
  return true;
}

#if !AFTERMINT_PAGE
void Scanner::passToken() {
  double value = 0;
  const char c = next();
  bool isWhole = false;
  if (c == '"') {
    isWhole = string();
  } else if (c == '-' || isDigit(c)) {
    isWhole = number(value);
  } else if (c == 't' || c == 'f' || c == 'n') {
    isWhole = literal(c == 't' ? "true" : c == 'f' ? "false" : "null");
  } else if (at_ == begin_) {
    literal(kByteOrderMark);  // or the part of it that is there
  }
  if (isWhole) back();
}

Broken Scanner::broken() {
  constexpr char kHex[] = "0123456789ABCDEF";
  Broken out;
  out.at = offset() + 1;
  // Report a whole code point, not only its first byte.
  const char* const at = at_;
  const char* last = at;
  if (at_ != end_ && static_cast<unsigned char>(*at_) >= 0x80 && passLetter()) last = at_ - 1;
  at_ = at;
  for (const char* letter = letters_; letter != end_ && letter <= last; ++letter) {
    const auto byte = static_cast<unsigned char>(*letter);
    if (byte >= 0x20) {
      out.letters += *letter;
    } else {
      out.letters.append("<U+00").append({kHex[byte >> 4], kHex[byte & 15]}).append(">");
    }
  }
  return out;
}
#endif

}  // namespace aftermint::codec
