/**
 * @file JavaScript's regular expressions, read: ECMA-262 2025's Pattern without the flags u and v, with what browsers
 * allow beside it (Annex B). The page leaves this to its RegExp.
 */
#pragma once

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace aftermint {

/** How often a part may repeat where nothing ends it. */
inline constexpr std::uint32_t kEndless = std::numeric_limits<std::uint32_t>::max();

/** One part of a pattern; the flags are those in force where it stands. */
struct PatternNode {
  enum class Op : std::uint8_t {
    Sequence,   ///< every child, one behind the other
    Choice,     ///< one of the children, the first that leads to a match
    Unit,       ///< one code unit
    Any,        ///< `.`
    Set,        ///< `[…]`, `\d` and their kin
    LineStart,  ///< `^`
    LineEnd,    ///< `$`
    WordEdge,   ///< `\b`; negated `\B`
    Look,       ///< `(?=…)` and its kin
    Group,      ///< its child; kept as `capture` unless that is 0
    Reference,  ///< what one of `groups` matched
    Repeat,     ///< its child, `least` to `most` times
  };
  Op op = Op::Sequence;
  bool ignoreCase = false, multiline = false, dotAll = false;
  bool negated = false;  ///< of Set, WordEdge and Look
  bool behind = false;   ///< of Look: reads to the left
  bool lazy = false;     ///< of Repeat: as few as lead to a match
  char16_t unit = 0;
  std::uint32_t capture = 0;
  std::uint32_t least = 0, most = 0;
  std::uint32_t firstCapture = 0, lastCapture = 0;  ///< of Repeat: the captures inside, up to but not the last
  std::vector<std::uint32_t> children;              ///< indices of nodes
  std::vector<std::uint32_t> groups;
  std::vector<std::pair<char16_t, char16_t>> ranges;  ///< of Set, both ends in it
};

/** A pattern that was read, or why it cannot be. */
struct Pattern {
  std::vector<PatternNode> nodes;
  std::uint32_t root = 0;
  std::uint32_t captures = 0;
  bool hasModifiers = false;      ///< `(?i:…)`, ES2025
  bool hasRepeatedNames = false;  ///< one name for groups of two alternatives, ES2025
  bool hasLookBehind = false;     ///< `(?<=…)`, ES2018
  std::vector<char16_t>
      plainEscapes;   ///< letters behind a backslash that mean nothing there, so that they are themselves
  std::string fault;  ///< what is wrong, in words that follow “it has”; empty where nothing is
};

/**
 * Whether a group's name may begin with that code point beyond ASCII, or continue with it (ID_Start and ID_Continue of
 * Unicode). Defined by whoever links the workshop, as `platformHost` is: ICU natively, JavaScript in the browser.
 */
[[nodiscard]] bool isNameLetter(std::uint32_t point, bool isFirst);

/**
 * Reads a pattern in UTF-8.
 *
 * @param ignoreCase the flag i; a modifier inside may say otherwise
 */
[[nodiscard]] Pattern readPattern(std::string_view pattern, bool ignoreCase);

/** The code units of a text in UTF-8; a byte that begins no character becomes U+FFFD. */
[[nodiscard]] std::u16string utf16Of(std::string_view utf8);

}  // namespace aftermint
