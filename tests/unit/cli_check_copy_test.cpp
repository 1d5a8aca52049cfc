// `aftermint check-copy`: one result for each line, in order, even for invalid lines.
#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "unit/cli_scratch.h"

namespace aftermint {
namespace {

using aftermint::testing::Ran;
using aftermint::testing::runProgram;
using aftermint::testing::Scratch;
using nlohmann::json;

class CheckCopy : public ::testing::Test {
 protected:
  Ran run(std::string_view input, std::vector<std::string> arguments = {}) {
    arguments.insert(arguments.begin(), "check-copy");
    return runProgram(scratch_, arguments, input);
  }

  static std::vector<json> lines(const Ran& ran) {
    std::vector<json> out;
    std::istringstream in(ran.out);
    for (std::string line; std::getline(in, line);) {
      out.push_back(json::parse(line, nullptr, false));
      EXPECT_FALSE(out.back().is_discarded()) << line;
    }
    return out;
  }

  Scratch scratch_;
};

TEST_F(CheckCopy, PrintsTheLineWithItsFindingsAndTheWorstSeverity) {
  const Ran ran = run(R"({"field":"decline","locale":"en","text":"No thank you"})"
                      "\n");
  EXPECT_EQ(ran.exit, 0) << ran.err;
  EXPECT_EQ(ran.out, R"({"field":"decline","locale":"en","text":"No thank you","findings":[],"severity":null})"
                     "\n");
}

TEST_F(CheckCopy, ExitsWithOneForErrorsAndZeroForWarnings) {
  const Ran bad = run(R"({"field":"benefit","text":"Only 2 left"})"
                      "\n"
                      R"({"field":"benefit","text":"Lasts for years."})");
  EXPECT_EQ(bad.exit, 1);
  const std::vector<json> answers = lines(bad);
  ASSERT_EQ(answers.size(), 2u);
  EXPECT_EQ(answers[0]["findings"], json({"no_false_urgency"}));
  EXPECT_EQ(answers[0]["severity"], "error");
  EXPECT_EQ(answers[1]["findings"], json::array());

  const Ran warned = run(R"({"field":"benefit","locale":"sv","text":"Håller i åratal."})");
  EXPECT_EQ(warned.exit, 0);
  EXPECT_EQ(lines(warned).at(0)["severity"], "warning");
}

TEST_F(CheckCopy, PrefersTheLocaleOfTheLineOverTheOption) {
  EXPECT_EQ(run(R"({"field":"decline","text":"Nein danke"})", {"--locale", "de"}).exit, 0);
  EXPECT_EQ(run(R"({"field":"decline","text":"Nein danke"})").exit, 1);
  EXPECT_EQ(run(R"({"field":"decline","locale":"en","text":"Nein danke"})", {"--locale", "de"}).exit, 1);
}

TEST_F(CheckCopy, RequiresThatAOneClickAcceptSaysItCharges) {
  EXPECT_EQ(run(R"({"field":"accept","path":"one_click","text":"Yes, add it!"})").exit, 1);
  EXPECT_EQ(run(R"({"field":"accept","path":"one_click","text":"Pay £12.00 now"})").exit, 0);
  EXPECT_EQ(run(R"({"field":"accept","text":"Yes, add it!"})").exit, 0);
}

TEST_F(CheckCopy, ReportsAnInvalidLineWithItsNumberAndContinues) {
  const char* broken[] = {"nonsense",
                          "",
                          "[]",
                          "7",
                          R"({"field":"decline"})",
                          R"({"text":"x"})",
                          R"({"field":"title","text":"x"})",
                          R"({"field":"decline","text":7})",
                          R"({"field":"decline","text":"x","tone":"kind"})",
                          R"({"field":"accept","path":"magic","text":"x"})",
                          R"({"field":"decline","text":"\ud800"})",
                          "{\"field\":\"decline\",\"text\":\"\xFF\"}"};
  std::string input;
  for (const char* line : broken) input += std::string(line) + "\n";
  const Ran ran = run(input + R"({"field":"decline","text":"I hate saving"})" + "\n", {"--json"});
  EXPECT_EQ(ran.exit, 2) << "an invalid line counts more than a finding";
  const std::vector<json> answers = lines(ran);
  ASSERT_EQ(answers.size(), std::size(broken) + 1);
  for (std::size_t i = 0; i < std::size(broken); ++i) {
    EXPECT_EQ(answers[i]["ok"], false) << broken[i];
    EXPECT_EQ(answers[i]["error"]["line"], i + 1) << broken[i];
    EXPECT_THAT(answers[i]["error"]["code"], ::testing::AnyOf("json_syntax", "copy_schema")) << broken[i];
    EXPECT_FALSE(answers[i]["error"]["message"].get<std::string>().empty());
    EXPECT_FALSE(answers[i]["error"]["hint"].get<std::string>().empty());
  }
  EXPECT_EQ(answers.back()["findings"], json({"decline_neutral"}));
}

TEST_F(CheckCopy, SkipsALineThatIsTooLong) {
  const std::string text = R"({"field":"benefit","text":"Lasts for years."})";
  const Ran ran = run(text + "\n" + std::string(3u << 20, 'x') + "\n" + text);
  EXPECT_EQ(ran.exit, 2);
  const std::vector<json> answers = lines(ran);
  ASSERT_EQ(answers.size(), 3u);
  EXPECT_EQ(answers[1]["error"]["code"], "too_large");
  EXPECT_EQ(answers[1]["error"]["line"], 2);
  EXPECT_EQ(answers[2]["findings"], json::array());
}

TEST_F(CheckCopy, ReadsAnyNumberOfLines) {
  std::string input;
  constexpr std::size_t kLines = 3'000;
  for (std::size_t i = 0; i < kLines; ++i) {
    input +=
        R"({"field":"decline","text":")" + std::string(i % 2 == 0 ? "No thank you" : "I like to pay more") + "\"}\r\n";
  }
  const Ran ran = run(input);
  EXPECT_EQ(ran.exit, 1);
  const std::vector<json> answers = lines(ran);
  ASSERT_EQ(answers.size(), kLines);
  for (std::size_t i = 0; i < kLines; ++i) EXPECT_EQ(answers[i]["findings"].empty(), i % 2 == 0) << i;
}

TEST_F(CheckCopy, ExplainsFindingsOnRequest) {
  const std::vector<json> answers = lines(run(R"({"field":"benefit","text":"Hurry, оnly 2 left"})", {"--explain"}));
  ASSERT_EQ(answers.at(0)["why"].size(), 2u);
  EXPECT_EQ(answers[0]["why"][0]["code"], "no_false_urgency");
  EXPECT_THAT(answers[0]["why"][0]["message"].get<std::string>(), ::testing::HasSubstr("“hurry”"));
  EXPECT_EQ(answers[0]["why"][1]["code"], "hidden_characters");
}

TEST_F(CheckCopy, PrintsNothingForEmptyInput) {
  const Ran ran = run("");
  EXPECT_EQ(ran.exit, 0);
  EXPECT_TRUE(ran.out.empty());
}

}  // namespace
}  // namespace aftermint
