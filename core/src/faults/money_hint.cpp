/** @file Hints for amounts that were written with a decimal point. */
#include "faults/money_hint.h"

#include "aftermint/currency.h"
#include "codec/scalars.h"

namespace aftermint::codec {
namespace {

constexpr int kMostDigits = 15;  // longer amounts are surely mistakes

/** `written` × 10^`power` in digits, exactly; empty where it is not a whole number or too large. */
std::string shifted(std::string_view written, int power) {
  std::string digits;
  std::size_t at = written.starts_with('-') ? 1 : 0;
  for (bool isBehind = false; at < written.size() && (isDigit(written[at]) || written[at] == '.'); ++at) {
    if (written[at] == '.') {
      isBehind = true;
    } else {
      digits += written[at];
      if (isBehind) --power;
    }
  }
  if (at < written.size()) {  // an exponent
    const bool isDown = written[++at] == '-';
    if (isDown || written[at] == '+') ++at;
    int exponent = 0;
    for (; at < written.size() && exponent <= 1000; ++at) exponent = exponent * 10 + (written[at] - '0');
    power += isDown ? -exponent : exponent;
  }
  while (power < 0 && digits.ends_with('0')) digits.pop_back(), ++power;
  digits.erase(0, digits.find_first_not_of('0'));
  if (digits.empty()) return "0";
  if (power < 0 || static_cast<int>(digits.size()) + power > kMostDigits) return {};
  digits.append(static_cast<std::size_t>(power), '0');
  return written.starts_with('-') ? "-" + digits : digits;
}

}  // namespace

std::string moneyHint(std::string_view written, std::string_view currency) {
  const std::string amount = written.size() > 40 ? std::string() : shifted(written, minorDigits(currency));
  const std::string number(written);
  if (amount.empty()) return "Money is in minor units and in digits alone: 12.50 GBP is 1250.";
  if (currency.empty()) {
    return "Money is in minor units and in digits alone: with two decimals, " + number + " is " + amount + ".";
  }
  return "Money is in minor units and in digits alone: write " + amount + " for " + number + " " +
         std::string(currency) + ".";
}

}  // namespace aftermint::codec
