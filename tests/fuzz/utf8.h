/** @file UTF-8 as the standard has it, told by ICU and not by the code under test. */
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

/** The place itself, or where the code point begins that it is inside of. */
inline std::size_t boundaryBefore(std::string_view text, std::size_t place) {
  if (place >= text.size()) return text.size();
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  auto at = static_cast<std::int32_t>(place);
  U8_SET_CP_START(bytes, 0, at);
  return static_cast<std::size_t>(at);
}

}  // namespace aftermint::fuzz
