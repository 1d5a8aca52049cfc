/** @file Comparing texts without regard to case. */
#include <array>
#include <cstdint>

#include "condition/js_values.h"

namespace aftermint {
namespace {

/** Every `step`-th letter from `first` to `last` is a capital; its small letter is `distance` code points away. */
struct Capitals {
  std::uint16_t first, last;
  std::uint8_t step;
  std::int8_t distance;
};

// From Unicode's UnicodeData.txt, field "Simple_Lowercase_Mapping". A complete table would be larger than the code of
// all conditions.
constexpr std::array<Capitals, 26> kCapitals = {{
    {0x0041, 0x005A, 1, 32},  // Latin
    {0x00C0, 0x00D6, 1, 32},
    {0x00D8, 0x00DE, 1, 32},
    {0x0100, 0x012E, 2, 1},  // Latin Extended-A, without I with a dot,
                             // which would become two letters
    {0x0132, 0x0136, 2, 1},
    {0x0139, 0x0147, 2, 1},
    {0x014A, 0x0176, 2, 1},
    {0x0178, 0x0178, 1, -121},
    {0x0179, 0x017D, 2, 1},
    {0x01CD, 0x01DB, 2, 1},
    {0x01DE, 0x01EE, 2, 1},
    {0x01F8, 0x021E, 2, 1},
    {0x0386, 0x0386, 1, 38},  // Greek
    {0x0388, 0x038A, 1, 37},
    {0x038C, 0x038C, 1, 64},
    {0x038E, 0x038F, 1, 63},
    {0x0391, 0x03A1, 1, 32},
    {0x03A3, 0x03AB, 1, 32},
    {0x03C2, 0x03C2, 1, 1},   // the final sigma becomes a sigma
    {0x0400, 0x040F, 1, 80},  // Cyrillic
    {0x0410, 0x042F, 1, 32},
    {0x0460, 0x0480, 2, 1},
    {0x048A, 0x04BE, 2, 1},
    {0x0531, 0x0556, 1, 48},  // Armenian
    {0x1E00, 0x1E94, 2, 1},   // Latin Extended Additional: Vietnamese and others
    {0x1EA0, 0x1EFE, 2, 1},
}};

std::uint32_t small(std::uint32_t letter) {
  for (const Capitals& capitals : kCapitals) {
    if (letter >= capitals.first && letter <= capitals.last && (letter - capitals.first) % capitals.step == 0) {
      return static_cast<std::uint32_t>(static_cast<std::int32_t>(letter) + capitals.distance);
    }
  }
  return letter;
}

/** Removes the first code point from the text and returns it; a byte that begins no code point is returned itself. */
std::uint32_t take(std::string_view& text) {
  const auto lead = static_cast<unsigned char>(text[0]);
  const std::size_t length = lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  if (length == 1 || length > text.size()) {
    text.remove_prefix(1);
    return lead;
  }
  std::uint32_t letter = lead & (0xFFu >> (length + 1));
  for (std::size_t i = 1; i < length; ++i) {
    letter = letter << 6 | (static_cast<unsigned char>(text[i]) & 0x3Fu);
  }
  text.remove_prefix(length);
  return letter;
}

}  // namespace

bool isEqualFolded(std::string_view a, std::string_view b) {
  while (!a.empty() && !b.empty()) {
    if (small(take(a)) != small(take(b))) return false;
  }
  return a.empty() && b.empty();
}

}  // namespace aftermint
