#include "safe_json.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <array>
#include <cstdint>
#include <cstdio>

#include "json.h"

namespace aftermint {
namespace {

void appendUnit(std::string& out, std::uint32_t unit) {
  std::array<char, 8> escaped{};
  std::snprintf(escaped.data(), escaped.size(), "\\u%04x", static_cast<unsigned>(unit));
  out += escaped.data();
}

void appendEscaped(std::string& out, UChar32 letter) {
  const auto code = static_cast<std::uint32_t>(letter);
  if (code < 0x10000) return appendUnit(out, code);
  appendUnit(out, 0xD7C0 + (code >> 10));  // as UTF-16 surrogates
  appendUnit(out, 0xDC00 + (code & 0x3FF));
}

/** Whether a reader cannot see the character as it is: control, format, line, paragraph or private-use characters. */
bool isHidden(UChar32 letter) {
  constexpr std::uint32_t kHidden = U_GC_CC_MASK | U_GC_CF_MASK | U_GC_ZL_MASK | U_GC_ZP_MASK | U_GC_CO_MASK;
  return (U_GET_GC_MASK(letter) & kHidden) != 0;
}

}  // namespace

std::string safeJson(const Json& value) {
  const std::string json = compact(value);
  std::string out;
  out.reserve(json.size());
  bool inText = false;
  std::int32_t at = 0;
  const auto size = static_cast<std::int32_t>(json.size());
  while (at < size) {
    const std::int32_t begin = at;
    UChar32 letter = 0;
    U8_NEXT_OR_FFFD(reinterpret_cast<const std::uint8_t*>(json.data()), at, size, letter);
    if (inText && letter == '\\') {
      ++at;  // an escape stays as it is
    } else if (letter == '"') {
      inText = !inText;
    } else if (inText && (letter == '`' || letter == '<' || letter == '>' || isHidden(letter) ||
                          ((letter == '{' || letter == '}') && begin > 0 && json[begin - 1] == json[begin]))) {
      appendEscaped(out, letter);
      continue;
    }
    out.append(json, static_cast<std::size_t>(begin), static_cast<std::size_t>(at - begin));
  }
  return out;
}

}  // namespace aftermint
