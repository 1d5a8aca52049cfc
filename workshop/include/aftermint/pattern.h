/**
 * @file A parser for JavaScript's regular expressions: Pattern of ECMA-262 2025 without the flags u and v, with the
 * extensions for browsers (Annex B). Pages use the browser's RegExp instead.
 */
#pragma once

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace aftermint {

/** The count of repetitions without an upper limit. */
inline constexpr std::uint32_t kEndless = std::numeric_limits<std::uint32_t>::max();

/** One part of a pattern, with the flags that apply to it. */
struct PatternNode {
  enum class Op : std::uint8_t {
    Sequence,   ///< all children, one after the other
    Choice,     ///< the first child that leads to a match
    Unit,       ///< one code unit
    Any,        ///< `.`
    Set,        ///< `[…]`, `\d` and similar
    LineStart,  ///< `^`
    LineEnd,    ///< `$`
    WordEdge,   ///< `\b`, or `\B` if negated
    Look,       ///< `(?=…)` and similar
    Group,      ///< its child; captured under the number `capture` unless that is 0
    Reference,  ///< the text that one of `groups` matched
    Repeat,     ///< its child, `least` to `most` times
  };
  Op op = Op::Sequence;
  bool ignoreCase = false, multiline = false, dotAll = false;
  bool negated = false;                               ///< of Set, WordEdge and Look
  bool behind = false;                                ///< of Look: reads to the left
  bool lazy = false;                                  ///< of Repeat: as few times as possible
  char16_t unit = 0;                                  ///< of Unit
  std::uint32_t capture = 0;                          ///< of Group: its number, from 1; 0: not captured
  std::uint32_t least = 0, most = 0;                  ///< of Repeat; `most` may be kEndless
  std::uint32_t firstCapture = 0, lastCapture = 0;    ///< of Repeat: the captures inside, `lastCapture` excluded
  std::vector<std::uint32_t> children;                ///< indices in `Pattern::nodes`
  std::vector<std::uint32_t> groups;                  ///< of Reference: several if a name is repeated
  std::vector<std::pair<char16_t, char16_t>> ranges;  ///< of Set, both ends included
};

/** A parsed pattern, or what is wrong with it. */
struct Pattern {
  std::vector<PatternNode> nodes;
  std::uint32_t root = 0;              ///< index in `nodes`
  std::uint32_t captures = 0;          ///< the number of capturing groups
  bool hasModifiers = false;           ///< `(?i:…)`, ES2025
  bool hasRepeatedNames = false;       ///< groups with the same name in two alternatives, ES2025
  bool hasLookBehind = false;          ///< `(?<=…)`, ES2018
  std::vector<char16_t> plainEscapes;  ///< letters after a backslash without a meaning, which stand for themselves
  std::string fault;                   ///< what is wrong, worded to follow “it has”; empty if nothing is
};

/**
 * Whether the name of a group may contain a code point beyond ASCII (Unicode's ID_Continue) or, with `isFirst`, begin
 * with it (ID_Start). The program that links the workshop defines this function, as it does `platformHost`: with ICU
 * natively, with JavaScript in the workshop's module.
 */
[[nodiscard]] bool isNameLetter(std::uint32_t point, bool isFirst);

/**
 * Parses a pattern in UTF-8. For a wrong pattern `Pattern::fault` says why, and the rest is not to be used.
 *
 * @param ignoreCase the flag i; modifiers inside the pattern can change it
 */
[[nodiscard]] Pattern readPattern(std::string_view pattern, bool ignoreCase);

/** UTF-8 as UTF-16. A byte that starts no character becomes U+FFFD. */
[[nodiscard]] std::u16string utf16Of(std::string_view utf8);

}  // namespace aftermint
