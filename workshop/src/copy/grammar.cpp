#include "copy/grammar.h"

#include <bit>

namespace aftermint::copy {

Places Grammar::ends(std::uint16_t number, const Window& window, Places starts) const {
  const Node& node = nodes_[number];
  const std::uint16_t* const children = children_.data() + node.first;
  switch (node.kind) {
    case Kind::Word:
      return (starts & window.of(node.value)) << 1;
    case Kind::Words: {
      Places where = 0;
      for (std::uint32_t i = 0; i < node.count; ++i) where |= window.of(children[i]);
      return (starts & where) << 1;
    }
    case Kind::Any:
      return (starts & window.tokens()) << 1;
    case Kind::Gap: {
      Places reached = starts, last = starts;
      for (std::uint16_t i = 0; i < node.value && last != 0; ++i) {
        last = ((last & window.tokens()) << 1) & ~window.opening();
        reached |= last;
      }
      return reached;
    }
    case Kind::Start:
      return starts & window.sentenceStarts();
    case Kind::End:
      return starts & window.sentenceEnds();
    case Kind::Not: {
      Places kept = 0;
      for (Places rest = starts; rest != 0; rest &= rest - 1) {
        const Places lowest = rest & (~rest + 1);
        if (ends(children[0], window, lowest) == 0) kept |= lowest;
      }
      return kept;
    }
    case Kind::NotAfter:
      return starts & ~ends(children[0], window, window.tokens());
    case Kind::Optional:
      return starts | ends(children[0], window, starts);
    case Kind::Sequence:
      for (std::uint32_t i = 0; i < node.count && starts != 0; ++i) starts = ends(children[i], window, starts);
      return starts;
    case Kind::Choice: {
      Places reached = 0;
      for (std::uint32_t i = 0; i < node.count; ++i) reached |= ends(children[i], window, starts);
      return reached;
    }
  }
  return 0;
}

Grammar::Branches Grammar::possibleBranches(const Window& window) const {
  Branches out = anyway_;
  for (const Terminal terminal : window.present()) {
    if (terminal + 1u >= neededFrom_.size()) continue;  // a word from a grammar that was read later
    for (std::uint32_t i = neededFrom_[terminal]; i < neededFrom_[terminal + 1u]; ++i) {
      out[needed_[i] / 64u] |= std::uint64_t{1} << (needed_[i] % 64u);
    }
  }
  return out;
}

template <class Try>
void Grammar::tryEach(Topics topics, const Window& window, Try tryOne) const {
  const Branches worth = possibleBranches(window);
  for (std::size_t block = 0; block * 64 < branches_.size(); ++block) {
    for (std::uint64_t rest = worth[block]; rest != 0; rest &= rest - 1) {
      const Branch& branch = branches_[block * 64 + static_cast<std::size_t>(std::countr_zero(rest))];
      if ((topics & bitOf(branch.topic)) != 0 && tryOne(branch)) topics &= ~bitOf(branch.topic);
    }
  }
}

bool Grammar::isWhole(Topic topic, const std::vector<Token>& tokens) const {
  if (tokens.size() > Window::kMost) return false;
  const Window all(*vocabulary_, tokens);
  bool whole = false;
  tryEach(bitOf(topic), all, [&](const Branch& branch) {
    whole = (ends(branch.node, all, placeAt(0)) & placeAt(tokens.size())) != 0;
    return whole;
  });
  return whole;
}

void Grammar::find(Topics topics, const Window& window, Hits& hits) const {
  tryEach(topics & ~hits.topics, window, [&](const Branch& branch) {
    const Places head = window.from() == 0 ? placeAt(0) : 0;
    if (ends(branch.node, window, branch.topic == Topic::Opener ? head : window.anywhere()) == 0) return false;
    hits.topics |= bitOf(branch.topic);
    const auto [first, last] = narrowest(branch.phrase, window);
    hits.where[static_cast<std::size_t>(branch.topic)] = {window.from() + first, window.from() + last};
    return true;
  });
}

Hits Grammar::find(const std::vector<Token>& tokens) const {
  Hits hits;
  for (Window window(*vocabulary_, tokens);; window.goOn()) {
    find(kAllTopics, window, hits);
    if (window.endsText()) return hits;
  }
}

std::pair<std::size_t, std::size_t> Grammar::narrowest(std::uint16_t phrase, const Window& window) const {
  for (std::size_t start = window.size() + 1; start-- > 0;) {
    const Places reached = ends(phrase, window, placeAt(start));
    if (reached != 0) return {start, static_cast<std::size_t>(std::countr_zero(reached))};
  }
  return {0, 0};
}

}  // namespace aftermint::copy
