// The shape of an answer: unknown keys are refused with their place, so that nothing else gets into the book.
#include "aftermint/answer.h"
#include "aftermint/schema.h"
#include "unit/draft_fixture.h"

namespace aftermint {
namespace {

using aftermint::testing::goodAnswer;
using aftermint::testing::kGoodAnswer;
using aftermint::testing::offerOf;
using nlohmann::json;

/** The first fault as "code pointer"; "" if the answer is valid. */
std::string refused(const json& answer) {
  const Decoded<Answer> decoded = decodeAnswer(answer.dump());
  if (decoded) return {};
  EXPECT_GT(decoded.faults.front().line, 0u);
  return std::string(toString(decoded.faults.front().code)) + " " + decoded.faults.front().pointer;
}

std::string refusedWith(const char* pointer, const json& value) {
  json answer = goodAnswer();
  answer[json::json_pointer(pointer)] = value;
  return refused(answer);
}

TEST(AnswerShape, AcceptsAValidAnswer) {
  EXPECT_EQ(refused(goodAnswer()), "");
  json least = goodAnswer();
  for (const char* key : {"product", "placement"}) least.erase(key);
  for (const char* key : {"why"}) least["offers"][0].erase(key);
  least["offers"][0]["copy"]["en"].erase("bump");
  EXPECT_EQ(refused(least), "");
}

TEST(AnswerShape, RefusesKeysThatOnlyPeopleMaySet) {
  for (const char* key : {"approved", "link", "margin", "priority", "when", "schedule", "frequencyCap", "evidence",
                          "priorPrice", "placements", "for", "id", "reviewed", "__proto__", "constructor"}) {
    EXPECT_EQ(refusedWith(("/offers/0/" + std::string(key)).c_str(), true),
              "answer_schema /offers/0/" + std::string(key));
  }
  for (const char* key : {"products", "experiments", "holdout", "policy", "checked", "__proto__"}) {
    EXPECT_EQ(refusedWith(("/" + std::string(key)).c_str(), json::array()), "answer_schema /" + std::string(key));
  }
  for (const char* key : {"price", "stock", "title"}) {
    EXPECT_EQ(refusedWith(("/offers/0/items/0/" + std::string(key)).c_str(), 1),
              "answer_schema /offers/0/items/0/" + std::string(key));
  }
  for (const char* key : {"incentive", "terms", "decline", "headline"}) {
    EXPECT_EQ(refusedWith(("/offers/0/copy/en/" + std::string(key)).c_str(), "x"),
              "answer_schema /offers/0/copy/en/" + std::string(key));
  }
}

TEST(AnswerShape, LimitsCountsAndLengths) {
  json three = goodAnswer();
  for (const char* product : {"mug", "gold"}) three["offers"].push_back(offerOf(product));
  EXPECT_EQ(refused(three), "answer_schema /offers");
  EXPECT_EQ(refusedWith("/offers", json::array()), "answer_schema /offers");
  EXPECT_EQ(refusedWith("/offers/0/items", json::array()), "answer_schema /offers/0/items");
  EXPECT_EQ(refusedWith("/offers/0/items",
                        json::array({{{"product", "a"}}, {{"product", "b"}}, {{"product", "c"}}, {{"product", "d"}}})),
            "answer_schema /offers/0/items");
  EXPECT_EQ(refusedWith("/offers/0/copy", json::object()), "answer_schema /offers/0/copy");
  EXPECT_EQ(refusedWith("/offers/0/copy/en/headlines", {"a", "b"}), "answer_schema /offers/0/copy/en/headlines");
  EXPECT_EQ(refusedWith("/offers/0/copy/en/headlines", {"a", "b", "c", "d"}),
            "answer_schema /offers/0/copy/en/headlines");
  EXPECT_EQ(refusedWith("/offers/0/copy/en/benefit", std::string(601, 'x')), "answer_schema /offers/0/copy/en/benefit");
  EXPECT_EQ(refusedWith("/offers/0/copy/en/bump", std::string(81, 'x')), "answer_schema /offers/0/copy/en/bump");
}

TEST(AnswerShape, RefusesInvalidAmountsAndCodes) {
  for (const json& price : {json{{"kind", "fixed"}, {"amount", -1}}, json{{"kind", "fixed"}, {"amount", 19.5}},
                            json{{"kind", "fixed"}, {"amount", 1e15}}, json{{"kind", "fixed"}, {"amount", "1900"}},
                            json{{"kind", "percent_off"}, {"bps", 10001}}}) {
    EXPECT_THAT(refusedWith("/offers/0/price", price), ::testing::StartsWith("answer_schema /offers/0/price/"))
        << price;
  }
  EXPECT_EQ(refusedWith("/offers/0/price", json{{"kind", "fixed"}}), "answer_schema /offers/0/price");
  EXPECT_EQ(refusedWith("/offers/0/price", json{{"kind", "free"}}), "answer_schema /offers/0/price/kind");
  EXPECT_EQ(refusedWith("/offers/0/type", "downsell"), "answer_schema /offers/0/type");
  EXPECT_EQ(refusedWith("/placement", "popup"), "answer_schema /placement");
  EXPECT_EQ(refusedWith("/product", "../../etc/passwd"), "answer_schema /product");
  EXPECT_EQ(refusedWith("/offers/0/items/0/quantity", 0), "answer_schema /offers/0/items/0/quantity");
}

TEST(AnswerShape, RefusesRepeatedKeys) {
  std::string text(kGoodAnswer);
  text.insert(text.find("\"price\""), "\"price\": {\"kind\": \"fixed\", \"amount\": 1}, ");
  const Decoded<Answer> decoded = decodeAnswer(text);
  ASSERT_FALSE(decoded);
  EXPECT_EQ(decoded.faults.front().pointer, "/offers/0/price");
  EXPECT_THAT(decoded.faults.front().message, ::testing::HasSubstr("twice"));
}

TEST(AnswerShape, SaysHowManyHeadlinesAreNeeded) {
  json answer = goodAnswer();
  answer["offers"][0]["copy"]["en"]["headlines"].erase(0);
  const Decoded<Answer> decoded = decodeAnswer(answer.dump());
  ASSERT_FALSE(decoded);
  EXPECT_EQ(decoded.faults.front().hint, "Give exactly 3.");
}

TEST(AnswerShape, HasASchemaThatDescribesEveryKey) {
  const json schema = json::parse(answerSchema());
  EXPECT_EQ(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
  EXPECT_EQ(schema["title"], "Aftermint Answer, version 1");
  EXPECT_EQ(schema["additionalProperties"], false);
  const json& offer = schema["properties"]["offers"]["items"];
  EXPECT_EQ(offer["additionalProperties"], false);
  for (const json* shape : {&schema, &offer}) {
    for (const auto& [key, property] : (*shape)["properties"].items()) {
      EXPECT_FALSE(property.value("description", "").empty()) << key;
    }
  }
  EXPECT_FALSE(schema.contains("$defs")) << "an answer has no part of free shape";
}

}  // namespace
}  // namespace aftermint
