#include "percent.h"

namespace aftermint {
namespace {

/** The number of percent with two decimals: 1250 is "12.50". */
std::string twoDecimals(Bps share) {
  const std::string decimals = std::to_string(share % 100);
  return std::to_string(share / 100) + "." + (decimals.size() < 2 ? "0" : "") + decimals;
}

}  // namespace

std::string percentText(Bps share) {
  std::string number = twoDecimals(share);
  while (number.back() == '0') number.pop_back();
  if (number.back() == '.') number.pop_back();
  return number + " %";
}

std::string percentTextFixed(Bps share) { return twoDecimals(share) + " %"; }

}  // namespace aftermint
