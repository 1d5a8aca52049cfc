#include "replay/order_rules.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "import/ids.h"
#include "import/minor.h"
#include "import/text.h"

namespace aftermint::replay {
namespace {

using imports::isDigit;

constexpr std::int64_t kMaxQuantity = 1'000'000;  // of a moment's line (core/src/codec/moment_shape.cpp)

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

std::string quoted(std::string_view text) { return "\"" + std::string(text) + "\""; }

/** What stands in a column; empty where the file has none. */
std::string_view textOf(const RowFields& row, Role role) {
  return row[static_cast<std::size_t>(role)].value_or(std::string_view());
}

bool has(const RowFields& row, Role role) { return row[static_cast<std::size_t>(role)].has_value(); }

/** A whole number of pieces within what a line can hold, negative in a return; false for anything else. */
bool readPieces(std::string_view text, bool returned, std::int64_t& out) {
  const char* const end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, out);
  if (error != std::errc() || stop != end || out < -kMaxQuantity || out > kMaxQuantity) return false;
  if (returned) out = -out;
  return out >= 1;
}

std::string whyNot(const imports::ParsedMinor& price) {
  return std::string(price.fault == imports::MoneyFault::None ? "is not above zero" : describe(price.fault));
}

}  // namespace

std::string_view word(Dirt dirt) {
  constexpr std::array<std::string_view, kDirts> kWords = {
      "bad_columns",   "missing_invoice", "cancelled", "adjustment", "missing_code", "missing_description",
      "not_a_product", "bad_quantity",    "bad_price", "too_large",  "bad_date"};
  return kWords[static_cast<std::size_t>(dirt)];
}

std::string productIdOf(std::string_view code) { return imports::makeId(imports::raised(imports::trimmed(code))); }

bool isCalledOff(std::string_view status) {
  constexpr std::array<std::string_view, 5> kWords = {"cancelled", "canceled", "refunded", "returned", "voided"};
  return std::find(kWords.begin(), kWords.end(), imports::lowered(status)) != kWords.end();
}

bool isService(std::string_view code, std::string_view description) {
  if (code.size() == 1 && isLetter(code[0])) return true;
  const auto isVoucher = [](std::string_view word) { return word == "voucher" || word == "vouchers"; };
  if (anyWord(description, isVoucher)) return true;
  if (std::count_if(code.begin(), code.end(), isDigit) >= 4) return false;
  return anyWord(code, isServiceWord) || anyWord(description, isServiceWord);
}

std::optional<DirtyLine> judgeOnlineRetail(const RowFields& row, int digits, bool takesReturns, OrderLine& out) {
  const auto dirty = [&](Dirt dirt, std::string detail) { return DirtyLine{out.line, dirt, std::move(detail)}; };
  const std::string_view invoice = textOf(row, Role::Order), code = textOf(row, Role::Product),
                         description = textOf(row, Role::Title), quantity = textOf(row, Role::Quantity),
                         priceText = textOf(row, Role::Price), customer = textOf(row, Role::Customer);
  if (invoice.empty()) return dirty(Dirt::MissingInvoice, "no invoice number");
  if (isMarked(invoice)) {
    out.returned = (invoice[0] | 0x20) == 'c';
    if (!out.returned) return dirty(Dirt::Adjustment, "invoice " + std::string(invoice));
    if (!takesReturns) return dirty(Dirt::Cancelled, "invoice " + std::string(invoice));
  }
  if (code.empty()) return dirty(Dirt::MissingCode, "no stock code");
  if (has(row, Role::Title) && description.empty()) {
    return dirty(Dirt::MissingDescription, "stock code " + std::string(code));
  }
  if (isService(code, description)) return dirty(Dirt::NotAProduct, std::string(code) + " " + quoted(description));
  out.quantity = 1;
  if (has(row, Role::Quantity) && !readPieces(quantity, out.returned, out.quantity)) {
    return dirty(Dirt::BadQuantity, "quantity " + quoted(quantity));
  }
  if (has(row, Role::Price) && !out.returned) {
    const imports::ParsedMinor price = imports::parseMinor(priceText, digits);
    if (price.fault != imports::MoneyFault::None || price.amount <= 0) {
      return dirty(Dirt::BadPrice, "price " + quoted(priceText) + " " + whyNot(price));
    }
    out.price = price.amount;
    if (out.price > imports::kMaxMinor / out.quantity) {
      return dirty(Dirt::TooLarge, "quantity " + quoted(quantity) + " by price " + quoted(priceText));
    }
  }
  if (has(row, Role::Time)) {
    if (!parseTime(textOf(row, Role::Time), out.time)) {
      return dirty(Dirt::BadDate, "time " + quoted(textOf(row, Role::Time)));
    }
    out.timed = true;
  }
  out.invoice = invoice;
  out.code = code;
  out.description = imports::squeezed(description);
  // The set writes customers as 17850.0: a column of numbers with holes, once saved by a tool that made it decimal.
  out.customer = customer.ends_with(".0") ? customer.substr(0, customer.size() - 2) : customer;
  out.country = textOf(row, Role::Country);
  return std::nullopt;
}

std::optional<DirtyLine> judgePlain(const RowFields& row, OrderLine& out) {
  constexpr int kThousandths = 3, kPriceDigits = 6;
  const auto dirty = [&](Dirt dirt, std::string detail) { return DirtyLine{out.line, dirt, std::move(detail)}; };
  const std::string_view order = textOf(row, Role::Order), code = textOf(row, Role::Product),
                         quantity = textOf(row, Role::Quantity), price = textOf(row, Role::Price),
                         time = textOf(row, Role::Time);
  if (order.empty()) return dirty(Dirt::MissingInvoice, "no order number");
  out.description = imports::squeezed(textOf(row, Role::Title));
  if (code.empty() && out.description.empty()) return dirty(Dirt::MissingCode, "no product");
  out.quantity = 1000;
  if (has(row, Role::Quantity)) {
    const imports::ParsedMinor pieces = imports::parseMinor(quantity, kThousandths);
    if (pieces.fault != imports::MoneyFault::None || pieces.amount == 0) {
      return dirty(Dirt::BadQuantity, "quantity " + quoted(quantity));
    }
    out.returned = pieces.amount < 0;
    out.quantity = out.returned ? -pieces.amount : pieces.amount;
  }
  if (!price.empty() && !out.returned) {
    const imports::ParsedMinor parsed = imports::parseMinor(price, kPriceDigits);
    if (parsed.fault != imports::MoneyFault::None || parsed.amount <= 0) {
      return dirty(Dirt::BadPrice, "price " + quoted(price) + " " + whyNot(parsed));
    }
  }
  if (!time.empty()) {
    if (!parseStamp(time, out.time)) return dirty(Dirt::BadDate, "time " + quoted(time));
    out.timed = true;
  }
  const std::string cancelled = imports::lowered(textOf(row, Role::Cancelled));
  out.calledOff = (!cancelled.empty() && cancelled != "no" && cancelled != "false" && cancelled != "0") ||
                  isCalledOff(textOf(row, Role::Status));
  out.invoice = order;
  out.code = code.empty() ? out.description : std::string(code);
  out.customer = textOf(row, Role::Customer);
  out.country = textOf(row, Role::Country);
  return std::nullopt;
}

}  // namespace aftermint::replay
