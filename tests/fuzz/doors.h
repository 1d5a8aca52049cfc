/**
 * @file What is fuzzed: each door takes any bytes and says what it found broken, empty where everything holds.
 *
 * libFuzzer calls them by door.cpp (`npm run fuzz`), the test suite with seeded mutations, so that no clang is needed.
 */
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

namespace aftermint::fuzz {

/** The head of an input for `fuzzCopy`: byte 0 is field and path, byte 1 the locale, the rest the text. */
inline constexpr std::size_t kCopyHead = 2;

/** Judges a text: every answer is whole, and no change that a reader would not see makes it pass. */
[[nodiscard]] std::string fuzzCopy(const std::uint8_t* data, std::size_t size);

/** Reads the bytes as a book, checks it, writes it and reads it again. */
[[nodiscard]] std::string fuzzBook(const std::uint8_t* data, std::size_t size);

}  // namespace aftermint::fuzz
