/** @file A pattern as steps of a machine that goes back where a way does not lead to a match. */
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "aftermint/pattern.h"

namespace aftermint::js {

/** One step; `back` reads to the left, as inside of a look behind. */
struct Step {
  enum class Do : std::uint8_t {
    Unit,       ///< reads `unit`
    Any,        ///< reads what ends no line, or anything where `dotAll`
    Set,        ///< reads one of sets[index], or one of the rest where `negated`
    LineStart,  ///< stands at the begin, or of a line where `multiline`
    LineEnd,
    WordEdge,
    Look,       ///< tries what follows up to its Match, then goes on at `to`
    Reference,  ///< reads again what a group of references[index] matched
    Save,       ///< keeps the place as slots[index]
    Fork,       ///< goes on behind, and later at `to`; the other way round where `lazy`
    Jump,       ///< goes on at `to`
    Begin,      ///< sets the count of loop `index` to 0
    Loop,       ///< another round of loop `index`, or on at `to`
    Enter,      ///< begins a round: what its groups matched before is forgotten
    Round,      ///< ends a round of loop `index`, whose Loop stands at `to`
    Match,
  };
  Do what = Do::Match;
  bool ignoreCase = false, multiline = false, dotAll = false, negated = false, back = false, lazy = false;
  char16_t unit = 0;
  std::uint32_t index = 0, to = 0;
  std::uint32_t least = 0, most = 0;
  std::uint32_t firstSlot = 0, lastSlot = 0;  ///< of Enter: the captures inside of the loop
};

struct Program {
  std::vector<Step> steps;
  std::vector<std::vector<std::pair<char16_t, char16_t>>> sets;  ///< sorted, apart; canonical where case is ignored
  std::vector<std::vector<std::uint32_t>> references;            ///< captures
  std::uint32_t captures = 0;
  std::uint32_t loops = 0;
};

/** The program of a pattern without a fault. */
[[nodiscard]] Program programOf(const Pattern& pattern);

/** What came of running a program. */
enum class Ran : std::uint8_t { Matched, Failed, GaveUp };

/**
 * Whether the program matches somewhere in the text.
 *
 * It gives up after ten million steps (about a tenth of a second) or a million ways to go back to.
 */
[[nodiscard]] Ran run(const Program& program, const std::u16string& text);

}  // namespace aftermint::js
