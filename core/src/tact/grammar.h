/**
 * @file Phrases of a language, written down as a grammar and matched against a row of tokens.
 *
 * A grammar is a text, one rule a line; a line that begins with a blank goes on the one before.
 *
 *     NUM      = # | one | two            a name for a phrase, in capitals
 *     scarcity: only NUM ~2 left          a phrase that is looked for, under a topic
 *
 * In a phrase stand words (compared as `spelt`; `expir*` is any word that begins so), names, `a | b`, `( )`, `x?`, and
 *
 *     #  a number      #0  one padded with zeros      @  a clock      @3  a clock with seconds
 *     $  a currency sign      %      _  any one token      ~n  up to n words of the same sentence (4 where n is left
 * out) ^  where a sentence begins      .  where one ends      !x  nothing that x matches follows      <x  nor goes
 * before
 */
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "tact/tokens.h"

namespace aftermint::tact {

/** What a phrase is looked for as. */
enum class Topic : unsigned char {
  Decline,   ///< a whole decline label
  Formula,   ///< words of the law for an order that must be paid
  Pay,       ///< a verb of paying
  Unpaid,    ///< words that take the paying back
  Opener,    ///< how an offer without a reason begins
  Urgency,   ///< time is short
  Scarcity,  ///< little is left
  Demand,    ///< many want it
  Social,    ///< what other people are doing now
  Guilt      ///< what the shopper is if they do not
};
inline constexpr std::size_t kTopics = 10;

constexpr std::uint32_t bitOf(Topic topic) { return std::uint32_t{1} << static_cast<unsigned>(topic); }

/** What was found in a row of tokens: topics as bits, and for each the tokens of one phrase. */
struct Hits {
  std::uint32_t topics = 0;
  std::array<std::pair<std::size_t, std::size_t>, kTopics> where{};  ///< from, until

  [[nodiscard]] bool has(Topic topic) const { return (topics & bitOf(topic)) != 0; }
};

/** Up to kWindow tokens of a text, and where each word of a grammar stands in them; bit i is before token i. */
class Window {
 public:
  static constexpr std::size_t kWindow = 60;

 private:
  friend class Grammar;
  std::size_t size_ = 0;
  std::vector<std::uint64_t> words_;  ///< by terminal
  std::uint64_t numbers_ = 0, padded_ = 0, clocks_ = 0, longClocks_ = 0, percent_ = 0, money_ = 0;
  std::uint64_t opens_ = 0;          ///< a sentence begins here
  bool first_ = true, last_ = true;  ///< the text begins, ends with this window
};

class Grammar {
 public:
  explicit Grammar(std::string_view text);

  /** Whether the whole of the tokens is a phrase of the topic. */
  [[nodiscard]] bool isWhole(Topic topic, const std::vector<Token>& tokens) const;

  /** Whether the tokens begin with a phrase of the topic. */
  [[nodiscard]] bool begins(Topic topic, const std::vector<Token>& tokens) const;

  /** The phrases that stand anywhere in the tokens, one of each topic. */
  [[nodiscard]] Hits find(const std::vector<Token>& tokens) const;

  /** What is wrong with the text of the grammar itself; a test holds it to be empty. */
  [[nodiscard]] const std::vector<std::string>& faults() const { return faults_; }

 private:
  enum class Kind : unsigned char {
    Word,
    Number,
    Padded,
    Clock,
    LongClock,
    Percent,
    Money,
    Any,
    Gap,
    Start,
    End,
    Not,
    NotAfter,
    Optional,
    Sequence,
    Choice
  };
  struct Node {
    Kind kind = Kind::Sequence;
    std::uint16_t value = 0;                ///< of a word its terminal, of a gap its length
    std::vector<std::uint16_t> children{};  ///< node numbers
  };
  struct Terminal {
    std::string text;
    std::string brief;  ///< `shortened`
    bool prefix = false;
  };
  class Reader;

  [[nodiscard]] Window window(const std::vector<Token>& tokens, std::size_t from, std::size_t count) const;
  /** The tokens of one place where a phrase that is found stands, without what may go before it. */
  [[nodiscard]] std::pair<std::size_t, std::size_t> narrowest(std::uint16_t phrase, const Window& window) const;
  [[nodiscard]] std::uint64_t ends(std::uint16_t node, const Window& window, std::uint64_t starts) const;

  std::vector<Node> nodes_;
  std::vector<Terminal> terminals_;
  std::unordered_map<std::string, std::uint16_t> byText_;
  std::vector<std::uint16_t> prefixes_;
  std::array<std::vector<std::uint16_t>, kTopics> phrases_;  ///< nodes by topic
  std::vector<std::string> faults_;
};

}  // namespace aftermint::tact
