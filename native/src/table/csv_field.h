/** @file Fields of CSV files that this program writes. */
#pragma once

#include <string>
#include <string_view>

namespace aftermint {

/**
 * A text as a field of a CSV file (RFC 4180): in quotes if it has a comma, a quote or a line end.
 *
 * A text that a spreadsheet would read as a formula (it begins with `=`, `+`, `-`, `@`, a tab or a carriage return)
 * gets a `'` in front. Numbers are written without this function.
 */
[[nodiscard]] std::string csvField(std::string_view text);

}  // namespace aftermint
