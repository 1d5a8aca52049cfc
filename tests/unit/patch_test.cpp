// JSON Patch (RFC 6902) on a book: each operation, and the message and place of each error.
#include "patch/patch.h"

#include "unit/draft_fixture.h"

namespace aftermint {
namespace {

using aftermint::testing::kShop;
using aftermint::testing::refusal;
using aftermint::testing::shop;
using nlohmann::json;
using patch::applyPatch;
using patch::placeInPatch;
using ::testing::HasSubstr;

/** The shop after a patch. */
json patched(const std::string& patch) { return json(applyPatch(kShop, patch, "p.json").book); }

std::string patchRefusal(const std::string& patch) {
  return refusal([&] { (void)applyPatch(kShop, patch, "p.json"); });
}

std::string hintOf(const std::string& patch) {
  try {
    (void)applyPatch(kShop, patch, "p.json");
  } catch (const Unusable& unusable) {
    return unusable.faults().front().hint;
  }
  return {};
}

TEST(Patch, AppliesEachOperation) {
  json expected = shop();
  EXPECT_EQ(patched("[]"), expected);
  expected["products"][1]["price"] = 1600;
  EXPECT_EQ(patched(R"([{"op": "replace", "path": "/products/1/price", "value": 1600}])"), expected);
  expected["products"][1].erase("stock");
  EXPECT_EQ(patched(R"([{"op": "replace", "path": "/products/1/price", "value": 1600},
                        {"op": "remove", "path": "/products/1/stock"}])"),
            expected);
  expected = shop();
  expected["products"][0]["tags"] = json::array({"a", "b", "c"});
  EXPECT_EQ(patched(R"([{"op": "add", "path": "/products/0/tags", "value": ["b"]},
                        {"op": "add", "path": "/products/0/tags/0", "value": "a"},
                        {"op": "add", "path": "/products/0/tags/-", "value": "d"},
                        {"op": "add", "path": "/products/0/tags/2", "value": "c"},
                        {"op": "remove", "path": "/products/0/tags/3"}])"),
            expected);
  expected = shop();
  expected["offers"].push_back(expected["offers"][0]);
  EXPECT_EQ(patched(R"([{"op": "copy", "from": "/offers/0", "path": "/offers/-"}])"), expected);
  EXPECT_EQ(patched(R"([{"op": "copy", "from": "/offers/0", "path": "/offers/-"},
                        {"op": "move", "from": "/offers/1", "path": "/offers/0"}])"),
            expected);
}

TEST(Patch, ReadsEscapedPointers) {
  EXPECT_EQ(patched(R"([{"op": "add", "path": "/a~1b~0c", "value": 1}])")["a/b~c"], 1);
  EXPECT_EQ(patched(R"([{"op": "add", "path": "/", "value": 1}])")[""], 1);
}

TEST(Patch, IgnoresTheOrderOfKeysInATest) {
  EXPECT_EQ(patchRefusal(R"([{"op": "test", "path": "/products/3",
                         "value": {"price": 2000.0, "category": "tea", "title": "Tray", "id": "tray"}}])"),
            "");
  EXPECT_EQ(patchRefusal(R"([{"op": "test", "path": "/products/3/price", "value": 2001}])"),
            "patch_conflict 1:55 /0/value");
  EXPECT_THAT(hintOf(R"([{"op": "test", "path": "/id", "value": "x"}])"), HasSubstr("another version"));
}

TEST(Patch, ReportsAllFaultsOfAnInvalidPatch) {
  EXPECT_EQ(patchRefusal("{}"), "patch_schema 1:1 ");
  EXPECT_EQ(patchRefusal("[1]"), "patch_schema 1:2 /0");
  EXPECT_EQ(patchRefusal(R"([{"path": "/id", "value": 1}])"), "patch_schema 1:2 /0");
  EXPECT_EQ(patchRefusal(R"([{"op": "set", "path": "/id", "value": 1}])"), "patch_schema 1:9 /0/op");
  EXPECT_EQ(patchRefusal(R"([{"op": "add", "value": 1}])"), "patch_schema 1:2 /0");
  EXPECT_EQ(patchRefusal(R"([{"op": "add", "path": "id", "value": 1}])"), "patch_schema 1:24 /0/path");
  EXPECT_EQ(patchRefusal(R"([{"op": "add", "path": "/a~2", "value": 1}])"), "patch_schema 1:24 /0/path");
  EXPECT_EQ(patchRefusal(R"([{"op": "add", "path": "/a~", "value": 1}])"), "patch_schema 1:24 /0/path");
  EXPECT_EQ(patchRefusal(R"([{"op": "add", "path": "/a", "vaule": 1}])"), "patch_schema 1:2 /0");
  EXPECT_EQ(patchRefusal(R"([{"op": "move", "path": "/a"}])"), "patch_schema 1:2 /0");
  EXPECT_EQ(patchRefusal("[{\"op\": \"add\",\n \"path\": \"/a\", }]"), "json_syntax 2:16 /0/path");
  EXPECT_EQ(patchRefusal(R"([{"op": "remove", "op": "add", "path": "/id"}])"), "json_syntax 1:25 /0/op");
  try {
    (void)applyPatch(kShop, R"([1, {"op": "add"}, {"op": "remove", "path": "x"}])", "p.json");
    FAIL();
  } catch (const Unusable& unusable) {
    EXPECT_EQ(unusable.faults().size(), 3u);
    EXPECT_EQ(unusable.file(), "p.json");
  }
}

TEST(Patch, RefusesPathsThatDoNotExist) {
  EXPECT_EQ(patchRefusal(R"([{"op": "remove", "path": "/offers/7"}])"), "patch_conflict 1:27 /0/path");
  EXPECT_THAT(hintOf(R"([{"op": "remove", "path": "/offers/7"}])"),
              HasSubstr("“/offers” is a list with the indices 0 to 0"));
  EXPECT_THAT(hintOf(R"([{"op": "replace", "path": "/ofers/0", "value": 1}])"),
              HasSubstr("The book is an object with the keys version, id, merchant"));
  for (const char* path :
       {"/offers/-", "/offers/00", "/offers/+0", "/offers/1e0", "/offers/ 0", "/offers/99999999999999999999"}) {
    EXPECT_EQ(patchRefusal(json::array({{{"op", "remove"}, {"path", path}}}).dump()).substr(0, 14), "patch_conflict")
        << path;
  }
  for (const char* path : {"/id/x", "/nowhere/x", "/offers/2", "/offers/x", "/offers/01"}) {
    EXPECT_EQ(patchRefusal(json::array({{{"op", "add"}, {"path", path}, {"value", 1}}}).dump()).substr(0, 14),
              "patch_conflict")
        << path;
  }
  EXPECT_EQ(patchRefusal(R"([{"op": "copy", "from": "/x", "path": "/y"}])"), "patch_conflict 1:25 /0/from");
  EXPECT_EQ(patchRefusal(R"([{"op": "move", "from": "/offers", "path": "/offers/0"}])"), "patch_conflict 1:44 /0/path");
  EXPECT_EQ(patchRefusal(R"([{"op": "move", "from": "/offers/0", "path": "/offers/1"}])"),
            "patch_conflict 1:46 /0/path")
      << "after the move the list has no index 1";
  EXPECT_EQ(patchRefusal(R"([{"op": "remove", "path": ""}])"), "patch_conflict 1:27 /0/path");
}

TEST(Patch, LimitsCopiesAndDepth) {
  json doubling = json::array();
  for (int i = 0; i < 40; ++i) {
    doubling.push_back({{"op", "copy"}, {"from", "/products"}, {"path", "/products/-"}});
  }
  EXPECT_THAT(patchRefusal(doubling.dump()), ::testing::StartsWith("too_large "));
  std::string deep;
  for (int i = 0; i < 40; ++i) deep += "/a";
  EXPECT_EQ(patchRefusal(json::array({{{"op", "add"}, {"path", deep}, {"value", 1}}}).dump()).substr(0, 12),
            "patch_schema");
}

TEST(Patch, FindsTheOperationThatWroteAPlace) {
  const auto steps = applyPatch(kShop, R"([{"op": "test", "path": "/id", "value": "b"},
                                           {"op": "add", "path": "/offers/-", "value": {"id": "x"}},
                                           {"op": "remove", "path": "/products/0"},
                                           {"op": "replace", "path": "/offers/1/id", "value": "y"}])",
                                "p.json")
                         .steps;
  EXPECT_EQ(placeInPatch(steps, "/offers/1/price/amount"), "/1/value/price/amount");
  EXPECT_EQ(placeInPatch(steps, "/offers/1"), "/1/value");
  EXPECT_EQ(placeInPatch(steps, "/offers/1/id"), "/3/value") << "the last operation counts";
  EXPECT_EQ(placeInPatch(steps, "/offers/10"), "");
  EXPECT_EQ(placeInPatch(steps, "/products/0"), "");
}

}  // namespace
}  // namespace aftermint
