/** @file Money as people read it, by ICU. */
#pragma once

#include <string>
#include <string_view>

#include "aftermint/book.h"

namespace aftermint {

/** How many digits of a currency stand behind the point: 2 for GBP, 0 for JPY, 3 for KWD. */
[[nodiscard]] int currencyDigits(std::string_view currency);

/**
 * Formats an amount in minor units for a locale, as `Intl.NumberFormat` does with `style: 'currency'`.
 *
 * Rounds half up. A currency or locale ICU does not know falls back to ICU's root ("GBP 24.00").
 */
[[nodiscard]] std::string formatMoney(Minor amount, std::string_view currency, std::string_view locale);

}  // namespace aftermint
