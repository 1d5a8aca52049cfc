#include "condition/js_units.h"

#include <unicode/unistr.h>
#include <unicode/ustring.h>

#include <array>
#include <vector>

namespace aftermint {
namespace {

constexpr std::size_t kUnits = 0x10000;
constexpr char16_t kFirstSurrogate = 0xD800;
constexpr char16_t kLastSurrogate = 0xDFFF;
constexpr char16_t kFirstPrivate = 0xE000;

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
    const bool isHalf = from >= kFirstSurrogate && from <= kLastSurrogate;
    units[unit] = isHalf ? from : upperCase(from);
  }
  return units;
}

}  // namespace

char16_t separated(char16_t unit) {
  return unit >= kFirstSurrogate && unit <= kLastSurrogate
             ? static_cast<char16_t>(unit - kFirstSurrogate + kFirstPrivate)
             : unit;
}

char16_t canonical(char16_t unit) {
  static const std::vector<char16_t> units = canonicalUnits();
  return units[unit];
}

std::u16string unitsOf(std::string_view utf8) {
  const icu::UnicodeString text =
      icu::UnicodeString::fromUTF8(icu::StringPiece(utf8.data(), static_cast<int32_t>(utf8.size())));
  std::u16string units(text.getBuffer(), static_cast<std::size_t>(text.length()));
  for (char16_t& unit : units) unit = separated(unit);
  return units;
}

}  // namespace aftermint
