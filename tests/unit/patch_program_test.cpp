// Runs `aftermint patch`: it writes a valid book or nothing.
#include "unit/cli_scratch.h"
#include "unit/draft_fixture.h"

namespace aftermint {
namespace {

using aftermint::testing::kShop;
using aftermint::testing::Ran;
using aftermint::testing::runProgram;
using aftermint::testing::Scratch;
using aftermint::testing::shop;
using nlohmann::json;
using ::testing::HasSubstr;
using ::testing::StartsWith;

class PatchProgram : public ::testing::Test {
 protected:
  PatchProgram() { scratch_.write("book.json", kShop); }
  /** Runs `patch` with these operations and options. */
  Ran patch(const json& operations, const std::vector<std::string>& options = {}) {
    scratch_.write("patch.json", operations.dump());
    std::vector<std::string> arguments = {"patch", "book.json", "patch.json"};
    arguments.insert(arguments.end(), options.begin(), options.end());
    return runProgram(scratch_, arguments);
  }
  static json replace(const char* path, const json& value) {
    return json::array({{{"op", "replace"}, {"path", path}, {"value", value}}});
  }

  Scratch scratch_;
};

TEST_F(PatchProgram, PrintsTheBookAndTheFindings) {
  const Ran ran = patch(replace("/offers/0/copy/en/headline", "Carries it all"));
  EXPECT_EQ(ran.exit, 0);
  EXPECT_EQ(json::parse(ran.out)["offers"][0]["copy"]["en"]["headline"], "Carries it all");
  EXPECT_THAT(ran.err,
              ::testing::ContainsRegex(
                  "book.json \\(patched\\):[0-9]+:[0-9]+ warning headline_specific at /offers/0/copy/en/headline"));
  EXPECT_THAT(ran.err, HasSubstr("1 operation; 9 products, 1 offer; 0 errors, 2 warnings, 0 notes."));
}

TEST_F(PatchProgram, WritesABookWithErrorsAndExitsWithOne) {
  const Ran ran = patch(replace("/offers/0/copy/en/benefit", "Hurry, only 2 left."), {"--out", "new.json"});
  EXPECT_EQ(ran.exit, 1);
  EXPECT_THAT(ran.out, HasSubstr("error no_false_urgency at /offers/0/copy/en/benefit"));
  EXPECT_EQ(json::parse(scratch_.read("new.json"))["offers"][0]["copy"]["en"]["benefit"], "Hurry, only 2 left.");
}

TEST_F(PatchProgram, KeepsTheOrderOfKeysAndTheLayout) {
  const Ran ran = patch(replace("/products/3/price", 2100), {"--out", "new.json"});
  std::string expected(kShop);
  expected.replace(expected.find("\"price\": 2000"), 13, "\"price\": 2100");
  EXPECT_EQ(scratch_.read("new.json"), expected + "\n");
}

TEST_F(PatchProgram, WritesNothingIfTheResultIsNotABook) {
  scratch_.write("out.json", "before");
  for (const json& operations : {replace("/products/0/price", -1), replace("/offers/0/items/0/product", "teapot"),
                                 replace("", json::array()), json::array({{{"op", "remove"}, {"path", "/currency"}}}),
                                 json::array({{{"op", "remove"}, {"path", "/products/3"}}}),
                                 json::array({{{"op", "add"}, {"path", "/__proto__"}, {"value", json::object()}}})}) {
    const Ran ran = patch(operations, {"--out", "out.json"});
    EXPECT_EQ(ran.exit, 2) << operations;
    EXPECT_EQ(scratch_.read("out.json"), "before") << operations;
    EXPECT_EQ(ran.out, "");
  }
  EXPECT_EQ(scratch_.files(), 6u)
      << "no temporary file is left: there are book, patch, out and the three files of the run";
}

TEST_F(PatchProgram, PointsToTheOperationWithTheFault) {
  const Ran ran =
      patch(json::array({{{"op", "add"}, {"path", "/products/-"}, {"value", {{"id", "x"}, {"price", "5"}}}}}));
  EXPECT_THAT(ran.err, HasSubstr("patch.json:1:"));
  EXPECT_THAT(ran.err, HasSubstr("error book_schema at /0/value/price: "));
  const Ran removed = patch(json::array({{{"op", "remove"}, {"path", "/products/3"}}}));
  EXPECT_THAT(removed.err, StartsWith("book.json error book_reference at /products/0/bundles/0: "));
  EXPECT_THAT(removed.err, HasSubstr("This would be so after the patch."));
}

TEST_F(PatchProgram, SaysWhyAPatchDoesNotFit) {
  const Ran ran = patch(json::array({{{"op", "test"}, {"path", "/id"}, {"value", "another"}}}));
  EXPECT_EQ(ran.exit, 2);
  EXPECT_THAT(ran.err, HasSubstr("error patch_conflict at /0/value: The book has \"b\" at “/id”, not \"another\"."));
  const json refused = json::parse(patch(replace("/offers/3", 1), {"--json"}).out);
  EXPECT_EQ(refused["ok"], false);
  EXPECT_EQ(refused["error"]["code"], "patch_conflict");
  EXPECT_EQ(refused["error"]["pointer"], "/0/path");
  EXPECT_EQ(refused["error"]["line"], 1);
}

TEST_F(PatchProgram, RemovesTheDigestOfAnEarlierCheck) {
  json checked = shop();
  checked["checked"] = {{"digest", "abc"}, {"refused", json::array()}};
  scratch_.write("book.json", checked.dump());
  const Ran ran = patch(json::array());
  EXPECT_FALSE(json::parse(ran.out).contains("checked"));
  EXPECT_THAT(ran.err, HasSubstr("Publish it again"));
  EXPECT_EQ(std::count(ran.out.begin(), ran.out.end(), '\n'), 1) << "a compact book stays compact";
}

TEST_F(PatchProgram, PrintsOneJsonValue) {
  const json printed = json::parse(patch(replace("/products/3/price", 2100), {"--json"}).out);
  EXPECT_EQ(printed["ok"], true);
  EXPECT_EQ(printed["written"], false);
  EXPECT_EQ(printed["book"]["products"][3]["price"], 2100);
  ASSERT_EQ(printed["findings"].size(), 1U) << printed["findings"];
  EXPECT_EQ(printed["findings"][0]["code"], "language_mixed");  // German copy, an English title
  const json written = json::parse(patch(replace("/products/3/price", 2100), {"--json", "--out", "new.json"}).out);
  EXPECT_EQ(written["written"], true);
  EXPECT_EQ(written["out"], "new.json");
  EXPECT_FALSE(written.contains("book"));
}

TEST_F(PatchProgram, ReadsOneInputFromStandardInput) {
  EXPECT_EQ(runProgram(scratch_, {"patch", "book.json", "-"}, "[]").exit, 0);
  EXPECT_EQ(runProgram(scratch_, {"patch", "-", "-"}, "[]").exit, 2);
  EXPECT_THAT(runProgram(scratch_, {"patch", "book.json", "-"}, "").err, HasSubstr("-:1:1 error json_syntax"));
}

}  // namespace
}  // namespace aftermint
