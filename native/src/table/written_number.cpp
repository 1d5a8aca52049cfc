#include "table/written_number.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

#include "aftermint/currency.h"
#include "aftermint/text.h"
#include "table/minor.h"
#include "text.h"

namespace aftermint {
namespace {

// Spaces and apostrophes that stand between thousands, in UTF-8.
constexpr std::array<std::string_view, 7> kGroupSigns = {" ", "\u00A0", "\u202F", "\u2009", "'", "\u2019", "_"};

/** The signs of currencies that certainly do not mean each other. */
struct Sign {
  std::string_view sign;
  std::array<std::string_view, 4> currencies;
};
constexpr std::array<Sign, 7> kSigns = {{{"€", {"EUR"}},
                                         {"£", {"GBP", "EGP", "GIP", "FKP"}},
                                         {"¥", {"JPY", "CNY"}},
                                         {"₹", {"INR"}},
                                         {"₩", {"KRW"}},
                                         {"₺", {"TRY"}},
                                         {"₽", {"RUB"}}}};

/** An amount in its parts. */
struct Parts {
  std::string_view before, number, behind;
};

Parts partsOf(std::string_view text) {
  const auto isPart = [](char c) { return isDigit(c); };
  const auto first = std::find_if(text.begin(), text.end(), isPart);
  if (first == text.end()) return {text, {}, {}};
  auto from = static_cast<std::size_t>(first - text.begin());
  // ".5" begins with its mark, but "Rs.5" does not.
  if (from > 0 && text[from - 1] == '.' &&
      (from == 1 || std::string_view("+- $").find(text[from - 2]) != std::string_view::npos))
    --from;
  std::size_t until = text.size();
  while (!isDigit(text[until - 1])) --until;
  // "5." is a number with its mark; a dash for the decimals ("5,-") is none.
  if (until < text.size() && text[until] == '.' && until + 1 == text.size()) ++until;
  return {text.substr(0, from), text.substr(from, until - from), text.substr(until)};
}

/** The number without the signs that only ever stand between thousands; nothing where they stand elsewhere. */
std::optional<std::string> withoutGroupSigns(std::string_view number) {
  std::string out;
  bool grouped = false;
  std::size_t run = 0;  // digits since the last sign
  for (std::size_t i = 0; i < number.size();) {
    const std::string_view rest = number.substr(i);
    const auto sign = std::find_if(kGroupSigns.begin(), kGroupSigns.end(),
                                   [&](std::string_view each) { return rest.starts_with(each); });
    if (sign != kGroupSigns.end()) {
      if (run == 0 || run > 3 || (grouped && run != 3)) return std::nullopt;
      grouped = true;
      run = 0;
      i += sign->size();
      continue;
    }
    if (!isDigit(number[i])) {
      if (grouped && run != 3) return std::nullopt;
      grouped = false;
    } else {
      ++run;
    }
    out += number[i++];
  }
  return grouped && run != 3 ? std::nullopt : std::optional(std::move(out));
}

/** Whether `sign` divides the number into thousands ("1,299,000"). */
bool areThousands(std::string_view number, char sign) {
  std::size_t size = number.find(sign);
  if (size == 0 || size > 3) return false;
  while (size != std::string_view::npos && size < number.size()) {
    number.remove_prefix(size + 1);
    size = std::min(number.find(sign), number.size());
    if (size != 3) return false;
  }
  return true;
}

std::string without(std::string_view text, char sign) {
  std::string out(text);
  std::erase(out, sign);
  return out;
}

/** A number with its marks told apart. */
struct Marked {
  std::string decimal;  ///< with '.' as its mark; empty: no number
  char shows = 0;       ///< the decimal mark that it makes certain
  bool open = false;    ///< "1,299" and "1.299": `mark` decided
};

Marked marked(std::string_view number, char mark) {
  const auto points = std::count(number.begin(), number.end(), '.');
  const auto commas = std::count(number.begin(), number.end(), ',');
  if (points + commas == 0) return {std::string(number), 0, false};
  if (points > 0 && commas > 0) {
    const char last = number[number.find_last_of(".,")], other = last == '.' ? ',' : '.';
    const std::size_t at = number.find(last);
    if ((last == '.' ? points : commas) != 1 || !areThousands(number.substr(0, at), other)) return {};
    return {without(number.substr(0, at), other) + "." + std::string(number.substr(at + 1)), last, false};
  }
  const char sign = points > 0 ? '.' : ',';
  if (points + commas > 1) {
    if (!areThousands(number, sign)) return {};
    return {without(number, sign), sign == '.' ? ',' : '.', false};
  }
  std::string decimal(number);
  std::replace(decimal.begin(), decimal.end(), ',', '.');
  if (!areThousands(number, sign) || number.front() == '0') return {decimal, sign, false};
  if (mark != 0 && mark != sign) return {without(number, sign), 0, true};
  return {decimal, 0, true};
}

/** What stands beside the number, without signs of plus and minus and spaces; `negative` where there is a minus. */
std::string besides(std::string_view text, bool& negative) {
  std::string out;
  for (const char c : text) {
    if (c == '-') negative = true;
    if (c != '-' && c != '+' && c != ' ') out += c;
  }
  for (const std::string_view space : kGroupSigns) {
    for (std::size_t at = 0; space.size() > 1 && (at = out.find(space)) != std::string::npos;)
      out.erase(at, space.size());
  }
  return out;
}

/** What is wrong with that text as the name of the currency, or an empty text. */
std::string_view besideFault(std::string_view beside, std::string_view currency) {
  if (beside.empty()) return {};
  const std::string letters = raised(beside);
  if (isKnownCurrency(letters)) return letters == currency ? "" : "is in another currency than the book";
  for (const Sign& each : kSigns) {
    if (beside.find(each.sign) == std::string_view::npos) continue;
    const bool fits = std::find(each.currencies.begin(), each.currencies.end(), currency) != each.currencies.end();
    return fits ? "" : "is in another currency than the book";
  }
  // "kr.", "zł", "R$", "CHF": a few letters or signs, never a digit or a mark of another number.
  const std::size_t letterCount = codePoints(beside);
  const bool plain = beside.find_first_of("0123456789,%/()*=#\"") == std::string_view::npos;
  return plain && letterCount <= 5 ? "" : describe(MoneyFault::NotDecimal);
}

}  // namespace

bool isBlank(std::string_view text) {
  constexpr std::array<std::string_view, 8> kBlank = {"", "nan", "null", "none", "n/a", "na", "#n/a", "-"};
  return std::find(kBlank.begin(), kBlank.end(), lowered(trimmed(text))) != kBlank.end();
}

std::optional<bool> writtenBool(std::string_view text) {
  // TRUE and FALSE in Dutch, French, German, Italian, Polish, Portuguese, Russian and Spanish spreadsheets.
  constexpr std::array<std::string_view, 16> kTrue = {"true",   "t",          "1",         "1.0",   "yes",  "y",
                                                      "on",     "waar",       "vrai",      "wahr",  "vero", "ja",
                                                      "prawda", "verdadeiro", "verdadero", "ИСТИНА"};
  constexpr std::array<std::string_view, 16> kFalse = {"false", "f",      "0",     "0.0",    "no",    "n",
                                                       "off",   "onwaar", "faux",  "falsch", "falso", "nein",
                                                       "nee",   "non",    "faŁsz", "ЛОЖЬ"};
  const std::string word = lowered(trimmed(text));
  if (std::find(kTrue.begin(), kTrue.end(), word) != kTrue.end()) return true;
  if (std::find(kFalse.begin(), kFalse.end(), word) != kFalse.end()) return false;
  return std::nullopt;
}

std::optional<std::int64_t> writtenWhole(std::string_view text) {
  constexpr std::size_t kMaxDigits = 15;
  text = trimmed(text);
  const bool negative = text.starts_with('-');
  if (negative || text.starts_with('+')) text.remove_prefix(1);
  const std::optional<std::string> plain = withoutGroupSigns(text);
  if (!plain || plain->empty() || !isDigit(plain->front())) return std::nullopt;
  if (plain->find_first_not_of("0123456789.,") != std::string::npos) return std::nullopt;
  const Marked number = marked(*plain, '.');
  const std::size_t point = std::min(number.decimal.find('.'), number.decimal.size());
  const std::string whole = number.decimal.substr(0, point);
  if (whole.empty() || whole.size() > kMaxDigits) return std::nullopt;
  if (number.decimal.find_first_not_of("0", point + (point < number.decimal.size() ? 1 : 0)) != std::string::npos) {
    return std::nullopt;
  }
  std::int64_t value = 0;
  for (const char c : whole) value = value * 10 + (c - '0');
  return negative ? -value : value;
}

char decimalMarkOf(std::string_view text) {
  const std::optional<std::string> plain = withoutGroupSigns(partsOf(trimmed(text)).number);
  return plain ? marked(*plain, 0).shows : '\0';
}

WrittenMoney writtenMoney(std::string_view text, std::string_view currency, int digits, char mark) {
  text = trimmed(text);
  const auto fault = [](std::string_view why) { return WrittenMoney{0, std::string(why)}; };
  if (text.empty()) return fault(describe(MoneyFault::Empty));
  if (text.size() > 2 && (text.ends_with(",-") || text.ends_with(".-"))) text.remove_suffix(2);  // "45,-"
  const Parts parts = partsOf(text);
  bool negative = false;
  const std::string before = besides(parts.before, negative), behind = besides(parts.behind, negative);
  const std::optional<std::string> plain = withoutGroupSigns(parts.number);
  if (!plain || plain->empty() || (!before.empty() && !behind.empty())) return fault(describe(MoneyFault::NotDecimal));
  for (const std::string& each : {before, behind}) {
    if (const std::string_view why = besideFault(each, currency); !why.empty()) return fault(why);
  }
  const Marked number = marked(*plain, mark);
  if (number.decimal.empty()) return fault(describe(MoneyFault::NotDecimal));
  if (number.open && mark == 0) return fault("may be a thousand times as much: write it with its decimals");
  const ParsedMinor parsed = parseMinor(number.decimal, digits);
  if (parsed.fault != MoneyFault::None) return fault(describe(parsed.fault));
  return {negative ? -parsed.amount : parsed.amount, {}};
}

}  // namespace aftermint
