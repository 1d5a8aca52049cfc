#include "read/verdict_text.h"

#include <cmath>
#include <cstdint>
#include <string_view>

namespace aftermint {

std::string fixedText(double value, int decimals) {
  constexpr double kTooLarge = 1e15;  // a 64-bit integer still holds its hundredths
  if (!(std::abs(value) < kTooLarge)) return value < 0 ? "less than -10^15" : "more than 10^15";
  std::int64_t scale = 1;
  for (int i = 0; i < decimals; ++i) scale *= 10;
  const std::int64_t units = std::llround(std::abs(value) * static_cast<double>(scale));
  std::string out = value < 0 && units > 0 ? "\u2212" : "";
  out += std::to_string(units / scale);
  if (decimals == 0) return out;
  const std::string digits = std::to_string(units % scale);
  return out + "." + std::string(static_cast<std::size_t>(decimals) - digits.size(), '0') + digits;
}

std::string shareText(double share) { return fixedText(share * 100, 2) + "\u00a0%"; }

std::string roundShareText(double share) {
  std::string out = fixedText(share * 100, 2);
  out.erase(out.find_last_not_of('0') + 1);
  if (out.back() == '.') out.pop_back();
  return out + "\u00a0%";
}

std::string countText(std::int64_t count, std::string_view noun) {
  return std::to_string(count) + " " + std::string(noun) + (count == 1 ? "" : "s");
}

std::string rangeText(double low, double high) { return "from " + shareText(low) + " to " + shareText(high); }

}  // namespace aftermint
