#include "condition/js_sets.h"

#include <string_view>

namespace aftermint {

bool isDigit(char16_t unit) { return unit >= u'0' && unit <= u'9'; }
bool isLetter(char16_t unit) { return (unit | 0x20) >= u'a' && (unit | 0x20) <= u'z'; }
bool isWord(char16_t unit) { return isDigit(unit) || isLetter(unit) || unit == u'_'; }

int hexValue(char16_t unit) {
  if (isDigit(unit)) return unit - u'0';
  const int lower = unit | 0x20;
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

icu::UnicodeSet classOf(char16_t letter) {
  icu::UnicodeSet set;
  switch (letter | 0x20) {
    case u'd':
      set.add(u'0', u'9');
      break;
    case u'w':
      set.add(u'0', u'9').add(u'A', u'Z').add(u'a', u'z').add(u'_');
      break;
    default:  // \s: WhiteSpace and LineTerminator of ECMA-262
      set.add(0x9, 0xD).add(0x20).add(0xA0).add(0x1680).add(0x2000, 0x200A).add(0x2028, 0x2029).add(0x202F);
      set.add(0x205F).add(0x3000).add(0xFEFF);
  }
  return letter < u'a' ? icu::UnicodeSet(0, kLastUnit).removeAll(set) : set;
}

bool isClassLetter(char16_t unit) { return std::u16string_view(u"dDsSwW").find(unit) != std::u16string_view::npos; }

void writeUnit(char16_t unit, std::u16string& out) {
  constexpr std::u16string_view kHex = u"0123456789abcdef";
  out += u"\\u";
  for (int shift = 12; shift >= 0; shift -= 4) out += kHex[(unit >> shift) & 0xF];
}

void writeSet(const icu::UnicodeSet& set, std::u16string& out) {
  if (set.isEmpty()) {
    out += u"(?:(?!))";
    return;
  }
  out += u'[';
  for (int32_t i = 0; i < set.getRangeCount(); ++i) {
    writeUnit(static_cast<char16_t>(set.getRangeStart(i)), out);
    if (set.getRangeEnd(i) == set.getRangeStart(i)) continue;
    out += u'-';
    writeUnit(static_cast<char16_t>(set.getRangeEnd(i)), out);
  }
  out += u']';
}

}  // namespace aftermint
