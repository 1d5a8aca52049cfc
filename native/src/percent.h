/** @file Shares as percentages. */
#pragma once

#include <string>

#include "aftermint/book.h"

namespace aftermint {

/** Basis points as a percentage without trailing zeros: 1250 is "12.5 %". `share` is not negative. */
[[nodiscard]] std::string percentText(Bps share);

/** Basis points as a percentage with two decimals, for columns: 1250 is "12.50 %". `share` is not negative. */
[[nodiscard]] std::string percentTextFixed(Bps share);

}  // namespace aftermint
