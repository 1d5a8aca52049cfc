// Every rule has cases that break it and cases that keep it (tests/golden/cases/rules.json). Rules on copy have them in
// at least three languages.
#include <gmock/gmock.h>

#include <map>
#include <set>

#include "aftermint/check.h"
#include "aftermint/codec.h"
#include "aftermint/copy.h"
#include "unit/golden_cases.h"
#include "unit/paths.h"

namespace aftermint {
namespace {

using golden::readJson;

/** The golden book with the changes of a case. */
Json changedBook(const Json& changes) {
  Json book = readJson("book.json");
  golden::applyChanges(book, changes);
  return book;
}

/** The rules that a case breaks. For a case about copy only the findings on the copy in its language count. */
std::set<std::string> broken(const Json& one) {
  std::set<std::string> out;
  if (one.contains("text")) {
    const Json& text = one.at("text");
    const std::string locale = text.at("locale"), words = text.at("text");
    const bool accept = text.at("field") == "accept";
    for (const CopyFinding& finding : judgeCopy(
             {accept ? CopyField::Accept : CopyField::Decline, locale, words, accept ? Path::OneClick : Path::Form})) {
      out.insert(std::string(toString(finding.code)));
    }
    return out;
  }
  const Decoded<Book> book = decodeBook(changedBook(one.at("book")).dump());
  EXPECT_TRUE(book) << one.at("name");
  if (!book) return out;
  const std::vector<Finding> findings = check(IndexedBook(*book.value));
  EXPECT_EQ(encode(findings), one.at("findings").dump());
  const std::string copy = one.contains("locale") ? "/offers/0/copy/" + one.at("locale").get<std::string>() : "";
  for (const Finding& finding : findings) {
    if (finding.pointer.starts_with(copy)) out.insert(std::string(toString(finding.code)));
  }
  return out;
}

TEST(CheckRules, MatchTheGoldenCases) {
  for (const Json& one : readJson("cases/rules.json")) {
    SCOPED_TRACE(one.at("name").get<std::string>());
    const bool breaks = broken(one).count(one.at("rule").get<std::string>()) != 0;
    EXPECT_EQ(breaks, one.at("breaks").get<bool>()) << one.at("rule");
  }
}

TEST(CheckRules, EachHaveACaseThatBreaksAndOneThatKeepsThem) {
  std::map<std::pair<std::string, bool>, std::set<std::string>> locales;
  for (const Json& one : readJson("cases/rules.json")) {
    locales[{one.at("rule"), one.at("breaks")}].insert(one.value("locale", ""));
  }
  for (const std::string_view code : Codes<FindingCode>::all) {
    for (const bool breaks : {true, false}) {
      const std::set<std::string>& in = locales[{std::string(code), breaks}];
      EXPECT_FALSE(in.empty()) << code << (breaks ? " is broken by no case" : " is kept by no case");
      if (in.count("") == 0) {
        EXPECT_GE(in.size(), 3u) << code << " is about copy: cases in three languages";
      }
    }
  }
}

TEST(CheckRules, HaveAMessageAndAHint) {
  for (const Json& one : readJson("cases/rules.json")) {
    if (!one.contains("findings")) continue;
    for (const Json& finding : one.at("findings").at("findings")) {
      EXPECT_GT(finding.at("message").get<std::string>().size(), 15u) << finding;
      EXPECT_GT(finding.at("hint").get<std::string>().size(), 8u) << finding;
    }
  }
}

TEST(CheckRules, AreDocumented) {
  std::string pages;
  for (const char* page : {"docs/craft.md", "docs/copy.md"}) {
    std::ifstream in(std::string(kSourceFolder) + "/" + page);
    pages.append(std::istreambuf_iterator<char>(in), {});
  }
  for (const std::string_view code : Codes<FindingCode>::all) {
    EXPECT_NE(pages.find("`" + std::string(code) + "`"), std::string::npos) << code << " is not documented";
  }
}

TEST(CheckRules, ReportAReviewOlderThanAQuarterIfATimeIsGiven) {
  Json written = readJson("book.json");
  Decoded<Book> plain = decodeBook(written.dump());
  const std::string of = fingerprint(IndexedBook(*plain.value), plain.value->offers[0]);
  written["offers"][0]["reviewed"] = {{"at", "2026-11-20T10:00:00Z"}, {"of", of}};
  Decoded<Book> decoded = decodeBook(written.dump());
  ASSERT_TRUE(decoded);
  const IndexedBook book(std::move(*decoded.value));
  const auto stale = [&book](std::optional<Millis> now) {
    const std::vector<Finding> all = check(book, now);
    return std::any_of(all.begin(), all.end(), [](const Finding& f) { return f.code == FindingCode::Refresh; });
  };
  const Millis at = book.book().offers[0].reviewed->at;
  constexpr Millis kDay = Millis{24} * 3600 * 1000;
  EXPECT_FALSE(stale(std::nullopt));
  EXPECT_FALSE(stale(at + 91 * kDay));
  EXPECT_TRUE(stale(at + 91 * kDay + 1));
}

}  // namespace
}  // namespace aftermint
