#include "condition/js_number.h"

#include <double-conversion/double-conversion.h>

#include <array>
#include <cmath>
#include <cstdint>
#include <limits>

namespace aftermint {
namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

/** WhiteSpace and LineTerminator of ECMA-262, in UTF-8. */
constexpr std::array<std::string_view, 25> kSpaces = {
    "\t",           "\n",           "\v",           "\f",           "\r",           " ",
    "\xC2\xA0",     "\xE1\x9A\x80", "\xE2\x80\x80", "\xE2\x80\x81", "\xE2\x80\x82", "\xE2\x80\x83",
    "\xE2\x80\x84", "\xE2\x80\x85", "\xE2\x80\x86", "\xE2\x80\x87", "\xE2\x80\x88", "\xE2\x80\x89",
    "\xE2\x80\x8A", "\xE2\x80\xA8", "\xE2\x80\xA9", "\xE2\x80\xAF", "\xE2\x81\x9F", "\xE3\x80\x80",
    "\xEF\xBB\xBF"};

std::string_view withoutJsSpace(std::string_view text) {
  for (bool isDone = false; !isDone;) {
    isDone = true;
    for (std::string_view space : kSpaces) {
      if (text.starts_with(space)) {
        text.remove_prefix(space.size());
        isDone = false;
      } else if (text.ends_with(space)) {
        text.remove_suffix(space.size());
        isDone = false;
      }
    }
  }
  return text;
}

/**
 * Reads whole numbers of base 2, 8 or 16, rounded once. A bit below the 64th sets the lowest bit, so that rounding to
 * the double still sees it.
 */
double readBinary(std::string_view digits, int bitsOfDigit) {
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

}  // namespace

std::string jsNumberText(double number) {
  std::array<char, 32> text{};
  double_conversion::StringBuilder builder(text.data(), static_cast<int>(text.size()));
  double_conversion::DoubleToStringConverter::EcmaScriptConverter().ToShortest(number, &builder);
  return builder.Finalize();
}

double jsNumberOf(std::string_view text) {
  // double-conversion knows neither 0o and 0b nor today's white space, and it allows a sign before 0x.
  static const double_conversion::StringToDoubleConverter converter(
      double_conversion::StringToDoubleConverter::NO_FLAGS, 0, kNaN, "Infinity", nullptr);
  text = withoutJsSpace(text);
  if (text.empty()) return 0;
  if (text.size() > 1 && text[0] == '0') {
    const int letter = text[1] | 0x20;
    const int bitsOfDigit = letter == 'x' ? 4 : letter == 'o' ? 3 : letter == 'b' ? 1 : 0;
    if (bitsOfDigit != 0) return readBinary(text.substr(2), bitsOfDigit);
  }
  int read = 0;
  return converter.StringToDouble(text.data(), static_cast<int>(text.size()), &read);
}

}  // namespace aftermint
