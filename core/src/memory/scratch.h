/** @file Text in the making: letters that are put together and then read or kept as a Text. */
#pragma once

#include <cstdint>
#include <string_view>

#include "aftermint/memory.h"

namespace aftermint {

#if AFTERMINT_PAGE

/** The part of std::string that the core writes with. */
class Scratch : public List<char> {
 public:
  Scratch& append(std::string_view text);
  Scratch& operator+=(std::string_view text) { return append(text); }
  Scratch& operator+=(char letter) {
    if (size_ == capacity_) AnyList::reserve(size_ + 1, 1);
    data()[size_++] = letter;
    return *this;
  }
};

[[nodiscard]] inline std::string_view viewOf(const Scratch& scratch) { return {scratch.data(), scratch.size()}; }

/** The letters as a Text that shares them: nothing more may be written. */
[[nodiscard]] inline Text keep(Scratch&& scratch) {
  Text text;
  static_cast<std::string_view&>(text) = viewOf(scratch);
  return text;
}

/** The letters as a Text, which shares them: they must outlive it. */
[[nodiscard]] inline Text share(std::string_view letters) {
  Text text;
  static_cast<std::string_view&>(text) = letters;
  return text;
}

#else

using Scratch = std::string;

[[nodiscard]] inline std::string_view viewOf(const Scratch& scratch) { return scratch; }

[[nodiscard]] inline Text keep(Scratch&& scratch) { return std::move(scratch); }

[[nodiscard]] inline Text share(std::string_view letters) { return Text(letters); }

#endif

/** Where the letter first stands from `from` on, or npos. Small, where the library's reads eight bytes at once. */
[[nodiscard]] std::size_t indexOf(std::string_view text, char letter, std::size_t from = 0);

/** Adds a whole number in decimal digits, with zeros in front up to `width` digits. */
void appendDigits(Scratch& out, std::uint64_t number, std::size_t width = 1);

/** Adds a whole number with its sign. */
void appendInteger(Scratch& out, std::int64_t number);

}  // namespace aftermint
