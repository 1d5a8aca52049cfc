#include "table/minor.h"

#include <algorithm>

#include "text.h"

namespace aftermint {

ParsedMinor parseMinor(std::string_view text, int digits) {
  text = trimmed(text);
  if (text.empty()) return {0, MoneyFault::Empty};
  const bool negative = text.front() == '-';
  if (negative || text.front() == '+') text.remove_prefix(1);

  const std::size_t point = text.find('.');
  const std::string_view whole = text.substr(0, point);
  std::string_view fraction = point == std::string_view::npos ? std::string_view() : text.substr(point + 1);
  if (whole.empty() && fraction.empty()) return {0, MoneyFault::NotDecimal};
  if (!std::all_of(whole.begin(), whole.end(), isDigit) || !std::all_of(fraction.begin(), fraction.end(), isDigit)) {
    return {0, MoneyFault::NotDecimal};
  }
  const auto places = static_cast<std::size_t>(digits);
  if (fraction.size() > places) {
    if (fraction.find_first_not_of('0', places) != std::string_view::npos) return {0, MoneyFault::TooFine};
    fraction = fraction.substr(0, places);
  }

  Minor amount = 0;
  const auto append = [&amount](char digit) {
    amount = amount * 10 + (digit - '0');
    return amount <= kMaxMinor;
  };
  for (const char digit : whole) {
    if (!append(digit)) return {0, MoneyFault::TooLarge};
  }
  for (std::size_t i = 0; i < places; ++i) {
    if (!append(i < fraction.size() ? fraction[i] : '0')) return {0, MoneyFault::TooLarge};
  }
  return {negative ? -amount : amount, MoneyFault::None};
}

std::string_view describe(MoneyFault fault) {
  switch (fault) {
    case MoneyFault::None:
      return "is valid";
    case MoneyFault::Empty:
      return "is empty";
    case MoneyFault::NotDecimal:
      return "is not a number like 19.99";
    case MoneyFault::TooFine:
      return "has more decimals than the currency";
    case MoneyFault::TooLarge:
      return "is above the maximum of a book";
  }
  return "is not valid";
}

}  // namespace aftermint
