#include "check/slow_pattern.h"

#include <algorithm>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

#include "aftermint/pattern_program.h"

namespace aftermint {
namespace {

using Op = PatternNode::Op;

constexpr std::int64_t kAllSteps = 8'000'000;       // of one pattern: about 0.1 s
constexpr std::size_t kLongestAddress = 2048;       // page.url; other texts are shorter as a rule
constexpr std::size_t kMostLetters = 24;            // that are tried
constexpr std::size_t kMostPump = kTriedUnits / 4;  // a longer text is not repeated often enough to be slow
constexpr std::size_t kFewRounds = 4;
constexpr int kDerivations = 6;
constexpr std::uint32_t kManyRounds = 8;

char16_t asciiUpper(char16_t unit) {
  return unit >= u'a' && unit <= u'z' ? static_cast<char16_t>(unit - u'a' + u'A') : unit;
}

/** Makes texts that parts of a pattern match, as far as that can be said without its lookarounds and references. */
class TextMaker {
 public:
  explicit TextMaker(const Pattern& pattern) : pattern_(pattern) { gatherLetters(); }

  /** Letters at the edges of the pattern's sets: at least one of each kind that the pattern tells apart. */
  [[nodiscard]] const std::vector<char16_t>& letters() const { return letters_; }

  /** A text that the node matches. Another seed chooses other alternatives. */
  std::u16string derive(std::uint32_t index, std::uint32_t seed) {
    seed_ = seed;
    std::u16string out;
    append(index, out);
    return out;
  }

  /** Adds what leads to a node. Returns false, with `out` as it was, if the node is not below `index`. */
  bool lead(std::uint32_t index, std::uint32_t wanted, std::u16string& out) {
    if (index == wanted) return true;
    const PatternNode& node = pattern_.nodes[index];
    const std::size_t before = out.size();
    for (const std::uint32_t child : node.children) {
      if (lead(child, wanted, out)) return true;
      if (node.op == Op::Sequence) append(child, out);
    }
    out.resize(before);
    return false;
  }

 private:
  /** The next choice of several; always the first with seed 0. */
  std::size_t choose(std::size_t count) {
    if (seed_ == 0 || count < 2) return 0;
    seed_ = seed_ * 1664525u + 1013904223u;  // Numerical Recipes' generator: the same on every platform
    return (seed_ >> 16) % count;
  }

  [[nodiscard]] static bool takes(const PatternNode& set, char16_t letter) {
    const bool isIn = std::any_of(set.ranges.begin(), set.ranges.end(), [letter](const auto& range) {
      return letter >= range.first && letter <= range.second;
    });
    return isIn != set.negated;
  }

  void append(std::uint32_t index, std::u16string& out) {
    const PatternNode& node = pattern_.nodes[index];
    if (out.size() > kMostPump) return;
    switch (node.op) {
      case Op::Sequence:
        for (const std::uint32_t child : node.children) append(child, out);
        break;
      case Op::Choice:
        append(node.children[choose(node.children.size())], out);
        break;
      case Op::Unit:
        out += node.unit;
        break;
      case Op::Any:
        out += letters_[choose(letters_.size())];
        break;
      case Op::Set: {
        std::vector<char16_t> taken;
        for (const char16_t letter : letters_) {
          if (takes(node, letter)) taken.push_back(letter);
        }
        if (!taken.empty()) out += taken[choose(taken.size())];
        break;
      }
      case Op::Group:
        append(node.children[0], out);
        break;
      case Op::Repeat: {
        const std::size_t most = std::min<std::size_t>(node.most, kFewRounds);
        std::size_t rounds = std::max<std::size_t>(std::min<std::size_t>(node.least, kFewRounds), most > 0 ? 1 : 0);
        if (most > rounds) rounds += choose(2);
        for (std::size_t i = 0; i < rounds; ++i) append(node.children[0], out);
        break;
      }
      case Op::LineStart:
      case Op::LineEnd:
      case Op::WordEdge:
      case Op::Look:
      case Op::Reference:
        break;
    }
  }

  void gatherLetters() {
    std::set<char16_t> found;
    const auto add = [&](char16_t letter) {
      if (found.size() < kMostLetters && found.insert(letter).second) letters_.push_back(letter);
    };
    for (const PatternNode& node : pattern_.nodes) {
      if (node.op == Op::Unit) add(node.unit);
      if (node.op != Op::Set) continue;
      for (const auto& range : node.ranges) {
        add(range.first);
        if (range.second < 0xFFFF) add(static_cast<char16_t>(range.second + 1));
      }
    }
    add(u'a');
    add(u'0');
    add(u' ');
  }

  const Pattern& pattern_;
  std::vector<char16_t> letters_;
  std::uint32_t seed_ = 0;
};

/** The start, then as many pumps as fit, then the tail. */
std::u16string textOf(std::u16string_view start, std::u16string_view pump, std::u16string_view tail,
                      std::size_t units) {
  std::u16string text(start.substr(0, units / 2));
  while (text.size() + pump.size() + tail.size() <= units) text += pump;
  return text += tail;
}

/** The beginning of a text for a message: a unit that is not printable ASCII becomes `\u1234`. */
std::string shownOf(std::u16string_view text) {
  std::string out;
  for (const char16_t unit : text.substr(0, 16)) {
    if (unit > u' ' && unit < 0x7F) {
      out += static_cast<char>(unit);
    } else {
      constexpr std::string_view kHexDigits = "0123456789abcdef";
      out += "\\u";
      for (int shift = 12; shift >= 0; shift -= 4) out += kHexDigits[(static_cast<unsigned>(unit) >> shift) & 15U];
    }
  }
  return out;
}

class Trial {
 public:
  explicit Trial(const Pattern& pattern)
      : pattern_(pattern), program_(js::programOf(pattern, asciiUpper)), maker_(pattern) {}

  Slowness run() {
    for (std::uint32_t i = 0; i < pattern_.nodes.size() && !isDone(); ++i) {
      const PatternNode& node = pattern_.nodes[i];
      if (node.op == Op::Repeat && node.most >= kManyRounds) tryRepeat(i);
    }
    return std::move(out_);
  }

 private:
  [[nodiscard]] bool isDone() const { return out_.isEndless || left_ <= 0; }

  void tryRepeat(std::uint32_t index) {
    std::set<std::u16string> pumps;
    const std::uint32_t child = pattern_.nodes[index].children[0];
    for (std::uint32_t seed = 0; seed < kDerivations; ++seed) {
      std::u16string pump = maker_.derive(child, seed);
      if (!pump.empty() && pump.size() <= kMostPump) pumps.insert(std::move(pump));
    }
    for (const char16_t letter : maker_.letters()) pumps.insert(std::u16string(1, letter));
    std::u16string start;
    maker_.derive(child, 0);  // the first alternatives
    (void)maker_.lead(pattern_.root, index, start);
    for (const std::u16string& pump : pumps) {
      for (const std::u16string& tail : tails()) {
        tryText(start, pump, tail);
        if (!start.empty()) tryText({}, pump, tail);
      }
    }
  }

  /** What probably ends a match in failure: nothing, a control character, a line end, and two letters of the pattern.
   */
  [[nodiscard]] std::vector<std::u16string> tails() const {
    std::vector<std::u16string> out = {u"", u"\u0001", u"\n"};
    for (const char16_t letter : maker_.letters()) {
      if (out.size() < 5) out.emplace_back(1, letter);
    }
    return out;
  }

  std::int64_t stepsOf(const std::u16string& text) {
    MatchBudget budget{kTriedSteps};
    const bool gaveUp = js::run(program_, text, budget) == js::MatchResult::GaveUp;
    const std::int64_t steps = gaveUp ? kTriedSteps + 1 : kTriedSteps - budget.steps;
    left_ -= steps;
    return steps;
  }

  void tryText(std::u16string_view start, std::u16string_view pump, std::u16string_view tail) {
    if (isDone()) return;
    constexpr std::int64_t kTimes = kLongestAddress / kTriedUnits;
    const std::u16string text = textOf(start, pump, tail, kTriedUnits);
    const std::int64_t steps = stepsOf(text);
    if (steps > kTriedSteps) {
      out_ = {true, false, shownOf(text)};
    } else if (!out_.isQuadratic && steps * kTimes * kTimes > MatchBudget::kSteps &&
               steps > 3 * stepsOf(textOf(start, pump, tail, kTriedUnits / 2))) {
      out_ = {false, true, shownOf(text)};
    }
  }

  const Pattern& pattern_;
  js::Program program_;
  TextMaker maker_;
  std::int64_t left_ = kAllSteps;
  Slowness out_;
};

}  // namespace

Slowness slownessOf(const Pattern& pattern) { return Trial(pattern).run(); }

}  // namespace aftermint
