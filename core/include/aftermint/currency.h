/** @file The currencies of ISO 4217, and how many digits each has after the decimal point. */
#pragma once

#include <string_view>

#include "aftermint/currencies.gen.h"

namespace aftermint {

/** Whether a list of codes with spaces between them has that code; false for a code that has not three letters. */
[[nodiscard]] constexpr bool isListed(std::string_view codes, std::string_view code) {
  return code.size() == 3 && code.find(' ') == std::string_view::npos && codes.find(code) != std::string_view::npos;
}

/**
 * How many digits a currency has after the decimal point: 2 for GBP, 0 for JPY, 3 for KWD.
 *
 * Only this says how many minor units make one unit; ICU and `Intl` format the divided number. The source is list one
 * of ISO 4217. The result is 2 for codes that it does not have (withdrawn, newer, unknown) or has without a minor unit.
 */
[[nodiscard]] constexpr int minorDigits(std::string_view currency) {
  if (isListed(kCurrenciesWithoutDecimals, currency)) return 0;
  if (isListed(kCurrenciesWithThreeDecimals, currency)) return 3;
  return isListed(kCurrenciesWithFourDecimals, currency) ? 4 : 2;
}

/** Whether a text has the form of a currency code: three capital letters. */
[[nodiscard]] constexpr bool isCurrency(std::string_view code) {
  if (code.size() != 3) return false;
  for (const char c : code) {
    if (c < 'A' || c > 'Z') return false;
  }
  return true;
}

/** Whether the code is in list one of ISO 4217 (current) or list three (withdrawn). */
[[nodiscard]] constexpr bool isKnownCurrency(std::string_view code) {
  for (const std::string_view codes :
       {kCurrenciesWithTwoDecimals, kCurrenciesWithoutDecimals, kCurrenciesWithThreeDecimals,
        kCurrenciesWithFourDecimals, kCurrenciesWithoutMinorUnit, kWithdrawnCurrencies}) {
    if (isListed(codes, code)) return true;
  }
  return false;
}

}  // namespace aftermint
