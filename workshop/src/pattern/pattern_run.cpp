/** @file Runs a compiled pattern: a backtracking matcher with the semantics of ECMA-262. */
#include <algorithm>
#include <string_view>

#include "aftermint/pattern_program.h"

namespace aftermint::js {
namespace {

constexpr std::size_t kMostBack = 1'000'000;
constexpr std::int64_t kUnset = -1;

bool isWord(char16_t unit) {
  return (unit >= u'0' && unit <= u'9') || ((unit | 0x20) >= u'a' && (unit | 0x20) <= u'z') || unit == u'_';
}
bool endsLine(char16_t unit) { return unit == u'\n' || unit == u'\r' || unit == u'\u2028' || unit == u'\u2029'; }

class Machine {
 public:
  Machine(const Program& program, std::u16string_view text, MatchBudget& budget)
      : program_(program),
        text_(text),
        budget_(budget),
        places_(2 * (program.captures + 1) + 2 * program.loops, kUnset),
        loops_(2 * (program.captures + 1)) {}

  MatchResult find() {
    pay(text_.size());
    // `^` matches only at the start of the text, so a long text costs no more than a short one.
    const Step& first = program_.steps.front();
    const bool isAtStart = first.what == Do::LineStart && !first.multiline;
    for (std::size_t start = 0; start <= (isAtStart ? 0 : text_.size()); ++start) {
      if (go(0, start)) return MatchResult::Matched;
      if (gaveUp_) return MatchResult::GaveUp;
    }
    return MatchResult::Failed;
  }

 private:
  using Do = Step::Do;
  /** A backtracking point: another step to try, or the former value of a place. */
  struct Back {
    static constexpr std::uint32_t kPlace = UINT32_MAX;
    std::uint32_t step;
    std::uint32_t index;
    std::int64_t value;
  };

  void pay(std::size_t steps) { budget_.steps -= static_cast<std::int64_t>(steps); }

  void set(std::uint32_t index, std::int64_t value) {
    if (places_[index] == value) return;
    back_.push_back({Back::kPlace, index, places_[index]});
    places_[index] = value;
  }
  void branch(std::uint32_t step, std::size_t at) { back_.push_back({step, 0, static_cast<std::int64_t>(at)}); }

  /** Returns to the last branch since `base`. If there is none, restores all places and returns false. */
  bool backtrack(std::size_t base, std::uint32_t& step, std::size_t& at) {
    while (back_.size() > base) {
      const Back last = back_.back();
      back_.pop_back();
      if (last.step != Back::kPlace) {
        step = last.step;
        at = static_cast<std::size_t>(last.value);
        return true;
      }
      places_[last.index] = last.value;
    }
    return false;
  }

  /** Runs from a step to a Match, and keeps the branches on the list. Recursive only for lookarounds. */
  bool go(std::uint32_t step, std::size_t at) {
    const std::size_t base = back_.size();
    while (true) {
      pay(1);
      if (budget_.steps < 0 || back_.size() > kMostBack) {
        gaveUp_ = true;
        return false;
      }
      const Step& now = program_.steps[step];
      if (now.what == Do::Match) return true;
      const bool isGood = take(now, step, at);
      if (gaveUp_) return false;
      if (!isGood && !backtrack(base, step, at)) return false;
    }
  }

  /** Runs one step. Moves `step` and `at`, or returns false if it does not match. */
  bool take(const Step& now, std::uint32_t& step, std::size_t& at) {
    const std::uint32_t next = step + 1;
    switch (now.what) {
      case Do::Unit:
      case Do::Any:
      case Do::Set:
        if (!reads(now, at)) return false;
        at = now.back ? at - 1 : at + 1;
        break;
      case Do::LineStart:
        if (at != 0 && !(now.multiline && endsLine(text_[at - 1]))) return false;
        break;
      case Do::LineEnd:
        if (at != text_.size() && !(now.multiline && endsLine(text_[at]))) return false;
        break;
      case Do::WordEdge: {
        const bool before = at > 0 && isWord(text_[at - 1]);
        const bool behind = at < text_.size() && isWord(text_[at]);
        if ((before != behind) == now.negated) return false;
        break;
      }
      case Do::Look:
        if (look(now, next, at) == now.negated) return false;
        step = now.to;
        return true;
      case Do::Reference:
        if (!readsAgain(now, at)) return false;
        break;
      case Do::Save:
        set(now.index, static_cast<std::int64_t>(at));
        break;
      case Do::Fork:
        branch(now.to, at);
        break;
      case Do::Jump:
        step = now.to;
        return true;
      case Do::Begin:
        set(countOf(now), 0);
        break;
      case Do::Loop:
        step = loop(now, next, at);
        return true;
      case Do::Enter:
        set(countOf(now) + 1, static_cast<std::int64_t>(at));
        pay(now.lastSlot - now.firstSlot);
        for (std::uint32_t slot = now.firstSlot; slot < now.lastSlot; ++slot) set(slot, kUnset);
        break;
      case Do::Round: {
        const std::int64_t count = places_[countOf(now)];
        // Once there are enough rounds, an empty round fails, or the loop would not end.
        if (count >= now.least && places_[countOf(now) + 1] == static_cast<std::int64_t>(at)) return false;
        set(countOf(now), count + 1);
        step = now.to;
        return true;
      }
      case Do::Match:
        break;
    }
    step = next;
    return true;
  }

  [[nodiscard]] std::uint32_t countOf(const Step& step) const { return loops_ + 2 * step.index; }

  /** Returns the next step of a loop, and keeps the alternative as a branch. */
  std::uint32_t loop(const Step& now, std::uint32_t body, std::size_t at) {
    const std::int64_t count = places_[countOf(now)];
    if (count >= now.most && now.most != kEndless) return now.to;
    if (count < now.least) return body;
    branch(now.lazy ? body : now.to, at);
    return now.lazy ? now.to : body;
  }

  /** Whether the step matches the next unit in its direction. */
  [[nodiscard]] bool reads(const Step& now, std::size_t at) const {
    if (now.back ? at == 0 : at == text_.size()) return false;
    const char16_t unit = text_[now.back ? at - 1 : at];
    if (now.what == Do::Any) return now.dotAll || !endsLine(unit);
    const char16_t meant = now.ignoreCase ? program_.canonical(unit) : unit;
    if (now.what == Do::Unit) return meant == now.unit;
    const auto& set = program_.sets[now.index];
    const auto above = std::upper_bound(set.begin(), set.end(), meant,
                                        [](char16_t wanted, const auto& range) { return wanted < range.first; });
    return (above != set.begin() && meant <= (above - 1)->second) != now.negated;
  }

  /** Matches the text of a group again. A group without a match always succeeds. */
  bool readsAgain(const Step& now, std::size_t& at) {
    for (const std::uint32_t group : program_.references[now.index]) {
      const std::int64_t from = places_[group * 2];
      const std::int64_t to = places_[group * 2 + 1];
      if (from == kUnset || to == kUnset) continue;
      const auto length = static_cast<std::size_t>(to - from);
      if (now.back ? at < length : text_.size() - at < length) return false;
      const std::size_t begin = now.back ? at - length : at;
      for (std::size_t i = 0; i < length; ++i) {
        const char16_t a = text_[static_cast<std::size_t>(from) + i];
        const char16_t b = text_[begin + i];
        pay(1);
        if (a != b && !(now.ignoreCase && program_.canonical(a) == program_.canonical(b))) return false;
      }
      at = now.back ? at - length : at + length;
      return true;
    }
    return true;
  }

  /** Whether a lookaround matches. Drops its branches; a positive lookaround keeps its captures. */
  bool look(const Step& now, std::uint32_t body, std::size_t at) {
    const std::size_t base = back_.size();
    if (!go(body, at)) return false;
    const auto isWay = [](const Back& back) { return back.step != Back::kPlace; };
    back_.erase(std::remove_if(back_.begin() + static_cast<std::ptrdiff_t>(base), back_.end(), isWay), back_.end());
    std::uint32_t none = 0;
    if (now.negated) backtrack(base, none, at);
    return true;
  }

  const Program& program_;
  std::u16string_view text_;
  MatchBudget& budget_;
  std::vector<std::int64_t> places_;  ///< begin and end of each capture, then count and last begin of each loop
  std::uint32_t loops_;
  std::vector<Back> back_;
  bool gaveUp_ = false;
};

}  // namespace

MatchResult run(const Program& program, const std::u16string& text, MatchBudget& budget) {
  return Machine(program, text, budget).find();
}

}  // namespace aftermint::js
