#include "condition/js_number.h"

#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <limits>

namespace aftermint {
namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
constexpr double kInfinity = std::numeric_limits<double>::infinity();

// ECMA-262, Number::toString: decimals are written out while the point stands within these.
constexpr int kMostDigits = 21;
constexpr int kMostZeros = 6;

/** WhiteSpace and LineTerminator of ECMA-262, in UTF-8. */
constexpr std::array<std::string_view, 25> kBlanks = {
    "\t",           "\n",           "\v",           "\f",           "\r",           " ",
    "\xC2\xA0",     "\xE1\x9A\x80", "\xE2\x80\x80", "\xE2\x80\x81", "\xE2\x80\x82", "\xE2\x80\x83",
    "\xE2\x80\x84", "\xE2\x80\x85", "\xE2\x80\x86", "\xE2\x80\x87", "\xE2\x80\x88", "\xE2\x80\x89",
    "\xE2\x80\x8A", "\xE2\x80\xA8", "\xE2\x80\xA9", "\xE2\x80\xAF", "\xE2\x81\x9F", "\xE3\x80\x80",
    "\xEF\xBB\xBF"};

std::string_view withoutJsSpace(std::string_view text) {
  for (bool isDone = false; !isDone;) {
    isDone = true;
    for (std::string_view blank : kBlanks) {
      if (text.starts_with(blank)) {
        text.remove_prefix(blank.size());
        isDone = false;
      } else if (text.ends_with(blank)) {
        text.remove_suffix(blank.size());
        isDone = false;
      }
    }
  }
  return text;
}

/** Whole numbers of base 2, 8 or 16, rounded once: what falls below the 64th bit is kept as "there was more". */
double withBits(std::string_view digits, int bitsOfDigit) {
  if (digits.empty()) return kNaN;
  constexpr std::uint64_t kTop = std::uint64_t{1} << 63;
  std::uint64_t bits = 0;
  int dropped = 0;
  for (char digit : digits) {
    const int letter = digit | 0x20;
    const bool isLetter = letter >= 'a' && letter <= 'f';
    const int value = digit >= '0' && digit <= '9' ? digit - '0' : isLetter ? letter - 'a' + 10 : 16;
    if (value >> bitsOfDigit != 0) return kNaN;
    for (int bit = bitsOfDigit - 1; bit >= 0; --bit) {
      const std::uint64_t next = (static_cast<unsigned>(value) >> bit) & 1u;
      if ((bits & kTop) == 0) {
        bits = bits << 1 | next;
      } else {
        bits |= next;
        ++dropped;
      }
    }
  }
  return std::ldexp(static_cast<double>(bits), dropped);
}

/** Whether the text is ECMA-262's StrUnsignedDecimalLiteral, which is narrower than what from_chars reads. */
bool isDecimal(std::string_view text) {
  std::size_t i = 0;
  const auto digits = [&] {
    const std::size_t begin = i;
    while (i < text.size() && text[i] >= '0' && text[i] <= '9') ++i;
    return i - begin;
  };
  std::size_t count = digits();
  if (i < text.size() && text[i] == '.') {
    ++i;
    count += digits();
  }
  if (count == 0) return false;
  if (i < text.size() && (text[i] | 0x20) == 'e') {
    ++i;
    if (i < text.size() && (text[i] == '+' || text[i] == '-')) ++i;
    if (digits() == 0) return false;
  }
  return i == text.size();
}

double unsignedDecimal(std::string_view text) {
  if (text == "Infinity") return kInfinity;
  if (!isDecimal(text)) return kNaN;
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc::result_out_of_range) return number;
  // from_chars says "too large or too small" in one word; strtod, which depends on the locale's point, tells which.
  return std::strtod(std::string(text).c_str(), nullptr) > 1 ? kInfinity : 0;
}

}  // namespace

std::string jsNumberText(double number) {
  if (std::isnan(number)) return "NaN";
  if (std::isinf(number)) return number < 0 ? "-Infinity" : "Infinity";
  if (number == 0) return "0";
  std::array<char, 32> written{};
  const auto [end, error] =
      std::to_chars(written.data(), written.data() + written.size(), std::abs(number), std::chars_format::scientific);
  const std::string_view text(written.data(), static_cast<std::size_t>(end - written.data()));
  const std::size_t e = text.find('e');
  int exponent = 0;
  std::from_chars(text.data() + e + (text[e + 1] == '+' ? 2 : 1), end, exponent);
  std::string digits(text.substr(0, 1));
  if (e > 2) digits += text.substr(2, e - 2);

  const int count = static_cast<int>(digits.size());
  const int point = exponent + 1;  // digits before the decimal point
  std::string out = number < 0 ? "-" : "";
  if (count <= point && point <= kMostDigits) {
    return out + digits + std::string(static_cast<std::size_t>(point - count), '0');
  }
  if (point > 0 && point <= kMostDigits) {
    return out + digits.substr(0, static_cast<std::size_t>(point)) + "." +
           digits.substr(static_cast<std::size_t>(point));
  }
  if (point <= 0 && point > -kMostZeros) {
    return out + "0." + std::string(static_cast<std::size_t>(-point), '0') + digits;
  }
  out += digits[0];
  if (count > 1) out += "." + digits.substr(1);
  return out + (exponent < 0 ? "e-" : "e+") + std::to_string(std::abs(exponent));
}

double jsNumberOf(std::string_view text) {
  text = withoutJsSpace(text);
  if (text.empty()) return 0;
  if (text.size() > 1 && text[0] == '0') {
    const int letter = text[1] | 0x20;
    const int bitsOfDigit = letter == 'x' ? 4 : letter == 'o' ? 3 : letter == 'b' ? 1 : 0;
    if (bitsOfDigit != 0) return withBits(text.substr(2), bitsOfDigit);
  }
  const bool isNegative = text[0] == '-';
  if (isNegative || text[0] == '+') text.remove_prefix(1);
  const double number = unsignedDecimal(text);
  return isNegative ? -number : number;
}

}  // namespace aftermint
