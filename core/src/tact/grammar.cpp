#include "tact/grammar.h"

#include <algorithm>

#if !AFTERMINT_PAGE
namespace aftermint::tact {
namespace {

constexpr std::size_t kOverlap = 24;  ///< no phrase is longer, so none falls between two windows

std::uint64_t bit(std::size_t position) { return std::uint64_t{1} << position; }

}  // namespace

Window Grammar::window(const std::vector<Token>& tokens, std::size_t from, std::size_t count) const {
  Window out;
  out.size_ = count;
  out.words_.assign(terminals_.size(), 0);
  out.first_ = from == 0;
  out.last_ = from + count == tokens.size();
  for (std::size_t i = 0; i < count; ++i) {
    const Token& token = tokens[from + i];
    const std::uint64_t here = bit(i);
    if (token.opensSentence) out.opens_ |= here;
    switch (token.kind) {
      case TokenKind::Word: {
        if (const auto at = byText_.find(token.text); at != byText_.end()) out.words_[at->second] |= here;
        for (const std::uint16_t prefix : prefixes_) {
          if (token.text.starts_with(terminals_[prefix].text)) out.words_[prefix] |= here;
        }
        if (!token.drawnOut) break;
        const std::string brief = shortened(token.text);
        for (std::size_t word = 0; word < terminals_.size(); ++word) {
          if (terminals_[word].brief == brief) out.words_[word] |= here;
        }
        break;
      }
      case TokenKind::Number:
        out.numbers_ |= here;
        if (token.padded) out.padded_ |= here;
        break;
      case TokenKind::Clock:
        out.clocks_ |= here;
        if (token.parts > 2) out.longClocks_ |= here;
        break;
      case TokenKind::Sign:
        if (token.text == "%") out.percent_ |= here;
        if (token.text == "$") out.money_ |= here;
        break;
      case TokenKind::Picture:
        break;
    }
  }
  return out;
}

std::uint64_t Grammar::ends(std::uint16_t number, const Window& window, std::uint64_t starts) const {
  const Node& node = nodes_[number];
  const auto one = [starts](std::uint64_t where) { return (starts & where) << 1; };
  switch (node.kind) {
    case Kind::Word:
      return one(window.words_[node.value]);
    case Kind::Number:
      return one(window.numbers_);
    case Kind::Padded:
      return one(window.padded_);
    case Kind::Clock:
      return one(window.clocks_);
    case Kind::LongClock:
      return one(window.longClocks_);
    case Kind::Percent:
      return one(window.percent_);
    case Kind::Money:
      return one(window.money_);
    case Kind::Any:
      return one(bit(window.size_) - 1);
    case Kind::Gap: {
      std::uint64_t reached = starts, last = starts;
      for (std::uint16_t i = 0; i < node.value && last != 0; ++i) {
        last = ((last & (bit(window.size_) - 1)) << 1) & ~window.opens_;
        reached |= last;
      }
      return reached;
    }
    case Kind::Start:
      return starts & (window.opens_ | (window.first_ ? bit(0) : 0));
    case Kind::End:
      return starts & (window.opens_ | (window.last_ ? bit(window.size_) : 0));
    case Kind::Not: {
      std::uint64_t kept = 0;
      for (std::uint64_t rest = starts; rest != 0; rest &= rest - 1) {
        const std::uint64_t lowest = rest & (~rest + 1);
        if (ends(node.children[0], window, lowest) == 0) kept |= lowest;
      }
      return kept;
    }
    case Kind::NotAfter:
      return starts & ~ends(node.children[0], window, bit(window.size_) - 1);
    case Kind::Optional:
      return starts | ends(node.children[0], window, starts);
    case Kind::Sequence:
      for (const std::uint16_t child : node.children) {
        if (starts == 0) return 0;
        starts = ends(child, window, starts);
      }
      return starts;
    case Kind::Choice: {
      std::uint64_t reached = 0;
      for (const std::uint16_t child : node.children) reached |= ends(child, window, starts);
      return reached;
    }
  }
  return 0;
}

bool Grammar::isWhole(Topic topic, const std::vector<Token>& tokens) const {
  if (tokens.size() > Window::kWindow) return false;
  const Window all = window(tokens, 0, tokens.size());
  const std::vector<std::uint16_t>& phrases = phrases_[static_cast<std::size_t>(topic)];
  return std::any_of(phrases.begin(), phrases.end(),
                     [&](std::uint16_t phrase) { return (ends(phrase, all, bit(0)) & bit(tokens.size())) != 0; });
}

bool Grammar::begins(Topic topic, const std::vector<Token>& tokens) const {
  const Window head = window(tokens, 0, std::min(tokens.size(), Window::kWindow));
  const std::vector<std::uint16_t>& phrases = phrases_[static_cast<std::size_t>(topic)];
  return std::any_of(phrases.begin(), phrases.end(),
                     [&](std::uint16_t phrase) { return ends(phrase, head, bit(0)) != 0; });
}

Hits Grammar::find(const std::vector<Token>& tokens) const {
  Hits hits;
  for (std::size_t from = 0;; from += Window::kWindow - kOverlap) {
    const std::size_t count = std::min(tokens.size() - from, Window::kWindow);
    const Window part = window(tokens, from, count);
    const std::uint64_t anywhere = bit(count) | (bit(count) - 1);
    for (std::size_t topic = 0; topic < kTopics; ++topic) {
      if ((hits.topics >> topic & 1u) != 0) continue;
      for (const std::uint16_t phrase : phrases_[topic]) {
        if (ends(phrase, part, anywhere) == 0) continue;
        hits.topics |= std::uint32_t{1} << topic;
        const auto [first, last] = narrowest(phrase, part);
        hits.where[topic] = {from + first, from + last};
        break;
      }
    }
    if (from + count == tokens.size()) return hits;
  }
}

std::pair<std::size_t, std::size_t> Grammar::narrowest(std::uint16_t phrase, const Window& window) const {
  for (std::size_t start = window.size_ + 1; start-- > 0;) {
    const std::uint64_t reached = ends(phrase, window, bit(start));
    if (reached == 0) continue;
    std::size_t end = start;
    while ((reached >> end & 1u) == 0) ++end;
    return {start, end};
  }
  return {0, 0};
}

}  // namespace aftermint::tact
#endif
