#include "condition/js_pattern.h"

#include <unicode/uniset.h>

#include <algorithm>
#include <array>
#include <vector>

#include "condition/js_sets.h"
#include "condition/js_units.h"

namespace aftermint {
namespace {

/** Reads the pattern once, left to right, and writes as it goes; `failed_` ends it. */
class Rewriter {
 public:
  Rewriter(std::u16string units, bool ignoreCase) : in_(std::move(units)), ignoreCase_(ignoreCase) { countGroups(); }

  std::optional<std::u16string> rewrite() {
    while (!atEnd() && !failed_) term();
    if (failed_ || !open_.empty()) return std::nullopt;
    return std::move(out_);
  }

 private:
  /** What a quantifier may follow. */
  enum class Before { Nothing, Assertion, Atom };

  [[nodiscard]] bool atEnd() const { return at_ >= in_.size(); }
  [[nodiscard]] char16_t peek(std::size_t ahead = 0) const {
    return at_ + ahead < in_.size() ? in_[at_ + ahead] : u'\0';
  }
  bool take(std::u16string_view expected) {
    if (in_.compare(at_, expected.size(), expected) != 0) return false;
    at_ += expected.size();
    return true;
  }
  void fail() { failed_ = true; }

  /** Groups and their names must be known before a back reference can be told from an octal escape. */
  void countGroups() {
    bool inClass = false;
    for (std::size_t i = 0; i < in_.size(); ++i) {
      if (in_[i] == u'\\') {
        ++i;
      } else if (in_[i] == u'[') {
        inClass = true;
      } else if (in_[i] == u']') {
        inClass = false;
      } else if (in_[i] == u'(' && !inClass) {
        const bool isNamed =
            in_.compare(i, 3, u"(?<") == 0 && i + 3 < in_.size() && in_[i + 3] != u'=' && in_[i + 3] != u'!';
        const bool isPlain = i + 1 >= in_.size() || in_[i + 1] != u'?';
        if (isNamed) {
          const std::size_t end = in_.find(u'>', i);
          names_.push_back(end == std::u16string::npos ? u"" : in_.substr(i + 3, end - i - 3));
        } else if (isPlain) {
          names_.emplace_back();
        }
      }
    }
    hasNames_ = std::any_of(names_.begin(), names_.end(), [](const std::u16string& name) { return !name.empty(); });
  }

  void term() {
    const char16_t unit = in_[at_++];
    switch (unit) {
      case u'|':
        out_ += u'|';
        before_ = Before::Nothing;
        return;
      case u'^':
        out_ += u"\\A";
        before_ = Before::Assertion;
        return;
      case u'$':  // ICU's own $ also stands before a last line end
        out_ += u"\\z";
        before_ = Before::Assertion;
        return;
      case u'(':
        return openGroup();
      case u')':
        return closeGroup();
      case u'[':
        return classTerm();
      case u'.': {
        icu::UnicodeSet all(0, kLastUnit);
        return set(all.remove(u'\n').remove(u'\r').remove(0x2028, 0x2029));
      }
      case u'\\':
        return escape();
      case u'*':
      case u'+':
      case u'?':
        return quantifier(std::u16string(1, unit));
      case u'{':
        return brace();
      default:
        return literal(unit);
    }
  }

  void literal(char16_t unit) {
    const char16_t meant = separated(ignoreCase_ ? canonical(unit) : unit);
    writeUnit(meant, out_);
    before_ = Before::Atom;
  }

  /** Every unit that matches one of the set's under the flag. */
  [[nodiscard]] icu::UnicodeSet meant(const icu::UnicodeSet& from) const {
    if (!ignoreCase_) return from;
    icu::UnicodeSet to;
    for (int32_t i = 0; i < from.getRangeCount(); ++i) {
      for (UChar32 unit = from.getRangeStart(i); unit <= from.getRangeEnd(i); ++unit) {
        to.add(canonical(static_cast<char16_t>(unit)));
      }
    }
    return to;
  }
  void set(const icu::UnicodeSet& units) {
    writeSet(meant(units), out_);
    before_ = Before::Atom;
  }

  /** How a group begins in the one language and in the other, and what a quantifier behind it meets. */
  struct Group {
    std::u16string_view begin, written, end;
    Before after;
  };

  void openGroup() {
    // ICU takes no quantifier behind a look ahead (Annex B does), so those get a group around them.
    static constexpr std::array<Group, 5> kGroups = {{
        {u"?:", u"(?:", u")", Before::Atom},
        {u"?=", u"(?:(?=", u"))", Before::Atom},
        {u"?!", u"(?:(?!", u"))", Before::Atom},
        {u"?<=", u"(?<=", u")", Before::Assertion},
        {u"?<!", u"(?<!", u")", Before::Assertion},
    }};
    static constexpr Group kCapture{u"", u"(", u")", Before::Atom};
    const Group* known =
        std::find_if(kGroups.begin(), kGroups.end(), [this](const Group& group) { return take(group.begin); });
    if (known != kGroups.end()) {
      open_.push_back(*known);
    } else if (take(u"?<")) {
      groupName();
      open_.push_back(kCapture);
    } else if (peek() != u'?') {
      open_.push_back(kCapture);
    } else {
      return fail();
    }
    out_ += open_.back().written;
    before_ = Before::Nothing;
  }

  /** Names come out as numbers: ICU's names know fewer letters. */
  void groupName() {
    const std::size_t end = in_.find(u'>', at_);
    if (end == std::u16string::npos || end == at_ || isDigit(in_[at_])) return fail();
    const std::u16string name = in_.substr(at_, end - at_);
    const bool isWritable = std::all_of(name.begin(), name.end(),
                                        [](char16_t unit) { return isWord(unit) || unit == u'$' || unit >= 0x80; });
    if (!isWritable || std::count(names_.begin(), names_.end(), name) != 1) return fail();
    at_ = end + 1;
  }

  void closeGroup() {
    if (open_.empty()) return fail();
    out_ += open_.back().end;
    before_ = open_.back().after;
    open_.pop_back();
  }

  void quantifier(const std::u16string& written) {
    if (before_ != Before::Atom) return fail();
    out_ += written;
    if (take(u"?")) out_ += u'?';
    before_ = Before::Nothing;
  }

  /** `{2}`, `{2,}` and `{2,4}` are quantifiers; any other brace is itself. */
  void brace() {
    std::size_t i = at_;
    const auto number = [&](std::u16string& digits) {
      while (i < in_.size() && isDigit(in_[i])) digits += in_[i++];
    };
    std::u16string least;
    std::u16string most;
    number(least);
    const bool hasComma = i < in_.size() && in_[i] == u',';
    if (hasComma) {
      ++i;
      number(most);
    }
    if (least.empty() || i >= in_.size() || in_[i] != u'}') return literal(u'{');
    at_ = i + 1;
    const auto strip = [](std::u16string& digits) {
      digits.erase(0, std::min(digits.find_first_not_of(u'0'), digits.size() - 1));
    };
    strip(least);
    if (!most.empty()) {
      strip(most);
      if (most.size() < least.size() || (most.size() == least.size() && most < least)) return fail();
    }
    quantifier(u"{" + least + (hasComma ? u"," : u"") + most + u"}");
  }

  void escape() {
    if (atEnd()) return fail();
    const char16_t unit = in_[at_];
    if (isClassLetter(unit)) {
      ++at_;
      return set(classOf(unit));
    }
    if (unit == u'b' || unit == u'B') {
      ++at_;
      // ICU's own \b asks Unicode what a word is.
      constexpr std::u16string_view kAt = u"(?:(?<![0-9A-Za-z_])(?=[0-9A-Za-z_])|(?<=[0-9A-Za-z_])(?![0-9A-Za-z_]))";
      constexpr std::u16string_view kWithin =
          u"(?:(?<![0-9A-Za-z_])(?![0-9A-Za-z_])|(?<=[0-9A-Za-z_])(?=[0-9A-Za-z_]))";
      out_ += unit == u'b' ? kAt : kWithin;
      before_ = Before::Assertion;
      return;
    }
    if (unit >= u'1' && unit <= u'9' && backReference()) return;
    if (unit == u'k' && hasNames_) return namedReference();
    literal(character(false));
  }

  bool backReference() {
    std::size_t i = at_;
    std::size_t number = 0;
    while (i < in_.size() && isDigit(in_[i]) && number <= names_.size()) {
      number = number * 10 + static_cast<std::size_t>(in_[i++] - u'0');
    }
    if (number > names_.size()) return false;
    at_ = i;
    writeReference(number);
    return true;
  }

  void namedReference() {
    ++at_;
    const std::size_t end = in_.find(u'>', at_);
    if (!take(u"<") || end == std::u16string::npos) return fail();
    const auto found = std::find(names_.begin(), names_.end(), in_.substr(at_, end - at_));
    if (found == names_.end() || found->empty()) return fail();
    at_ = end + 1;
    writeReference(static_cast<std::size_t>(found - names_.begin()) + 1);
  }

  void writeReference(std::size_t number) {
    out_ += u"(?:\\";
    for (char digit : std::to_string(number)) out_ += static_cast<char16_t>(digit);
    out_ += u')';
    before_ = Before::Atom;
  }

  /** The unit an escape stands for, behind its backslash; what means nothing stands for itself. */
  char16_t character(bool inClass) {
    const char16_t unit = in_[at_++];
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
        return hex(2).value_or(unit);
      case u'u':
        return hex(4).value_or(unit);
      case u'c':
        if (isLetter(peek()) || (inClass && isWord(peek()))) return in_[at_++] & 0x1F;
        --at_;  // the backslash is itself, and c comes next
        return u'\\';
      default:
        if (unit >= u'0' && unit <= u'7') return octal(unit);
        return unit;
    }
  }

  std::optional<char16_t> hex(std::size_t digits) {
    int value = 0;
    for (std::size_t i = 0; i < digits; ++i) {
      const int digit = hexValue(peek(i));
      if (digit < 0) return std::nullopt;
      value = value * 16 + digit;
    }
    at_ += digits;
    return static_cast<char16_t>(value);
  }

  /** Up to three octal digits, at most \377. */
  char16_t octal(char16_t first) {
    int value = first - u'0';
    for (int more = 0; more < 2 && peek() >= u'0' && peek() <= u'7' && value * 8 + (peek() - u'0') <= 0xFF; ++more) {
      value = value * 8 + (in_[at_++] - u'0');
    }
    return static_cast<char16_t>(value);
  }

  void classTerm() {
    const bool isNegated = take(u"^");
    icu::UnicodeSet units;
    while (!failed_) {
      if (atEnd()) return fail();
      if (take(u"]")) break;
      const Member first = member();
      if (peek() != u'-' || peek(1) == u']' || at_ + 1 >= in_.size()) {
        add(first, units);
        continue;
      }
      ++at_;
      const Member last = member();
      if (first.isClass || last.isClass) {  // Annex B: the hyphen is itself
        add(first, units);
        units.add(u'-');
        add(last, units);
      } else if (first.unit > last.unit) {
        return fail();
      } else {
        for (UChar32 unit = first.unit; unit <= last.unit; ++unit) units.add(separated(static_cast<char16_t>(unit)));
      }
    }
    icu::UnicodeSet all = meant(units);
    if (isNegated) all = icu::UnicodeSet(0, kLastUnit).removeAll(all);
    writeSet(all, out_);
    before_ = Before::Atom;
  }

  struct Member {
    char16_t unit = 0;  ///< the class letter, where it is one
    bool isClass = false;
  };
  static void add(const Member& member, icu::UnicodeSet& units) {
    member.isClass ? units.addAll(classOf(member.unit)) : units.add(separated(member.unit));
  }
  Member member() {
    const char16_t unit = in_[at_++];
    if (unit != u'\\') return {unit, false};
    if (atEnd()) {
      fail();
      return {};
    }
    if (isClassLetter(peek())) return {in_[at_++], true};
    if (take(u"b")) return {u'\b', false};
    return {character(true), false};
  }

  std::u16string in_;
  bool ignoreCase_;
  std::vector<std::u16string> names_;  ///< of every capturing group, empty where it has none
  bool hasNames_ = false;
  std::size_t at_ = 0;
  std::vector<Group> open_;
  Before before_ = Before::Nothing;
  bool failed_ = false;
  std::u16string out_;
};

}  // namespace

std::optional<std::u16string> icuPatternOf(std::string_view pattern, bool ignoreCase) {
  return Rewriter(unitsOf(pattern), ignoreCase).rewrite();
}

}  // namespace aftermint
