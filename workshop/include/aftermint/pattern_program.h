/** @file A regular expression compiled to the steps of a backtracking matcher. */
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "aftermint/pattern.h"

namespace aftermint {

/** What matches may cost together. A second has about a hundred million steps. */
struct MatchBudget {
  static constexpr std::int64_t kSteps = 10'000'000;
  std::int64_t steps = kSteps;  ///< left; 0 and below: none
};

}  // namespace aftermint

namespace aftermint::js {

/** One step. `back` reads to the left, as inside a lookbehind. */
struct Step {
  enum class Do : std::uint8_t {
    Unit,       ///< matches `unit`
    Any,        ///< matches any unit but line ends, or any unit if `dotAll`
    Set,        ///< matches a unit of sets[index], or any other if `negated`
    LineStart,  ///< is at the start of the text, or of a line if `multiline`
    LineEnd,
    WordEdge,
    Look,       ///< matches the steps up to their Match, then continues at `to`
    Reference,  ///< matches the text of a group of references[index] again
    Save,       ///< saves the position as slots[index]
    Fork,       ///< tries the next step, then `to`
    Jump,       ///< continues at `to`
    Begin,      ///< sets the count of loop `index` to 0
    Loop,       ///< one more round of loop `index`, or continues at `to`
    Enter,      ///< begins a round: clears the captures inside the loop
    Round,      ///< ends a round of loop `index`, and continues with its Loop at `to`
    Match,
  };
  Do what = Do::Match;
  bool ignoreCase = false, multiline = false, dotAll = false, negated = false, back = false, lazy = false;
  char16_t unit = 0;
  std::uint32_t index = 0, to = 0;
  std::uint32_t least = 0, most = 0;
  std::uint32_t firstSlot = 0, lastSlot = 0;  ///< of Enter: the captures inside the loop
};

/** ECMA-262's Canonicalize: maps the upper and the lower case of a letter to one unit. */
using Canonical = char16_t (*)(char16_t);

/** A compiled pattern. */
struct Program {
  std::vector<Step> steps;
  std::vector<std::vector<std::pair<char16_t, char16_t>>>
      sets;                                            ///< sorted, not overlapping; canonical if case is ignored
  std::vector<std::vector<std::uint32_t>> references;  ///< captures
  std::uint32_t captures = 0;
  std::uint32_t loops = 0;
  Canonical canonical = nullptr;
};

/** Compiles a valid pattern. */
[[nodiscard]] Program programOf(const Pattern& pattern, Canonical canonical);

/** The result of running a program. */
enum class MatchResult : std::uint8_t { Matched, Failed, GaveUp };

/**
 * Searches the text for a match, and takes from the budget what it costs: a step for each step tried and for each unit
 * of the text, of a group that is read again, and of the captures that a round clears.
 *
 * Gives up when the budget is used up, or with a million backtracking points (16 MB).
 */
[[nodiscard]] MatchResult run(const Program& program, const std::u16string& text, MatchBudget& budget);

}  // namespace aftermint::js
