#include "copy/grammar_index.h"

#include <algorithm>

namespace aftermint::copy {

void Grammar::Indexer::index() {
  needs_.reserve(grammar_.nodes_.size());
  for (const Node& node : grammar_.nodes_) needs_.push_back(needOf(node));  // children come before their parents
  for (std::size_t topic = 0; topic < kTopics; ++topic) {
    for (const std::uint16_t phrase : grammar_.phrases_[topic]) split(static_cast<Topic>(topic), phrase);
  }
  if (grammar_.branches_.size() > kMostBranches) {
    grammar_.faults_.push_back("more than " + std::to_string(kMostBranches) + " branches");
    grammar_.branches_.resize(kMostBranches);
  }
  std::vector<std::vector<std::uint16_t>> byTerminal(grammar_.vocabulary_->size());
  for (std::size_t i = 0; i < grammar_.branches_.size(); ++i) {
    const Need& need = needs_[grammar_.branches_[i].node];
    if (need.isAny) grammar_.anyway_[i / 64] |= std::uint64_t{1} << (i % 64);
    for (const Terminal terminal : need.oneOf) byTerminal[terminal].push_back(static_cast<std::uint16_t>(i));
  }
  for (const std::vector<std::uint16_t>& branches : byTerminal) {
    grammar_.neededFrom_.push_back(static_cast<std::uint32_t>(grammar_.needed_.size()));
    grammar_.needed_.insert(grammar_.needed_.end(), branches.begin(), branches.end());
  }
  grammar_.neededFrom_.push_back(static_cast<std::uint32_t>(grammar_.needed_.size()));
}

void Grammar::Indexer::split(Topic topic, std::uint16_t phrase) {
  const Node& node = grammar_.nodes_[phrase];
  if (node.kind != Kind::Choice) return grammar_.branches_.push_back({topic, phrase, phrase});
  for (std::uint32_t i = 0; i < node.count; ++i) {
    grammar_.branches_.push_back({topic, grammar_.children_[node.first + i], phrase});
  }
}

Grammar::Indexer::Need Grammar::Indexer::needOf(const Node& node) const {
  const std::uint16_t* const children = grammar_.children_.data() + node.first;
  switch (node.kind) {
    case Kind::Word:
      return oneOf({node.value});
    case Kind::Words:
      return oneOf({children, children + node.count});
    case Kind::Sequence: {
      Need rarest{true};
      for (std::uint32_t i = 0; i < node.count; ++i) {
        const Need& need = needs_[children[i]];
        if (!need.isAny && (rarest.isAny || need.commonness < rarest.commonness)) rarest = need;
      }
      return rarest;
    }
    case Kind::Choice: {
      std::vector<Terminal> all;
      for (std::uint32_t i = 0; i < node.count; ++i) {
        const Need& need = needs_[children[i]];
        if (need.isAny) return {true};
        all.insert(all.end(), need.oneOf.begin(), need.oneOf.end());
      }
      return oneOf(std::move(all));
    }
    default:
      return {true};  // it may match without any word
  }
}

Grammar::Indexer::Need Grammar::Indexer::oneOf(std::vector<Terminal> terminals) const {
  std::sort(terminals.begin(), terminals.end());
  terminals.erase(std::unique(terminals.begin(), terminals.end()), terminals.end());
  Need need{false, std::move(terminals)};
  for (const Terminal terminal : need.oneOf) need.commonness += grammar_.vocabulary_->commonness(terminal);
  return need;
}

}  // namespace aftermint::copy
