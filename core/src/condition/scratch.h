/** @file Text in the making: letters that are put together and then read or kept as a Text. */
#pragma once

#include <cstdint>
#include <string_view>

#include "aftermint/memory.h"

namespace aftermint {

using Scratch = List<char>;

[[nodiscard]] inline std::string_view viewOf(const Scratch& scratch) { return {scratch.data(), scratch.size()}; }

void append(Scratch& out, std::string_view text);

/** Adds a whole number in decimal digits, with zeros in front up to `width` digits. */
void appendDigits(Scratch& out, std::uint64_t number, std::size_t width = 1);

}  // namespace aftermint
