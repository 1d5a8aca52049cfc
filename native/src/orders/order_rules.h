/** @file What makes a line of an order file a purchase, a return, or dirt. */
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "aftermint/book.h"
#include "aftermint/codes.h"
#include "orders/order_columns.h"
#include "orders/order_status.h"
#include "orders/order_time.h"
#include "table/number.h"

namespace aftermint::orders {

/** Why a line is skipped. */
enum class SkipReason : std::uint8_t {
  BadColumns,  ///< not as many fields as the header
  MissingInvoice,
  Adjustment,  ///< an invoice that begins with another letter before its digits: bookkeeping
  MissingCode,
  MissingDescription,
  NotAProduct,  ///< postage, fees, discounts, vouchers and the like
  BadQuantity,  ///< not a number of pieces from 1 to 1,000,000; of a plain file, no number or zero
  BadPrice,     ///< zero or below
  TooLarge,     ///< quantity by price is more than an order can hold
  BadDate,      ///< not a time (`readStamp`), where the command needs one
};
inline constexpr std::size_t kSkipReasons = 10;

inline constexpr std::int64_t kOnePiece = 1000;  ///< of `OrderFileLine::quantity`

/** One clean line. */
struct OrderFileLine {
  std::size_t line = 0;
  std::string invoice, code, description;
  std::int64_t quantity = 0;  ///< above zero, in thousandths, since goods are sold by weight, too
  Minor price = 0;            ///< of one; above zero where there is one
  Millis time = 0;
  bool priced = false;  ///< whether a price could be read
  bool timed = false;   ///< whether a time could be read
  bool returned = false;
  bool calledOff = false;  ///< the whole order was
  std::string customer, country;
};

/** A line that was skipped, and the text that caused it. */
struct SkippedLine {
  std::size_t line = 0;
  SkipReason reason = SkipReason::BadColumns;
  std::string detail;
};

/** What stands in one row, by role, without outer spaces; nothing where the file has no such column. */
using RowFields = std::array<std::optional<std::string_view>, kRoles>;

/** How the cells of a file are read. */
struct CellRules {
  int digits = 2;          ///< of the currency behind the point
  bool needsTime = false;  ///< whether an unread time makes a line dirty
  DateOrder dates = DateOrder::Unknown;
  DecimalMark price = DecimalMark::Unknown, total = DecimalMark::Unknown, quantity = DecimalMark::Unknown;
};

/** What was not read, though the line counts, and what statuses were met. */
struct CellNotes {
  std::size_t unreadTimes = 0, unreadPrices = 0;
  std::string firstTime, firstPrice;  ///< the first of each, with its line
  StatusCounts statuses;
};

/**
 * Judges a row by the rules of the Online Retail set: the first rule it breaks, or nothing and the line.
 *
 * Columns the file does not have are not judged. An invoice that begins with C takes goods back: its line is
 * `returned`. Any other negative quantity is a stock entry: dirt.
 */
[[nodiscard]] std::optional<SkippedLine> judgeOnlineRetail(const RowFields& row, const CellRules& rules,
                                                           CellNotes& notes, OrderFileLine& out);

/**
 * Judges a row of any other file: what has an order and a product is a purchase, what has a negative quantity a return.
 *
 * A product without a code is known by its title. No quantity column: one piece. Price and time may be blank, as in
 * exports that give an order's facts on its first line alone; a purchase at a price of zero or below is no purchase.
 */
[[nodiscard]] std::optional<SkippedLine> judgePlain(const RowFields& row, const CellRules& rules, CellNotes& notes,
                                                    OrderFileLine& out);

/** The id a book has for a stock code: capitals, so that 85123a and 85123A are one product. */
[[nodiscard]] std::string productIdOf(std::string_view code);

/** What stands in the time columns of a row: the date, with the time of day where that has a column of its own. */
[[nodiscard]] std::string timeText(const RowFields& row);

/**
 * Whether a line is something else than goods: postage, manual entries, discounts, fees, adjustments, vouchers.
 *
 * Told by a code of one letter, or by the words of code and description where the code is no catalogue number (four
 * digits or more); a voucher is one under any code.
 */
[[nodiscard]] bool isService(std::string_view code, std::string_view description);

}  // namespace aftermint::orders

namespace aftermint {

/** The codes of skip reasons in reports. */
template <>
struct Codes<orders::SkipReason> {
  static constexpr std::array<std::string_view, orders::kSkipReasons> all = {
      "bad_columns",   "missing_invoice", "adjustment", "missing_code", "missing_description",
      "not_a_product", "bad_quantity",    "bad_price",  "too_large",    "bad_date"};
};

}  // namespace aftermint
