/** @file Counting code points. */
#include "aftermint/text.h"

namespace aftermint {

std::size_t codePoints(std::string_view utf8) {
  std::size_t count = 0;
  for (const char byte : utf8) count += beginsCodePoint(byte);
  return count;
}

}  // namespace aftermint
