#include "aftermint/pattern.h"

#include <algorithm>

#include "pattern/pattern_reader.h"

namespace aftermint {
namespace pattern {
namespace {

using Op = PatternNode::Op;

constexpr std::size_t kMostDepth = 200;  // groups in groups, since reading goes down by recursion

/** Which alternative of which choice a group stands in, from the outermost. */
using Path = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

struct Named {
  std::u16string name;
  std::uint32_t capture;
  Path path;
};

/** Reads the pattern once, left to right; the first fault ends it. */
class PatternParser {
 public:
  PatternParser(std::u16string units, bool ignoreCase) : in_(std::move(units)), groups_(groupsOf(in_.all())) {
    flags_.ignoreCase = ignoreCase;
  }

  Pattern parse() {
    out_.root = choice(0);
    if (!failed() && !in_.atEnd()) fail("a bracket “)” that closes nothing");
    if (!failed()) resolve();
    out_.captures = captures_;
    return std::move(out_);
  }

 private:
  [[nodiscard]] bool failed() const { return !out_.fault.empty(); }
  void fail(std::string_view what) {
    if (!failed()) out_.fault = what;
  }

  PatternNode make(Op op) const {
    PatternNode node = flags_;  // which holds the flags alone
    node.op = op;
    return node;
  }
  std::uint32_t add(PatternNode node) {
    out_.nodes.push_back(std::move(node));
    return static_cast<std::uint32_t>(out_.nodes.size() - 1);
  }

  std::uint32_t choice(std::size_t depth) {
    if (depth > kMostDepth) fail("groups nested too deep");
    PatternNode node = make(Op::Choice);
    path_.emplace_back(choices_++, 0);
    do {
      node.children.push_back(sequence(depth));
      ++path_.back().second;
    } while (!failed() && in_.take(u"|"));
    path_.pop_back();
    return node.children.size() == 1 ? node.children[0] : add(std::move(node));
  }

  std::uint32_t sequence(std::size_t depth) {
    PatternNode node = make(Op::Sequence);
    while (!failed() && !in_.atEnd() && in_.peek() != u'|' && in_.peek() != u')') {
      node.children.push_back(term(depth));
    }
    return add(std::move(node));
  }

  /** A part with its quantifier, if one follows that may. */
  std::uint32_t term(std::size_t depth) {
    const std::uint32_t before = captures_;
    mayRepeat_ = true;
    const std::uint32_t part = atom(depth);
    if (failed() || !mayRepeat_) return part;
    PatternNode repeat = make(Op::Repeat);
    if (!quantifier(repeat)) return part;
    repeat.children = {part};
    repeat.firstCapture = before + 1;
    repeat.lastCapture = captures_ + 1;
    return add(std::move(repeat));
  }

  /** `*`, `+`, `?`, `{2}`, `{2,}`, `{2,4}`, with a `?` for lazy; any other brace is itself. */
  bool quantifier(PatternNode& repeat) {
    repeat.most = kEndless;
    if (in_.take(u"+")) {
      repeat.least = 1;
    } else if (in_.take(u"?")) {
      repeat.most = 1;
    } else if (!in_.take(u"*") && !braces(repeat)) {
      return false;
    }
    repeat.lazy = in_.take(u"?");
    if (repeat.most < repeat.least) fail("numbers in braces of which the second is the smaller");
    return true;
  }
  bool braces(PatternNode& repeat) {
    const std::size_t before = in_.place();
    const std::optional<std::uint32_t> least = in_.take(u"{") ? in_.number() : std::nullopt;
    if (least) {
      repeat.least = *least;
      repeat.most = *least;
      if (in_.take(u",")) repeat.most = in_.number().value_or(kEndless);
      if (in_.take(u"}")) return true;
    }
    in_.goTo(before);
    return false;
  }

  std::uint32_t atom(std::size_t depth) {
    if (in_.peek() == u'{') {
      PatternNode none;
      if (braces(none)) return nothingToRepeat();
    }
    const char16_t unit = in_.next();
    switch (unit) {
      case u'^':
      case u'$':
        mayRepeat_ = false;
        return add(make(unit == u'^' ? Op::LineStart : Op::LineEnd));
      case u'(':
        return group(depth);
      case u'[':
        return set();
      case u'.':
        return add(make(Op::Any));
      case u'\\':
        return escape();
      case u'*':
      case u'+':
      case u'?':
        return nothingToRepeat();
      default:
        return literal(unit);
    }
  }
  std::uint32_t nothingToRepeat() {
    fail("a sign of repetition (*, +, ? or {…}) with nothing before it to repeat");
    return 0;
  }

  std::uint32_t literal(char16_t unit) {
    PatternNode node = make(Op::Unit);
    node.unit = unit;
    return add(std::move(node));
  }

  std::uint32_t group(std::size_t depth) {
    PatternNode node = make(Op::Group);
    const PatternNode outer = flags_;
    bool isAssertion = false;
    if (in_.take(u"?=") || in_.take(u"?!")) {
      node.op = Op::Look;  // a quantifier may follow (Annex B)
      node.negated = in_.all()[in_.place() - 1] == u'!';
    } else if (in_.take(u"?<=") || in_.take(u"?<!")) {
      node.op = Op::Look;
      node.behind = true;
      node.negated = in_.all()[in_.place() - 1] == u'!';
      out_.hasLookBehind = true;
      isAssertion = true;
    } else if (in_.take(u"?<")) {
      node.capture = ++captures_;
      const std::u16string name = groupName();
      if (!failed()) named(name, node.capture);
    } else if (in_.take(u"?")) {
      if (!in_.take(u":")) modifiers();
    } else {
      node.capture = ++captures_;
    }
    if (failed()) return 0;
    node.children = {choice(depth + 1)};
    if (!failed() && !in_.take(u")")) fail("a bracket “(” that is not closed");
    flags_ = outer;
    mayRepeat_ = !isAssertion;
    return add(std::move(node));
  }

  /** `i-ms:` behind `(?`: each letter once, and one at least. */
  void modifiers() {
    std::u16string seen;
    bool on = true;
    while (!in_.atEnd() && in_.peek() != u':') {
      const char16_t letter = in_.next();
      bool* const flag = letter == u'i'   ? &flags_.ignoreCase
                         : letter == u'm' ? &flags_.multiline
                         : letter == u's' ? &flags_.dotAll
                                          : nullptr;
      const bool isDash = letter == u'-' && on;
      if ((!isDash && flag == nullptr) || seen.find(letter) != std::u16string::npos) return unknownGroup();
      if (isDash) {
        on = false;
      } else {
        seen += letter;
        *flag = on;
      }
    }
    if (seen.empty() || !in_.take(u":")) return unknownGroup();
    out_.hasModifiers = true;
  }
  void unknownGroup() {
    fail("a group that begins with “(?” and is none of (?:…), (?=…), (?!…), (?<=…), (?<!…), (?<name>…), (?i:…)");
  }

  /** A name up to its `>`, with escapes read; the surrogates of one letter are put together to ask what it is. */
  std::u16string groupName() {
    std::u16string name;
    while (!in_.atEnd() && !failed()) {
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
    fail("a group whose name is not of letters and digits between < and >");
    return {};
  }
  [[nodiscard]] bool isNameUnit(std::uint32_t point, bool isFirst) const {
    if (point == u'$' || point == u'_') return true;
    if (point < 0x80) {
      const auto unit = static_cast<char16_t>(point);
      return isLetter(unit) || (isDigit(unit) && !isFirst);
    }
    return isNameLetter(point, isFirst) || (!isFirst && (point == 0x200C || point == 0x200D));
  }

  /** Two groups may share a name where only one of them can take part in a match. */
  void named(const std::u16string& name, std::uint32_t capture) {
    for (const Named& other : named_) {
      if (other.name != name) continue;
      bool areApart = false;
      for (std::size_t i = 0; i < std::min(other.path.size(), path_.size()); ++i) {
        if (other.path[i].first != path_[i].first) break;
        areApart = areApart || other.path[i].second != path_[i].second;
      }
      if (!areApart) return fail("two groups of one name that could both take part");
      out_.hasRepeatedNames = true;
    }
    named_.push_back({name, capture, path_});
  }

  std::uint32_t escape() {
    if (in_.atEnd()) {
      fail("a backslash at its end");
      return 0;
    }
    const char16_t unit = in_.peek();
    PatternNode node = make(Op::Set);
    if (addClass(unit, node.ranges)) {
      in_.next();
      return add(std::move(node));
    }
    if (in_.take(u"b") || in_.take(u"B")) {
      node.op = Op::WordEdge;
      node.negated = unit == u'B';
      mayRepeat_ = false;
      return add(std::move(node));
    }
    node.op = Op::Reference;
    if (unit >= u'1' && unit <= u'9') {
      const std::size_t before = in_.place();
      const std::uint32_t number = *in_.number();
      if (number <= groups_.count) {
        node.groups = {number};
        return add(std::move(node));
      }
      in_.goTo(before);
    }
    if (unit == u'k' && groups_.named) {
      in_.next();
      const std::u16string name = in_.take(u"<") ? groupName() : (fail("a \\k that names no group"), u"");
      references_.emplace_back(static_cast<std::uint32_t>(out_.nodes.size()), name);
      return add(std::move(node));
    }
    return literal(character(false));
  }

  /** References by name, once all names are known. */
  void resolve() {
    for (const auto& [node, name] : references_) {
      for (const Named& each : named_) {
        if (each.name == name) out_.nodes[node].groups.push_back(each.capture);
      }
      if (out_.nodes[node].groups.empty()) return fail("a \\k that names no group");
    }
  }

  /** The unit an escape stands for, behind its backslash; what means nothing stands for itself. */
  char16_t character(bool inClass) {
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
        if (!value) out_.plainEscapes.push_back(unit);
        return value ? static_cast<char16_t>(*value) : unit;
      }
      case u'c':
        if (isLetter(in_.peek()) || (inClass && (isDigit(in_.peek()) || in_.peek() == u'_'))) return in_.next() & 0x1F;
        in_.back();  // the backslash is itself, and c comes next
        return u'\\';
      default:
        if (unit >= u'0' && unit <= u'7') return octal(unit);
        if (isLetter(unit)) out_.plainEscapes.push_back(unit);
        return unit;
    }
  }

  /** Up to three octal digits, at most \377. */
  char16_t octal(char16_t first) {
    int value = first - u'0';
    for (int more = 0; more < 2 && in_.peek() >= u'0' && in_.peek() <= u'7' && value < 0x20; ++more) {
      value = value * 8 + (in_.next() - u'0');
    }
    return static_cast<char16_t>(value);
  }

  std::uint32_t set() {
    PatternNode node = make(Op::Set);
    node.negated = in_.take(u"^");
    while (!in_.take(u"]")) {
      if (in_.atEnd()) {
        fail("a bracket “[” that is not closed");
        return 0;
      }
      const bool isClass = member(node.ranges);
      if (failed()) return 0;
      if (in_.peek() != u'-' || in_.peek(1) == u']' || in_.left() < 2) continue;
      in_.next();
      Ranges last;
      const bool isLastClass = member(last);
      if (failed()) return 0;
      if (isClass || isLastClass) {  // Annex B: the hyphen is itself
        node.ranges.emplace_back(u'-', u'-');
        node.ranges.insert(node.ranges.end(), last.begin(), last.end());
      } else if (node.ranges.back().first > last[0].first) {
        fail("a range in [ ] whose end comes before its begin");
        return 0;
      } else {
        node.ranges.back().second = last[0].second;
      }
    }
    return add(std::move(node));
  }

  /** One member of a set; whether it is a class such as \d. */
  bool member(Ranges& ranges) {
    char16_t unit = in_.next();
    if (unit == u'\\') {
      if (in_.atEnd()) {
        fail("a bracket “[” that is not closed");
        return false;
      }
      if (addClass(in_.peek(), ranges)) {
        in_.next();
        return true;
      }
      if (in_.peek() == u'k' && groups_.named) {
        fail("a \\k inside of [ ]");
        return false;
      }
      unit = in_.take(u"b") ? u'\b' : character(true);
    }
    ranges.emplace_back(unit, unit);
    return false;
  }

  Units in_;
  Groups groups_;
  PatternNode flags_;
  Pattern out_;
  std::uint32_t captures_ = 0;  ///< so far
  std::uint32_t choices_ = 0;   ///< so far
  Path path_;
  std::vector<Named> named_;
  std::vector<std::pair<std::uint32_t, std::u16string>> references_;  ///< by node
  bool mayRepeat_ = true;                                             ///< whether a quantifier may follow the atom
};

}  // namespace
}  // namespace pattern

Pattern readPattern(std::string_view pattern, bool ignoreCase) {
  return pattern::PatternParser(utf16Of(pattern), ignoreCase).parse();
}

}  // namespace aftermint
