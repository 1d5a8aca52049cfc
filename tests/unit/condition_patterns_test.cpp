/** @file Compares the native host with the results of a browser for thousands of patterns (scripts/patterns.mjs). */
#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <string>

#include "condition/js_regex.h"
#include "paths.h"

namespace aftermint {
namespace {

using Subjects = nlohmann::json;

/** Returns the results for all texts, four per hexadecimal digit as in the file; empty for an invalid pattern. */
std::string answersOf(const std::string& pattern, const Subjects& subjects, bool ignoreCase) {
  std::string digits;
  for (std::size_t i = 0; i < subjects.size(); i += 4) {
    int four = 0;
    for (std::size_t j = 0; j < 4; ++j) {
      MatchBudget budget;
      const auto answer = i + j < subjects.size()
                              ? jsRegexMatch(pattern, subjects[i + j].get<std::string>(), ignoreCase, budget)
                              : false;
      if (!answer) return {};
      four = four * 2 + (*answer ? 1 : 0);
    }
    digits += "0123456789abcdef"[four];
  }
  return digits;
}

TEST(JsRegex, GivesTheResultsOfABrowser) {
  std::ifstream file(std::string(kSourceFolder) + "/tests/conformance/patterns.json");
  const Subjects golden = Subjects::parse(file);
  const Subjects& subjects = golden.at("subjects");
  std::size_t valid = 0;
  std::size_t invalid = 0;
  for (const Subjects& line : golden.at("patterns")) {
    const auto pattern = line.at(0).get<std::string>();
    const auto plain = line.at(1).get<std::string>();
    EXPECT_EQ(answersOf(pattern, subjects, false), plain) << pattern;
    EXPECT_EQ(answersOf(pattern, subjects, true), line.at(line.size() - 1).get<std::string>()) << pattern << " (i)";
    ++(plain.empty() ? invalid : valid);
  }
  EXPECT_GT(valid, 1'000U);
  EXPECT_GT(invalid, 300U);
}

}  // namespace
}  // namespace aftermint
