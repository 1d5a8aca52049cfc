/** @file Parses the text of a grammar into nodes. */
#pragma once

#include <map>

#include "copy/grammar.h"

namespace aftermint::copy {

class Grammar::Reader {
 public:
  explicit Reader(Grammar& grammar) : grammar_(grammar) {}
  void read(std::string_view text);

 private:
  void readRule(std::string_view rule);
  std::uint16_t readChoice();
  std::uint16_t readSequence();
  std::uint16_t readItem();
  std::uint16_t readWord();
  std::uint16_t readNumbered(char sign);
  std::uint16_t word(Terminal terminal) { return add(Kind::Word, terminal); }
  std::uint16_t choice(const std::vector<std::uint16_t>& choices);
  std::uint16_t add(Kind kind, std::uint16_t value = 0, const std::vector<std::uint16_t>& children = {});
  void skipBlanks();
  [[nodiscard]] char peek() const { return at_ < rule_.size() ? rule_[at_] : '\0'; }
  void fault(std::string what);

  Grammar& grammar_;
  std::map<std::string, std::uint16_t, std::less<>> names_;
  std::string_view rule_;
  std::size_t at_ = 0;
};

}  // namespace aftermint::copy
