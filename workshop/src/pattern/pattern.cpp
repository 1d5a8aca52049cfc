#include "aftermint/pattern.h"

#include <algorithm>

#include "pattern/character_reader.h"
#include "pattern/group_names.h"
#include "pattern/pattern_reader.h"

namespace aftermint {
namespace pattern {
namespace {

using Op = PatternNode::Op;

constexpr std::size_t kMostDepth = 200;  ///< of groups in groups, because the parser is recursive
constexpr std::string_view kUnknownName = "a \\k that names no group";
constexpr std::string_view kNotAName = "a group whose name is not made of letters and digits between < and >";

/** Reads the structure of a pattern once, from left to right, up to the first fault. */
class PatternParser {
 public:
  PatternParser(std::u16string units, bool ignoreCase) : in_(std::move(units)), groups_(groupsOf(in_.all())) {
    flags_.ignoreCase = ignoreCase;
  }

  Pattern parse() {
    out_.root = choice(0);
    if (!failed() && !in_.atEnd()) fail("a bracket “)” without a “(” before it");
    if (!failed()) resolve();
    out_.captures = captures_;
    out_.hasRepeatedNames = names_.hasRepeated();
    return std::move(out_);
  }

 private:
  [[nodiscard]] bool failed() const { return !out_.fault.empty(); }
  void fail(std::string_view what) {
    if (!failed()) out_.fault = what;
  }

  PatternNode make(Op op) const {
    PatternNode node = flags_;
    node.op = op;
    return node;
  }
  std::uint32_t add(PatternNode node) {
    out_.nodes.push_back(std::move(node));
    return static_cast<std::uint32_t>(out_.nodes.size() - 1);
  }

  std::uint32_t choice(std::size_t depth) {
    if (depth > kMostDepth) fail("too many groups inside each other");
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

  /** Reads an atom and its quantifier, if it may have one. */
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

  /** `*`, `+`, `?`, `{2}`, `{2,}`, `{2,4}`, with a `?` if lazy. Any other brace is literal. */
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
    if (repeat.most < repeat.least) fail("braces {…} in which the second number is smaller than the first");
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
    fail("a repetition (*, +, ? or {…}) with nothing before it to repeat");
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
      named(node.capture);
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

  /** Reads `i-ms:` after `(?`: at least one letter, each once. */
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

  /** Reads the name of a group after its `(?<`. */
  void named(std::uint32_t capture) {
    const std::optional<std::u16string> name = names_.read();
    if (!name) return fail(kNotAName);
    if (!names_.add(*name, capture, path_)) fail("two groups of one name that could both take part");
  }

  std::uint32_t escape() {
    if (in_.atEnd()) {
      fail("a backslash at the end");
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
      if (!in_.take(u"<")) fail(kUnknownName);
      const std::optional<std::u16string> name = failed() ? std::nullopt : names_.read();
      if (!name) {
        fail(kNotAName);
        return 0;
      }
      references_.emplace_back(static_cast<std::uint32_t>(out_.nodes.size()), *name);
      return add(std::move(node));
    }
    return literal(characters_.escaped(false));
  }

  /** Resolves references by name, when all names are known. */
  void resolve() {
    for (const auto& [node, name] : references_) {
      out_.nodes[node].groups = names_.capturesOf(name);
      if (out_.nodes[node].groups.empty()) return fail(kUnknownName);
    }
  }

  std::uint32_t set() {
    PatternNode node = make(Op::Set);
    if (const std::string_view fault = characters_.set(node); !fault.empty()) {
      fail(fault);
      return 0;
    }
    return add(std::move(node));
  }

  Units in_;
  Groups groups_;
  Pattern out_;
  CharacterReader characters_{in_, groups_.named, out_.plainEscapes};
  GroupNames names_{in_};
  PatternNode flags_;           ///< only the flags count: those that apply where the parser is
  std::uint32_t captures_ = 0;  ///< so far
  std::uint32_t choices_ = 0;   ///< so far
  Path path_;
  std::vector<std::pair<std::uint32_t, std::u16string>> references_;  ///< by node
  bool mayRepeat_ = true;                                             ///< whether a quantifier may follow the atom
};

}  // namespace
}  // namespace pattern

Pattern readPattern(std::string_view pattern, bool ignoreCase) {
  return pattern::PatternParser(utf16Of(pattern), ignoreCase).parse();
}

}  // namespace aftermint
