/** @file Finds amounts of money in a text. */
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "aftermint/book.h"

namespace aftermint {

struct Amount {
  Minor value = 0;
  std::string_view text;  ///< as written, with its currency sign
};

/**
 * The amounts of one currency in a text, in text order. An amount is a number next to the currency's sign or code, as
 * locales write it ("£24", "24,00 €", "1.299 EUR", "CHF 1'299.50"). A sign that several currencies share counts as
 * this currency.
 *
 * @param currency three capital letters (ISO 4217)
 */
[[nodiscard]] std::vector<Amount> amountsIn(std::string_view text, std::string_view currency);

/** An amount as text that is the same in every language: "GBP 24.00", "JPY 450". */
[[nodiscard]] std::string plainMoney(Minor amount, std::string_view currency);

}  // namespace aftermint
