/** @file Estimates how many lines a text takes. */
#pragma once

#include <cstdint>
#include <string_view>

namespace aftermint {

/** A length in thousandths of an em. */
using MilliEm = std::int64_t;

/** The width of a text on one line, in thousandths of its font size, in a wide font: DejaVu Sans, as wide as Verdana.
 */
[[nodiscard]] MilliEm textWidth(std::string_view utf8, bool bold);

/**
 * How many lines a text takes in a column: at least one, and rather too many than too few in the usual fonts.
 *
 * @param column width of the column in thousandths of the text's font size; a word that is wider is broken
 */
[[nodiscard]] std::int64_t textLines(std::string_view utf8, MilliEm column, bool bold);

}  // namespace aftermint
