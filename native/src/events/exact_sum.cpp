#include "events/exact_sum.h"

#include <algorithm>

#include "sqlite.h"

namespace aftermint {
Exact exactOf(std::string_view text) {
  const bool negative = text.starts_with('-');
  const std::string_view digits = text.substr(negative ? 1 : 0);
  Exact value = 0;
  bool fits = !digits.empty();
  for (const char digit : digits) {
    fits = fits && digit >= '0' && digit <= '9' && !__builtin_mul_overflow(value, 10, &value);
    const int signedDigit = negative ? '0' - digit : digit - '0';
    fits = fits && !__builtin_add_overflow(value, signedDigit, &value);
  }
  if (!fits) throw StoreError("\"" + std::string(text) + "\" is not a sum");
  return value;
}

std::string exactText(Exact value) {
  std::string text;
  const bool negative = value < 0;
  do {
    const int digit = static_cast<int>(value % 10);
    text.push_back(static_cast<char>('0' + (digit < 0 ? -digit : digit)));
    value /= 10;
  } while (value != 0);
  if (negative) text.push_back('-');
  std::reverse(text.begin(), text.end());
  return text;
}

}  // namespace aftermint
