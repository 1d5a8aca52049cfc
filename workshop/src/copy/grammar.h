/**
 * @file Phrases of a language as a grammar, matched against tokens.
 *
 * A grammar is a text with one rule for each line. A line that begins with a space continues the line before.
 *
 *     NUM      = # | one | two            names a phrase, in capitals
 *     scarcity: only NUM ~2 left          a phrase to search for, and its topic
 *
 * A phrase consists of words (compared as `spelt`; `expir*` is any word that begins this way), names, `a | b`, `( )`,
 * `x?`, and
 *
 *     #  a number      #0  one padded with zeros      @  a clock      @3  a clock with seconds
 *     $  a currency sign      %      &  a placeholder as {trigger}      _  any one token
 *     ~n  up to n words of the same sentence (4 if n is left out)
 *     ^  the start of a sentence      .  the end of one      !x  x does not follow      <x  x does not come before
 *
 * A topic with a question mark (`guilt?`) is for phrases that press in some texts only. They give a warning for the
 * reviewer, not an error.
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

/** The topics of phrases. */
enum class Topic : unsigned char {
  Decline,       ///< a whole decline label
  Unfit,         ///< what a neutral decline never says: blame, loss, harm, preferring something worse, a yes
  Formula,       ///< the wording of the law for an order that must be paid
  Pay,           ///< a verb of paying
  Unpaid,        ///< words that say nothing has to be paid
  Opener,        ///< the start of an offer without a reason
  Urgency,       ///< time is short
  Scarcity,      ///< little is left
  Demand,        ///< many people want it
  Social,        ///< what other people are doing now
  Guilt,         ///< declining says something bad about the shopper, or harms what they bought
  Belittling,    ///< the shopper cannot do it alone
  MaybeUrgency,  ///< possibly urgency or scarcity
  MaybeSocial,   ///< possibly social proof
  MaybeGuilt     ///< possibly guilt
};
inline constexpr std::size_t kTopics = 15;

using Topics = std::uint32_t;  ///< a set of topics
constexpr Topics bitOf(Topic topic) { return Topics{1} << static_cast<unsigned>(topic); }
inline constexpr Topics kAllTopics = (Topics{1} << kTopics) - 1;

/** What was found in a text: topics, and the tokens of one phrase for each. */
struct Hits {
  Topics topics = 0;
  std::array<std::pair<std::size_t, std::size_t>, kTopics> where{};  ///< first token, and the one after the last

  [[nodiscard]] bool has(Topic topic) const { return (topics & bitOf(topic)) != 0; }
};

class Grammar {
 public:
  /** Reads a grammar. Its words are added to the vocabulary, which other grammars may share. */
  explicit Grammar(std::string_view text, std::shared_ptr<Vocabulary> vocabulary = std::make_shared<Vocabulary>());

  /** True if all the tokens together are one phrase of the topic. */
  [[nodiscard]] bool isWhole(Topic topic, const std::vector<Token>& tokens) const;

  /**
   * Searches a window for one phrase of each topic that has no hit yet, and adds it to the hits. Openers count only at
   * the start of the text.
   */
  void find(Topics topics, const Window& window, Hits& hits) const;

  /** The phrases of all topics in the tokens. */
  [[nodiscard]] Hits find(const std::vector<Token>& tokens) const;

  /** Errors in the text of the grammar; a test makes sure there are none. */
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
    std::uint16_t value = 0;  ///< the terminal of a word, the length of a gap
    std::uint32_t first = 0;  ///< its children in children_
    std::uint32_t count = 0;
  };
  /** One alternative of a phrase. */
  struct Branch {
    Topic topic = Topic::Decline;
    std::uint16_t node = 0;
    std::uint16_t phrase = 0;  ///< the node it is a branch of
  };
  static constexpr std::size_t kMostBranches = 1024;
  using Branches = std::array<std::uint64_t, kMostBranches / 64>;  ///< a set of branches, a bit each

  /** The branches that the words of a window allow; no other can match. */
  [[nodiscard]] Branches possibleBranches(const Window& window) const;
  /** Tries the possible branches of the topics in order. A topic ends when `tryOne` returns true. */
  template <class Try>
  void tryEach(Topics topics, const Window& window, Try tryOne) const;
  /** The tokens of one match of a phrase, without optional words before it. */
  [[nodiscard]] std::pair<std::size_t, std::size_t> narrowest(std::uint16_t phrase, const Window& window) const;
  /** The places where a match of a node can end if it starts at one of `starts`. */
  [[nodiscard]] Places ends(std::uint16_t node, const Window& window, Places starts) const;

  std::shared_ptr<Vocabulary> vocabulary_;
  std::vector<Node> nodes_;
  std::vector<std::uint16_t> children_;                      ///< node numbers; of Words, terminals
  std::array<std::vector<std::uint16_t>, kTopics> phrases_;  ///< nodes by topic
  std::vector<Branch> branches_;                             ///< by topic, then in the order of the text
  Branches anyway_{};                                        ///< branches that need no terminal
  std::vector<std::uint32_t> neededFrom_;                    ///< by terminal: where in needed_ its branches begin
  std::vector<std::uint16_t> needed_;                        ///< branch numbers
  std::vector<std::string> faults_;
};

}  // namespace aftermint::copy
