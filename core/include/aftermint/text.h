/** @file UTF-8: counting code points and cutting between them. */
#pragma once

#include <cstddef>
#include <string_view>

namespace aftermint {

/** Whether a byte of UTF-8 begins a code point; the others continue one. */
[[nodiscard]] constexpr bool beginsCodePoint(char byte) { return (static_cast<unsigned char>(byte) & 0xC0u) != 0x80u; }

/** The number of code points. The text must be valid UTF-8. */
[[nodiscard]] std::size_t codePoints(std::string_view utf8);

/** The longest beginning of a text that has at most `bytes` bytes and does not end within a code point. */
[[nodiscard]] constexpr std::string_view beginningOf(std::string_view utf8, std::size_t bytes) {
  if (utf8.size() <= bytes) return utf8;
  while (bytes > 0 && !beginsCodePoint(utf8[bytes])) --bytes;
  return utf8.substr(0, bytes);
}

}  // namespace aftermint
