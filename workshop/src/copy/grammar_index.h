/** @file An index of a grammar: which branches a text can contain, given its words. */
#pragma once

#include "copy/grammar.h"

namespace aftermint::copy {

/**
 * Splits the phrases of a grammar into branches, and finds for each branch a set of terminals of which a text must
 * contain one. A sequence needs every part, so the part with the rarest words is chosen. Most texts then need no branch
 * to be tried.
 */
class Grammar::Indexer {
 public:
  explicit Indexer(Grammar& grammar) : grammar_(grammar) {}
  void index();

 private:
  struct Need {
    bool isAny = false;  ///< it can match without any word
    std::vector<Terminal> oneOf{};
    std::uint32_t commonness = 0;
  };

  void split(Topic topic, std::uint16_t phrase);
  [[nodiscard]] Need needOf(const Node& node) const;
  [[nodiscard]] Need oneOf(std::vector<Terminal> terminals) const;

  Grammar& grammar_;
  std::vector<Need> needs_;  ///< by node
};

}  // namespace aftermint::copy
