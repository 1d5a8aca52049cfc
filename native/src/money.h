/** @file Money as people read it, formatted by ICU. */
#pragma once

#include <string>
#include <string_view>

#include "aftermint/book.h"

namespace aftermint {

/**
 * Formats an amount in minor units for a locale, as `Intl.NumberFormat` does with `style: 'currency'`.
 *
 * The number of decimals is that of ISO 4217 (aftermint/currency.h), not ICU's. For a currency or locale that ICU does
 * not know, it formats as in its root locale ("GBP 24.00").
 */
[[nodiscard]] std::string formatMoney(Minor amount, std::string_view currency, std::string_view locale);

}  // namespace aftermint
