/** @file Where each value stands in a JSON text, so that edits leave the rest of the text as it is. */
#pragma once

#include <string_view>
#include <vector>

namespace aftermint::patch {

/** The text of a JSON value, and of the values in it, in the order written. */
struct JsonSpan {
  std::string_view text;
  std::string_view key;  ///< for a member of an object: its key, the colon and the space around it
  std::vector<JsonSpan> children;
};

/** The spans of a text that is valid JSON. They point into it. */
[[nodiscard]] JsonSpan spansOf(std::string_view text);

}  // namespace aftermint::patch
