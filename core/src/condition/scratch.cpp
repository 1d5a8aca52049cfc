#include "condition/scratch.h"

#include <array>

namespace aftermint {

void append(Scratch& out, std::string_view text) {
  for (char letter : text) out.push_back(letter);
}

void appendDigits(Scratch& out, std::uint64_t number, std::size_t width) {
  std::array<char, 20> digits{};  // of the largest 64-bit number
  std::size_t begin = digits.size();
  for (; number != 0 || digits.size() - begin < width; number /= 10) {
    digits[--begin] = static_cast<char>('0' + number % 10);
  }
  append(out, {digits.data() + begin, digits.size() - begin});
}

}  // namespace aftermint
