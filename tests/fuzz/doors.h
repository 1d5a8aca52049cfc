/**
 * @file The fuzzed functions: each takes any bytes and returns a description of what is broken, or an empty string.
 *
 * libFuzzer calls them through door.cpp (`npm run fuzz`). The test suite calls them with seeded mutations, which works
 * without clang.
 */
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

namespace aftermint::fuzz {

/** The head of an input for `fuzzCopy`: byte 0 is field and path, byte 1 the locale, the rest the text. */
inline constexpr std::size_t kCopyHead = 2;

/** Checks a text: findings are complete, and no change that is invisible to a reader hides a finding. */
[[nodiscard]] std::string fuzzCopy(const std::uint8_t* data, std::size_t size);

/** Reads the bytes as a book, checks it, writes it and reads it again. */
[[nodiscard]] std::string fuzzBook(const std::uint8_t* data, std::size_t size);

}  // namespace aftermint::fuzz
