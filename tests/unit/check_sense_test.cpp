// Conditions that can never hold, or always hold, given the values that attributes can have.
#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <string>

#include "aftermint/check.h"
#include "aftermint/codec.h"
#include "paths.h"

namespace aftermint {
namespace {

using Json = nlohmann::ordered_json;

Json baseBook() {
  std::ifstream file(std::string(kSourceFolder) + "/tests/golden/book.json");
  return Json::parse(file);
}

/** The findings on conditions and triggers as "CODE POINTER | HINT". */
std::vector<std::string> saidOf(const Json& book, std::optional<Millis> now = {}) {
  auto decoded = decodeBook(book.dump());
  if (!decoded.value) return {"fault " + decoded.faults[0].pointer + " | " + decoded.faults[0].hint};
  const IndexedBook indexed(std::move(*decoded.value));
  std::vector<std::string> said;
  for (const Finding& finding : check(indexed, now)) {
    const bool isOurs = finding.code == FindingCode::ConditionSense || finding.code == FindingCode::PatternInvalid ||
                        finding.code == FindingCode::PatternNew || finding.code == FindingCode::TriggerUnknown;
    if (isOurs) said.push_back(std::string(toString(finding.code)) + " " + finding.pointer + " | " + finding.hint);
  }
  return said;
}

std::vector<std::string> saidOfWhen(const std::string& when) {
  Json book = baseBook();
  book["offers"][0]["when"] = Json::parse(when);
  return saidOf(book);
}

struct Case {
  const char* when;
  const char* place;  ///< the end of the pointer
  const char* hint;   ///< part of the hint
};

TEST(CheckSense, FindsTestsThatNeverHoldAndSuggestsACorrection) {
  const Case cases[] = {
      {R"({"weekday":0})", "/weekday", "7 (Sunday)"},
      {R"({"weekday":"Monday"})", "/weekday", "1?"},
      {R"({"weekday":{"$in":["Sat","Sun"]}})", "/$in/1", "7?"},
      {R"({"weekday":[6,7]})", "/weekday", "$in"},
      {R"({"hour":24})", "/hour", "0?"},
      {R"({"hour":"18:00"})", "/hour", "0 to 23"},
      {R"({"hour":{"$eq":"18"}})", "/$eq", "`18` without quotes"},
      {R"({"hour":{"$gte":22,"$lt":6}})", "/hour", R"({"$or": [{"hour": {"$gte": 22}}, {"hour": {"$lt": 6}}]})"},
      {R"({"$and":[{"hour":{"$gte":22}},{"hour":{"$lt":6}}]})", "/$and/1/hour", "$or"},
      {R"({"hour":{"$type":"string"}})", "/hour", "0 to 23"},
      {R"({"hour":null})", "/hour", "0 to 23"},
      {R"({"placement":"post-purchase"})", "/placement", "`post_purchase`"},
      {R"({"placement":{"$in":["checkout","Thank You"]}})", "/$in/1", "`thank_you`"},
      {R"({"placement":{"$regex":"^mail"}})", "/placement", "“checkout”"},
      {R"({"placement":{"$ne":"checkuot"}})", "/$ne", "`checkout`"},
      {R"({"order.status":"completed"})", "/order.status", "`paid`"},
      {R"({"order.status":{"$nin":["canceled"]}})", "/$nin/0", "`cancelled`"},
      {R"({"order.currency":"gbp"})", "/order.currency", "`GBP`"},
      {R"({"order.currency":"EUR"})", "/order.currency", "GBP"},
      {R"({"language":"en-GB"})", "/language", "`en`"},
      {R"({"language":{"$in":["DE"]}})", "/$in/0", "`de`"},
      {R"({"language":"english"})", "/language", "two or three lower-case letters"},
      {R"({"locale":"en_GB"})", "/locale", "`en-GB`"},
      {R"({"order.value":{"$gte":5000,"$lt":3000}})", "/order.value", "Swap the bounds"},
      {R"({"order.value":{"$lt":0}})", "/order.value", "whole number"},
      {R"({"order.value":{"$in":["5000"]}})", "/$in/0", "without quotes"},
      {R"({"order.total":45.5})", "/order.total", "whole number"},
      {R"({"visitor.age":{"$gt":65,"$lt":18}})", "/visitor.age", "$or"},
      {R"({"visitor.age":{"$not":{"$exists":"false"}}})", "/$exists", "without quotes"},
      {R"({"visitor.tags":{"$in":[]}})", "/$in", "Name the values"},
      {R"({"visitor.tags":{"$nini":[]}})", "/$nini", "Name the values"},
      {R"({"visitor.tags":{"$size":-1}})", "/$size", "from 0 up"},
      {R"({"visitor.tags":{"$type":"list"}})", "/$type", "`array`"},
      {R"({"visitor.id":{"$inGroup":"vip"}})", "/$inGroup", "$in"},
      {R"({"visitor.country":{"$eq":["GB","IE"]}})", "/$eq", "$in"},
      {R"({"order.categories":"kitchen"})", "/order.categories", R"({"$in": ["kitchen"]})"},
      {R"({"order.categories":{"$eq":"kitchen"}})", "/$eq", "$in"},
      {R"({"order.categories":{"$in":["Kitchen"]}})", "/$in/0", "`kitchen`"},
      {R"({"order.tags":{"$all":["steal"]}})", "/$all/0", "`steel`"},
      {R"({"order.tags":{"$elemMatch":{"$in":["Gift"]}}})", "/$in/0", "`gift`"},
      {R"({"order.products":{"$in":["sharpner"]}})", "/$in/0", "`sharpener`"},
      {R"({"order.products":{"$nin":["Knives"]}})", "/$nin/0", "`knives`"},
      {R"({"page.product":"Board"})", "/page.product", "`board`"},
      {R"({"order.lines":{"$elemMatch":{"category":"Care"}}})", "/category", "`care`"},
      {R"({"order.lines":{"$elemMatch":{"categroy":"care"}}})", "/categroy", "`category`"},
      {R"({"order.lines":{"$elemMatch":{"kind":"durables"}}})", "/kind", "`durable`"},
      {R"({"order.lines":{"$elemMatch":{"quantity":0}}})", "/quantity", "whole number"},
      {R"({"$or":[]})", "/$or", "Give it parts"},
      {R"({"$or":[{"weekday":8},{"hour":3}]})", "/$or/0/weekday", "1 (Monday) to 7 (Sunday)"},
      {R"({"time":{"$gte":1764000000}})", "/time", "2026-11-23T10:00:00Z"},
      {R"({"time":{"$gte":"tomorrow"}})", "/time", "2026-11-23T10:00:00Z"},
      {R"({"time":{"$gte":"2026-11-23T10:00:00+02:00","$lt":"2026-11-23T09:00:00+01:00"}})", "/time", "zone"},
  };
  for (const Case& each : cases) {
    const std::vector<std::string> said = saidOfWhen(each.when);
    ASSERT_FALSE(said.empty()) << each.when;
    const std::string& last = said.back();
    EXPECT_NE(last.find(std::string(each.place) + " | "), std::string::npos) << each.when << "\n" << last;
    EXPECT_NE(last.find(each.hint), std::string::npos) << each.when << "\n" << last;
    EXPECT_TRUE(last.starts_with("condition_sense ")) << last;
  }
}

TEST(CheckSense, AcceptsConditionsThatCanHold) {
  for (const char* when : {
           R"({"weekday":{"$in":[6,7]},"hour":{"$gte":9,"$lt":17}})",
           R"({"$or":[{"hour":{"$gte":22}},{"hour":{"$lt":6}}]})",
           R"({"placement":{"$ne":"checkout"},"order.status":"paid","order.currency":"GBP"})",
           R"({"language":{"$in":["en","de","haw"]},"locale":"de-AT"})",
           R"({"hour":"18","weekday":"1"})",
           R"({"order.value":{"$gte":5000,"$lt":5001},"order.total":null})",
           R"({"order.value":"5000","order.lineCount":{"$gt":1.5}})",
           R"({"order.products":{"$nin":["gift-card"]},"order.tags":{"$in":["steel"],"$nin":["gift"]}})",
           R"({"order.tags":{"$all":["steel","gift"],"$size":2}})",
           R"({"order.tags":{"$size":{"$gte":1,"$lte":5}},"order.tags.0":"steel"})",
           R"({"$and":[{"order.categories":{"$in":["care"]}},{"order.categories":{"$in":["kitchen"]}}]})",
           R"({"$and":[{"visitor.groups":{"$in":["a"]}},{"visitor.groups":{"$in":["b"]}}]})",
           R"({"visitor.age":{"$gt":18,"$lt":19},"visitor.name":{"$regex":"^A"},"visitor.x":{"$exists":false}})",
           R"({"visitor.version":{"$vgte":"1.2.0","$vlt":"2.0.0"},"visitor.since":{"$gte":"2026-01-01"}})",
           R"({"platform.oneClick":true,"platform.theme":"dark","visitor.returning":false})",
           R"({"order.lines":{"$elemMatch":{"category":"kitchen","price":{"$gte":10000},"kind":"durable"}}})",
           R"({"time":{"$gte":"2026-11-23T10:00:00+02:00","$lt":"2026-11-23T09:00:00.001+01:00"}})",
           R"({"time":{"$gte":"2026-11-23","$lt":"2026-12-24"}})",
           R"({"page.url":{"$regex":"/checkout/"},"page.product":{"$in":["board"]}})",
           R"({"$not":{"hour":3},"$nor":[{"weekday":1}]})",
       }) {
    EXPECT_EQ(saidOfWhen(when), std::vector<std::string>{}) << when;
  }
}

TEST(CheckSense, ReportsThatANegatedImpossibleTestAlwaysHolds) {
  const auto messageOf = [](const std::string& when) {
    Json book = baseBook();
    book["offers"][0]["when"] = Json::parse(when);
    auto decoded = decodeBook(book.dump());
    const IndexedBook indexed(std::move(*decoded.value));
    for (const Finding& finding : check(indexed)) {
      if (finding.code == FindingCode::ConditionSense) return finding.message;
    }
    return std::string();
  };
  EXPECT_NE(messageOf(R"({"weekday":0})").find("never holds"), std::string::npos);
  EXPECT_NE(messageOf(R"({"$not":{"weekday":0}})").find("always holds"), std::string::npos);
  EXPECT_NE(messageOf(R"({"$nor":[{"hour":{"$gte":22,"$lt":6}}]})").find("always holds"), std::string::npos);
  EXPECT_NE(messageOf(R"({"$nor":[{"weekday":{"$ne":0}}]})").find("never holds"), std::string::npos);
  EXPECT_NE(messageOf(R"({"weekday":{"$nin":[0]}})").find("always holds"), std::string::npos);
  EXPECT_NE(messageOf(R"({"visitor.x":{"$all":[]}})").find("always holds"), std::string::npos);
}

TEST(CheckSense, ReportsPatternsThatJavaScriptCannotRead) {
  const Case cases[] = {
      {R"({"page.url":{"$regex":"[unclosed"}})", "pattern_invalid", "close what is open"},
      {R"({"page.url":{"$regex":"(?i)sale"}})", "pattern_invalid", "Write “sale” with $regexi"},
      {R"({"page.url":{"$notRegexi":"(?i)sale"}})", "pattern_invalid", "ignore case already"},
      {R"({"page.url":{"$regex":"/sale/i"}})", "pattern_invalid", "Write “sale” without slashes, with $regexi"},
      {R"({"page.url":{"$regex":"/a\\/b/gi"}})", "pattern_invalid", "without slashes"},
      {R"({"visitor.country":{"$regex":"/GB/"}})", "pattern_invalid", "Write “GB” without slashes."},
      {R"x({"visitor.x":{"$regex":"(?P<a>b)"}})x", "pattern_invalid", "(?<name>…)"},
      {R"({"visitor.x":{"$regex":"a++"}})", "pattern_invalid", "possessive"},
      {R"({"visitor.x":{"$regex":"\\Aa\\z"}})", "pattern_invalid", "$ for the end"},
      {R"({"visitor.x":{"$regex":"\\p{L}"}})", "pattern_invalid", "as a set"},
      {R"({"visitor.x":{"$regex":"(?i:a)b"}})", "pattern_new", "$regexi"},
      {R"x({"visitor.x":{"$regex":"(?:(?<y>a)|(?<y>b))"}})x", "pattern_new", "its own name"},
      {R"({"visitor.x":{"$regex":"(?<=a)b"}})", "pattern_new", "match the text before it"},
  };
  for (const Case& each : cases) {
    const std::vector<std::string> said = saidOfWhen(each.when);
    ASSERT_FALSE(said.empty()) << each.when;
    EXPECT_TRUE(said.back().starts_with(each.place)) << said.back();
    EXPECT_NE(said.back().find(each.hint), std::string::npos) << each.when << "\n" << said.back();
  }
  for (const char* when :
       {R"({"page.url":{"$regex":"/collections/s"}})", R"({"page.url":{"$regex":"^/cart/?$"}})",
        R"({"visitor.x":{"$regexi":"^(?:GB|IE)$"}})", R"({"visitor.x":{"$regex":"\\d+\\.\\w\\/x"}})"}) {
    EXPECT_EQ(saidOfWhen(when), std::vector<std::string>{}) << when;
  }
}

TEST(CheckSense, RefusesAnOfferWithAPatternThatPagesCannotRead) {
  Json book = baseBook();
  book["offers"][0]["when"] = {{"page.url", {{"$notRegex", "(?i)x"}}}};
  auto decoded = decodeBook(book.dump());
  const IndexedBook indexed(std::move(*decoded.value));
  const std::vector<std::string> refused = refusedOffers(indexed.book(), check(indexed));
  EXPECT_EQ(std::count(refused.begin(), refused.end(), indexed.book().offers[0].id), 1);
}

TEST(CheckSense, ReportsTriggersThatTheBookDoesNotHave) {
  Json book = baseBook();
  book["offers"][0]["for"] = {{"categories", {"kitchen", "Kitchen", "nowhere"}}, {"tags", {"Steel"}}};
  const std::vector<std::string> said = saidOf(book);
  ASSERT_EQ(said.size(), 3U);
  EXPECT_EQ(said[0],
            "trigger_unknown /offers/0/for/categories/1 | Did you mean `kitchen`? Capital and small letters differ.");
  EXPECT_NE(said[1].find("/for/categories/2 | Correct it"), std::string::npos);
  EXPECT_EQ(said[2], "trigger_unknown /offers/0/for/tags/0 | Did you mean `steel`? Capital and small letters differ.");
}

TEST(CheckSense, ReportsEndedSchedulesAndPastTimes) {
  Json book = baseBook();
  book["offers"][0]["schedule"] = {{"until", "2026-11-23T10:00:00+01:00"}};
  book["offers"][1]["when"] = {{"time", {{"$lt", "2026-11-01T00:00:00Z"}}}};
  constexpr Millis kNine = 1'795'424'400'000;  // 2026-11-23T09:00:00Z
  const std::vector<std::string> said = saidOf(book, kNine);
  ASSERT_EQ(said.size(), 2U);
  EXPECT_NE(said[0].find("/offers/0/schedule/until"), std::string::npos);
  EXPECT_NE(said[1].find("/offers/1/when/time"), std::string::npos);
  EXPECT_TRUE(saidOf(book, kNine - 31 * Millis{86'400'000}).empty());
  EXPECT_TRUE(saidOf(book).empty());
}

TEST(CheckSense, SuggestsTheNearestIdPathAndOperator) {
  EXPECT_NE(saidOfWhen(R"({"ordre.value":1})")[0].find("`order.value`"), std::string::npos);
  EXPECT_NE(saidOfWhen(R"({"visitor.x":{"$gtee":1}})")[0].find("`$gte`"), std::string::npos);
  Json book = baseBook();
  book["offers"][0]["for"] = {{"products", {"Knives"}}};
  EXPECT_NE(saidOf(book)[0].find("“knives”"), std::string::npos);
}

TEST(CheckSense, AcceptsTheBooksInTheRepository) {
  for (const char* path : {"/tests/golden/book.json", "/demo/books/demo.json"}) {
    std::ifstream file(kSourceFolder + std::string(path));
    EXPECT_EQ(saidOf(Json::parse(file)), std::vector<std::string>{}) << path;
  }
}

}  // namespace
}  // namespace aftermint
