#include "table/cell.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "aftermint/currency.h"
#include "table/minor.h"
#include "text.h"

namespace aftermint {
namespace {

/** A currency sign that can only mean the listed currencies. */
struct CurrencySign {
  std::string_view sign;
  std::array<std::string_view, 4> currencies;
};
constexpr std::array<CurrencySign, 7> kSigns = {{{"€", {"EUR"}},
                                                 {"£", {"GBP", "EGP", "GIP", "FKP"}},
                                                 {"¥", {"JPY", "CNY"}},
                                                 {"₹", {"INR"}},
                                                 {"₩", {"KRW"}},
                                                 {"₺", {"TRY"}},
                                                 {"₽", {"RUB"}}}};

/** Whether the text can name the currency; letters and signs that are not known can. */
bool canName(std::string_view text, std::string_view currency) {
  const std::string code = raised(text);
  if (isKnownCurrency(code)) return code == currency;
  for (const CurrencySign& each : kSigns) {
    if (text.find(each.sign) == std::string_view::npos) continue;
    return std::find(each.currencies.begin(), each.currencies.end(), currency) != each.currencies.end();
  }
  return true;
}

template <std::size_t N>
bool isOneOf(const std::string& text, const std::array<std::string_view, N>& list) {
  return std::find(list.begin(), list.end(), text) != list.end();
}

}  // namespace

bool isBlank(std::string_view text) {
  constexpr std::array<std::string_view, 8> kBlank = {"", "nan", "null", "none", "n/a", "na", "#n/a", "-"};
  return isOneOf(lowered(trimmed(text)), kBlank);
}

std::optional<bool> parseBool(std::string_view text) {
  // TRUE and FALSE in Dutch, French, German, Italian, Polish, Portuguese, Russian and Spanish spreadsheets.
  constexpr std::array<std::string_view, 16> kTrue = {"true",   "t",          "1",         "1.0",   "yes",  "y",
                                                      "on",     "waar",       "vrai",      "wahr",  "vero", "ja",
                                                      "prawda", "verdadeiro", "verdadero", "ИСТИНА"};
  constexpr std::array<std::string_view, 16> kFalse = {"false", "f",      "0",     "0.0",    "no",    "n",
                                                       "off",   "onwaar", "faux",  "falsch", "falso", "nein",
                                                       "nee",   "non",    "faŁsz", "ЛОЖЬ"};
  const std::string word = lowered(trimmed(text));
  if (isOneOf(word, kTrue)) return true;
  if (isOneOf(word, kFalse)) return false;
  return std::nullopt;
}

std::optional<std::int64_t> parseWhole(std::string_view text) {
  constexpr std::size_t kMaxDigits = 15;
  const std::optional<NumberParts> number = splitNumber(text, DecimalMark::Point);
  if (!number || !number->before.empty() || !number->behind.empty()) return std::nullopt;
  if (number->whole.empty() || number->whole.size() > kMaxDigits) return std::nullopt;
  if (number->decimals.find_first_not_of('0') != std::string::npos) return std::nullopt;
  std::int64_t value = 0;
  for (const char c : number->whole) value = value * 10 + (c - '0');
  return number->negative ? -value : value;
}

std::string_view withoutPointZero(std::string_view text) {
  const bool isDecimal = text.size() > 2 && text.ends_with(".0") && std::all_of(text.begin(), text.end() - 2, isDigit);
  return isDecimal ? text.substr(0, text.size() - 2) : text;
}

ParsedMoney parseMoney(std::string_view text, std::string_view currency, int digits, DecimalMark mark) {
  const auto fault = [](std::string_view why) { return ParsedMoney{0, std::string(why)}; };
  if (trimmed(text).empty()) return fault(describe(MoneyFault::Empty));
  const std::optional<NumberParts> number = splitNumber(text, mark);
  if (!number || (!number->before.empty() && !number->behind.empty())) return fault(describe(MoneyFault::NotDecimal));
  const std::string& beside = number->before.empty() ? number->behind : number->before;
  if (beside.find('/') != std::string::npos) return fault(describe(MoneyFault::NotDecimal));
  if (!canName(beside, currency)) return fault("is in another currency than the book");
  if (number->evidence.ambiguous && mark == DecimalMark::Unknown) {
    return fault("is ambiguous (thousands or decimals): write it with its decimals");
  }
  const ParsedMinor parsed = parseMinor(number->whole + "." + number->decimals, digits);
  if (parsed.fault != MoneyFault::None) return fault(describe(parsed.fault));
  return {number->negative ? -parsed.amount : parsed.amount, {}};
}

}  // namespace aftermint
