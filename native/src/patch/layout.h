/** @file A JSON text after a change, laid out as its author had it. */
#pragma once

#include <string>
#include <string_view>

#include "json.h"

namespace aftermint::patch {

/**
 * The value as text, two spaces a level; what did not change stands as it stood in `before`, letter for letter.
 *
 * So a patch changes the lines it is about and no others. What is new takes one line where it fits into eighty
 * columns. A text without a line break stays without, and one with another indent than two spaces is laid out anew.
 * `before` is a JSON text whose keys do not repeat, or empty where there was none.
 */
[[nodiscard]] std::string layOut(const Json& value, std::string_view before = {});

/** The value on one line, with spaces where a person would put them: `{ "a": 1, "b": [2, 3] }`. */
[[nodiscard]] std::string oneLine(const Json& value);

}  // namespace aftermint::patch
