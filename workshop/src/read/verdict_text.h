/** @file How verdicts write figures. */
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace aftermint {

/** A number with this many decimals, rounded half away from zero: `-0.40`. */
[[nodiscard]] std::string fixedText(double value, int decimals);
/** A share of 1 as a percentage with two decimals: `-0.40 %`. */
[[nodiscard]] std::string shareText(double share);
/** A share of 1 as a percentage without decimals that are 0: `5 %`, `2.5 %`. */
[[nodiscard]] std::string roundShareText(double share);
/** A whole number with its noun: `1 order`, `300 orders`. */
[[nodiscard]] std::string countText(std::int64_t count, std::string_view noun);
/** `from -0.40 % to 6.60 %`. */
[[nodiscard]] std::string rangeText(double low, double high);

}  // namespace aftermint
