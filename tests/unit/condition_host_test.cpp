#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <string>

#include "condition/js_number.h"
#include "condition/js_regex.h"

namespace aftermint {
namespace {

std::optional<bool> matches(std::string_view pattern, std::string_view text) {
  MatchBudget budget;
  return jsRegexMatch(pattern, text, false, budget);
}
std::optional<bool> matchesFolded(std::string_view pattern, std::string_view text) {
  MatchBudget budget;
  return jsRegexMatch(pattern, text, true, budget);
}

TEST(JsRegex, MatchesAnywhereUnlessAnchored) {
  EXPECT_EQ(matches("b", "abc"), true);
  EXPECT_EQ(matches("^b", "abc"), false);
  EXPECT_EQ(matches("", ""), true);
  EXPECT_EQ(matches("/checkout", "https://shop/checkout"), true);
}

TEST(JsRegex, DollarMatchesOnlyAtTheEnd) {
  EXPECT_EQ(matches("a$", "a\n"), false);
  EXPECT_EQ(matches("^b", "a\nb"), false);
}

TEST(JsRegex, ClassesAreAsciiExceptWhiteSpace) {
  EXPECT_EQ(matches("\\d", "\xD9\xA3"), false);  // an Arabic three
  EXPECT_EQ(matches("\\w", "\xC3\xA9"), false);
  EXPECT_EQ(matches("\\bfoo\\b",
                    "\xC3\xA9"
                    "foo"),
            true);
  EXPECT_EQ(matches("^\\s$", "\xEF\xBB\xBF"), true);
  EXPECT_EQ(matches("^.$", "\xE2\x80\xA8"), false);
  EXPECT_EQ(matches("^.$", "\xC2\x85"), true);
}

TEST(JsRegex, CountsCodeUnits) {
  EXPECT_EQ(matches("^.$", "\xF0\x9F\x98\x80"), false);
  EXPECT_EQ(matches("^..$", "\xF0\x9F\x98\x80"), true);
  EXPECT_EQ(matches("\\ud83d\\ude00", "\xF0\x9F\x98\x80"), true);
}

TEST(JsRegex, HasNoSetOperationsInBrackets) {
  EXPECT_EQ(matches("^[[a]+$", "[a"), true);
  EXPECT_EQ(matches("^[a&&b]+$", "a&b"), true);
  EXPECT_EQ(matches("[]", "a"), false);
  EXPECT_EQ(matches("^[^]$", "\n"), true);
  EXPECT_EQ(matches("^[\\d-x]+$", "1-x"), true);
}

TEST(JsRegex, ReadsInvalidQuantifiersAndEscapesLiterally) {
  EXPECT_EQ(matches("^a{,2}$", "a{,2}"), true);
  EXPECT_EQ(matches("^\\A$", "A"), true);
  EXPECT_EQ(matches("^}]$", "}]"), true);
  EXPECT_EQ(matches("^\\101$", "A"), true);
}

TEST(JsRegex, IgnoresCaseByUpperCaseOfSingleLetters) {
  EXPECT_EQ(matchesFolded("^[a-z]+$", "ABC"), true);
  EXPECT_EQ(matchesFolded("\xC3\xA9", "\xC3\x89"), true);
  EXPECT_EQ(matchesFolded("\xC3\x9F", "SS"), false);       // the upper case of sharp s has two letters
  EXPECT_EQ(matchesFolded("k", "\xE2\x84\xAA"), false);    // the Kelvin sign does not match k
  EXPECT_EQ(matchesFolded("\xCF\x83", "\xCF\x82"), true);  // both small sigmas have the same capital
}

TEST(JsRegex, RefusesThePatternsThatBrowsersRefuse) {
  for (const char* pattern : {"(", ")", "[", "a**", "a++", "*", "{2}", "a{2,1}", "[b-a]", "(?i)a", "(?>a)", "\\",
                              "(?<1a>b)", "(?<a>b)(?<a>c)", "(?<a>b)\\k<c>", "^*", "\\b+", "(?<=a)*"}) {
    EXPECT_EQ(matches(pattern, "a"), std::nullopt) << pattern;
  }
}

TEST(JsRegex, RepeatsLookAheadsAndReadsReferences) {
  EXPECT_EQ(matches("(?=a)*b", "b"), true);
  EXPECT_EQ(matches("^(?<x>a|b)\\k<x>$", "bb"), true);
  EXPECT_EQ(matches("^(a)(b)\\2\\1$", "abba"), true);
}

TEST(JsRegex, ReadsTheSyntaxOfEcmaScript2025) {
  EXPECT_EQ(matches("^(?i:CHECK)out$", "checkout"), true);
  EXPECT_EQ(matches("^(?i:CHECK)out$", "checkOUT"), false);
  EXPECT_EQ(matchesFolded("^(?-i:a)b$", "aB"), true);
  EXPECT_EQ(matchesFolded("^(?-i:a)b$", "AB"), false);
  EXPECT_EQ(matches("(?m:^b$)", "a\nb\nc"), true);
  EXPECT_EQ(matches("^(?:(?<year>\\d{4})-\\d\\d|\\d\\d/(?<year>\\d{4})) \\k<year>$", "11/2026 2026"), true);
  EXPECT_EQ(matches("\\k<later>(?<later>a)", "a"), true);
  EXPECT_EQ(matches("(?<=\\d+ )kg", "12 kg"), true);
  EXPECT_EQ(matches("(?<gr\xC3\xB6\xC3\x9F"
                    "e>a)",
                    "a"),
            true);
}

TEST(JsRegex, AReferenceToAnUnmatchedGroupIsEmpty) {
  EXPECT_EQ(matches("^(?:(a)|b)\\1c$", "bc"), true);
  EXPECT_EQ(matches("^(?:(a)|b)*\\1$", "ab"), true);  // each round clears its captures
}

TEST(JsRegex, HasLookbehindOfAnyLength) {
  const std::string text(600, 'x');
  EXPECT_EQ(matches("^.*y", text), false);
  EXPECT_EQ(matches("(?<=^x*)$", text), true);
}

TEST(JsRegex, GivesUpOnCatastrophicBacktracking) {
  EXPECT_EQ(matches("^(a+)+$", std::string(40, 'a') + "b"), std::nullopt);
}

TEST(JsNumberText, WritesAsBrowsersDo) {
  EXPECT_EQ(jsNumberText(0.1), "0.1");
  EXPECT_EQ(jsNumberText(-0.0), "0");
  EXPECT_EQ(jsNumberText(1e21), "1e+21");
  EXPECT_EQ(jsNumberText(123456789012345680000.0), "123456789012345680000");
  EXPECT_EQ(jsNumberText(1e-7), "1e-7");
  EXPECT_EQ(jsNumberText(0.000001), "0.000001");
  EXPECT_EQ(jsNumberText(-1.5e300), "-1.5e+300");
  EXPECT_EQ(jsNumberText(5e-324), "5e-324");
  EXPECT_EQ(jsNumberText(std::numeric_limits<double>::infinity()), "Infinity");
  EXPECT_EQ(jsNumberText(std::nan("")), "NaN");
}

TEST(JsNumberOf, ReadsAsBrowsersDo) {
  EXPECT_EQ(jsNumberOf(""), 0);
  EXPECT_EQ(jsNumberOf(" \t\n"), 0);
  EXPECT_EQ(jsNumberOf("\xC2\xA0"
                       "12\xEF\xBB\xBF"),
            12);
  EXPECT_EQ(jsNumberOf("0x1F"), 31);
  EXPECT_EQ(jsNumberOf("0b101"), 5);
  EXPECT_EQ(jsNumberOf("0o17"), 15);
  EXPECT_EQ(jsNumberOf("0x20000000000001"), 9007199254740992.0);  // 2^53 + 1 rounds to even
  EXPECT_EQ(jsNumberOf("0x20000000000003"), 9007199254740996.0);
  EXPECT_EQ(jsNumberOf("+.5e1"), 5);
  EXPECT_EQ(jsNumberOf("5."), 5);
  EXPECT_EQ(jsNumberOf("1e999"), std::numeric_limits<double>::infinity());
  EXPECT_EQ(jsNumberOf("1e-999"), 0);
  EXPECT_EQ(jsNumberOf("-Infinity"), -std::numeric_limits<double>::infinity());
  for (const char* text : {"abc", "1_000", "1e", "-0x1", "0x", "inf", "nan", "1 2", ".", "-", "0b2", "0xg", "--1"}) {
    EXPECT_TRUE(std::isnan(jsNumberOf(text))) << text;
  }
}

}  // namespace
}  // namespace aftermint
