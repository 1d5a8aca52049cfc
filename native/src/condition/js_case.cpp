#include "condition/js_case.h"

#include "aftermint/pattern.h"

#include <unicode/uchar.h>
#include <unicode/ustring.h>

#include <array>
#include <vector>

namespace aftermint {
namespace {

constexpr std::size_t kUnits = 0x10000;

char16_t upperCase(char16_t unit) {
  std::array<UChar, 4> upper{};
  UErrorCode status = U_ZERO_ERROR;
  const int32_t length = u_strToUpper(upper.data(), upper.size(), &unit, 1, "", &status);
  if (U_FAILURE(status) || length != 1) return unit;
  return unit >= 0x80 && upper[0] < 0x80 ? unit : upper[0];
}

std::vector<char16_t> canonicalUnits() {
  std::vector<char16_t> units(kUnits);
  for (std::size_t unit = 0; unit < kUnits; ++unit) {
    const auto from = static_cast<char16_t>(unit);
    units[unit] = U16_IS_SURROGATE(from) ? from : upperCase(from);
  }
  return units;
}

}  // namespace

char16_t canonical(char16_t unit) {
  static const std::vector<char16_t> units = canonicalUnits();
  return units[unit];
}

bool isNameLetter(std::uint32_t point, bool isFirst) {
  return u_hasBinaryProperty(static_cast<UChar32>(point), isFirst ? UCHAR_ID_START : UCHAR_ID_CONTINUE);
}

}  // namespace aftermint
