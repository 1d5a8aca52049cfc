// Runs `aftermint shard`: exit codes and output. A book with errors is not written.
#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "unit/cli_scratch.h"

namespace aftermint {
namespace {

using aftermint::testing::Ran;
using aftermint::testing::runProgram;
using aftermint::testing::Scratch;
using nlohmann::json;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

constexpr std::string_view kTeaBook = R"({
  "version": 1, "id": "b", "merchant": "m", "currency": "GBP", "locale": "en",
  "products": [
    {"id": "kettle", "title": "Kettle", "price": 10000, "complements": ["filter"]},
    {"id": "filter", "title": "Filter", "price": 1500}
  ],
  "offers": [
    {"id": "filter-bump", "type": "cross_sell", "items": [{"product": "filter"}], "price": {"kind": "list"},
     "placements": ["checkout"], "copy": {"en": {"headline": "Keep your {trigger} clean", "benefit": "It helps."}}}
  ]
})";

class ShardProgram : public ::testing::Test {
 protected:
  ShardProgram() { scratch_.write("book.json", kTeaBook); }
  Ran run(const std::vector<std::string>& arguments, std::string_view input = {}) {
    return runProgram(scratch_, arguments, input);
  }
  [[nodiscard]] bool isThere(const char* name) const { return std::filesystem::exists(scratch_.path(name)); }

  Scratch scratch_;
};

TEST_F(ShardProgram, WritesShardsAndPrintsTheirSize) {
  const Ran plain = run({"shard", "book.json", "out/shards", "--count", "4"});
  EXPECT_EQ(plain.exit, 0) << plain.err;
  EXPECT_THAT(plain.out, HasSubstr("2 products and 1 offer in 4 shards: mean 0."));
  EXPECT_THAT(plain.out,
              HasSubstr("Written to out/shards: 5 new files of 5. Set data-book of pages to out/shards/book.json."));
  EXPECT_TRUE(isThere("out/shards/book.json"));

  const json again = json::parse(run({"shard", "-", "out/shards", "--count", "4", "--prune", "--json"}, kTeaBook).out);
  EXPECT_EQ(again["ok"], true);
  EXPECT_EQ(again["shards"], 4);
  EXPECT_EQ(again["products"], 2);
  EXPECT_EQ(again["files"], (json{{"all", 5}, {"written", 0}, {"prunedFolders", 0}}));
  EXPECT_GT(again["bytes"]["all"], 500);
  EXPECT_GE(again["bytes"]["largestShard"], again["bytes"]["meanShard"]);
  EXPECT_GT(again["peakMemory"], 1'000'000);
  EXPECT_GE(again["seconds"], 0);
}

TEST_F(ShardProgram, WritesNoBookWithErrors) {
  json book = json::parse(kTeaBook);
  book["offers"][0]["copy"]["en"]["benefit"] = "You might also like this.";
  scratch_.write("weak.json", book.dump(2));
  const Ran plain = run({"shard", "weak.json", "out"});
  EXPECT_EQ(plain.exit, 1);
  EXPECT_EQ(plain.out, "Not written: the book has findings of severity error.\n");
  EXPECT_THAT(plain.err, HasSubstr("weak.json:"));
  EXPECT_THAT(plain.err, HasSubstr("error opener_weak at /offers/0/copy/en/benefit"));
  const json asJson = json::parse(run({"shard", "-", "out", "--json"}, book.dump()).out);
  EXPECT_EQ(asJson, (json{{"ok", false}, {"out", "out"}, {"written", false}, {"findings", 1}}));
  EXPECT_FALSE(isThere("out"));
}

TEST_F(ShardProgram, RefusesInvalidInput) {
  scratch_.write("broken.json", "{\"version\":1");
  for (const auto& [arguments, code] : std::vector<std::pair<std::vector<std::string>, std::string>>{
           {{"shard", "book.json", "out", "--count", "48"}, "usage"},
           {{"shard", "book.json", "out", "--count", "0"}, "usage"},
           {{"shard", "book.json", "out", "--count", "2097152"}, "usage"},
           {{"shard", "book.json"}, "usage"},
           {{"shard", "nowhere.json", "out"}, "file_unreadable"},
           {{"shard", "broken.json", "out"}, "json_syntax"},
           {{"shard", "book.json", "book.json"}, "file_unreadable"}}) {
    std::vector<std::string> asJson = arguments;
    asJson.push_back("--json");
    const Ran ran = run(asJson);
    EXPECT_EQ(ran.exit, 2) << ::testing::PrintToString(arguments);
    EXPECT_EQ(json::parse(ran.out)["error"]["code"], code) << ran.out;
  }
  EXPECT_FALSE(isThere("out"));
  EXPECT_THAT(run({"shard", "nowhere.json", "out"}).out, IsEmpty());
}

}  // namespace
}  // namespace aftermint
