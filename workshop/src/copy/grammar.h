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
 *     $  a currency sign      %      &  a placeholder as {trigger}      _  any one token
 *     ~n  up to n words of the same sentence (4 where n is left out)
 *     ^  where a sentence begins      .  where one ends      !x  nothing that x matches follows      <x  nor goes
 * before
 *
 * A topic with a question mark (`guilt?`) is for phrases that press in one text and not in the next: they are shown to
 * whoever looks the offer through, and stop nothing.
 */
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "copy/window.h"

namespace aftermint::copy {

/** What a phrase is looked for as. */
enum class Topic : unsigned char {
  Decline,       ///< a whole decline label
  Unfit,         ///< what no decline says: blame, loss, harm, a worse thing preferred, a yes
  Formula,       ///< words of the law for an order that must be paid
  Pay,           ///< a verb of paying
  Unpaid,        ///< words that take the paying back
  Opener,        ///< how an offer without a reason begins
  Urgency,       ///< time is short
  Scarcity,      ///< little is left
  Demand,        ///< many want it
  Social,        ///< what other people are doing now
  Guilt,         ///< what the shopper is, or does to what they bought, if they do not
  Belittling,    ///< that the shopper cannot do it
  MaybeUrgency,  ///< time or stock, perhaps
  MaybeSocial,   ///< others, perhaps
  MaybeGuilt     ///< guilt, perhaps
};
inline constexpr std::size_t kTopics = 15;

using Topics = std::uint32_t;  ///< a set of topics
constexpr Topics bitOf(Topic topic) { return Topics{1} << static_cast<unsigned>(topic); }
inline constexpr Topics kAllTopics = (Topics{1} << kTopics) - 1;

/** What was found in a row of tokens: topics, and for each the tokens of one phrase. */
struct Hits {
  Topics topics = 0;
  std::array<std::pair<std::size_t, std::size_t>, kTopics> where{};  ///< from, until

  [[nodiscard]] bool has(Topic topic) const { return (topics & bitOf(topic)) != 0; }
};

class Grammar {
 public:
  /** Reads a grammar whose words go into a vocabulary, which may be shared with other grammars. */
  explicit Grammar(std::string_view text, std::shared_ptr<Vocabulary> vocabulary = std::make_shared<Vocabulary>());

  /** Whether the whole of the tokens is a phrase of the topic. */
  [[nodiscard]] bool isWhole(Topic topic, const std::vector<Token>& tokens) const;

  /**
   * Looks for phrases of the topics that were not hit before, one of each, and adds them to the hits. An opener is one
   * where the text begins, everything else wherever it stands.
   */
  void find(Topics topics, const Window& window, Hits& hits) const;

  /** The phrases of all topics in the tokens. */
  [[nodiscard]] Hits find(const std::vector<Token>& tokens) const;

  /** What is wrong with the text of the grammar itself; a test holds it to be empty. */
  [[nodiscard]] const std::vector<std::string>& faults() const { return faults_; }

 private:
  class Reader;
  class Indexer;

  enum class Kind : unsigned char {
    Word,
    Words,  ///< a choice of words alone
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
    std::uint16_t value = 0;  ///< of a word its terminal, of a gap its length
    std::uint32_t first = 0;  ///< its children in children_
    std::uint32_t count = 0;
  };
  /** One way to say a phrase: a phrase that is a choice has as many branches. */
  struct Branch {
    Topic topic = Topic::Decline;
    std::uint16_t node = 0;
    std::uint16_t phrase = 0;  ///< the node it is a branch of
  };
  static constexpr std::size_t kMostBranches = 1024;
  using Branches = std::array<std::uint64_t, kMostBranches / 64>;  ///< a set of branches, a bit each

  /** The branches that a window has words for: few, and no other can be found in it. */
  [[nodiscard]] Branches worthATry(const Window& window) const;
  /** Tries the branches of the topics that are worth it, in order; of a topic no more where `tryOne` said true. */
  template <class Try>
  void tryEach(Topics topics, const Window& window, Try tryOne) const;
  /** The tokens of one place where a phrase that is found stands, without what may go before it. */
  [[nodiscard]] std::pair<std::size_t, std::size_t> narrowest(std::uint16_t phrase, const Window& window) const;
  /** Where what a node matches can end if it begins at one of these places. */
  [[nodiscard]] Places ends(std::uint16_t node, const Window& window, Places starts) const;

  std::shared_ptr<Vocabulary> vocabulary_;
  std::vector<Node> nodes_;
  std::vector<std::uint16_t> children_;                      ///< node numbers; of Words, terminals
  std::array<std::vector<std::uint16_t>, kTopics> phrases_;  ///< nodes by topic
  std::vector<Branch> branches_;                             ///< by topic, then as they are written
  Branches anyway_{};                                        ///< branches that need no terminal
  std::vector<std::uint32_t> neededFrom_;                    ///< by terminal: where in needed_ its branches begin
  std::vector<std::uint16_t> needed_;                        ///< branch numbers
  std::vector<std::string> faults_;
};

}  // namespace aftermint::copy
