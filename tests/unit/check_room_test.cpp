// The room of a bump: estimated lines, and what `check` says of copy that may not fit or that is shown nowhere.
#include <gmock/gmock.h>

#include <cstdint>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "aftermint/check.h"
#include "aftermint/codec.h"
#include "check/text_lines.h"
#include "unit/paths.h"

namespace aftermint {
namespace {

using nlohmann::json;
using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

json roomBook() {
  std::ifstream in(std::string(kSourceFolder) + "/tests/golden/book.json");
  return json::parse(in);
}

/** The findings of a rule in a book, as "pointer: message". */
std::vector<std::string> roomFindings(const json& book, FindingCode code) {
  Decoded<Book> decoded = decodeBook(book.dump());
  EXPECT_TRUE(decoded);
  std::vector<std::string> out;
  for (const Finding& finding : check(IndexedBook(std::move(*decoded.value)))) {
    if (finding.code == code) out.push_back(finding.pointer + ": " + finding.message);
  }
  return out;
}

json withBenefit(int words) {
  json book = roomBook();
  std::string benefit = "Keeps";
  for (int i = 1; i < words; ++i) benefit += " sharpness";
  book["offers"][0]["copy"]["en"]["benefit"] = benefit + ".";
  return book;
}

TEST(TextLines, AddTheWidthsOfTheCharacters) {
  EXPECT_EQ(textWidth("", false), 0);
  EXPECT_EQ(textWidth("iiii", false), 4 * textWidth("i", false));
  EXPECT_GT(textWidth("Guard", true), textWidth("Guard", false));
  EXPECT_EQ(textWidth("é", false), textWidth("e", false));
  EXPECT_EQ(textWidth("漢字", false), 2'000);
}

TEST(TextLines, BreakBetweenWordsAndInWordsThatAreTooWide) {
  const MilliEm word = textWidth("guard", false);
  const MilliEm space = textWidth(" ", false);
  EXPECT_EQ(textLines("", word, false), 1);
  EXPECT_EQ(textLines("guard guard", 2 * word + space, false), 1);
  EXPECT_EQ(textLines("guard guard", 2 * word + space - 1, false), 2);
  EXPECT_EQ(textLines("guard  guard\nguard", word, false), 3);
  EXPECT_EQ(textLines("guardguardguard", word, false), 3);
  EXPECT_EQ(textLines("a guardguard", word, false), 3);
  EXPECT_EQ(textLines("WWW", 1, false), 3) << "a character that is wider than the column has its own line";
}

TEST(TextLines, NeverFewerInANarrowerColumn) {
  const std::string_view text =
      "Lose in der Schublade stößt eine Klinge an und ist nach wenigen Wochen stumpf. 包丁を守ります。";
  std::int64_t before = 1;
  for (MilliEm column = 60'000; column > 500; column -= 250) {
    const std::int64_t lines = textLines(text, column, true);
    EXPECT_GE(lines, before) << column;
    before = lines;
  }
}

TEST(BumpRoom, WarnsFromTheFirstCopyThatMayNotFit) {
  bool wasTooLong = false;
  for (int words = 1; words < 40; words += 8) {
    const bool isTooLong = !roomFindings(withBenefit(words), FindingCode::BumpRoom).empty();
    EXPECT_GE(isTooLong, wasTooLong) << words;
    wasTooLong = isTooLong;
  }
  EXPECT_TRUE(wasTooLong);
  EXPECT_THAT(roomFindings(withBenefit(10), FindingCode::BumpRoom), IsEmpty());
  EXPECT_THAT(roomFindings(withBenefit(39), FindingCode::BumpRoom),
              Contains(HasSubstr("/offers/0/copy/en: At checkout this copy may not fit: a column ")));
}

TEST(BumpRoom, CountsTheLongestTitleAndTheHeadlinesOfExperiments) {
  json book = withBenefit(8);
  ASSERT_THAT(roomFindings(book, FindingCode::BumpRoom), IsEmpty());
  json arms = book;
  std::string headline = "{trigger}";
  for (int i = 0; i < 12; ++i) headline += " sharpness";
  arms["experiments"] = {{{"id", "words"},
                          {"offer", book["offers"][0]["id"]},
                          {"variable", "headline"},
                          {"arms",
                           {{{"id", "control"}, {"weightBps", 5000}},
                            {{"id", "long"}, {"weightBps", 5000}, {"copy", {{"en", {{"headline", headline}}}}}}}}}};
  EXPECT_THAT(roomFindings(arms, FindingCode::BumpRoom),
              Contains(HasSubstr("/experiments/0/arms/1/copy/en: At checkout")));
}

TEST(BumpRoom, IsNotAskedOfOffersAfterPayment) {
  json book = withBenefit(39);
  book["offers"][0]["placements"] = {"thank_you"};
  EXPECT_THAT(roomFindings(book, FindingCode::BumpRoom), IsEmpty());
}

TEST(UnusedLabel, IsAnAcceptThatNoPlacementShows) {
  json book = roomBook();
  json& offer = book["offers"][0];
  offer["copy"]["en"]["accept"] = "Add the sharpener";
  EXPECT_THAT(roomFindings(book, FindingCode::CopyUnused), IsEmpty()) << "it is the label at checkout";
  offer["placements"] = {"post_purchase", "thank_you"};
  EXPECT_THAT(roomFindings(book, FindingCode::CopyUnused), IsEmpty()) << "it is the label of the link";
  offer["copy"]["en"]["linkAccept"] = "See the sharpener";
  EXPECT_THAT(roomFindings(book, FindingCode::CopyUnused),
              Contains(HasSubstr("/offers/0/copy/en/accept: The label “Add the sharpener” is shown nowhere")));
  offer["placements"] = {"post_purchase"};
  offer["copy"]["en"].erase("linkAccept");
  offer.erase("link");
  EXPECT_THAT(roomFindings(book, FindingCode::CopyUnused), Contains(HasSubstr("/offers/0/copy/en/accept")));
}

}  // namespace
}  // namespace aftermint
