#include "aftermint/pattern_program.h"

#include <algorithm>

namespace aftermint::js {
namespace {

using Ranges = std::vector<std::pair<char16_t, char16_t>>;
using Op = PatternNode::Op;
using Do = Step::Do;

/** Sorts ranges, and joins those that touch or overlap. */
Ranges tidy(Ranges ranges) {
  std::sort(ranges.begin(), ranges.end());
  Ranges out;
  for (const auto& range : ranges) {
    if (!out.empty() && range.first <= out.back().second + 1) {
      out.back().second = std::max(out.back().second, range.second);
    } else {
      out.push_back(range);
    }
  }
  return out;
}

/** Returns the canonical units of a set, for matching without case. */
Ranges canonicalOf(const Ranges& ranges, Canonical canonical) {
  std::vector<bool> units(0x10000);
  for (const auto& [first, last] : ranges) {
    for (std::uint32_t unit = first; unit <= last; ++unit) units[canonical(static_cast<char16_t>(unit))] = true;
  }
  Ranges out;
  for (std::uint32_t unit = 0; unit < units.size(); ++unit) {
    if (units[unit]) out.emplace_back(static_cast<char16_t>(unit), static_cast<char16_t>(unit));
  }
  return out;
}

class Compiler {
 public:
  Compiler(const Pattern& pattern, Canonical canonical) : pattern_(pattern) {
    out_.captures = pattern.captures;
    out_.canonical = canonical;
  }

  Program compile() {
    node(pattern_.root, false);
    add({});
    return std::move(out_);
  }

 private:
  std::uint32_t add(Step step) {
    out_.steps.push_back(step);
    return static_cast<std::uint32_t>(out_.steps.size() - 1);
  }
  [[nodiscard]] std::uint32_t here() const { return static_cast<std::uint32_t>(out_.steps.size()); }

  void node(std::uint32_t index, bool back) {
    const PatternNode& from = pattern_.nodes[index];
    Step step;
    step.ignoreCase = from.ignoreCase;
    step.multiline = from.multiline;
    step.dotAll = from.dotAll;
    step.negated = from.negated;
    step.lazy = from.lazy;
    step.back = back;
    switch (from.op) {
      case Op::Sequence:
        if (back) return each(from.children.rbegin(), from.children.rend(), back);
        return each(from.children.begin(), from.children.end(), back);
      case Op::Choice:
        return choice(from, back);
      case Op::Unit:
        step.what = Do::Unit;
        step.unit = from.ignoreCase ? out_.canonical(from.unit) : from.unit;
        break;
      case Op::Any:
        step.what = Do::Any;
        break;
      case Op::Set:
        step.what = Do::Set;
        step.index = static_cast<std::uint32_t>(out_.sets.size());
        out_.sets.push_back(tidy(from.ignoreCase ? canonicalOf(from.ranges, out_.canonical) : from.ranges));
        break;
      case Op::LineStart:
        step.what = Do::LineStart;
        break;
      case Op::LineEnd:
        step.what = Do::LineEnd;
        break;
      case Op::WordEdge:
        step.what = Do::WordEdge;
        break;
      case Op::Look: {
        step.what = Do::Look;
        const std::uint32_t look = add(step);
        node(from.children[0], from.behind);
        add({});
        out_.steps[look].to = here();
        return;
      }
      case Op::Group:
        if (from.capture == 0) return node(from.children[0], back);
        step.what = Do::Save;
        step.index = from.capture * 2 + (back ? 1 : 0);
        add(step);
        node(from.children[0], back);
        step.index = from.capture * 2 + (back ? 0 : 1);
        break;
      case Op::Reference:
        step.what = Do::Reference;
        step.index = static_cast<std::uint32_t>(out_.references.size());
        out_.references.push_back(from.groups);
        break;
      case Op::Repeat:
        return repeat(from, step);
    }
    add(step);
  }

  template <class It>
  void each(It begin, It end, bool back) {
    for (; begin != end; ++begin) node(*begin, back);
  }

  void choice(const PatternNode& from, bool back) {
    std::vector<std::uint32_t> jumps;
    for (std::size_t i = 0; i < from.children.size(); ++i) {
      if (i + 1 == from.children.size()) {
        node(from.children[i], back);
        break;
      }
      Step fork;
      fork.what = Do::Fork;
      const std::uint32_t at = add(fork);
      node(from.children[i], back);
      Step jump;
      jump.what = Do::Jump;
      jumps.push_back(add(jump));
      out_.steps[at].to = here();
    }
    for (const std::uint32_t jump : jumps) out_.steps[jump].to = here();
  }

  void repeat(const PatternNode& from, Step step) {
    step.index = out_.loops++;
    step.least = from.least;
    step.most = from.most;
    step.firstSlot = from.firstCapture * 2;
    step.lastSlot = from.lastCapture * 2;
    step.what = Do::Begin;
    add(step);
    step.what = Do::Loop;
    const std::uint32_t loop = add(step);
    step.what = Do::Enter;
    add(step);
    node(from.children[0], step.back);
    step.what = Do::Round;
    step.to = loop;
    add(step);
    out_.steps[loop].to = here();
  }

  const Pattern& pattern_;
  Program out_;
};

}  // namespace

Program programOf(const Pattern& pattern, Canonical canonical) { return Compiler(pattern, canonical).compile(); }

}  // namespace aftermint::js
