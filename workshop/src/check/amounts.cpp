#include "check/amounts.h"

#include <algorithm>
#include <array>

#include "aftermint/currency.h"
#include "codec/scalars.h"

namespace aftermint {
namespace {

using codec::isDigit;

struct Sign {
  std::string_view currency;
  std::string_view text;
};
constexpr std::array kSigns{
    Sign{"EUR", "€"},  Sign{"EUR", "Euro"}, Sign{"EUR", "euro"}, Sign{"GBP", "£"},   Sign{"USD", "$"},
    Sign{"CAD", "$"},  Sign{"AUD", "$"},    Sign{"NZD", "$"},    Sign{"SGD", "$"},   Sign{"HKD", "$"},
    Sign{"MXN", "$"},  Sign{"BRL", "R$"},   Sign{"JPY", "¥"},    Sign{"JPY", "円"},  Sign{"CNY", "¥"},
    Sign{"INR", "₹"},  Sign{"KRW", "₩"},    Sign{"PLN", "zł"},   Sign{"CZK", "Kč"},  Sign{"HUF", "Ft"},
    Sign{"SEK", "kr"}, Sign{"NOK", "kr"},   Sign{"DKK", "kr"},   Sign{"CHF", "Fr."}, Sign{"TRY", "₺"},
    Sign{"UAH", "₴"},  Sign{"ILS", "₪"},    Sign{"THB", "฿"},    Sign{"RUB", "₽"},
};
/** The spaces used between a number and its sign, or between thousands. */
constexpr std::array<std::string_view, 4> kBlanks{" ", "\u00A0", "\u202F", "\u2009"};

bool isLetter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}

std::size_t blankAt(std::string_view text, std::size_t at) {
  for (const std::string_view blank : kBlanks) {
    if (text.substr(at).starts_with(blank)) return blank.size();
  }
  return 0;
}
std::size_t blankBefore(std::string_view text, std::size_t at) {
  for (const std::string_view blank : kBlanks) {
    if (text.substr(0, at).ends_with(blank)) return blank.size();
  }
  return 0;
}

/** The end of the number that starts at `from`: digits, with single separators between them. */
std::size_t figureEnd(std::string_view text, std::size_t from) {
  std::size_t end = from;
  for (std::size_t at = from; at < text.size();) {
    if (isDigit(text[at])) {
      end = ++at;
      continue;
    }
    std::size_t gap = text[at] == '.' || text[at] == ',' || text[at] == '\'' ? 1 : blankAt(text, at);
    if (text.substr(at).starts_with("’")) gap = std::string_view("’").size();
    if (gap == 0 || at + gap >= text.size() || !isDigit(text[at + gap])) break;
    at += gap;
  }
  return end;
}

/**
 * Reads a number as minor units. The last separator is the decimal point if the currency allows the digits after it.
 *
 * @return false if the number is too large
 */
bool valueOf(std::string_view figure, int digits, Minor& out) {
  const std::size_t mark = figure.find_last_of(".,");
  const std::size_t behind = mark == std::string_view::npos ? 0 : figure.size() - mark - 1;
  const bool pointed = digits > 0 && behind > 0 && behind <= static_cast<std::size_t>(digits);
  int decimals = 0;
  out = 0;
  for (std::size_t i = 0; i < figure.size(); ++i) {
    if (!isDigit(figure[i])) continue;
    if (out > 100'000'000'000) return false;
    out = out * 10 + (figure[i] - '0');
    if (pointed && i > mark) ++decimals;
  }
  for (; decimals < digits; ++decimals) out *= 10;
  return true;
}

/** The length of a sign of the currency that ends at `at` (if `before`) or starts there; 0 if there is none. */
std::size_t signBeside(std::string_view text, std::size_t at, bool before, std::string_view currency) {
  std::size_t longest = 0;
  const auto take = [&](std::string_view sign) {
    const bool there = before ? text.substr(0, at).ends_with(sign) : text.substr(at).starts_with(sign);
    if (!there) return;
    const std::size_t outer = before ? at - sign.size() : at + sign.size();
    const bool word = isLetter(before ? sign.front() : sign.back()) && static_cast<unsigned char>(sign.back()) < 0x80;
    const bool inWord = before ? outer > 0 && isLetter(text[outer - 1]) : outer < text.size() && isLetter(text[outer]);
    if (!(word && inWord)) longest = std::max(longest, sign.size());
  };
  take(currency);
  for (const Sign& sign : kSigns) {
    if (sign.currency == currency) take(sign.text);
  }
  return longest;
}

}  // namespace

std::string plainMoney(Minor amount, std::string_view currency) {
  const auto decimals = static_cast<std::size_t>(minorDigits(currency));
  std::string digits = std::to_string(amount < 0 ? -amount : amount);
  if (digits.size() <= decimals) digits.insert(0, decimals + 1 - digits.size(), '0');
  if (decimals > 0) digits.insert(digits.size() - decimals, ".");
  return std::string(currency) + (amount < 0 ? " -" : " ") + digits;
}

std::vector<Amount> amountsIn(std::string_view text, std::string_view currency) {
  std::vector<Amount> out;
  for (std::size_t from = 0; from < text.size(); ++from) {
    if (!isDigit(text[from])) continue;
    const std::size_t end = figureEnd(text, from);
    const std::size_t gapBefore = blankBefore(text, from);
    const std::size_t gapBehind = end < text.size() ? blankAt(text, end) : 0;
    std::size_t start = from, until = end;
    if (const std::size_t sign = signBeside(text, from - gapBefore, true, currency); sign > 0) {
      start = from - gapBefore - sign;
    } else if (const std::size_t behind = signBeside(text, end + gapBehind, false, currency); behind > 0) {
      until = end + gapBehind + behind;
    }
    Minor value = 0;
    if ((start != from || until != end) && valueOf(text.substr(from, end - from), minorDigits(currency), value)) {
      out.push_back({value, text.substr(start, until - start)});
    }
    from = end - 1;
  }
  return out;
}

}  // namespace aftermint
