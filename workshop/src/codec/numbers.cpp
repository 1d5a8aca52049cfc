#include "codec/numbers.h"

#include <array>
#include <cmath>

#include "aftermint/condition.h"

namespace aftermint::codec {

void writeNumber(Writer& out, double value) {
  constexpr double kMaxExact = 9007199254740992.0;
  if (!std::isfinite(value)) {
    out.raw("null");
  } else if (value >= -kMaxExact && value <= kMaxExact &&
             static_cast<double>(static_cast<std::int64_t>(value)) == value) {
    out.integer(static_cast<std::int64_t>(value));
  } else {
    std::array<char, ConditionHost::kNumberText> text{};
    out.raw({text.data(), platformHost().numberText(value, text)});
  }
}

void writeExact(Writer& out, Exact value) {
  __extension__ using Magnitude = unsigned __int128;
  Magnitude left = value < 0 ? -static_cast<Magnitude>(value) : static_cast<Magnitude>(value);
  std::array<char, 40> text{};
  std::size_t at = text.size();
  do {
    text[--at] = static_cast<char>('0' + static_cast<int>(left % 10));
    left /= 10;
  } while (left > 0);
  if (value < 0) text[--at] = '-';
  out.raw({text.data() + at, text.size() - at});
}

}  // namespace aftermint::codec
