/** @file Exact sums as texts. */
#pragma once

#include <string>
#include <string_view>

#include "aftermint/counts.h"

namespace aftermint {

/** The number of a decimal text. Throws StoreError if it is not a decimal integer of at most 128 bits. */
[[nodiscard]] Exact exactOf(std::string_view text);

/** An exact number as a decimal text. */
[[nodiscard]] std::string exactText(Exact value);

}  // namespace aftermint
