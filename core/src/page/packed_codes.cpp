#include "aftermint/words.h"

namespace aftermint {

std::string_view wordAt(const char* packed, std::size_t place) {
  const char* const sizes = packed + 1;
  const char* letters = sizes + *packed;
  for (std::size_t i = 0; i < place; ++i) letters += sizes[i];
  return {letters, static_cast<std::size_t>(sizes[place])};
}

std::optional<std::uint8_t> findWord(const char* packed, std::string_view word) {
  for (std::uint8_t i = 0; i < *packed; ++i) {
    if (wordAt(packed, i) == word) return i;
  }
  return std::nullopt;
}

}  // namespace aftermint
