/** @file Numbers as people, spreadsheets and data frames write them in product tables. */
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "aftermint/book.h"

namespace aftermint {

/**
 * A whole number: "12", "-4", "12.0" (a data frame), "12,00" and "1,200".
 *
 * Nothing for any other text, and for more than 15 digits.
 */
[[nodiscard]] std::optional<std::int64_t> writtenWhole(std::string_view text);

/** Whether a cell says that it has no value: empty, or what data frames and spreadsheets write for that ("NaN",
 * "#N/A"). */
[[nodiscard]] bool isBlank(std::string_view text);

/** TRUE, true, 1, 1.0, yes, and what spreadsheets of other languages make of TRUE; nothing for an unknown word. */
[[nodiscard]] std::optional<bool> writtenBool(std::string_view text);

/** The decimal mark that an amount makes certain: '.' or ',', or 0 where it fits both. */
[[nodiscard]] char decimalMarkOf(std::string_view text);

struct WrittenMoney {
  Minor amount = 0;
  std::string fault;  ///< the end of a sentence ("is empty"); no fault where empty
};

/**
 * Reads "45.00", "$1,299.00", "1.299,00 €", "USD 45" as minor units, exactly.
 *
 * A currency may stand before or behind; one that is certainly another than `currency` is a fault. "1,299" and "1.299"
 * fit both marks: `mark` decides, and with 0 they are a fault. Finer amounts and exponents are faults.
 *
 * @param digits of the currency behind the point
 * @param mark   the decimal mark of the column: '.', ',' or 0 where it is not known
 */
[[nodiscard]] WrittenMoney writtenMoney(std::string_view text, std::string_view currency, int digits, char mark);

}  // namespace aftermint
