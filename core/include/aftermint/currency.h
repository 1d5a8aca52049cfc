/** @file The currencies of ISO 4217: which there are, and how many digits of each stand behind the point. */
#pragma once

#include <string_view>

#include "aftermint/currencies.gen.h"

namespace aftermint {

/** Whether a list of codes with a space between them has that code; anything but three letters is in none. */
[[nodiscard]] constexpr bool isListed(std::string_view codes, std::string_view code) {
  return code.size() == 3 && code.find(' ') == std::string_view::npos && codes.find(code) != std::string_view::npos;
}

/**
 * How many digits of a currency stand behind the point: 2 for GBP, 0 for JPY, 3 for KWD.
 *
 * This alone says what an amount in minor units is worth; ICU and `Intl` style the divided number. A code that list
 * one does not have (withdrawn, newer, unknown) or has without a minor unit counts as 2.
 */
[[nodiscard]] constexpr int minorDigits(std::string_view currency) {
  if (isListed(kCurrenciesWithoutDecimals, currency)) return 0;
  if (isListed(kCurrenciesWithThreeDecimals, currency)) return 3;
  return isListed(kCurrenciesWithFourDecimals, currency) ? 4 : 2;
}

/** Whether the standard has or had the code; capitals only. */
[[nodiscard]] constexpr bool isKnownCurrency(std::string_view code) {
  for (const std::string_view codes :
       {kCurrenciesWithTwoDecimals, kCurrenciesWithoutDecimals, kCurrenciesWithThreeDecimals,
        kCurrenciesWithFourDecimals, kCurrenciesWithoutMinorUnit, kWithdrawnCurrencies}) {
    if (isListed(codes, code)) return true;
  }
  return false;
}

}  // namespace aftermint
