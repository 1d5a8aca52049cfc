/** @file Which branches of a grammar can be in a text at all, told by the words that the text has. */
#pragma once

#include "copy/grammar.h"

namespace aftermint::copy {

/**
 * Takes the phrases of a grammar apart into branches, and finds for each branch terminals of which it needs one. Of a
 * sequence every part is needed, so the part whose words are the rarest is asked for: most texts then have nothing that
 * would be worth a try.
 */
class Grammar::Indexer {
 public:
  explicit Indexer(Grammar& grammar) : grammar_(grammar) {}
  void index();

 private:
  struct Need {
    bool isAny = false;  ///< it can be matched without any word
    std::vector<Terminal> oneOf{};
    std::uint32_t commonness = 0;
  };

  void takeApart(Topic topic, std::uint16_t phrase);
  [[nodiscard]] Need needOf(const Node& node) const;
  [[nodiscard]] Need oneOf(std::vector<Terminal> terminals) const;

  Grammar& grammar_;
  std::vector<Need> needs_;  ///< by node
};

}  // namespace aftermint::copy
