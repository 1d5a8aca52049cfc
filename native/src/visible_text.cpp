#include "visible_text.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <array>
#include <cstdio>

#include "aftermint/render.h"

namespace aftermint {
namespace {

constexpr UChar32 kNonJoiner = 0x200C;
constexpr UChar32 kJoiner = 0x200D;
constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

/** Whether the shape of a letter depends on its neighbours: Arabic and alike by joining, Indic ones by conjuncts. */
bool joins(UChar32 c) {
  if (c == 0) return false;
  const auto type = u_getIntPropertyValue(c, UCHAR_JOINING_TYPE);
  if (type == U_JT_DUAL_JOINING || type == U_JT_RIGHT_JOINING || type == U_JT_LEFT_JOINING) return true;
  const auto syllabic = u_getIntPropertyValue(c, UCHAR_INDIC_SYLLABIC_CATEGORY);
  return syllabic == U_INSC_CONSONANT || syllabic == U_INSC_VIRAMA || syllabic == U_INSC_PURE_KILLER ||
         syllabic == U_INSC_NUKTA || syllabic == U_INSC_VOWEL_DEPENDENT || syllabic == U_INSC_VOWEL_INDEPENDENT;
}

bool isEmojiPart(UChar32 c) {
  return c != 0 && (u_hasBinaryProperty(c, UCHAR_EXTENDED_PICTOGRAPHIC) != 0 ||
                    u_hasBinaryProperty(c, UCHAR_EMOJI_MODIFIER) != 0 || c == 0xFE0F);
}

bool isSelector(UChar32 c) { return u_hasBinaryProperty(c, UCHAR_VARIATION_SELECTOR) != 0; }

bool isIgnorable(UChar32 c) {
  switch (u_charType(c)) {
    case U_CONTROL_CHAR:
    case U_FORMAT_CHAR:  // bidirectional controls, zero-width characters, tags
    case U_LINE_SEPARATOR:
    case U_PARAGRAPH_SEPARATOR:
    case U_SURROGATE:
      return true;
    default:
      return u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) != 0;  // fillers and variation selectors too
  }
}

void appendUnit(std::string& out, unsigned unit) {
  std::array<char, 12> text{};  // room for any unsigned number, which the compiler asks for
  std::snprintf(text.data(), text.size(), "\\u%04x", unit);
  out += text.data();
}

std::string visible(std::string_view text, bool keepsLines) {
  std::string out;
  out.reserve(text.size());
  UChar32 before = 0;
  const auto size = static_cast<std::int64_t>(text.size());
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  for (std::int64_t at = 0; at < size;) {
    const std::int64_t start = at;
    UChar32 c = 0;
    U8_NEXT(bytes, at, size, c);
    if (c < 0) {
      out += kReplacement;
    } else if (keepsLines && (c == '\n' || c == '\t')) {
      out += static_cast<char>(c);
    } else if (c >= ' ' && c < 0x7F) {
      out += static_cast<char>(c);
    } else {
      UChar32 after = 0;
      if (std::int64_t next = at; next < size) U8_NEXT(bytes, next, size, after);
      if (isUnseen(static_cast<std::uint32_t>(c), static_cast<std::uint32_t>(before > 0 ? before : 0),
                   static_cast<std::uint32_t>(after > 0 ? after : 0))) {
        appendEscape(out, static_cast<std::uint32_t>(c));
      } else {
        out += text.substr(static_cast<std::size_t>(start), static_cast<std::size_t>(at - start));
      }
    }
    before = c;
  }
  return out;
}

}  // namespace

bool isUnseen(std::uint32_t c, std::uint32_t before, std::uint32_t after) {
  const auto here = static_cast<UChar32>(c);
  if (!isIgnorable(here)) return false;
  const auto left = static_cast<UChar32>(before), right = static_cast<UChar32>(after);
  if (isSelector(here)) return left == 0 || isIgnorable(left) || u_isUWhiteSpace(left) != 0;
  if (here == kJoiner && isEmojiPart(left) && isEmojiPart(right)) return false;
  if (here == kJoiner || here == kNonJoiner) return !(joins(left) && joins(right));
  return true;
}

void appendEscape(std::string& out, std::uint32_t c) {
  if (c == '\n') {
    out += "\\n";
  } else if (c == '\t') {
    out += "\\t";
  } else if (c == '\r') {
    out += "\\r";
  } else if (c > 0xFFFF) {
    // JSON writes these as a pair of UTF-16 surrogates.
    appendUnit(out, 0xD800u + ((c - 0x10000u) >> 10));
    appendUnit(out, 0xDC00u + ((c - 0x10000u) & 0x3FFu));
  } else {
    appendUnit(out, c);
  }
}

std::string visibleLine(std::string_view text) { return visible(text, false); }

std::string visibleText(std::string_view text) { return visible(text, true); }

std::string visibleHtml(std::string_view text) { return escapeHtml(visibleText(text)); }

std::string visibleProse(std::string_view text) {
  constexpr std::string_view kOpen = "“", kClose = "”";
  std::string out;
  for (;;) {
    const std::size_t begin = text.find(kOpen);
    const std::size_t end = begin == text.npos ? begin : text.find(kClose, begin);
    if (end == text.npos) return out += visibleHtml(text);
    const std::size_t inner = begin + kOpen.size();
    out += visibleHtml(text.substr(0, inner)) + "<bdi>" + visibleHtml(text.substr(inner, end - inner)) + "</bdi>";
    out += kClose;
    text.remove_prefix(end + kClose.size());
  }
}

}  // namespace aftermint
