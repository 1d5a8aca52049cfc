// A patched book keeps the layout of its author: a patch changes only the lines it concerns.
#include "json.h"
#include "patch/layout.h"

#include "unit/draft_fixture.h"

namespace aftermint {
namespace {

using aftermint::testing::fileOf;
using patch::layOut;

std::vector<std::string> linesOf(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

constexpr std::string_view kBefore = R"({
  "id": "b",
  "band": {
    "min": 1,
    "max": 2
  },
  "one": { "kind": "fixed", "amount": 2400 },
  "odd":   [1,2 ,  3],
  "list": [
    { "id": "x", "tags": ["a"] },
    {"id": "y"}
  ]
})";

/** The text of `kBefore` after a change. */
std::string after(const std::function<void(Json&)>& change) {
  Json value = Json::parse(kBefore);
  change(value);
  const std::string text = layOut(value, kBefore);
  EXPECT_EQ(Json::parse(text), value) << text;
  return text;
}

std::string replaced(std::string_view from, std::string_view to) {
  std::string text(kBefore);
  const std::size_t at = text.find(from);
  EXPECT_NE(at, std::string::npos);
  return text.replace(at, from.size(), to);
}

TEST(PatchLayout, KeepsTheTextIfNothingChanged) {
  EXPECT_EQ(after([](Json&) {}), kBefore);
}

TEST(PatchLayout, ReplacesANumberInPlace) {
  EXPECT_EQ(after([](Json& v) { v["band"]["max"] = 3; }), replaced("\"max\": 2", "\"max\": 3"));
  EXPECT_EQ(after([](Json& v) { v["one"]["amount"] = 1; }), replaced("2400", "1"));
}

TEST(PatchLayout, ReplacesAPartOfALine) {
  const std::string before = "{\n  \"a\": 1, \"b\" : [1,  2],\n\n  \"c\": {\"d\":\n true}\n}";
  Json value = Json::parse(before);
  value["b"][1] = "two";
  value["c"]["d"] = {{"e", 1}};
  EXPECT_EQ(layOut(value, before), "{\n  \"a\": 1, \"b\" : [1,  \"two\"],\n\n  \"c\": {\"d\":\n { \"e\": 1 }}\n}");
}

TEST(PatchLayout, AddsAndRemovesLines) {
  EXPECT_EQ(after([](Json& v) {
              v["list"].push_back({{"id", "z"}});
            }),
            replaced("{\"id\": \"y\"}", "{\"id\": \"y\"},\n    { \"id\": \"z\" }"));
  EXPECT_EQ(after([](Json& v) { v["list"].erase(0); }), replaced("{ \"id\": \"x\", \"tags\": [\"a\"] },\n    ", ""));
  EXPECT_EQ(after([](Json& v) { v.erase("odd"); }), replaced("  \"odd\":   [1,2 ,  3],\n", ""));
  EXPECT_EQ(after([](Json& v) { v["list"] = Json::array(); }),
            replaced("[\n    { \"id\": \"x\", \"tags\": [\"a\"] },\n    {\"id\": \"y\"}\n  ]", "[]"));
}

TEST(PatchLayout, UsesOneLineIfItFits) {
  const std::string wide(70, 'w');
  EXPECT_EQ(after([&](Json& v) {
              v["list"].push_back({{"id", "z"}, {"title", wide}, {"tags", {"a", "b"}}});
            }),
            replaced("{\"id\": \"y\"}", "{\"id\": \"y\"},\n    {\n      \"id\": \"z\",\n      \"title\": \"" + wide +
                                            "\",\n      \"tags\": [\"a\", \"b\"]\n    }"));
}

TEST(PatchLayout, KeepsCompactTextAndReformatsOtherIndents) {
  Json value = Json::parse(R"({"a":[1,{"b":2}]})");
  EXPECT_EQ(layOut(value, R"({"a":1})"), R"({"a":[1,{"b":2}]})");
  EXPECT_EQ(layOut(value, "{\n\t\"a\": 1\n}"), "{ \"a\": [1, { \"b\": 2 }] }");
  EXPECT_EQ(layOut(value), "{ \"a\": [1, { \"b\": 2 }] }");
}

TEST(PatchLayout, ReadsStringsWithEscapesAndBrackets) {
  const std::string before = "{\n  \"a\": \"\\\"}],{[\\\\\",\n  \"b\": [ \"]\\u005d\" ],\n  \"c\": -1.5e3\n}\n";
  Json value = Json::parse(before);
  value["c"] = 2;
  EXPECT_EQ(layOut(value, before), "{\n  \"a\": \"\\\"}],{[\\\\\",\n  \"b\": [ \"]\\u005d\" ],\n  \"c\": 2\n}");
}

TEST(PatchLayout, ChangesOnlyTheConcernedLinesOfTheDemoBook) {
  const std::string before = fileOf("demo/books/demo.json");
  const Json book = Json::parse(before);
  EXPECT_EQ(layOut(book, before) + "\n", before);
  const std::vector<std::string> old = linesOf(before);
  for (std::size_t i = 0; i < book["offers"].size(); ++i) {
    Json changed = book;
    changed["offers"][i]["copy"]["en"]["benefit"] = "Changed.";
    const std::vector<std::string> lines = linesOf(layOut(changed, before));
    ASSERT_EQ(lines.size(), old.size());
    std::size_t different = 0;
    for (std::size_t line = 0; line < lines.size(); ++line) different += lines[line] != old[line] ? 1 : 0;
    EXPECT_EQ(different, 1u);

    changed = book;
    changed["offers"].erase(i);
    const std::string text = layOut(changed, before);
    EXPECT_EQ(Json::parse(text), changed);
    for (const std::string& line : linesOf(text)) {
      EXPECT_TRUE(std::find(old.begin(), old.end(), line) != old.end() ||
                  std::find(old.begin(), old.end(), line + ",") != old.end())
          << line;
    }
  }
}

}  // namespace
}  // namespace aftermint
