/** @file Writing texts. */
#include "memory/scratch.h"

#include <array>

namespace aftermint {

std::size_t indexOf(std::string_view text, char letter, std::size_t from) {
  for (; from < text.size(); ++from) {
    if (text[from] == letter) return from;
  }
  return std::string_view::npos;
}

void appendDigits(Scratch& out, std::uint64_t number, std::size_t width) {
  std::array<char, 20> digits{};  // of the largest 64-bit number
  std::size_t begin = digits.size();
  for (; number != 0 || digits.size() - begin < width; number /= 10) {
    digits[--begin] = static_cast<char>('0' + number % 10);
  }
  out.append(std::string_view(digits.data() + begin, digits.size() - begin));
}

void appendPointer(Scratch& pointer, std::string_view key) {
  pointer += '/';
  for (const char c : key) {
    if (c == '~') {
      pointer += "~0";
    } else if (c == '/') {
      pointer += "~1";
    } else {
      pointer += c;
    }
  }
}

void appendInteger(Scratch& out, std::int64_t number) {
  if (number < 0) out += '-';
  appendDigits(out, number < 0 ? 0 - static_cast<std::uint64_t>(number) : static_cast<std::uint64_t>(number));
}

}  // namespace aftermint
