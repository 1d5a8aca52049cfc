// The rules on copy as findings on a book: for each text in each language, with its pointer.
#include <gmock/gmock.h>

#include "aftermint/check.h"
#include "aftermint/codec.h"
#include "unit/copy_cases.h"
#include "unit/paths.h"

namespace aftermint {
namespace {

using nlohmann::json;

/** The findings on the golden book with this copy in its first offer, as "code pointer". */
std::vector<std::string> findings(std::string_view locale, const json& texts) {
  std::ifstream in(std::string(kSourceFolder) + "/tests/golden/book.json");
  json book = json::parse(in);
  for (const auto& [key, text] : texts.items()) book["offers"][0]["copy"][std::string(locale)][key] = text;
  Decoded<Book> decoded = decodeBook(book.dump());
  EXPECT_TRUE(decoded);
  std::vector<std::string> out;
  for (const Finding& finding : check(IndexedBook(std::move(*decoded.value)))) {
    if (finding.pointer.starts_with("/offers/0/copy/")) {
      out.push_back(std::string(toString(finding.code)) + " " + finding.pointer);
    }
  }
  return out;
}

TEST(CheckCopyRules, CheckEveryTextOfAnOffer) {
  const json clean = {{"headline", "For your {trigger}"}, {"benefit", "Keeps it sharp."}, {"accept", "Add it"}};
  EXPECT_THAT(findings("en", clean), ::testing::IsEmpty());
  for (const char* key : {"headline", "benefit", "accept", "linkAccept", "incentive"}) {
    json texts = clean;
    texts[key] = "{trigger}: only 2 left";
    EXPECT_THAT(findings("en", texts),
                ::testing::ElementsAre("no_false_urgency /offers/0/copy/en/" + std::string(key)));
  }
}

TEST(CheckCopyRules, UseTheLanguageOfTheCopy) {
  EXPECT_THAT(
      findings("de",
               {{"headline", "{trigger}: nur noch heute"}, {"benefit", "Hält die Klinge scharf."}, {"accept", "Ja"}}),
      ::testing::ElementsAre("no_false_urgency /offers/0/copy/de/headline"));
}

TEST(CheckCopyRules, ReportAnUnknownLanguageOnce) {
  EXPECT_THAT(
      findings("sv",
               {{"headline", "Till {trigger}"}, {"benefit", "Håller eggen vass länge."}, {"accept", "Lägg till"}}),
      ::testing::ElementsAre("unknown_language /offers/0/copy/sv/headline"));
}

TEST(CheckCopyRules, LimitTheLengthOfTheBenefitOnly) {
  EXPECT_THAT(findings("en", {{"headline", "For your {trigger}"},
                              {"benefit", "One. Two. Three. Four."},
                              {"incentive", "One. Two. Three. Four."},
                              {"accept", "Add it"}}),
              ::testing::ElementsAre("benefit_short /offers/0/copy/en/benefit"));
}

/** An offer must not show a headline that its own copy could not have. */
TEST(CheckCopyRules, CheckTheHeadlinesOfExperiments) {
  std::ifstream in(std::string(kSourceFolder) + "/tests/golden/book.json");
  json book = json::parse(in);
  const json tried = {{"en", {{"headline", "{trigger}: only 2 left for £3.33"}}}};
  const json arms = {{{"id", "own"}, {"weightBps", 5000}}, {{"id", "tried"}, {"weightBps", 5000}, {"copy", tried}}};
  const json offer = book["offers"][1]["id"];
  book["experiments"] = {{{"id", "e"}, {"offer", offer}, {"variable", "headline"}, {"arms", arms}}};
  Decoded<Book> decoded = decodeBook(book.dump());
  ASSERT_TRUE(decoded);
  const IndexedBook indexed(std::move(*decoded.value));
  const std::vector<Finding> all = check(indexed);
  std::vector<std::string> found;
  for (const Finding& finding : all) {
    if (!finding.pointer.starts_with("/experiments/0/arms/1/copy/en/headline")) continue;
    found.push_back(std::string(toString(finding.code)));
    EXPECT_EQ(finding.offer, std::size_t{1});
  }
  EXPECT_THAT(found, ::testing::ElementsAre("no_false_urgency", "price_upfront"));
  EXPECT_THAT(refusedOffers(indexed.book(), all), ::testing::Contains(offer.get<std::string>()));
}

}  // namespace
}  // namespace aftermint
