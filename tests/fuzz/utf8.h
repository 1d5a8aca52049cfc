/** @file Checks UTF-8 with ICU, independently of the code under test. */
#pragma once

#include <unicode/utf8.h>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace aftermint::fuzz {

inline bool isUtf8(std::string_view text) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  const auto size = static_cast<std::int32_t>(text.size());
  for (std::int32_t at = 0; at < size;) {
    UChar32 c = 0;
    U8_NEXT(bytes, at, size, c);
    if (c < 0) return false;
  }
  return true;
}

/** The start of the code point that contains the byte at `place`. */
inline std::size_t boundaryBefore(std::string_view text, std::size_t place) {
  if (place >= text.size()) return text.size();
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  auto at = static_cast<std::int32_t>(place);
  U8_SET_CP_START(bytes, 0, at);
  return static_cast<std::size_t>(at);
}

}  // namespace aftermint::fuzz
