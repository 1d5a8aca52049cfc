/** @file A JSON text divided into its values, so that a change leaves every other letter where it stands. */
#pragma once

#include <string_view>
#include <vector>

namespace aftermint::patch {

/** A value of a text, and those in it in the order written. */
struct JsonSpan {
  std::string_view text;
  std::string_view key;  ///< of a member: its key, the colon and the space behind it
  std::vector<JsonSpan> children;
};

/** The pieces of a text that is known to be JSON; they point into it. */
[[nodiscard]] JsonSpan spansOf(std::string_view text);

}  // namespace aftermint::patch
