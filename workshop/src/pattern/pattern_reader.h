/** @file The code units of a pattern, taken one by one, and what the whole of it must be known for. */
#pragma once

#include "aftermint/pattern.h"

#include <optional>

namespace aftermint::pattern {

[[nodiscard]] constexpr bool isDigit(char16_t unit) { return unit >= u'0' && unit <= u'9'; }
[[nodiscard]] constexpr bool isLetter(char16_t unit) { return (unit | 0x20) >= u'a' && (unit | 0x20) <= u'z'; }

/** Where the reading stands in the pattern. */
class Units {
 public:
  explicit Units(std::u16string units) : units_(std::move(units)) {}

  [[nodiscard]] bool atEnd() const { return at_ >= units_.size(); }
  [[nodiscard]] std::size_t left() const { return units_.size() - at_; }
  /** The code unit `ahead` places after the current one; 0 past the end. */
  [[nodiscard]] char16_t peek(std::size_t ahead = 0) const {
    return at_ + ahead < units_.size() ? units_[at_ + ahead] : u'\0';
  }
  char16_t next() { return units_[at_++]; }
  void back() { --at_; }
  bool take(std::u16string_view expected) {
    if (std::u16string_view(units_).substr(std::min(at_, units_.size()), expected.size()) != expected) return false;
    at_ += expected.size();
    return true;
  }
  [[nodiscard]] std::size_t place() const { return at_; }
  void goTo(std::size_t place) { at_ = place; }
  [[nodiscard]] const std::u16string& all() const { return units_; }

  /** So many hexadecimal digits, or nothing taken. */
  std::optional<std::uint32_t> hex(std::size_t digits);
  /** Decimal digits, at most `kEndless - 1`; nothing where none stands. */
  std::optional<std::uint32_t> number();
  /** `\uXXXX` (a pair of them counts as one) or `\u{X…}` behind its `\u`, as in a name. */
  std::optional<std::uint32_t> point();

 private:
  std::u16string units_;
  std::size_t at_ = 0;
};

/** How many groups a pattern captures, and whether one of them has a name. */
struct Groups {
  std::uint32_t count = 0;
  bool named = false;
};
[[nodiscard]] Groups groupsOf(const std::u16string& units);

using Ranges = std::vector<std::pair<char16_t, char16_t>>;

/** Adds the units of \d, \s, \w, or the rest of all units for their capitals; false for another letter. */
bool addClass(char16_t letter, Ranges& ranges);

}  // namespace aftermint::pattern
