/** @file The rules that tell purchases, returns and skipped lines of an order file apart. */
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

/** Why a line is skipped: neither a purchase nor a return. */
enum class SkipReason : std::uint8_t {
  BadColumns,          ///< the number of fields differs from the header
  MissingInvoice,      ///< no order number
  Adjustment,          ///< an invoice number that begins with a letter other than C: bookkeeping
  MissingCode,         ///< no code of the product; in a plain file, neither code nor title
  MissingDescription,  ///< no title of the product; in a plain file, allowed
  NotAProduct,         ///< postage, fees, discounts, vouchers and the like
  BadQuantity,         ///< not a number from 1 to 1,000,000; in a plain file, no number or zero
  BadPrice,            ///< zero or less
  TooLarge,            ///< quantity times price exceeds the maximum of an order
  BadDate,             ///< the time cannot be read, and the command needs it
};
inline constexpr std::size_t kSkipReasons = 10;

inline constexpr std::int64_t kOnePiece = 1000;  ///< `OrderFileLine::quantity` of one piece

/** One purchase or return. */
struct OrderFileLine {
  std::size_t line = 0;  ///< physical line in the file, from 1
  std::string invoice, code, description;
  std::int64_t quantity = 0;  ///< above zero, in thousandths, as some goods are sold by weight
  Minor price = 0;            ///< of one piece, minor units, above zero; 0 if not `priced`, as a return may be
  Millis time = 0;            ///< 0 if not `timed`
  bool priced = false;        ///< whether a price could be read
  bool timed = false;         ///< whether a time could be read
  bool returned = false;
  bool calledOff = false;                ///< whether the whole order was cancelled, refunded or not paid
  bool moneyBack = false;                ///< of `calledOff`: it was paid, and the money went back (`isMoneyBack`)
  std::optional<Minor> orderTotal = {};  ///< of the whole order, if the file has it and it could be read
  std::string customer, country;
};

/** A line that was skipped, and the text that caused it. */
struct SkippedLine {
  std::size_t line = 0;  ///< physical line in the file, from 1
  SkipReason reason = SkipReason::BadColumns;
  std::string detail;
};

/** The cells of a row by role, without outer spaces; nothing if the file does not have the column. */
using RowFields = std::array<std::optional<std::string_view>, kRoles>;

/** How to read the cells of a file. */
struct CellRules {
  int digits = 2;          ///< decimals of the currency
  bool needsTime = false;  ///< whether a line is skipped if its time cannot be read
  DateOrder dates = DateOrder::Unknown;
  DecimalMark price = DecimalMark::Unknown, total = DecimalMark::Unknown, quantity = DecimalMark::Unknown;
  DecimalMark orderTotal = DecimalMark::Unknown;
};

/** Cells that could not be read in lines that still count, and the statuses of the file. */
struct CellNotes {
  std::size_t unreadTimes = 0, unreadPrices = 0;
  std::string firstTime, firstPrice;  ///< the first of each, with its line number
  StatusCounts statuses;
};

/**
 * Reads a row by the rules of the Online Retail data set into `out`. Returns the first rule that it breaks, if any.
 *
 * Columns that the file does not have are not checked. Lines of invoices that begin with C are returns. Other lines
 * with a negative quantity are stock entries and are skipped.
 */
[[nodiscard]] std::optional<SkippedLine> judgeOnlineRetail(const RowFields& row, const CellRules& rules,
                                                           CellNotes& notes, OrderFileLine& out);

/**
 * Reads a row of any other file into `out`. Returns the first rule that it breaks, if any.
 *
 * A row with an order and a product is a purchase; with a negative quantity, a return. A product without a code is
 * identified by its title. Without a quantity column, the quantity is one. Price and time may be blank, because some
 * exports repeat them only on the first line of an order. A line with a price of zero or less is skipped.
 */
[[nodiscard]] std::optional<SkippedLine> judgePlain(const RowFields& row, const CellRules& rules, CellNotes& notes,
                                                    OrderFileLine& out);

/** Returns the id of a stock code in a book: in capitals, so that 85123a and 85123A are one product. */
[[nodiscard]] std::string productIdOf(std::string_view code);

/** Returns the time of a row as text: the date, and the time of day if it has its own column. */
[[nodiscard]] std::string timeText(const RowFields& row);

/**
 * Whether a line is not about goods: postage, manual entries, discounts, fees, adjustments, vouchers.
 *
 * True for a code of one letter, and for certain words in code or description, unless the code has four digits or more.
 * The word "voucher" counts with any code.
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
