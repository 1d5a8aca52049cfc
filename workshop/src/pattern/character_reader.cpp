#include "pattern/character_reader.h"

namespace aftermint::pattern {
namespace {

constexpr std::string_view kOpenSet = "a bracket “[” that is not closed";

}  // namespace

char16_t CharacterReader::escaped(bool inSet) {
  const char16_t unit = in_.next();
  switch (unit) {
    case u'f':
      return u'\f';
    case u'n':
      return u'\n';
    case u'r':
      return u'\r';
    case u't':
      return u'\t';
    case u'v':
      return u'\v';
    case u'x':
    case u'u': {
      const std::optional<std::uint32_t> value = in_.hex(unit == u'x' ? 2 : 4);
      if (!value) plainEscapes_.push_back(unit);
      return value ? static_cast<char16_t>(*value) : unit;
    }
    case u'c':
      if (isLetter(in_.peek()) || (inSet && (isDigit(in_.peek()) || in_.peek() == u'_'))) return in_.next() & 0x1F;
      in_.back();  // the backslash is literal, and c comes next
      return u'\\';
    default:
      if (unit >= u'0' && unit <= u'7') return octal(unit);
      if (isLetter(unit)) plainEscapes_.push_back(unit);
      return unit;
  }
}

/** Reads up to three octal digits, at most \377. */
char16_t CharacterReader::octal(char16_t first) {
  int value = first - u'0';
  for (int more = 0; more < 2 && in_.peek() >= u'0' && in_.peek() <= u'7' && value < 0x20; ++more) {
    value = value * 8 + (in_.next() - u'0');
  }
  return static_cast<char16_t>(value);
}

std::string_view CharacterReader::set(PatternNode& node) {
  node.negated = in_.take(u"^");
  while (!in_.take(u"]")) {
    if (in_.atEnd()) return kOpenSet;
    bool isClass = false;
    if (const std::string_view fault = member(node.ranges, isClass); !fault.empty()) return fault;
    if (in_.peek() != u'-' || in_.peek(1) == u']' || in_.left() < 2) continue;
    in_.next();
    Ranges last;
    bool isLastClass = false;
    if (const std::string_view fault = member(last, isLastClass); !fault.empty()) return fault;
    if (isClass || isLastClass) {  // Annex B: the hyphen is literal
      node.ranges.emplace_back(u'-', u'-');
      node.ranges.insert(node.ranges.end(), last.begin(), last.end());
    } else if (node.ranges.back().first > last[0].first) {
      return "a range in [ ] whose end comes before its start";
    } else {
      node.ranges.back().second = last[0].second;
    }
  }
  return {};
}

std::string_view CharacterReader::member(Ranges& ranges, bool& isClass) {
  char16_t unit = in_.next();
  if (unit == u'\\') {
    if (in_.atEnd()) return kOpenSet;
    if (addClass(in_.peek(), ranges)) {
      in_.next();
      isClass = true;
      return {};
    }
    if (in_.peek() == u'k' && hasNames_) return "a \\k inside [ ]";
    unit = in_.take(u"b") ? u'\b' : escaped(true);
  }
  ranges.emplace_back(unit, unit);
  return {};
}

}  // namespace aftermint::pattern
