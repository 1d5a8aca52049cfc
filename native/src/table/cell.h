/** @file Values of table cells as people, spreadsheets and data frames write them. */
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "aftermint/book.h"
#include "table/number.h"

namespace aftermint {

/** Whether a cell has no value: it is empty, or holds "NaN", "#N/A", "null" and the like. */
[[nodiscard]] bool isBlank(std::string_view text);

/**
 * Reads "true", "t", "yes", "y", "on", "1", "1.0", the opposites of these, and TRUE and FALSE as spreadsheets in nine
 * languages write them; in any case. Returns nothing for other text.
 */
[[nodiscard]] std::optional<bool> parseBool(std::string_view text);

/**
 * Reads a whole number: "12", "-4", "12.0" (a data frame), "12,00" and "1,200".
 *
 * Returns nothing for any other text, and for more than 15 digits.
 */
[[nodiscard]] std::optional<std::int64_t> parseWhole(std::string_view text);

/** Removes the ".0" that a data frame adds to a number ("17850.0"). Other text stays as it is. */
[[nodiscard]] std::string_view withoutPointZero(std::string_view text);

/** An amount of money, or the reason why the text is none. */
struct ParsedMoney {
  Minor amount = 0;
  std::string fault;  ///< why, as the end of a sentence ("is empty"); empty if the text is an amount
};

/**
 * Reads an amount as minor units, exactly (`splitNumber`).
 *
 * Faults: no number, an amount finer than the minor unit, a currency on both sides, and a currency that is certainly
 * not `currency`. If `mark` is Unknown, an ambiguous amount ("1,299") is a fault too.
 *
 * @param currency ISO 4217 code
 * @param digits   decimals of the currency
 * @param mark     decimal mark of the column
 */
[[nodiscard]] ParsedMoney parseMoney(std::string_view text, std::string_view currency, int digits, DecimalMark mark);

}  // namespace aftermint
