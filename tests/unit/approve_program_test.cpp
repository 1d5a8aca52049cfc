// Runs `aftermint approve`: it records the approval and changes nothing else in the file.
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

class Approve : public Program {
 protected:
  /** The small book, with its first offer a proposal with a margin and an unusual layout. */
  Approve() {
    std::string book(kBook);
    const std::string_view at = R"({"id": "filter-bump", )";
    book.replace(book.find(at), at.size(), R"({"id": "filter-bump",    "approved":false, "margin": 700, )");
    scratch_.write("book.json", book);
    book_ = book;
  }
  Ran approve(const std::vector<std::string>& rest) {
    std::vector<std::string> arguments = {"approve", "book.json", "filter-bump", "--at", "2026-11-25T10:00:00Z"};
    arguments.insert(arguments.end(), rest.begin(), rest.end());
    return run(arguments);
  }
  std::vector<std::string> codes(const char* file) {
    std::vector<std::string> out;
    const json said = only(run({"check", file, "--json"}));
    for (const json& finding : said["findings"]) {
      if (finding["pointer"].get<std::string>().starts_with("/offers/0")) out.push_back(finding["code"]);
    }
    return out;
  }
  json changed(const char* pointer, const json& value) {
    json book = json::parse(scratch_.read("ok.json"));
    book[json::json_pointer(pointer)] = value;
    scratch_.write("changed.json", book.dump());
    return only(run({"worksheet", "changed.json", "--review", "--json", "--time", "2026-12-25T10:00:00Z"}))["stale"];
  }
  /** Why the first offer needs a review; "" if it does not. */
  static std::string stale(const json& list) {
    for (const json& each : list) {
      if (each["offer"] == "filter-bump") return each["reasons"][0];
    }
    return "";
  }

  std::string book_;
};

TEST_F(Approve, RecordsTheApprovalAndChangesNothingElse) {
  const Ran ran = approve({"--by", "Ana", "--note", "Price agreed on Monday", "--out", "ok.json"});
  EXPECT_EQ(ran.exit, 0) << ran.err;
  EXPECT_THAT(ran.err, HasSubstr("filter-bump is approved by Ana, 2026-11-25T10:00:00Z."));
  const json reviewed = json::parse(scratch_.read("ok.json"))["offers"][0]["reviewed"];
  EXPECT_EQ(reviewed["at"], "2026-11-25T10:00:00Z");
  EXPECT_EQ(reviewed["by"], "Ana");
  EXPECT_EQ(reviewed["note"], "Price agreed on Monday");
  EXPECT_EQ(reviewed["of"].get<std::string>().size(), 16u);
  EXPECT_EQ(reviewed["offer"].get<std::string>().size(), 16u);
  // Without what was added, the text is as before.
  std::string text = scratch_.read("ok.json");
  const std::size_t begin = text.find(", \"reviewed\"") == std::string::npos ? text.find(",\n     \"reviewed\"")
                                                                             : text.find(", \"reviewed\"");
  ASSERT_NE(begin, std::string::npos) << text;
  text.erase(begin, text.find('}', begin) + 1 - begin);
  text.replace(text.find("\"approved\":true"), 15, "\"approved\":false");
  EXPECT_EQ(text, book_);
}

TEST_F(Approve, KeepsAnyLayout) {
  const json book = json::parse(book_);
  for (const int indent : {-1, 1, 4, 8}) {
    std::string text = book.dump(indent);
    scratch_.write("book.json", text);
    ASSERT_EQ(approve({"--out", "ok.json"}).exit, 0) << indent;
    std::string out = scratch_.read("ok.json");
    json expected = book;
    expected["offers"][0]["approved"] = true;
    expected["offers"][0]["reviewed"] = json::parse(out)["offers"][0]["reviewed"];
    EXPECT_EQ(json::parse(out), expected);
    // Only the two members may add lines.
    const auto lines = [](const std::string& whole) { return std::count(whole.begin(), whole.end(), '\n'); };
    EXPECT_LE(lines(out) - lines(text), 2) << out;
  }
}

TEST_F(Approve, HidesNotesThatWereSeen) {
  EXPECT_THAT(codes("book.json"), ::testing::Contains("no_evidence"));
  const Ran ran = approve({"--out", "ok.json"});
  EXPECT_THAT(ran.err, HasSubstr("info no_evidence")) << "shown before the approval";
  EXPECT_EQ(json::parse(scratch_.read("ok.json"))["offers"][0]["reviewed"]["seen"], json({"no_evidence"}));
  EXPECT_THAT(codes("ok.json"), Not(::testing::Contains("no_evidence")));
  EXPECT_THAT(codes("ok.json"), Not(::testing::Contains("not_approved")));
  EXPECT_THAT(codes("ok.json"), ::testing::Contains("frictionless")) << "a warning stays";
  (void)changed("/offers/0/price", json({{"kind", "fixed"}, {"amount", 1400}}));
  EXPECT_THAT(codes("changed.json"), ::testing::Contains("no_evidence")) << "the offer has changed";
  (void)run({"approve", "ok.json", "filter-bump", "--out", "again.json"});
  EXPECT_EQ(json::parse(scratch_.read("again.json"))["offers"][0]["reviewed"]["seen"], json({"no_evidence"}));
}

TEST_F(Approve, ExpiresIfCopyPriceOrPlacementChange) {
  ASSERT_EQ(approve({"--out", "ok.json"}).exit, 0);
  EXPECT_EQ(stale(changed("/offers/0/margin", 600)), "") << "shoppers do not see the margin";
  const std::vector<std::pair<const char*, json>> changes = {
      {"/offers/0/copy/en/headline", "A clean {trigger}"},
      {"/offers/0/copy/en/benefit", "Tea tastes of tea."},
      {"/offers/0/copy/en/accept", "Add one"},
      {"/offers/0/price", json({{"kind", "fixed"}, {"amount", 1400}})},
      {"/offers/0/placements", json({"checkout", "email"})},
      {"/offers/0/items/0/quantity", 2},
      {"/offers/0/link", "/elsewhere"},
      {"/offers/0/for", json({{"products", {"kettle"}}})},
      {"/experiments", json::parse(R"([{"id": "x", "offer": "filter-bump", "variable": "headline", "arms": [
         {"id": "a", "weightBps": 5000}, {"id": "b", "weightBps": 5000, "copy": {"en": {"headline": "Your {trigger}"}}}]}])")}};
  for (const auto& [pointer, value] : changes) {
    EXPECT_THAT(stale(changed(pointer, value)), StartsWith("The texts, price, items or placements")) << pointer;
  }
  EXPECT_THAT(stale(changed("/products/0/price", 11000)), StartsWith("A product that “filter-bump” is for"));
}

TEST_F(Approve, RefusesOffersWithErrors) {
  json book = json::parse(book_);
  book["offers"][0]["copy"]["en"]["benefit"] = "Hurry, only 2 left.";
  scratch_.write("book.json", book.dump());
  const Ran ran = approve({"--out", "ok.json"});
  EXPECT_EQ(ran.exit, 1);
  EXPECT_THAT(ran.err, HasSubstr("error no_false_urgency at /offers/0/copy/en/benefit"));
  EXPECT_THAT(ran.err, HasSubstr("filter-bump is not approved"));
  EXPECT_FALSE(std::filesystem::exists(scratch_.path("ok.json")));
  EXPECT_EQ(only(approve({"--json"}))["ok"], false);

  EXPECT_EQ(run({"approve", "book.json", "silver-bump"}).exit, 2);
  EXPECT_EQ(run({"approve", "book.json"}).exit, 2);
  EXPECT_EQ(run({"approve", "book.json", "gold-bump", "--at", "soon"}).exit, 2);
  EXPECT_EQ(run({"approve", "book.json", "gold-bump", "--note", std::string(2000, 'n')}).exit, 2);
  (void)run({"check", "book.json", "--publish", "page.json"});
  EXPECT_THAT(run({"approve", "page.json", "gold-bump"}).err, HasSubstr("this book was published"));
}

TEST_F(Approve, IsNotPublished) {
  ASSERT_EQ(approve({"--by", "Ana", "--note", "A secret", "--out", "ok.json"}).exit, 0);
  (void)run({"check", "ok.json", "--publish", "page.json"});
  const std::string page = scratch_.read("page.json");
  EXPECT_THAT(page, HasSubstr("filter-bump"));
  EXPECT_THAT(page, Not(HasSubstr("Ana")));
  EXPECT_THAT(page, Not(HasSubstr("A secret")));
}

TEST_F(Approve, ApprovesSeveralOffersAsJson) {
  const json said = only(run({"approve", "book.json", "gold-bump", "filter-bump", "gold-bump", "--json"}));
  EXPECT_EQ(said["ok"], true);
  ASSERT_EQ(said["approved"].size(), 2u);
  EXPECT_EQ(said["approved"][0]["offer"], "gold-bump");
  EXPECT_EQ(said["approved"][0]["findings"][0]["code"], "price_band");
  EXPECT_EQ(said["book"]["offers"][1]["reviewed"], said["approved"][0]["reviewed"]);
  EXPECT_EQ(said["written"], false);
}

}  // namespace
}  // namespace aftermint
