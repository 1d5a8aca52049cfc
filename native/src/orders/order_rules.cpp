#include "orders/order_rules.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "book/make_id.h"
#include "table/cell.h"
#include "table/minor.h"
#include "text.h"

namespace aftermint::orders {
namespace {

constexpr std::int64_t kMaxPieces = 1'000'000;  // of a line of a moment (core/src/codec/moment_shape.cpp)

/** Whether the invoice number is a letter and digits, like C536379. */
bool isMarked(std::string_view invoice) {
  return invoice.size() > 1 && isAsciiLetter(invoice[0]) && std::all_of(invoice.begin() + 1, invoice.end(), isDigit);
}

/** Calls `use` with each word of ASCII letters, in lower case, until it returns true. */
template <class F>
bool anyWord(std::string_view text, F use) {
  std::string word;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    if (i < text.size() && isAsciiLetter(text[i])) {
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

std::string inMarks(std::string_view text) { return "\"" + std::string(text) + "\""; }

/** Returns a cell; empty if the file does not have the column. */
std::string_view textOf(const RowFields& row, Role role) {
  return row[static_cast<std::size_t>(role)].value_or(std::string_view());
}

bool has(const RowFields& row, Role role) { return row[static_cast<std::size_t>(role)].has_value(); }

/** Reads the quantity of a line in thousandths. Returns false if it is zero, too large or not a number. */
bool readPieces(std::string_view text, const CellRules& rules, std::int64_t& out) {
  // Unless the column shows a decimal comma, "1.000" is one and "1,000" is a thousand.
  const DecimalMark mark = rules.quantity == DecimalMark::Unknown ? DecimalMark::Point : rules.quantity;
  const std::optional<DecimalNumber> pieces = parseDecimal(text, mark);
  if (!pieces) return false;
  constexpr std::int64_t kUnit = kMillion / kOnePiece;
  out = pieces->millionths / kUnit;
  return pieces->millionths % kUnit == 0 && out != 0 && out >= -kMaxPieces * kOnePiece && out <= kMaxPieces * kOnePiece;
}

/** Reads a price in millionths of the currency. Returns nothing if it cannot be read. */
std::optional<std::int64_t> readPrice(std::string_view text, DecimalMark mark, int digits) {
  // In a currency with three decimals, "1.299" is an ordinary price.
  if (mark == DecimalMark::Unknown && digits == 3) mark = DecimalMark::Point;
  const std::optional<DecimalNumber> number = parseDecimal(text, mark);
  return number ? std::optional(number->millionths) : std::nullopt;
}

void noteUnread(std::string_view text, std::size_t line, std::size_t& count, std::string& first) {
  if (count++ == 0) first = "line " + std::to_string(line) + ", " + inMarks(text);
}

/** Sets the price from its own column, or from the line's total. `quantity` and `returned` must be set. */
std::optional<SkippedLine> setPrice(const RowFields& row, const CellRules& rules, CellNotes& notes,
                                    OrderFileLine& out) {
  const bool own = has(row, Role::Price);
  const std::string_view text = textOf(row, own ? Role::Price : Role::Total);
  if (text.empty()) return std::nullopt;
  std::optional<std::int64_t> price = readPrice(text, own ? rules.price : rules.total, rules.digits);
  if (price && !own) {
    constexpr std::int64_t kMost = std::numeric_limits<std::int64_t>::max() / kOnePiece;
    if (out.returned && *price < 0) price = -*price;  // what went back is written as a negative total
    price = *price > kMost ? std::nullopt : std::optional(*price * kOnePiece / out.quantity);
  }
  if (out.returned) {  // without a usable price it is a return all the same
    const Minor minor = price ? minorOf(*price, rules.digits) : 0;
    out.priced = minor > 0 && minor <= kMaxMinor / std::max<std::int64_t>(1, out.quantity / kOnePiece);
    out.price = out.priced ? minor : 0;
    return std::nullopt;
  }
  if (!price) {
    noteUnread(text, out.line, notes.unreadPrices, notes.firstPrice);
    return std::nullopt;
  }
  out.price = minorOf(*price, rules.digits);
  if (out.price <= 0)
    return SkippedLine{out.line, SkipReason::BadPrice, "price " + inMarks(text) + " is not above zero"};
  if (out.price > kMaxMinor / std::max<std::int64_t>(1, out.quantity / kOnePiece)) {
    return SkippedLine{out.line, SkipReason::TooLarge,
                       "quantity " + inMarks(textOf(row, Role::Quantity)) + " by price " + inMarks(text)};
  }
  out.priced = true;
  return std::nullopt;
}

/** Sets the total of the order, if the file has one that can be read. */
void setOrderTotal(const RowFields& row, const CellRules& rules, OrderFileLine& out) {
  const std::string_view text = textOf(row, Role::OrderTotal);
  if (text.empty()) return;
  const std::optional<std::int64_t> total = readPrice(text, rules.orderTotal, rules.digits);
  if (!total || *total < 0) return;
  const Minor minor = minorOf(*total, rules.digits);
  if (minor <= kMaxMinor) out.orderTotal = minor;
}

/** Sets the time. If it cannot be read, the line is skipped only if the time is needed. */
std::optional<SkippedLine> setTime(const RowFields& row, const CellRules& rules, CellNotes& notes, bool mayBeBlank,
                                   OrderFileLine& out) {
  if (!has(row, Role::Time)) return std::nullopt;
  const std::string text = timeText(row);
  if (text.empty() && mayBeBlank) return std::nullopt;
  const ParsedTime time = parseTime(text, rules.dates);
  out.timed = time.read;
  out.time = time.at;
  if (time.read) return std::nullopt;
  if (rules.needsTime) return SkippedLine{out.line, SkipReason::BadDate, "time " + inMarks(text)};
  noteUnread(text, out.line, notes.unreadTimes, notes.firstTime);
  return std::nullopt;
}

bool saysYes(std::string_view text) {
  const std::string word = folded(text);
  return !word.empty() && word != "no" && word != "false" && word != "0" && word != "n" && word != "-";
}

/** Sets whether a status column says that there was no sale. Counts every status. */
void setCalledOff(const RowFields& row, CellNotes& notes, OrderFileLine& out) {
  for (const Role role : {Role::Status, Role::Payment, Role::Fulfilment}) {
    const std::string_view status = textOf(row, role);
    if (status.empty()) continue;
    if (notes.statuses.add(textOf(row, Role::Order), status) != StatusKind::NoSale) continue;
    out.calledOff = true;
    out.moneyBack = out.moneyBack || isMoneyBack(status);
  }
}

/** Returns the title with its variant: "Board wax - Large". */
std::string titleOf(const RowFields& row) {
  std::string title = squeezed(textOf(row, Role::Title));
  const std::string option = squeezed(textOf(row, Role::Option));
  const std::string word = lowered(option);
  const bool says =
      !option.empty() && word != "regular" && word != "default title" && word != "default" && word != lowered(title);
  return says && !title.empty() ? title + " - " + option : title;
}

}  // namespace

std::string productIdOf(std::string_view code) { return makeId(raised(trimmed(code))); }

std::string timeText(const RowFields& row) {
  std::string text(textOf(row, Role::Time));
  const std::string_view clock = textOf(row, Role::Clock);
  if (!clock.empty() && !text.empty() && text.find(':') == std::string::npos) (text += ' ') += clock;
  return text;
}

bool isService(std::string_view code, std::string_view description) {
  if (code.size() == 1 && isAsciiLetter(code[0])) return true;
  const auto isVoucher = [](std::string_view word) { return word == "voucher" || word == "vouchers"; };
  if (anyWord(description, isVoucher)) return true;
  if (std::count_if(code.begin(), code.end(), isDigit) >= 4) return false;
  return anyWord(code, isServiceWord) || anyWord(description, isServiceWord);
}

std::optional<SkippedLine> judgeOnlineRetail(const RowFields& row, const CellRules& rules, CellNotes& notes,
                                             OrderFileLine& out) {
  const auto skipped = [&](SkipReason reason, std::string detail) {
    return SkippedLine{out.line, reason, std::move(detail)};
  };
  const std::string_view invoice = textOf(row, Role::Order), code = textOf(row, Role::Product),
                         description = textOf(row, Role::Title), quantity = textOf(row, Role::Quantity);
  if (invoice.empty()) return skipped(SkipReason::MissingInvoice, "no invoice number");
  if (isMarked(invoice)) {
    out.returned = (invoice[0] | 0x20) == 'c';
    if (!out.returned) return skipped(SkipReason::Adjustment, "invoice " + std::string(invoice));
  }
  if (code.empty()) return skipped(SkipReason::MissingCode, "no stock code");
  if (has(row, Role::Title) && description.empty()) {
    return skipped(SkipReason::MissingDescription, "stock code " + std::string(code));
  }
  if (isService(code, description))
    return skipped(SkipReason::NotAProduct, std::string(code) + " " + inMarks(description));
  out.quantity = kOnePiece;
  if (has(row, Role::Quantity)) {
    const bool read = readPieces(quantity, rules, out.quantity) && out.quantity % kOnePiece == 0;
    if (out.returned) out.quantity = -out.quantity;
    if (!read || out.quantity < 0) return skipped(SkipReason::BadQuantity, "quantity " + inMarks(quantity));
  }
  if (std::optional<SkippedLine> bad = setPrice(row, rules, notes, out)) return bad;
  if (std::optional<SkippedLine> bad = setTime(row, rules, notes, false, out)) return bad;
  setCalledOff(row, notes, out);
  setOrderTotal(row, rules, out);
  out.invoice = invoice;
  out.code = code;
  out.description = squeezed(description);
  out.customer = withoutPointZero(textOf(row, Role::Customer));
  out.country = textOf(row, Role::Country);
  return std::nullopt;
}

std::optional<SkippedLine> judgePlain(const RowFields& row, const CellRules& rules, CellNotes& notes,
                                      OrderFileLine& out) {
  const auto skipped = [&](SkipReason reason, std::string detail) {
    return SkippedLine{out.line, reason, std::move(detail)};
  };
  const std::string_view order = textOf(row, Role::Order), code = textOf(row, Role::Product),
                         quantity = textOf(row, Role::Quantity);
  if (order.empty()) return skipped(SkipReason::MissingInvoice, "no order number");
  out.description = titleOf(row);
  if (code.empty() && out.description.empty()) return skipped(SkipReason::MissingCode, "no product");
  out.quantity = kOnePiece;
  if (has(row, Role::Quantity) && !readPieces(quantity, rules, out.quantity)) {
    return skipped(SkipReason::BadQuantity, "quantity " + inMarks(quantity));
  }
  out.returned = out.quantity < 0;
  if (out.returned) out.quantity = -out.quantity;
  const std::string_view event = textOf(row, Role::Event);
  out.returned |= !event.empty() && statusKind(event) == StatusKind::NoSale;
  if (std::optional<SkippedLine> bad = setPrice(row, rules, notes, out)) return bad;
  if (std::optional<SkippedLine> bad = setTime(row, rules, notes, true, out)) return bad;
  setCalledOff(row, notes, out);
  out.calledOff = out.calledOff || saysYes(textOf(row, Role::Cancelled));
  setOrderTotal(row, rules, out);
  out.invoice = withoutPointZero(order);
  out.code = code.empty() ? out.description : std::string(withoutPointZero(code));
  out.customer = withoutPointZero(textOf(row, Role::Customer));
  out.country = textOf(row, Role::Country);
  return std::nullopt;
}

}  // namespace aftermint::orders
