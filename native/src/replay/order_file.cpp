#include "replay/order_file.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <optional>
#include <utility>

#include "import/csv.h"
#include "import/ids.h"
#include "import/minor.h"
#include "import/text.h"

namespace aftermint::replay {
namespace {

using imports::CsvRow;
using imports::CsvTable;
using imports::trimmed;

constexpr std::int64_t kMaxQuantity = 1'000'000;  // of a moment's line (core/src/codec/moment_shape.cpp)

bool isDigit(char c) { return c >= '0' && c <= '9'; }
bool isLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/** C536379 and A563185: a letter, then digits alone. */
bool isMarked(std::string_view invoice) {
  return invoice.size() > 1 && isLetter(invoice[0]) && std::all_of(invoice.begin() + 1, invoice.end(), isDigit);
}

/** Calls `use` with each run of letters in small letters. */
template <class F>
bool anyWord(std::string_view text, F use) {
  std::string word;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    if (i < text.size() && isLetter(text[i])) {
      word += static_cast<char>(text[i] | 0x20);
    } else if (!word.empty()) {
      if (use(std::string_view(word))) return true;
      word.clear();
    }
  }
  return false;
}

bool isServiceWord(std::string_view word) {
  constexpr std::array<std::string_view, 20> kWords = {"postage",   "post",       "carriage", "shipping", "freight",
                                                       "courier",   "manual",     "discount", "fee",      "fees",
                                                       "amazonfee", "charge",     "charges",  "bank",     "commission",
                                                       "adjust",    "adjustment", "samples",  "refund",   "debt"};
  return std::find(kWords.begin(), kWords.end(), word) != kWords.end();
}

/** What stands in the columns of one row, cleaned of outer spaces. */
struct Fields {
  std::string_view invoice, code, description, quantity, date, price, customer, country;
};

/** Reads the digits at `at`, which must be exactly `size`. */
std::optional<int> number(std::string_view text, std::size_t at, std::size_t size) {
  if (at + size > text.size()) return std::nullopt;
  int value = 0;
  for (const char c : text.substr(at, size)) {
    if (!isDigit(c)) return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

/** The first rule the row breaks, or nothing and the line. */
std::optional<DirtyLine> judge(const Fields& row, int digits, OrderLine& out) {
  const auto dirty = [&](Dirt dirt, std::string detail) { return DirtyLine{out.line, dirt, std::move(detail)}; };
  const auto quoted = [](std::string_view text) { return "\"" + std::string(text) + "\""; };
  if (row.invoice.empty()) return dirty(Dirt::MissingInvoice, "no invoice number");
  if (isMarked(row.invoice)) {
    const bool cancels = (row.invoice[0] | 0x20) == 'c';
    return dirty(cancels ? Dirt::Cancelled : Dirt::Adjustment, "invoice " + std::string(row.invoice));
  }
  if (row.code.empty()) return dirty(Dirt::MissingCode, "no stock code");
  if (row.description.empty()) return dirty(Dirt::MissingDescription, "stock code " + std::string(row.code));
  if (isService(row.code, row.description)) {
    return dirty(Dirt::NotAProduct, std::string(row.code) + " " + quoted(row.description));
  }
  const char* const end = row.quantity.data() + row.quantity.size();
  const auto [stop, error] = std::from_chars(row.quantity.data(), end, out.quantity);
  if (error != std::errc() || stop != end || out.quantity < 1 || out.quantity > kMaxQuantity) {
    return dirty(Dirt::BadQuantity, "quantity " + quoted(row.quantity));
  }
  const imports::ParsedMinor price = imports::parseMinor(row.price, digits);
  if (price.fault != imports::MoneyFault::None || price.amount <= 0) {
    const std::string_view why = price.fault == imports::MoneyFault::None ? "is not above zero" : describe(price.fault);
    return dirty(Dirt::BadPrice, "price " + quoted(row.price) + " " + std::string(why));
  }
  out.price = price.amount;
  if (out.price > imports::kMaxMinor / out.quantity) {
    return dirty(Dirt::TooLarge, "quantity " + quoted(row.quantity) + " by price " + quoted(row.price));
  }
  if (!parseTime(row.date, out.time)) return dirty(Dirt::BadDate, "time " + quoted(row.date));
  out.invoice = row.invoice;
  out.code = row.code;
  out.description = imports::squeezed(row.description);
  // The set writes customers as 17850.0: a column of numbers with holes, once saved by a tool that made it decimal.
  out.customer = row.customer.ends_with(".0") ? row.customer.substr(0, row.customer.size() - 2) : row.customer;
  out.country = row.country;
  return std::nullopt;
}

}  // namespace

std::string_view word(Dirt dirt) {
  constexpr std::array<std::string_view, kDirts> kWords = {
      "bad_columns",   "missing_invoice", "cancelled", "adjustment", "missing_code", "missing_description",
      "not_a_product", "bad_quantity",    "bad_price", "too_large",  "bad_date"};
  return kWords[static_cast<std::size_t>(dirt)];
}

std::string productIdOf(std::string_view code) { return imports::makeId(imports::raised(trimmed(code))); }

bool parseTime(std::string_view text, Millis& out) {
  const auto year = number(text, 0, 4), month = number(text, 5, 2), day = number(text, 8, 2);
  const auto hour = number(text, 11, 2), minute = number(text, 14, 2);
  const bool seconds = text.size() == 19;
  const auto second = seconds ? number(text, 17, 2) : std::optional(0);
  if ((text.size() != 16 && !seconds) || !year || !month || !day || !hour || !minute || !second) return false;
  if (text[4] != '-' || text[7] != '-' || (text[10] != ' ' && text[10] != 'T') || text[13] != ':') return false;
  if (seconds && text[16] != ':') return false;
  const std::chrono::year_month_day date{std::chrono::year(*year), std::chrono::month(static_cast<unsigned>(*month)),
                                         std::chrono::day(static_cast<unsigned>(*day))};
  if (!date.ok() || *hour > 23 || *minute > 59 || *second > 59) return false;
  const std::int64_t days = std::chrono::sys_days(date).time_since_epoch().count();
  out = (((days * 24 + *hour) * 60 + *minute) * 60 + *second) * 1000;
  return true;
}

bool isService(std::string_view code, std::string_view description) {
  if (code.size() == 1 && isLetter(code[0])) return true;
  const auto isVoucher = [](std::string_view word) { return word == "voucher" || word == "vouchers"; };
  if (anyWord(description, isVoucher)) return true;
  if (std::count_if(code.begin(), code.end(), isDigit) >= 4) return false;
  return anyWord(code, isServiceWord) || anyWord(description, isServiceWord);
}

LineCounts readOrderLines(const std::string& path, int digits, const OnLine& onLine, const OnDirty& onDirty) {
  CsvTable table(path, {"InvoiceNo", "StockCode", "Description", "Quantity", "InvoiceDate", "UnitPrice"});
  const auto at = [&](std::string_view name) { return table.column(name).value_or(table.columns()); };
  const std::size_t invoice = at("InvoiceNo"), code = at("StockCode"), description = at("Description"),
                    quantity = at("Quantity"), date = at("InvoiceDate"), price = at("UnitPrice"),
                    customer = at("CustomerID"), country = at("Country");
  LineCounts counts;
  while (std::optional<CsvRow> row = table.next()) {
    ++counts.read;
    bool latin = false;
    for (std::string& field : row->fields) latin |= imports::makeUtf8(field);
    counts.converted += latin ? 1 : 0;

    OrderLine line;
    line.line = row->line;
    std::optional<DirtyLine> dirty;
    if (row->fields.size() != table.columns()) {
      dirty =
          DirtyLine{row->line, Dirt::BadColumns,
                    std::to_string(row->fields.size()) + " fields, the header has " + std::to_string(table.columns())};
    } else {
      const auto get = [&](std::size_t column) {
        return column < row->fields.size() ? trimmed(row->fields[column]) : std::string_view();
      };
      dirty = judge({get(invoice), get(code), get(description), get(quantity), get(date), get(price), get(customer),
                     get(country)},
                    digits, line);
    }
    if (dirty) {
      ++counts.dirty[static_cast<std::size_t>(dirty->dirt)];
      onDirty(*dirty);
    } else {
      ++counts.used;
      onLine(std::move(line));
    }
  }
  return counts;
}

}  // namespace aftermint::replay
