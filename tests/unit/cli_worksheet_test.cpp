// Reports for people who write offers: `check --shopper`, `worksheet` and `worksheet --review`.
#include "unit/cli_program.h"

namespace aftermint {
namespace {

using aftermint::testing::kBook;
using aftermint::testing::Program;
using aftermint::testing::Ran;
using nlohmann::json;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

TEST_F(Program, ShowsWhatAShopperReadsAtEachStep) {
  const Ran ran = run({"check", "book.json", "--shopper"});
  EXPECT_EQ(ran.exit, 0);
  EXPECT_THAT(ran.out, HasSubstr("First purchase: Kettle (kettle), £100.00\n"));
  EXPECT_THAT(ran.out,
              HasSubstr("  On the product page: no offer, every candidate was refused (filter-bump: placement"));
  EXPECT_THAT(ran.out, HasSubstr("  At checkout (filter-bump)\n"));
  EXPECT_THAT(ran.out, HasSubstr("    Keep your Kettle clean\n"));
  EXPECT_THAT(ran.out, HasSubstr("  After payment, by a link (filter-bump)\n"));
  EXPECT_THAT(ran.out, HasSubstr("  In the confirmation mail (filter-bump)\n"));
  EXPECT_THAT(ran.out, Not(HasSubstr("First purchase: Filter"))) << "it has no offers";
  EXPECT_THAT(run({"check", "book.json", "--shopper", "--products", "0"}).out, HasSubstr("1 more product with offers"));
}

TEST_F(Program, PrintsTheWorksheetOfAnOffer) {
  const json sheet = only(run({"worksheet", "book.json", "gold-bump", "--json"}));
  ASSERT_EQ(sheet["stages"].size(), 8u);
  EXPECT_EQ(sheet["stages"][0]["name"], "Offer selection");
  EXPECT_EQ(sheet["stages"][0]["answers"][1], "after Kettle: the offer names it, but no relation is declared");
  EXPECT_EQ(sheet["stages"][3]["answers"][1],
            "90 % of the price of Kettle, £100.00: above the price band, so shown only with a larger order");
  EXPECT_THAT(sheet["stages"][3]["wrong"][0].get<std::string>(), StartsWith("warning price_band: "));
  EXPECT_THAT(sheet["stages"][3]["missing"].dump(), HasSubstr("a `margin`"));
  EXPECT_THAT(sheet["stages"][7]["missing"].dump(), HasSubstr("a `holdout`"));

  const Ran text = run({"worksheet", "book.json", "filter-bump"});
  EXPECT_THAT(text.out, HasSubstr("after Kettle: the offer is declared to improve its use"));
  EXPECT_THAT(text.out, HasSubstr("Filter\nCross-sell at £15.00, after Kettle\nApproved\n"));
  EXPECT_THAT(text.out, HasSubstr("1 × Filter (filter), stock not counted"));
  EXPECT_THAT(text.out, HasSubstr("en: “Keep your Kettle clean” One filter lasts a year."));
  EXPECT_THAT(text.out, HasSubstr("  think about it (frictionless): "));
  EXPECT_THAT(text.out, HasSubstr("Decline design — Is the skip path neutral and prominent?"));

  json book = json::parse(kBook);
  book["products"][1]["title"] = "<script>alert(1)</script>";
  scratch_.write("hostile.json", book.dump());
  const Ran page = run({"worksheet", "hostile.json", "filter-bump", "--as", "html"});
  EXPECT_THAT(page.out, StartsWith("<!doctype html>"));
  EXPECT_THAT(page.out, Not(HasSubstr("<script")));
  EXPECT_THAT(page.out, HasSubstr("&lt;script&gt;alert(1)&lt;/script&gt;"));
  EXPECT_THAT(page.out, Not(HasSubstr("{trigger}")));

  const Ran none = run({"worksheet", "book.json", "silver-bump"});
  EXPECT_EQ(none.exit, 2);
  EXPECT_THAT(none.err, HasSubstr("there is no offer \"silver-bump\" in this book"));
}

TEST_F(Program, FillsCopyOfAWorksheetWithTitlesInItsLanguage) {
  json book = json::parse(kBook);
  book["products"][0]["translations"] = {{"de", {{"title", "Kessel"}}}};
  book["offers"][0]["copy"]["de-AT"] = {{"headline", "So bleibt Ihr {trigger} sauber"}, {"benefit", "Ein Jahr lang."}};
  scratch_.write("german.json", book.dump());
  const Ran ran = run({"worksheet", "german.json", "filter-bump"});
  EXPECT_THAT(ran.out, HasSubstr("de-AT: “So bleibt Ihr Kessel sauber” Ein Jahr lang."));
  EXPECT_THAT(ran.out, HasSubstr("en: “Keep your Kettle clean” One filter lasts a year."));
}

TEST_F(Program, NamesOnlyProductsThatLeadToTheOffer) {
  json book = json::parse(kBook);
  // The kettle declares the filter, but that offer is only for lids. The other offer is for the category of its own
  // item.
  book["offers"][0]["for"] = {{"products", {"gold"}}};
  book["products"][2]["category"] = "lids";
  book["offers"][1]["for"] = {{"categories", {"lids"}}};
  scratch_.write("tied.json", book.dump());
  const Ran filter = run({"worksheet", "tied.json", "filter-bump"});
  EXPECT_THAT(filter.out, HasSubstr("after Golden lid: the offer names it, but no relation is declared"));
  EXPECT_THAT(filter.out, Not(HasSubstr("Kettle")));
  EXPECT_THAT(run({"worksheet", "tied.json", "gold-bump"}).out,
              HasSubstr("missing: a product that leads to the offer"));
}

TEST_F(Program, PrintsAWorksheetAsAPage) {
  json book = json::parse(kBook);
  book["holdout"] = {{"shareBps", 500}, {"seed", "s"}};
  book["products"][1]["image"] = "/pictures/filter.svg";
  book["products"][1]["imageAlt"] = "A filter in its box";
  book["products"][1]["stock"] = 12;
  json& offer = book["offers"][0];
  offer["margin"] = 700;
  offer["frequencyCap"] = {{"exposures", 2}, {"seconds", 604800}};
  offer["schedule"] = {{"until", "2026-12-24T00:00:00Z"}};
  offer["reviewed"] = {{"at", "2026-11-25T10:00:00Z"}, {"of", "0"}, {"by", "Ana"}};
  book["experiments"] = json::parse(R"([{"id": "line", "offer": "filter-bump", "variable": "headline", "coverageBps": 0,
    "arms": [{"id": "a", "weightBps": 5000}, {"id": "b", "weightBps": 5000, "copy": {"en": {"headline": "Your {trigger}"}}}]}])");
  scratch_.write("set.json", book.dump());
  std::filesystem::create_directories(scratch_.path("site/pictures"));
  scratch_.write("site/pictures/filter.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>");
  scratch_.write("secret.svg", "<svg/>");
  const std::string page = run({"worksheet", "set.json", "filter-bump", "--as", "html", "--time",
                                "2026-11-29T10:00:00Z", "--pictures", "site"})
                               .out;
  for (const char* wanted : {"<bdi>m</bdi> · November 29, 2026",
                             "<h1><bdi>Filter</bdi></h1>",
                             "12 in stock",
                             "margin £7.00, 46.7 % of the price",
                             "a shopper sees it at most 2 times in 7 days",
                             "shown until December 24, 2026",
                             "holdout: 5 % of visitors are shown nothing",
                             "experiment line on the headline: a 50 %, b 50 %; it covers no visitors yet",
                             "Approved, reviewed on November 25, 2026",
                             "by Ana",
                             "src=\"data:image/svg+xml;base64,",
                             "alt=\"A filter in its box\"",
                             "Must fix",
                             "Think about it",
                             "Good to know",
                             "Missing",
                             ">Decision<",
                             ">Owner<",
                             ">Target<",
                             "default-src 'none'"}) {
    EXPECT_THAT(page, HasSubstr(wanted));
  }
  EXPECT_THAT(page, Not(HasSubstr("style=\""))) << "the Content-Security-Policy forbids inline styles";

  const std::string bare = run({"worksheet", "set.json", "filter-bump", "--as", "html"}).out;
  EXPECT_THAT(bare, HasSubstr(">F</div>")) << "without a picture, the initial is shown";
  book["products"][1]["image"] = "/../secret.svg";
  scratch_.write("set.json", book.dump());
  EXPECT_THAT(run({"worksheet", "set.json", "filter-bump", "--as", "html", "--pictures", "site"}).out,
              HasSubstr(">F</div>"))
      << "no file outside the folder is read";
  EXPECT_EQ(run({"worksheet", "set.json", "filter-bump", "--time", "soon"}).exit, 2);
}

TEST_F(Program, ListsOffersToReviewAgain) {
  const json never = only(run({"worksheet", "book.json", "--review", "--json"}));
  EXPECT_EQ(never["offers"], 2);
  ASSERT_EQ(never["stale"].size(), 2u);
  EXPECT_EQ(never["stale"][0]["reviewed"], nullptr);

  json book = json::parse(kBook);
  const std::vector<std::string> mark = {"worksheet",  "book.json", "filter-bump",
                                         "--reviewed", "--time",    "2026-11-25T10:00:00Z"};
  const json patch = only(run(mark));
  EXPECT_EQ(patch[0], json({{"op", "test"}, {"path", "/offers/0/id"}, {"value", "filter-bump"}}));
  book = book.patch(patch);
  EXPECT_EQ(book["offers"][0]["reviewed"]["at"], "2026-11-25T10:00:00Z");
  scratch_.write("looked.json", book.dump());
  const auto stale = [this](const char* file, const char* time) {
    return only(run({"worksheet", file, "--review", "--json", "--time", time}))["stale"];
  };
  EXPECT_EQ(stale("looked.json", "2026-12-25T10:00:00Z").size(), 1u) << "only the golden lid";
  const json quarter = stale("looked.json", "2027-02-25T10:00:00Z");
  ASSERT_EQ(quarter.size(), 2u);
  EXPECT_THAT(quarter[0]["reasons"][0].get<std::string>(), HasSubstr("more than a quarter of a year ago"));

  book["products"][0]["price"] = 11000;  // the filter is offered after the kettle
  scratch_.write("dearer.json", book.dump());
  const json changed = stale("dearer.json", "2026-12-25T10:00:00Z");
  EXPECT_THAT(changed[0]["reasons"][0].get<std::string>(), HasSubstr("changed since it was reviewed"));
  EXPECT_THAT(changed[1]["reasons"].dump(), HasSubstr("The price range for it is"))
      << "the golden lid costs 82 % of a kettle";

  EXPECT_EQ(run({"worksheet", "book.json"}).exit, 2);
  EXPECT_EQ(run({"worksheet", "book.json", "--review", "--time", "soon"}).exit, 2);
  EXPECT_THAT(run({"worksheet", "book.json", "--review"}).out, HasSubstr("filter-bump\n  Nobody has reviewed it yet."));
}

}  // namespace
}  // namespace aftermint
