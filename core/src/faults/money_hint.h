/** @file What somebody meant who wrote money with a point. */
#pragma once

#include <string>
#include <string_view>

namespace aftermint::codec {

/**
 * How to write in minor units the number `written` in JSON with a point or an exponent, as a sentence for people.
 *
 * `currency` is empty where it is not known; then the sentence says what the number is with two decimals.
 */
[[nodiscard]] std::string moneyHint(std::string_view written, std::string_view currency);

}  // namespace aftermint::codec
