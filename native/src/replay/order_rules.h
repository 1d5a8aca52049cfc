/** @file What makes a line of an order file a purchase, a return, or dirt. */
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "aftermint/book.h"
#include "replay/order_columns.h"

namespace aftermint::replay {

/** Why a line is skipped. */
enum class Dirt : std::uint8_t {
  BadColumns,  ///< not as many fields as the header
  MissingInvoice,
  Cancelled,   ///< an invoice that begins with C before its digits
  Adjustment,  ///< an invoice that begins with another letter before its digits: bookkeeping
  MissingCode,
  MissingDescription,
  NotAProduct,  ///< postage, fees, discounts, vouchers and the like
  BadQuantity,  ///< not a whole number from 1 to 1,000,000; of a plain file, no decimal or zero
  BadPrice,     ///< not a decimal above zero in the currency's digits
  TooLarge,     ///< quantity by price is more than an order can hold
  BadDate,      ///< not YYYY-MM-DD HH:MM[:SS]; of a plain file, not `parseStamp`'s
};
inline constexpr std::size_t kDirts = 11;

/** The word of it in reports. */
[[nodiscard]] std::string_view word(Dirt dirt);

/** One clean line. */
struct OrderLine {
  std::size_t line = 0;
  std::string invoice, code, description;
  std::int64_t quantity = 0;  ///< above zero; of a plain file in thousandths, since goods are sold by weight, too
  Minor price = 0;            ///< of one; 0 in a plain file
  Millis time = 0;
  bool timed = false;  ///< whether `time` was given
  bool returned = false;
  bool calledOff = false;  ///< the whole order was
  std::string customer, country;
};

/** A line that was skipped, with what stands there. */
struct DirtyLine {
  std::size_t line = 0;
  Dirt dirt = Dirt::BadColumns;
  std::string detail;
};

/** What stands in one row, by role, without outer spaces; nothing where the file has no such column. */
using RowFields = std::array<std::optional<std::string_view>, kRoles>;

/**
 * Judges a row by the rules of the Online Retail set: the first rule it breaks, or nothing and the line.
 *
 * Columns the file does not have are not judged. An invoice that begins with C takes goods back: with `takesReturns` it
 * gives a line that is `returned`, else it is Dirt::Cancelled. Any other negative quantity is a stock entry: dirt.
 *
 * @param digits of the currency behind the point
 */
[[nodiscard]] std::optional<DirtyLine> judgeOnlineRetail(const RowFields& row, int digits, bool takesReturns,
                                                         OrderLine& out);

/**
 * Judges a row of any other file: what has an order and a product is a purchase, what has a negative quantity a return.
 *
 * A product without a code is known by its title. No quantity column: one piece. Price and time may be blank, as in
 * exports that give an order's facts on its first line alone; a purchase at a price of zero or below is no purchase.
 */
[[nodiscard]] std::optional<DirtyLine> judgePlain(const RowFields& row, OrderLine& out);

/** The id a book has for a stock code: capitals, so that 85123a and 85123A are one product. */
[[nodiscard]] std::string productIdOf(std::string_view code);

/** "2010-12-01 08:26:00" as milliseconds, taken for UTC; false where it is no such time. */
[[nodiscard]] bool parseTime(std::string_view text, Millis& out);

/** As `parseTime`, also a date alone, fractions of a second and a zone: "2024-01-05 10:23:45 -0500". */
[[nodiscard]] bool parseStamp(std::string_view text, Millis& out);

/** Whether an order's status says that nothing was kept: cancelled, refunded, returned or voided. */
[[nodiscard]] bool isCalledOff(std::string_view status);

/**
 * Whether a line is something else than goods: postage, manual entries, discounts, fees, adjustments, vouchers.
 *
 * Told by a code of one letter, or by the words of code and description where the code is no catalogue number (four
 * digits or more); a voucher is one under any code.
 */
[[nodiscard]] bool isService(std::string_view code, std::string_view description);

}  // namespace aftermint::replay
