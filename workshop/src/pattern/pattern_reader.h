/** @file Reads a pattern by code units, and counts its groups in advance. */
#pragma once

#include "aftermint/pattern.h"

#include <optional>

namespace aftermint::pattern {

[[nodiscard]] constexpr bool isDigit(char16_t unit) { return unit >= u'0' && unit <= u'9'; }
[[nodiscard]] constexpr bool isLetter(char16_t unit) { return (unit | 0x20) >= u'a' && (unit | 0x20) <= u'z'; }

/** A pattern and the current position in it. */
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

  /** Reads that many hexadecimal digits; nothing, and no move, if there are fewer. */
  std::optional<std::uint32_t> hex(std::size_t digits);
  /** Reads decimal digits, limited to `kEndless - 1`; nothing if there are none. */
  std::optional<std::uint32_t> number();
  /** Reads `XXXX` or `{X…}` after `\u`, as in a name. Two escapes of a surrogate pair are one code point. */
  std::optional<std::uint32_t> point();

 private:
  std::u16string units_;
  std::size_t at_ = 0;
};

/** The count of capturing groups, and whether one has a name. */
struct Groups {
  std::uint32_t count = 0;
  bool named = false;
};
[[nodiscard]] Groups groupsOf(const std::u16string& units);

using Ranges = std::vector<std::pair<char16_t, char16_t>>;

/** Adds the units of \d, \s or \w, or all others for \D, \S or \W. @return false for any other letter */
bool addClass(char16_t letter, Ranges& ranges);

}  // namespace aftermint::pattern
