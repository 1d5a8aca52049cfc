// Text of others in reports: nothing steers a terminal, forges a line, or turns the text around.
#include "visible_text.h"

#include <gmock/gmock.h>

#include <string>
#include <vector>

#include "report/page.h"
#include "unit/cli_program.h"

namespace aftermint {
namespace {

using aftermint::testing::json;
using aftermint::testing::kBook;
using aftermint::testing::Program;
using aftermint::testing::Ran;
using ::testing::HasSubstr;
using ::testing::Not;

TEST(VisibleText, EscapesWhatCannotBeSeen) {
  EXPECT_EQ(visibleLine("a\x1b[2J\u009b31m\u0085\x7f"), "a\\u001b[2J\\u009b31m\\u0085\\u007f");
  EXPECT_EQ(visibleLine("a\u202eb\u2066c\u2069\u200e\u061c"), "a\\u202eb\\u2066c\\u2069\\u200e\\u061c");
  EXPECT_EQ(visibleLine("a\u200bb\ufeffc\u00add\u2060\u3164\u115f\U000e0041"),
            "a\\u200bb\\ufeffc\\u00add\\u2060\\u3164\\u115f\\udb40\\udc41");
  EXPECT_EQ(visibleLine("a\nb\tc\r\u2028"), "a\\nb\\tc\\r\\u2028");
  EXPECT_EQ(visibleText("a\nb\tc\r\u2028"), "a\nb\tc\\r\\u2028");
  EXPECT_EQ(visibleLine("a\xff\xc2"), "a\ufffd\ufffd");
}

TEST(VisibleText, KeepsWhatScriptsAndEmojiNeed) {
  for (const char* text : {"می\u200cخواهم", "क्\u200dष", "👩\u200d🍳", "❤\ufe0f", "👩🏽\u200d🚀",
                           "🏳\ufe0f\u200d🌈", "naïve – “ok” £5 日本 שלום"}) {
    EXPECT_EQ(visibleLine(text), text);
    EXPECT_EQ(visibleHtml(text), text);
  }
  EXPECT_EQ(visibleLine("a\u200cb\u200dc \u200d"), "a\\u200cb\\u200dc \\u200d")
      << "joiners between letters that do not join";
  EXPECT_EQ(visibleLine("a\ufe00\ufe01\ufe02"), "a\ufe00\\ufe01\\ufe02") << "selectors can carry hidden text";
}

TEST(VisibleText, IsolatesQuotesInHtml) {
  EXPECT_EQ(visibleProse("Sell “<b>שלום\u202e</b>” now"), "Sell “<bdi>&lt;b&gt;שלום\\u202e&lt;/b&gt;</bdi>” now");
  EXPECT_EQ(visibleProse("one “open & left"), "one “open &amp; left");
}

constexpr const char* kHostileTitle = "Filter\u202e\u009b31m\x1b[2J\nError: \u200bforged";

/** The bytes of an output that a terminal would obey or not show. */
std::string steering(const std::string& text) {
  std::string found;
  const bool isHtml = text.starts_with("<!doctype html>");  // where a line end is white space
  for (const char* part : {"\x1b", "\u009b", "\u202e", "\u200b", "\nError: "}) {
    if (isHtml && part[0] == '\n') continue;
    if (text.find(part) != std::string::npos) found += std::to_string(static_cast<unsigned char>(part[0])) + " ";
  }
  return found;
}

TEST_F(Program, PrintsNoTextThatSteersATerminal) {
  json book = json::parse(kBook);
  for (json& product : book["products"]) product["title"] = kHostileTitle;
  book["offers"][0]["copy"]["en"]["headline"] = std::string("Only \u202e") + kHostileTitle;
  book["offers"][0]["when"] = {{"visitor.name", {{"$regex", kHostileTitle}}}};
  scratch_.write("hostile.json", book.dump());
  scratch_.write("orders.csv", "order,product,title,quantity\n1,A,\"" + std::string(kHostileTitle) + "\",1\n1,B,\"" +
                                   kHostileTitle + "\",1\n2,A\u009b,x\u202e,\"\x1b[2J\"\n");
  const std::vector<std::vector<std::string>> calls = {
      {"check", "hostile.json"},
      {"check", "hostile.json", "--json"},
      {"check", "hostile.json", "--shopper"},
      {"decide", "hostile.json", "moment.json"},
      {"decide", "hostile.json", "moment.json", "--json"},
      {"worksheet", "hostile.json", "filter-bump"},
      {"worksheet", "hostile.json", "filter-bump", "--json"},
      {"worksheet", "hostile.json", "filter-bump", "--as", "html"},
      {"worksheet", "hostile.json", "--review"},
      {"mine", "orders.csv", "--min-support", "1"},
      {"mine", "orders.csv", "--min-support", "1", "--json"},
      {"worksheet", "hostile.json", "no\u009bne\x1b[2J"},
      {"check", "\x1b[2J\u202e.json"},
  };
  for (const auto& call : calls) {
    const Ran ran = run(call);
    EXPECT_EQ(steering(ran.out + ran.err), "") << call[0] << " " << call.back() << "\n" << ran.out << ran.err;
    EXPECT_FALSE((ran.out + ran.err).empty()) << call[0];
  }
  EXPECT_THAT(run({"worksheet", "hostile.json", "filter-bump"}).out,
              HasSubstr("\\u202e\\u009b31m\\u001b[2J\\nError: "));
  EXPECT_THAT(run({"worksheet", "hostile.json", "filter-bump", "--as", "html"}).out, HasSubstr("<h1><bdi>Filter"));
  const json printed = only(run({"worksheet", "hostile.json", "filter-bump", "--json"}));
  EXPECT_EQ(printed["title"], kHostileTitle) << "JSON keeps the data";
}

TEST(VisibleText, IsInTheResultsPage) {
  report::Page page;
  page.title = "Results";
  page.groups.push_back({"g-1", kHostileTitle, kHostileTitle, {}, {{"visitors", kHostileTitle}}, {}});
  page.headlines.push_back({"g-1", kHostileTitle, report::Tone::Good, kHostileTitle, {kHostileTitle}, kHostileTitle});
  const std::string html = report::pageInOneFile(page);
  EXPECT_THAT(html, Not(HasSubstr("\u202e")));
  EXPECT_THAT(html, Not(HasSubstr("\u009b")));
  EXPECT_THAT(html, Not(HasSubstr("\x1b")));
  EXPECT_THAT(html, HasSubstr("<bdi>Filter\\u202e\\u009b31m\\u001b[2J\nError: \\u200bforged</bdi>"));
}

}  // namespace
}  // namespace aftermint
