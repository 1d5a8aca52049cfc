/** @file Money as people read it, by ICU. */
#pragma once

#include <string>
#include <string_view>

#include "aftermint/book.h"

namespace aftermint {

/**
 * Formats an amount in minor units for a locale, as `Intl.NumberFormat` does with `style: 'currency'`.
 *
 * The digits behind the point are those of ISO 4217 (aftermint/currency.h) and not ICU's. A currency or locale ICU does
 * not know falls back to ICU's root ("GBP 24.00").
 */
[[nodiscard]] std::string formatMoney(Minor amount, std::string_view currency, std::string_view locale);

}  // namespace aftermint
