/** @file Hints for amounts that were written with a decimal point. */
#pragma once

#include <string>
#include <string_view>

namespace aftermint::codec {

/**
 * A sentence that says how to write an amount in minor units which JSON has with a point or an exponent.
 *
 * `currency` is empty where it is unknown; then the sentence assumes two decimals.
 */
[[nodiscard]] std::string moneyHint(std::string_view written, std::string_view currency);

}  // namespace aftermint::codec
