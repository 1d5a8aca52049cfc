#include "pattern/pattern_reader.h"

namespace aftermint {
namespace pattern {
namespace {

int hexValue(char16_t unit) {
  if (isDigit(unit)) return unit - u'0';
  const int lower = unit | 0x20;
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

}  // namespace

std::optional<std::uint32_t> Units::hex(std::size_t digits) {
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < digits; ++i) {
    const int digit = hexValue(peek(i));
    if (digit < 0) return std::nullopt;
    value = value * 16 + static_cast<std::uint32_t>(digit);
  }
  at_ += digits;
  return value;
}

std::optional<std::uint32_t> Units::number() {
  if (!isDigit(peek())) return std::nullopt;
  std::uint64_t value = 0;
  while (isDigit(peek())) value = std::min<std::uint64_t>(value * 10 + (next() - u'0'), kEndless - 1);
  return static_cast<std::uint32_t>(value);
}

std::optional<std::uint32_t> Units::point() {
  if (take(u"{")) {
    std::uint32_t value = 0;
    std::size_t digits = 0;
    for (; hexValue(peek()) >= 0 && value <= 0x10FFFF; ++digits) value = value * 16 + *hex(1);
    return take(u"}") && digits > 0 && value <= 0x10FFFF ? std::optional(value) : std::nullopt;
  }
  const std::optional<std::uint32_t> lead = hex(4);
  if (!lead || *lead < 0xD800 || *lead > 0xDBFF) return lead;
  const std::size_t before = at_;
  const std::optional<std::uint32_t> trail = take(u"\\u") ? hex(4) : std::nullopt;
  if (trail && *trail >= 0xDC00 && *trail <= 0xDFFF) return 0x10000 + ((*lead - 0xD800) << 10) + (*trail - 0xDC00);
  at_ = before;
  return lead;
}

Groups groupsOf(const std::u16string& units) {
  Groups groups;
  bool inClass = false;
  for (std::size_t i = 0; i < units.size(); ++i) {
    if (units[i] == u'\\') {
      ++i;
    } else if (units[i] == u'[') {
      inClass = true;
    } else if (units[i] == u']') {
      inClass = false;
    } else if (units[i] == u'(' && !inClass) {
      const std::u16string_view behind = std::u16string_view(units).substr(i + 1);
      const bool isNamed = behind.starts_with(u"?<") && !behind.starts_with(u"?<=") && !behind.starts_with(u"?<!");
      if (isNamed || !behind.starts_with(u"?")) ++groups.count;
      groups.named = groups.named || isNamed;
    }
  }
  return groups;
}

bool addClass(char16_t letter, Ranges& ranges) {
  Ranges own;
  switch (letter | 0x20) {
    case u'd':
      own = {{u'0', u'9'}};
      break;
    case u'w':
      own = {{u'0', u'9'}, {u'A', u'Z'}, {u'_', u'_'}, {u'a', u'z'}};
      break;
    case u's':  // WhiteSpace and LineTerminator of ECMA-262
      own = {{0x9, 0xD},       {0x20, 0x20},     {0xA0, 0xA0},     {0x1680, 0x1680}, {0x2000, 0x200A},
             {0x2028, 0x2029}, {0x202F, 0x202F}, {0x205F, 0x205F}, {0x3000, 0x3000}, {0xFEFF, 0xFEFF}};
      break;
    default:
      return false;
  }
  if (letter >= u'a') {
    ranges.insert(ranges.end(), own.begin(), own.end());
    return true;
  }
  char16_t first = 0;
  for (const auto& [from, to] : own) {
    ranges.emplace_back(first, static_cast<char16_t>(from - 1));
    first = static_cast<char16_t>(to + 1);
  }
  ranges.emplace_back(first, u'\uFFFF');
  return true;
}

}  // namespace pattern

std::u16string utf16Of(std::string_view utf8) {
  std::u16string units;
  units.reserve(utf8.size());
  for (std::size_t i = 0; i < utf8.size();) {
    const auto lead = static_cast<unsigned char>(utf8[i]);
    const std::size_t length = lead < 0x80   ? 1
                               : lead < 0xC2 ? 0
                               : lead < 0xE0 ? 2
                               : lead < 0xF0 ? 3
                               : lead < 0xF5 ? 4
                                             : 0;
    std::uint32_t point = length < 2 ? lead : lead & (0xFFu >> (length + 1));
    bool isWhole = length > 0 && i + length <= utf8.size();
    for (std::size_t j = 1; isWhole && j < length; ++j) {
      const auto byte = static_cast<unsigned char>(utf8[i + j]);
      isWhole = (byte & 0xC0u) == 0x80u;
      point = point << 6 | (byte & 0x3Fu);
    }
    if (!isWhole) point = 0xFFFD;
    i += isWhole ? length : 1;
    if (point < 0x10000) {
      units += static_cast<char16_t>(point);
    } else {
      units += static_cast<char16_t>(0xD800 + ((point - 0x10000) >> 10));
      units += static_cast<char16_t>(0xDC00 + (point & 0x3FF));
    }
  }
  return units;
}

}  // namespace aftermint
