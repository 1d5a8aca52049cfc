/** @file JavaScript's conversions and comparisons of values, as far as the published condition language uses them. */
#pragma once

#include <cstdint>
#include <string_view>

#include "aftermint/condition.h"
#include "memory/scratch.h"

namespace aftermint {

/** Outcomes of a comparison, as bits; 0 where a side is not a number. */
inline constexpr std::uint8_t kLess = 1;
inline constexpr std::uint8_t kEqual = 2;
inline constexpr std::uint8_t kGreater = 4;

/** Whether a value is not null, false, zero, NaN or the empty text. */
[[nodiscard]] bool isTruthy(const Value& value);

/** The value as text (`String(value)`): a view of a text's own bytes, else of `scratch`. */
[[nodiscard]] std::string_view textOf(const Value& value, const ConditionHost& host, Scratch& scratch);

/** The value as a number (`Number(value)`); NaN where it is not one. */
[[nodiscard]] double numberOf(const Value& value, const ConditionHost& host);

/** `===`: the same type and content. Lists and objects are never equal, since JavaScript compares their identity. */
[[nodiscard]] bool isStrictlyEqual(const Value& a, const Value& b);

/** Whether two values are equal in every part, with elements and members in the same order. */
[[nodiscard]] bool isSame(const Value& a, const Value& b);

/** Which of `<`, equal and `>` holds between two values. */
[[nodiscard]] std::uint8_t compareValues(const Value& a, const Value& b, const ConditionHost& host);

/** Which of `<`, equal and `>` holds between two versions; other values count as version 0. */
[[nodiscard]] std::uint8_t compareVersions(const Value& a, const Value& b, const ConditionHost& host);

/** Compares UTF-8 texts by their UTF-16 code units, as JavaScript does. */
[[nodiscard]] std::uint8_t compareTexts(std::string_view a, std::string_view b);

/**
 * Whether two texts are equal when case is ignored, in the Latin, Greek, Cyrillic and Armenian scripts.
 *
 * Each letter is folded to one letter, in the same way on every platform and for every locale. Letters of other scripts
 * are compared as they are.
 */
[[nodiscard]] bool isEqualFolded(std::string_view a, std::string_view b);

}  // namespace aftermint
