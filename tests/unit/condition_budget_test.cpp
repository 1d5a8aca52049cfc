// Slow patterns: the matches of one decision share one budget, and `check` refuses what a browser cannot bear.
#include <gmock/gmock.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "aftermint/check.h"
#include "aftermint/codec.h"
#include "aftermint/decision_host.h"
#include "aftermint/pattern_program.h"
#include "condition/host.h"
#include "condition/js_regex.h"
#include "unit/cli_program.h"

namespace aftermint {
namespace {

using aftermint::testing::kBook;
using aftermint::testing::Program;
using aftermint::testing::Ran;
using ::testing::HasSubstr;
using Json = nlohmann::ordered_json;

const std::string kSlowText = std::string(60, 'a') + "!";

IndexedBook bookOf(const Json& book) {
  Decoded<Book> decoded = decodeBook(book.dump());
  EXPECT_TRUE(decoded) << encodeFaults(decoded.faults);
  return IndexedBook(decoded ? std::move(*decoded.value) : Book{});
}

Moment patternMoment(const std::string& text) {
  const Json moment = {{"placement", "checkout"},
                       {"time", "2026-11-23T10:00:00Z"},
                       {"visitor", {{"id", "v"}, {"attributes", {{"x", text}}}}},
                       {"order",
                        {{"id", "1"},
                         {"status", "open"},
                         {"currency", "GBP"},
                         {"lines", {{{"product", "kettle"}, {"quantity", 1}, {"price", 10'000}}}}}}};
  Decoded<Moment> decoded = decodeMoment(moment.dump());
  EXPECT_TRUE(decoded) << encodeFaults(decoded.faults);
  return decoded ? *decoded.value : Moment{};
}

/** Offers of the small book with these patterns on `visitor.x`, each with its own id. */
Json patternBook(const std::vector<std::string>& patterns) {
  Json book = Json::parse(kBook);
  Json offer = book["offers"][0];
  book["offers"] = Json::array();
  for (std::size_t i = 0; i < patterns.size(); ++i) {
    offer["id"] = "offer-" + std::to_string(i);
    offer["when"] = {{"visitor.x", {{"$regex", patterns[i]}}}};
    book["offers"].push_back(offer);
  }
  return book;
}

// The whole decision may take as many steps as one match, not 200 times as many.
TEST(ConditionBudget, IsSharedByTheMatchesOfADecision) {
  MatchBudget budget;
  std::int64_t before = 0;
  for (int i = 0; i < 200; ++i) {
    before = budget.steps;
    const auto match = jsRegexMatch("^(a+)+$|" + std::to_string(i), kSlowText, false, budget);
    EXPECT_EQ(match, std::nullopt);
    if (i > 0) {
      EXPECT_GE(budget.steps, before - 100) << "a match goes on after the budget is used up";
    }
  }
  EXPECT_LT(budget.steps, 0);
  EXPECT_GT(budget.steps, -100 * 200);
}

TEST(ConditionBudget, IsNewForEachDecisionOfAThread) {
  const ConditionHost& host = decisionHost();
  EXPECT_EQ(host.regexMatch("^(a+)+$", kSlowText, false), std::nullopt);
  EXPECT_EQ(host.regexMatch("b", "b", false), std::nullopt) << "the budget is used up";
  EXPECT_EQ(decisionHost().regexMatch("b", "b", false), true);
  EXPECT_EQ(platformHost().regexMatch("^(a+)+$", kSlowText, false), std::nullopt);
  EXPECT_EQ(platformHost().regexMatch("b", "b", false), true) << "outside of a decision each match has its own";
}

TEST(ConditionBudget, CountsAsNotMetWhenItIsUsedUp) {
  std::vector<std::string> patterns(200, "^(a+)+$");
  patterns.emplace_back("^a");
  const IndexedBook book = bookOf(patternBook(patterns));
  const Moment moment = patternMoment(kSlowText);
  // Candidates are judged in the order of the book, so the last one finds nothing left.
  const Decision decision = decide(book, moment);
  EXPECT_EQ(decision.offer, nullptr);
  ASSERT_EQ(decision.trace.size(), patterns.size());
  for (const Trace& line : decision.trace) EXPECT_EQ(line.reason, Reason::Condition) << line.offer;
  EXPECT_EQ(encode(decide(book, moment)), encode(decision)) << "the same moment, another decision";
  const Decision quick = decide(book, patternMoment("aaa"));
  ASSERT_NE(quick.offer, nullptr) << "the next decision has a budget of its own";
}

// A round clears the captures in it, and a reference is read again unit by unit: both are work too.
TEST(ConditionBudget, PaysForCapturesAndReferences) {
  const auto cost = [](const std::string& pattern, const std::string& text) {
    MatchBudget budget;
    (void)jsRegexMatch(pattern, text, false, budget);
    return MatchBudget::kSteps - budget.steps;
  };
  std::string groups;
  for (int i = 0; i < 200; ++i) groups += "()";
  EXPECT_GT(cost("^(?:" + groups + "a)*$", std::string(100, 'a')), 100 * 2 * 200 * 2);
  EXPECT_GT(cost("^(a*)b\\1\\1\\1c", std::string(200, 'a') + "b" + std::string(600, 'a')), 600);
  EXPECT_LT(cost("^b", std::string(2'000, 'a')), 2'100) << "^ is tried at the start only";
}

std::string severityOf(const std::string& pattern) {
  const IndexedBook book = bookOf(patternBook({pattern}));
  for (const Finding& finding : check(book)) {
    if (finding.code == FindingCode::PatternSlow) return std::string(toString(finding.severity));
  }
  return {};
}

TEST(SlowPatterns, AreRefusedWhereABrowserWouldHang) {
  for (const char* pattern :
       {"^(a+)+$", "(a*)*b", "^(a|a)*$", "^(a|ab|b)*c$", "^(\\w|\\d)+$", "(x+x+)+y", "^([a-z]+\\s?)+!", "^(?:.*,)+;$",
        "^a*a*a*a*$", "\\w*\\w*\\w*\\w*=", "^(?:(?:a|b)+c?)+$", "^prefix-(?:[0-9]+-?)+$", "^(\\s*\\S+\\s*)+:$"}) {
    EXPECT_EQ(severityOf(pattern), "error") << pattern;
  }
}

TEST(SlowPatterns, AreReportedIfTheyGrowByTheSquare) {
  for (const char* pattern : {".*checkout", "\\s+$|.*=", "[a-z]*[0-9]"}) {
    EXPECT_EQ(severityOf(pattern), "warning") << pattern;
  }
}

TEST(SlowPatterns, AreNotReportedWhereNothingIsSlow) {
  for (const char* pattern : {"^/cart/?$", "checkout", "^https://shop\\.example/.*sale", "^(?:GB|IE)$", "\\d+",
                              "^[a-z]{2,8}(?:-[A-Z]{2})?$", "^\\d{4}-\\d{2}$", "utm_source=(google|bing)"}) {
    EXPECT_EQ(severityOf(pattern), "") << pattern;
  }
}

TEST_F(Program, RefusesToServeABookWithASlowPattern) {
  scratch_.write("slow.json", patternBook({"^(a+)+$"}).dump(2));
  const Ran checked = run({"check", "slow.json"});
  EXPECT_EQ(checked.exit, 1);
  const Ran served = run({"serve", "--port", "0", "--store", "sqlite::memory:", "--book", "slow.json"});
  EXPECT_EQ(served.exit, 1);
  EXPECT_THAT(served.out, ::testing::IsEmpty()) << "it listens";
  for (const std::string& text : {checked.out, served.err}) {
    EXPECT_THAT(text, ::testing::ContainsRegex("slow\\.json:[0-9]+:[0-9]+ error pattern_slow at "
                                               "/offers/0/when/visitor\\.x/\\$regex: .* Hint: "));
    EXPECT_THAT(text, HasSubstr("begins with “aaaa"));
  }
}

}  // namespace
}  // namespace aftermint
