/** @file Amounts of money that somebody wrote into a text by hand. */
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "aftermint/book.h"

namespace aftermint {

struct Amount {
  Minor value = 0;
  std::string_view text;  ///< as it was written, with its sign
};

/**
 * The amounts of that currency in a text, in its order: a figure beside the currency's sign or code, as locales write
 * them ("£24", "24,00 €", "1.299 EUR", "CHF 1'299.50"). A sign that many currencies share counts for the book's.
 */
[[nodiscard]] std::vector<Amount> amountsIn(std::string_view text, std::string_view currency);

/** An amount for people, the same in every language: "GBP 24.00", "JPY 450". */
[[nodiscard]] std::string plainMoney(Minor amount, std::string_view currency);

}  // namespace aftermint
