/**
 * @file Reads a JSON number as `strtod` does, in 60 lines, in place of musl's with its 80-bit arithmetic.
 *
 * Up to 15 digits with a power of ten up to 22 both are exact doubles, and one multiplication or division rounds once
 * (Clinger 1990, "How to read floating point numbers accurately"). Whatever else comes goes to the host, whose
 * `Number()` ECMA-262 requires to round to nearest.
 */
#pragma once

#include <cstdint>

namespace aftermint {

inline constexpr int kExactDigits = 15;
inline constexpr int kExactPower = 22;
inline constexpr int kExponentCap = 99999;  ///< beyond it every number is 0 or infinite

/** What was read of a number: `digits` × 10^`power`, exact where `count` is small enough. */
struct ScannedNumber {
  std::int64_t digits = 0;
  int count = 0;  ///< significant digits, leading zeros not counted
  int power = 0;

  void take(char c, bool afterPoint) {
    if (afterPoint) --power;
    if (count == 0 && c == '0') return;
    if (++count <= kExactDigits) digits = digits * 10 + (c - '0');
  }
};

/** Reads the digits at the beginning of `text`, sets `end` behind them, and gives at most `most`; `fits` says if so. */
inline std::uint64_t readWhole(const char* text, const char*& end, std::uint64_t most, bool& fits) {
  std::uint64_t number = 0;
  fits = true;
  for (; *text >= '0' && *text <= '9'; ++text) {
    const auto digit = static_cast<unsigned>(*text - '0');
    fits = fits && number <= (most - digit) / 10;
    if (fits) number = number * 10 + digit;
  }
  end = text;
  return fits ? number : most;
}

/**
 * Reads the number at the beginning of `text` and sets `end` behind it, or to `text` where there is none.
 *
 * Decimal only, no white space, `inf` or `nan`: JSON has none of them.
 *
 * @param host reads the unsigned decimal number of that length, correctly rounded.
 */
template <class Host>
double readNumber(const char* text, const char*& end, Host host) {
  const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
  const char* at = text;
  const bool negative = *at == '-';
  if (*at == '-' || *at == '+') ++at;
  const char* const first = at;
  bool any = false;
  ScannedNumber number;
  for (; isDigit(*at); any = true) number.take(*at++, false);
  if (*at == '.') {
    ++at;
    for (; isDigit(*at); any = true) number.take(*at++, true);
  }
  end = text;
  if (!any) return 0;
  if (*at == 'e' || *at == 'E') {
    const char* exponent = at + 1;
    const bool down = *exponent == '-';
    if (*exponent == '-' || *exponent == '+') ++exponent;
    if (isDigit(*exponent)) {
      int value = 0;
      for (; isDigit(*exponent); ++exponent) {
        if (value < kExponentCap) value = value * 10 + (*exponent - '0');
      }
      number.power += down ? -value : value;
      at = exponent;
    }
  }
  end = at;

  double result = 0;
  if (number.count <= kExactDigits && number.power >= -kExactPower && number.power <= kExactPower) {
    double scale = 1;
    for (int i = number.power < 0 ? -number.power : number.power; i > 0; --i) scale *= 10;  // exact up to 10^22
    result = static_cast<double>(number.digits);
    result = number.power < 0 ? result / scale : result * scale;
  } else if (number.count > 0) {
    result = host(first, static_cast<int>(at - first));
  }
  return negative ? -result : result;
}

}  // namespace aftermint
