/** @file Formats changed JSON like the text it was made from. */
#pragma once

#include <string>
#include <string_view>

#include "json.h"

namespace aftermint::patch {

/**
 * The value as text, indented by two spaces a level. Unchanged parts keep their text from `before`.
 *
 * So a patch changes only the lines it concerns. A new value takes one line if it fits into eighty columns. If `before`
 * has no line break, the result has none either; if its indent is not two spaces, all is formatted anew. `before` is
 * JSON without repeated keys, or empty.
 */
[[nodiscard]] std::string layOut(const Json& value, std::string_view before = {});

/** The value on one line, with spaces as people write them: `{ "a": 1, "b": [2, 3] }`. */
[[nodiscard]] std::string oneLine(const Json& value);

}  // namespace aftermint::patch
