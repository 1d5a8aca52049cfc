/**
 * @file A small reader of JSON's numbers. The C library's `strtod` brings locales and 80-bit arithmetic.
 *
 * Up to 15 digits, and powers of ten up to 22, are exact doubles, so one multiplication or division rounds only once
 * (Clinger 1990, "How to read floating point numbers accurately"). All other numbers go to the host: ECMA-262 requires
 * its `Number()` to round to nearest.
 */
#pragma once

#include <cstdint>

namespace aftermint::codec {

inline constexpr int kExactDigits = 15;
inline constexpr int kExactPower = 22;
inline constexpr int kExponentCap = 99999;  ///< with a larger exponent every number is 0 or infinite

/** A number that was read: `digits` × 10^`power`, exact where `isExact`. */
struct ScannedNumber {
  std::int64_t digits = 0;
  int count = 0;  ///< significant digits, without leading zeros
  int power = 0;

  void take(char c) {
    if (count == 0 && c == '0') return;
    if (++count <= kExactDigits) digits = digits * 10 + (c - '0');
  }
  [[nodiscard]] bool isExact() const {
    return count == 0 || (count <= kExactDigits && power >= -kExactPower && power <= kExactPower);
  }
  /** The number, if it is exact. */
  [[nodiscard]] double value() const {
    const auto whole = static_cast<double>(digits);
    if (power == 0 || count == 0) return whole;
    double scale = 1;
    for (int i = power < 0 ? -power : power; i > 0; --i) scale *= 10;  // exact up to 10^22
    return power < 0 ? whole / scale : whole * scale;
  }
};

}  // namespace aftermint::codec
