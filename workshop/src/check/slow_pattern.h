/** @file Tries a pattern on texts that are made to be slow for it. */
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include "aftermint/pattern.h"

namespace aftermint {

/** The length of the texts, in UTF-16 code units. */
inline constexpr std::size_t kTriedUnits = 256;
/** A pattern that takes more steps for one of them is slow. A quadratic pattern takes about 200,000. */
inline constexpr std::int64_t kTriedSteps = 1'000'000;

/** What a pattern does on its slowest text. */
struct Slowness {
  bool isEndless = false;    ///< more than `kTriedSteps`: grows with the third power of the length or faster
  bool isQuadratic = false;  ///< uses up a decision's budget on a text as long as the longest address (2,048)
  std::string text;          ///< how the slowest text begins, as printable ASCII; empty if neither
};

/**
 * Runs a valid pattern on a few hundred texts: what leads to a repetition, what the repetition matches many times, then
 * what it does not match. The same pattern always gets the same answer, in a browser too, as the matcher is our own.
 *
 * Not every slow pattern is found. Of letters only ASCII is tried without case. Takes at most 8 million steps.
 */
[[nodiscard]] Slowness slownessOf(const Pattern& pattern);

}  // namespace aftermint
