/** @file A text that is being written: `std::string` natively, a list of characters in the page's module. */
#pragma once

#include <cstdint>
#include <string_view>

#include "aftermint/memory.h"

namespace aftermint {

#if AFTERMINT_PAGE

/** The part of std::string that the core writes with. */
class Scratch : public List<char> {
 public:
  friend char* extend(Scratch& out, std::size_t letters);
  friend void shrinkTo(Scratch& out, const char* end) { out.size_ = static_cast<std::uint32_t>(end - out.data()); }
  Scratch& append(std::string_view text);
  Scratch& operator+=(std::string_view text) { return append(text); }
  Scratch& operator+=(char letter) {
    if (size_ == capacity_) AnyList::reserve(size_ + 1, 1);
    data()[size_++] = letter;
    return *this;
  }
};

/** Adds `letters` characters without values and returns their address; the caller must write them. */
[[nodiscard]] char* extend(Scratch& out, std::size_t letters);

/** Removes the characters from `end` on. */
void shrinkTo(Scratch& out, const char* end);

[[nodiscard]] inline std::string_view viewOf(const Scratch& scratch) { return {scratch.data(), scratch.size()}; }

/** The written text, without a copy: nothing more may be written. */
[[nodiscard]] inline Text keep(Scratch&& scratch) {
  Text text;
  static_cast<std::string_view&>(text) = viewOf(scratch);
  return text;
}

/** A Text without a copy of the characters, which must outlive it. */
[[nodiscard]] inline Text share(std::string_view letters) {
  Text text;
  static_cast<std::string_view&>(text) = letters;
  return text;
}

#else

using Scratch = std::string;

[[nodiscard]] inline char* extend(Scratch& out, std::size_t letters) {
  out.resize(out.size() + letters);
  return out.data() + out.size() - letters;
}

inline void shrinkTo(Scratch& out, const char* end) { out.resize(static_cast<std::size_t>(end - out.data())); }

[[nodiscard]] inline std::string_view viewOf(const Scratch& scratch) { return scratch; }

[[nodiscard]] inline Text keep(Scratch&& scratch) { return std::move(scratch); }

[[nodiscard]] inline Text share(std::string_view letters) { return Text(letters); }

#endif

/** The first index of a character from `from` on, or npos. Smaller than the library's, which compares eight bytes at
 * once. */
[[nodiscard]] std::size_t indexOf(std::string_view text, char letter, std::size_t from = 0);

/** Adds a whole number in decimal, with leading zeros up to `width` digits. */
void appendDigits(Scratch& out, std::uint64_t number, std::size_t width = 1);

/** Adds a key to a JSON pointer, escaped by RFC 6901. */
void appendPointer(Scratch& pointer, std::string_view key);

/** Adds a whole number in decimal, with its sign where negative. */
void appendInteger(Scratch& out, std::int64_t number);

}  // namespace aftermint
