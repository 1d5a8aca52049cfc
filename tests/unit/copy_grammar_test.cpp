// The notation of phrases, and the grammar of each language.
#include "copy/folded_text.h"
#include "copy/languages.h"
#include "unit/copy_cases.h"

namespace aftermint::copy {
namespace {

std::vector<Token> read(std::string_view text) { return tokens(fold(text, true).text).all; }

bool finds(std::string_view phrase, std::string_view text) {
  const Grammar grammar("urgency: " + std::string(phrase) + "\n");
  EXPECT_TRUE(grammar.faults().empty()) << grammar.faults().front();
  return grammar.find(read(text)).has(Topic::Urgency);
}

TEST(Grammar, FindsWordsNumbersAndGaps) {
  EXPECT_TRUE(finds("only # left", "There are ONLY 3, left!"));
  EXPECT_FALSE(finds("only # left", "only three left"));
  EXPECT_TRUE(finds("only ~2 left", "only the last left"));
  EXPECT_FALSE(finds("only ~2 left", "only one of the left"));
  EXPECT_FALSE(finds("only ~2 left", "only one. Left")) << "a gap ends with its sentence";
  EXPECT_TRUE(finds("expir*", "It expired"));
  EXPECT_TRUE(finds("(aa | bb cc)? dd .", "bb cc dd"));
  EXPECT_FALSE(finds("d .", "d e"));
  EXPECT_TRUE(finds("^ d", "e. d"));
  EXPECT_FALSE(finds("^ d", "e d"));
  EXPECT_TRUE(finds("@3", "00 : 12 : 34"));
  EXPECT_FALSE(finds("@3", "00:12"));
  EXPECT_TRUE(finds("@", "00:12"));
  EXPECT_TRUE(finds("#0 days", "05days"));
  EXPECT_FALSE(finds("#0 days", "15 days"));
  EXPECT_TRUE(finds("# % off", "20% off"));
  EXPECT_TRUE(finds("$ #", "€25,439.50"));
  EXPECT_TRUE(finds("aa _ cc", "aa 5 cc"));
  EXPECT_FALSE(finds("left !hand", "left hand"));
  EXPECT_TRUE(finds("left !hand", "left foot"));
  EXPECT_FALSE(finds("<no hurry", "no hurry"));
  EXPECT_TRUE(finds("<no hurry", "do hurry"));
  EXPECT_TRUE(finds("don't", "Don’t"));
}

TEST(Grammar, ReportsErrorsInItsText) {
  for (const char* text : {"only # left", "nonsense: a", "a = b", "urgency: NAME", "urgency: (a", "urgency: a )",
                           "urgency: a | ", "NAME = a\nNAME = b", "urgency: 5", "urgency: ="}) {
    EXPECT_FALSE(Grammar(text).faults().empty()) << text;
  }
}

TEST(Grammar, OfEveryLanguageHasNoErrorsAndFindsNothingInAnEmptyText) {
  for (std::size_t i = 0; i < kLanguages; ++i) {
    const Grammar& grammar = grammarOf(static_cast<Language>(i));
    for (const std::string& fault : grammar.faults()) ADD_FAILURE() << i << ": " << fault;
    EXPECT_EQ(grammar.find({}).topics, 0u) << i;
    EXPECT_EQ(grammar.find(read("zzz. zzz zzz; zzz")).topics, 0u) << i;
    EXPECT_FALSE(grammar.isWhole(Topic::Decline, {})) << i;
  }
}

}  // namespace
}  // namespace aftermint::copy
