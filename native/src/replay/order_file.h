/**
 * @file An order file in the format of the UCI Online Retail set, line by line.
 *
 * Columns by name: InvoiceNo, StockCode, Description, Quantity, InvoiceDate, UnitPrice, CustomerID, Country; plain or
 * gzip. Its times have no zone: they are taken for UTC.
 */
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "aftermint/book.h"

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
  BadQuantity,  ///< not a whole number from 1 to 1,000,000
  BadPrice,     ///< not a decimal above zero in the currency's digits
  TooLarge,     ///< quantity by price is more than an order can hold
  BadDate,      ///< not YYYY-MM-DD HH:MM[:SS]
};
inline constexpr std::size_t kDirts = 11;

/** The word of it in reports. */
[[nodiscard]] std::string_view word(Dirt dirt);

/** One clean line. */
struct OrderLine {
  std::size_t line = 0;
  std::string invoice, code, description;
  std::int64_t quantity = 0;
  Minor price = 0;  ///< of one
  Millis time = 0;
  std::string customer, country;
};

/** A line that was skipped, with what stands there. */
struct DirtyLine {
  std::size_t line = 0;
  Dirt dirt = Dirt::BadColumns;
  std::string detail;
};

struct LineCounts {
  std::size_t read = 0, used = 0;
  std::size_t converted = 0;  ///< lines, used or not, whose bytes were not UTF-8 and were read as Latin-1
  std::array<std::size_t, kDirts> dirty = {};

  [[nodiscard]] std::size_t skipped() const { return read - used; }
};

/** Where a dirty line is told of; each line is told of once, under the first rule it breaks. */
using OnDirty = std::function<void(const DirtyLine&)>;
using OnLine = std::function<void(OrderLine&&)>;

/**
 * Streams a file: clean lines to one, dirty ones to the other.
 *
 * Throws Unusable for a file that cannot be read or is no such table.
 *
 * @param digits of the currency behind the point
 */
LineCounts readOrderLines(const std::string& path, int digits, const OnLine& onLine, const OnDirty& onDirty);

/** The id a book has for a stock code: capitals, so that 85123a and 85123A are one product. */
[[nodiscard]] std::string productIdOf(std::string_view code);

/** "2010-12-01 08:26:00" as milliseconds, taken for UTC; false where it is no such time. */
[[nodiscard]] bool parseTime(std::string_view text, Millis& out);

/**
 * Whether a line is something else than goods: postage, manual entries, discounts, fees, adjustments, vouchers.
 *
 * Told by a code of one letter, or by the words of code and description where the code is no catalogue number (four
 * digits or more); a voucher is one under any code.
 */
[[nodiscard]] bool isService(std::string_view code, std::string_view description);

}  // namespace aftermint::replay
