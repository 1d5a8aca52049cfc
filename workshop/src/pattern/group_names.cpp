#include "pattern/group_names.h"

#include <algorithm>

namespace aftermint::pattern {
namespace {

/** True if a name may contain that code point, or start with it. */
bool isNameUnit(std::uint32_t point, bool isFirst) {
  if (point == u'$' || point == u'_') return true;
  if (point < 0x80) {
    const auto unit = static_cast<char16_t>(point);
    return isLetter(unit) || (isDigit(unit) && !isFirst);
  }
  return isNameLetter(point, isFirst) || (!isFirst && (point == 0x200C || point == 0x200D));
}

/** True if two groups are in different alternatives of one choice, so that only one can take part in a match. */
bool areApart(const Path& a, const Path& b) {
  for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i) {
    if (a[i].first != b[i].first) return false;
    if (a[i].second != b[i].second) return true;
  }
  return false;
}

}  // namespace

std::optional<std::u16string> GroupNames::read() {
  std::u16string name;
  while (!in_.atEnd()) {
    if (in_.take(u">")) {
      if (name.empty()) break;
      return name;
    }
    std::uint32_t point = in_.next();
    if (point == u'\\') {
      const std::optional<std::uint32_t> escaped = in_.take(u"u") ? in_.point() : std::nullopt;
      if (!escaped) break;
      point = *escaped;
    } else if (point >= 0xD800 && point <= 0xDBFF && in_.peek() >= 0xDC00 && in_.peek() <= 0xDFFF) {
      point = 0x10000 + ((point - 0xD800) << 10) + (in_.next() - 0xDC00u);
    }
    if (!isNameUnit(point, name.empty())) break;
    if (point >= 0x10000) name += static_cast<char16_t>(0xD800 + ((point - 0x10000) >> 10));
    name += static_cast<char16_t>(point < 0x10000 ? point : 0xDC00 + (point & 0x3FF));
  }
  return std::nullopt;
}

bool GroupNames::add(const std::u16string& name, std::uint32_t capture, const Path& path) {
  for (const Named& other : named_) {
    if (other.name != name) continue;
    if (!areApart(other.path, path)) return false;
    hasRepeated_ = true;
  }
  named_.push_back({name, capture, path});
  return true;
}

std::vector<std::uint32_t> GroupNames::capturesOf(const std::u16string& name) const {
  std::vector<std::uint32_t> captures;
  for (const Named& each : named_) {
    if (each.name == name) captures.push_back(each.capture);
  }
  return captures;
}

}  // namespace aftermint::pattern
