/** @file JavaScript's view of values, as far as the published condition language rests on it. */
#pragma once

#include <cstdint>
#include <string_view>

#include "aftermint/condition.h"
#include "memory/scratch.h"

namespace aftermint {

/** Outcomes of a comparison, as bits; none of them where a side is no number. */
inline constexpr std::uint8_t kLess = 1;
inline constexpr std::uint8_t kEqual = 2;
inline constexpr std::uint8_t kGreater = 4;

/** Neither null, false, zero, NaN nor the empty text. */
[[nodiscard]] bool isTruthy(const Value& value);

/** The value as text (`String(value)`): a text's own bytes, or `scratch` filled. */
[[nodiscard]] std::string_view textOf(const Value& value, const ConditionHost& host, Scratch& scratch);

/** The value as a number (`Number(value)`), NaN where it is none. */
[[nodiscard]] double numberOf(const Value& value, const ConditionHost& host);

/** `===`: same kind and same content; lists and objects are never equal, since no two are one. */
[[nodiscard]] bool isStrictlyEqual(const Value& a, const Value& b);

/** The same in every part: lists in order, objects with their members in order. */
[[nodiscard]] bool isSame(const Value& a, const Value& b);

/** Which of `<`, equal and `>` holds between two values. */
[[nodiscard]] std::uint8_t compareValues(const Value& a, const Value& b, const ConditionHost& host);

/** Which of `<`, equal and `>` holds between two versions; what is no version counts as 0. */
[[nodiscard]] std::uint8_t compareVersions(const Value& a, const Value& b, const ConditionHost& host);

/** Text order by UTF-16 code units, as browsers have it, over UTF-8. */
[[nodiscard]] std::uint8_t compareTexts(std::string_view a, std::string_view b);

/**
 * Equal when case is ignored, in the Latin, Greek, Cyrillic and Armenian scripts.
 *
 * One letter for one letter, the same on every platform and for every locale; other scripts compare as they are.
 */
[[nodiscard]] bool isEqualFolded(std::string_view a, std::string_view b);

}  // namespace aftermint
