#include "report/numbers.h"

#include <array>
#include <chrono>
#include <cmath>
#include <cstdio>

#include "money.h"

namespace aftermint::report {
namespace {

constexpr std::string_view kMinus = "\u2212";
constexpr std::string_view kThinGap = "\u00a0";  ///< does not break

std::string oneDecimal(double value) {
  char buffer[64];
  const int size = std::snprintf(buffer, sizeof buffer, "%.1f", value);
  return {buffer, static_cast<std::size_t>(size)};
}

/** Absent for what no double of minor units can say exactly to one unit; no shop has that much. */
Minor rounded(double amount) { return static_cast<Minor>(std::llround(amount)); }

}  // namespace

std::string countText(std::int64_t count) {
  std::string text = std::to_string(count);
  const std::size_t first = text.front() == '-' ? 1 : 0;
  for (std::size_t at = text.size(); at > first + 3;) {
    at -= 3;
    text.insert(at, ",");
  }
  return text;
}

std::string shareText(double share) { return oneDecimal(share * 100) + std::string(kThinGap) + "%"; }

std::string pointsText(double difference) {
  const std::string size = oneDecimal(std::abs(difference) * 100);
  const std::string_view sign = size == "0.0" ? "" : difference < 0 ? kMinus : "+";
  return std::string(sign) + size + std::string(kThinGap) + "pp";
}

std::string probabilityText(double p) {
  if (p < 0.001) return "< 0.001";
  char buffer[32];
  const int size = std::snprintf(buffer, sizeof buffer, "%.3f", p);
  return {buffer, static_cast<std::size_t>(size)};
}

std::string dayText(Millis time) {
  constexpr std::array kMonths = {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const std::chrono::sys_time<std::chrono::milliseconds> point{std::chrono::milliseconds(time)};
  const std::chrono::year_month_day day{std::chrono::floor<std::chrono::days>(point)};
  return std::to_string(static_cast<unsigned>(day.day())) + " " + kMonths[static_cast<unsigned>(day.month()) - 1] +
         " " + std::to_string(static_cast<int>(day.year()));
}

std::string MoneyText::operator()(double amount) const {
  std::string text = formatMoney(rounded(std::abs(amount)), currency_, locale_);
  return rounded(amount) < 0 ? std::string(kMinus) + text : text;
}

std::string MoneyText::difference(double amount) const { return (rounded(amount) > 0 ? "+" : "") + (*this)(amount); }

Cell countCell(std::int64_t count) { return {countText(count), static_cast<double>(count)}; }
Cell shareCell(double share) { return {shareText(share), share}; }
Cell pointsCell(double difference) { return {pointsText(difference), difference}; }
Cell absentCell() { return {"\u2013"}; }

}  // namespace aftermint::report
