/** @file Reads packed tables of codes. */
#include "aftermint/codes.h"

namespace aftermint {

std::string_view codeAt(const char* packed, std::size_t place) {
  const char* const sizes = packed + 1;
  const char* letters = sizes + *packed;
  for (std::size_t i = 0; i < place; ++i) letters += sizes[i];
  return {letters, static_cast<std::size_t>(sizes[place])};
}

std::optional<std::uint8_t> findCode(const char* packed, std::string_view code) {
  for (std::uint8_t i = 0; i < *packed; ++i) {
    if (codeAt(packed, i) == code) return i;
  }
  return std::nullopt;
}

}  // namespace aftermint
