// Finding the answer in the text of a model, with places that refer to that text.
#include "draft/find_answer.h"

#include "unit/draft_fixture.h"

namespace aftermint {
namespace {

using aftermint::testing::fileOf;
using aftermint::testing::goodAnswer;
using aftermint::testing::kGoodAnswer;
using aftermint::testing::refusal;
using draft::findAnswer;
using draft::FoundAnswer;
using ::testing::StartsWith;

const std::string kGood(kGoodAnswer);

std::string answerRefusal(const std::string& text) {
  return refusal([&] { (void)findAnswer(text, "answer.md"); });
}

std::string placed(const std::string& text) {
  const FoundAnswer found = findAnswer(text, "answer.md");
  EXPECT_EQ(found.answer.offers.size(), 1u);
  EXPECT_EQ(found.answer.offers.front().items.front().product, "filter");
  return std::to_string(found.line) + ":" + std::to_string(found.column);
}

TEST(FindAnswer, FindsABareAnswer) {
  EXPECT_EQ(placed(kGood), "1:1");
  EXPECT_EQ(placed("\n\n  " + kGood + "\n"), "3:3");
}

TEST(FindAnswer, FindsItInFencesAndProse) {
  EXPECT_EQ(placed("Here you are:\n\n```json\n" + kGood + "\n```\nI hope {this} helps!"), "4:1");
  EXPECT_EQ(placed("It says \"hm\", and I say “Günther”: " + kGood), "1:36");
  EXPECT_EQ(placed("A stray \" and { and } and [\n" + kGood), "2:1");
}

TEST(FindAnswer, CountsLinesAndColumnsAsAnEditorDoes) {
  EXPECT_EQ(placed("\xEF\xBB\xBF" + kGood), "1:1");  // a byte order mark does not count
  std::string windows = "Sure:\n" + kGood;
  for (std::size_t at = 0; (at = windows.find('\n', at)) != std::string::npos; at += 2) windows.replace(at, 1, "\r\n");
  EXPECT_EQ(placed(windows), "2:1");
}

TEST(FindAnswer, TakesTheFirstValidAnswer) {
  EXPECT_EQ(placed(R"({"thought": {"a": 1}} {"offers": []} )" + kGood + " " + goodAnswer().dump()), "1:38");
  EXPECT_EQ(placed(R"({"result": [)" + kGood + "]}"), "1:13");
}

TEST(FindAnswer, IgnoresBracesInStrings) {
  nlohmann::json answer = goodAnswer();
  answer["offers"][0]["why"] = "}]} \" {\"offers\": [] } \\";
  const FoundAnswer found = findAnswer("x " + answer.dump(), "a");
  EXPECT_EQ(found.answer.offers[0].why, "}]} \" {\"offers\": [] } \\");
  EXPECT_EQ(found.column, 3u);
}

TEST(FindAnswer, ReportsTheFirstInvalidAnswer) {
  EXPECT_EQ(answerRefusal("Well:\n{\"offers\": [{}]}"), "answer_schema 2:13 /offers/0");
  EXPECT_EQ(answerRefusal("{\"offers\": 1} {\"offers\": 2, \"x\": 3}"), "answer_schema 1:12 /offers");
}

TEST(FindAnswer, ReportsAMissingAnswer) {
  for (const char* text : {"", " ", "No.", "{}", "[]", "null", "{\"offer\": []}", "\"offers\"", "[\"offers\"]", "{{{",
                           "{\"a\": {\"b\": \"offers\"}}"}) {
    EXPECT_EQ(answerRefusal(text), "answer_missing 0:0 ") << text;
  }
}

TEST(FindAnswer, RefusesAnAnswerThatIsCutOff) {
  const std::string text = fileOf("demo/prompts/answer.json");
  const std::size_t whole = text.rfind('}') + 1;
  for (std::size_t size = 0; size <= text.size(); ++size) {
    const std::string cut = text.substr(0, size);
    if (size >= whole) {
      EXPECT_EQ(findAnswer(cut, "a").answer.offers.size(), 2u);
      continue;
    }
    const std::string why = answerRefusal(cut);
    EXPECT_THAT(why, ::testing::AnyOf(StartsWith("answer_missing 0:0"), StartsWith("json_syntax "))) << size;
    EXPECT_EQ(why.starts_with("json_syntax"), cut.find("\"offers\":") != std::string::npos) << size;
  }
}

TEST(FindAnswer, LimitsSizeAndDepth) {
  EXPECT_EQ(answerRefusal(std::string(draft::kMostAnswerBytes + 1, ' ')), "too_large 0:0 ");
  EXPECT_EQ(placed(kGood + std::string(draft::kMostAnswerBytes - kGood.size(), ' ')), "1:1");
  const std::string deep = "{\"offers\":" + std::string(100, '[') + std::string(100, ']') + "}";
  EXPECT_THROW(
      try { (void)findAnswer(deep, "a"); } catch (const Unusable& unusable) {
        EXPECT_EQ(unusable.faults().back().code, ErrorCode::TooDeep);
        throw;
      },
      Unusable);
}

TEST(FindAnswer, ReadsHostileTextsInLinearTime) {
  // A reader that looked for the end of every bracket would take hours for each of these.
  for (const std::string unit : {"[", "{", "{}", "{\"", "{\"offers\":", "{\"a\":{", "{\"offers\":[", "{\"a\":\"{", "\"",
                                 "{\"offers\":1}", "\\", "{\"a\":[\"{\",", "}{"}) {
    std::string text;
    while (text.size() + unit.size() <= draft::kMostAnswerBytes) text += unit;
    EXPECT_NE(answerRefusal(text), "") << unit;
  }
}

TEST(FindAnswer, RefusesInvalidJson) {
  const auto with = [](std::string_view from, std::string_view to) {
    std::string text = kGood;
    const std::size_t at = text.find(from);
    EXPECT_NE(at, std::string::npos) << from;
    return text.replace(at, from.size(), to);
  };
  EXPECT_THAT(answerRefusal(with("Add the", std::string_view("Add\0the", 7))), StartsWith("json_syntax 8:"));
  EXPECT_THAT(answerRefusal(with("Add the", "Add \\ud83d the")), StartsWith("json_syntax 8:"));
  EXPECT_THAT(answerRefusal(with("Add the", "Add \xC3\x28 the")), StartsWith("json_syntax 8:"));
  EXPECT_THAT(answerRefusal(with("\"list\"", "1e999")), StartsWith("json_syntax 4:"));
  EXPECT_THAT(answerRefusal(with("\"list\"}", "\"list\",}")), StartsWith("json_syntax 4:"));
}

}  // namespace
}  // namespace aftermint
