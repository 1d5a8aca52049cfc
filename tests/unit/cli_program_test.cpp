// Runs the built program and checks exit codes, JSON on standard output and messages on standard error.
#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "unit/cli_program.h"
#include "unit/paths.h"

namespace aftermint {
namespace {

using aftermint::testing::kBook;
using aftermint::testing::kMoment;
using aftermint::testing::Program;
using aftermint::testing::Ran;
using nlohmann::json;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::StartsWith;

TEST_F(Program, PrintsHelpForEveryCommand) {
  const Ran all = run({"--help"});
  EXPECT_EQ(all.exit, 0);
  for (const char* command : {"check", "check-copy", "decide", "view", "verify", "import", "replay", "read", "report",
                              "plan", "shard", "serve", "schema", "bucket"}) {
    EXPECT_THAT(all.out, HasSubstr(command));
    const Ran one = run({command, "--help"});
    EXPECT_EQ(one.exit, 0) << command;
    EXPECT_THAT(one.out, HasSubstr("Usage: aftermint " + std::string(command))) << command;
    EXPECT_THAT(one.err, IsEmpty()) << command;
  }
}

TEST_F(Program, RefusesWrongCalls) {
  for (const auto& arguments :
       std::vector<std::vector<std::string>>{{},
                                             {"fry"},
                                             {"check"},
                                             {"check", "book.json", "--salt"},
                                             {"view", "book.json", "moment.json", "--as", "song"},
                                             {"import", "--out", "x.json"},
                                             {"import", "--shopify", "a", "--orders", "b", "--out", "x.json"},
                                             {"bucket", "--key", "k", "--visitor", "v", "--weights", "0.5,0.2"},
                                             {"decide", "-", "-"},
                                             {"serve", "--port", "70000"}}) {
    const Ran plain = run(arguments);
    EXPECT_EQ(plain.exit, 2) << ::testing::PrintToString(arguments);
    EXPECT_THAT(plain.out, IsEmpty());
    EXPECT_THAT(plain.err, StartsWith("aftermint error usage: ")) << ::testing::PrintToString(arguments);
  }
  const Ran asJson = run({"check", "book.json", "--salt", "--json"});
  EXPECT_EQ(asJson.exit, 2);
  const json answer = only(asJson);
  EXPECT_EQ(answer["ok"], false);
  EXPECT_EQ(answer["error"]["code"], "usage");
  EXPECT_THAT(answer["error"]["message"].get<std::string>(), HasSubstr("--salt"));
}

TEST_F(Program, ChecksABook) {
  const Ran ran = run({"check", "book.json"});
  EXPECT_EQ(ran.exit, 0) << ran.out << ran.err;
  EXPECT_THAT(ran.out, HasSubstr("book.json:13:15 warning price_band at /offers/1/price: "));
  EXPECT_THAT(ran.out, HasSubstr("3 products, 2 offers; 0 errors"));
  EXPECT_TRUE(only(run({"check", "book.json", "--json"})).is_structured());
  EXPECT_EQ(run({"check", "-"}, kBook).exit, 0);
}

TEST_F(Program, ExitsWithOneForAFindingOfSeverityError) {
  std::string weak(kBook);
  weak.replace(weak.find("One filter lasts"), 16, "You might also like this: it lasts");
  scratch_.write("weak.json", weak);
  const Ran ran = run({"check", "weak.json"});
  EXPECT_EQ(ran.exit, 1);
  EXPECT_THAT(ran.out, HasSubstr("error opener_weak at /offers/0/copy/en/benefit"));
  const Ran asJson = run({"check", "weak.json", "--json"});
  EXPECT_EQ(asJson.exit, 1);
  EXPECT_THAT(only(asJson).dump(), HasSubstr("opener_weak"));
}

TEST_F(Program, SaysWhereABookIsInvalid) {
  std::string broken(kBook);
  broken.replace(broken.find("1500"), 4, "-1");
  scratch_.write("broken.json", broken);
  const Ran plain = run({"check", "broken.json"});
  EXPECT_EQ(plain.exit, 2);
  EXPECT_THAT(plain.out, IsEmpty());
  EXPECT_THAT(plain.err, StartsWith("broken.json:5:50 error book_schema at /products/1/price: "));
  EXPECT_THAT(plain.err, HasSubstr(" Hint: "));

  const json error = only(run({"decide", "broken.json", "moment.json", "--json"}))["error"];
  EXPECT_EQ(error["code"], "book_schema");
  EXPECT_EQ(error["file"], "broken.json");
  EXPECT_EQ(error["line"], 5);
  EXPECT_EQ(error["column"], 50);
  EXPECT_EQ(error["pointer"], "/products/1/price");
}

TEST_F(Program, SaysWhichFileCannotBeRead) {
  const Ran ran = run({"decide", "book.json", "nowhere.json", "--json"});
  EXPECT_EQ(ran.exit, 2);
  EXPECT_EQ(only(ran)["error"]["code"], "file_unreadable");
  EXPECT_EQ(only(ran)["error"]["file"], "nowhere.json");
  EXPECT_EQ(run({"check", "."}).exit, 2);
}

TEST_F(Program, ReportsWhichKindOfFileIsInvalid) {
  EXPECT_EQ(only(run({"decide", "book.json", "book.json", "--json"}))["error"]["code"], "moment_schema");
  EXPECT_EQ(only(run({"verify", "book.json", "moment.json", "--json"}))["error"]["code"], "accept_schema");
  EXPECT_EQ(only(run({"check", "-", "--json"}, "{\"version\":1,"))["error"]["code"], "json_syntax");
}

TEST_F(Program, DecidesAsTextAndAsJson) {
  const Ran plain = run({"decide", "book.json", "moment.json"});
  EXPECT_EQ(plain.exit, 0);
  EXPECT_THAT(plain.out, StartsWith("Offer filter-bump at checkout: Filter for £15.00."));
  EXPECT_THAT(plain.out, Not(HasSubstr("gold-bump")));

  const json decision = only(run({"decide", "book.json", "-", "--json"}, kMoment));
  EXPECT_EQ(decision["offer"], "filter-bump");
  EXPECT_EQ(decision["path"], "form");
  EXPECT_EQ(decision["price"]["amount"], 1500);
  EXPECT_EQ(decision["trace"].size(), 2u);
}

TEST_F(Program, ExplainsEveryCandidateInRankOrder) {
  const Ran ran = run({"decide", "book.json", "moment.json", "--explain"});
  EXPECT_THAT(ran.out, HasSubstr("1. filter-bump — chosen"));
  EXPECT_THAT(ran.out, HasSubstr("2. gold-bump — refused (price_band): "));
  EXPECT_THAT(ran.out, HasSubstr("£90.00 is not within £10.00 to £30.00"));
  const Ran both = run({"decide", "book.json", "moment.json", "--explain", "--json"});
  const json explained = only(both);
  EXPECT_EQ(explained["offer"], "filter-bump");
  EXPECT_EQ(explained["candidates"][1]["offer"], "gold-bump");
  EXPECT_EQ(explained["candidates"][1]["band"], json({{"min", 1000}, {"max", 3000}}));
  EXPECT_EQ(explained["candidates"][1]["price"], 9000);
  EXPECT_THAT(both.err, HasSubstr("2. gold-bump"));
}

TEST_F(Program, ExplainsUnmetConditions) {
  json book = json::parse(kBook);
  book["offers"][0]["when"] = {{"visitor.country", "GB"}, {"order.value", {{"$gte", 50000}}}};
  scratch_.write("picky.json", book.dump());
  const Ran ran = run({"decide", "picky.json", "moment.json", "--explain", "--json"});
  const json explained = only(ran);
  const auto& candidates = explained["candidates"];
  const auto refused = std::find_if(candidates.begin(), candidates.end(),
                                    [](const json& each) { return each["reason"] == "condition"; });
  ASSERT_NE(refused, candidates.end()) << explained.dump();
  EXPECT_EQ((*refused)["unmet"][0]["pointer"], "/order.value");
  EXPECT_EQ((*refused)["unmet"][0]["got"], 10000);
  EXPECT_EQ((*refused)["unmet"][0]["wanted"], json({{"$gte", 50000}}));
  EXPECT_EQ((*refused)["unmet"][1]["got"], nullptr);
  EXPECT_THAT(ran.err, HasSubstr("/order.value must be {\"$gte\":50000}, but is 10000"));
}

TEST_F(Program, ForcesAnArmForAPreview) {
  json book = json::parse(kBook);
  const std::string offer = book["offers"][0]["id"];
  book["experiments"] = json::parse(R"([{"id":"price","offer":"","variable":"price","arms":[
      {"id":"a","weightBps":10000},{"id":"b","weightBps":0,"price":{"kind":"fixed","amount":1234}}]}])");
  book["experiments"][0]["offer"] = offer;
  scratch_.write("tried.json", book.dump());
  const json decision = only(run({"decide", "tried.json", "moment.json", "--arm", "price=b", "--json"}));
  EXPECT_EQ(decision["preview"], true);
  EXPECT_EQ(decision["price"]["amount"], 1234);
  const Ran wrong = run({"decide", "tried.json", "moment.json", "--arm", "price=c"});
  EXPECT_EQ(wrong.exit, 2);
  EXPECT_THAT(wrong.err, HasSubstr("Give one of: a, b."));
}

TEST_F(Program, NeverMakesAnOfferWithAnError) {
  json book = json::parse(kBook);
  const std::string offer = book["offers"][0]["id"];
  book["offers"][0]["copy"]["en"]["headline"] = "You might also like this";
  scratch_.write("weak.json", book.dump());
  const json decision = only(run({"decide", "weak.json", "moment.json", "--json"}));
  EXPECT_NE(decision["offer"], offer);
  EXPECT_EQ(decision["trace"][0], json({{"offer", offer}, {"verdict", "refused"}, {"reason", "finding"}}));
  // A page runs no check, so the published book says which offers are refused.
  EXPECT_EQ(run({"check", "weak.json", "--publish", "page.json"}).exit, 1);
  const json published = json::parse(scratch_.read("page.json"));
  EXPECT_EQ(published["checked"]["refused"], json::array({offer}));
  EXPECT_EQ(published["checked"]["digest"].get<std::string>().size(), 64u);
  json edited = published;
  edited["offers"][0]["priority"] = 7;
  scratch_.write("edited.json", edited.dump());
  EXPECT_THAT(run({"check", "edited.json"}).err, HasSubstr("has changed since it was checked"));
  EXPECT_THAT(run({"check", "page.json"}).err, Not(HasSubstr("has changed since")));
}

TEST_F(Program, SaysWhyNothingIsOffered) {
  std::string after(kMoment);
  after.replace(after.find("\"checkout\""), 10, "\"post_purchase\"");
  scratch_.write("unpaid.json", after);
  const Ran plain = run({"decide", "book.json", "unpaid.json"});
  EXPECT_EQ(plain.exit, 0);
  EXPECT_THAT(plain.out, StartsWith("No offer at post_purchase: order_not_paid"));
  EXPECT_EQ(only(run({"decide", "book.json", "unpaid.json", "--json"}))["offer"], nullptr);
  const Ran tree = run({"view", "book.json", "unpaid.json"});
  EXPECT_EQ(tree.exit, 0);
  EXPECT_EQ(tree.out, "null\n");
  EXPECT_THAT(tree.err, HasSubstr("order_not_paid"));
}

TEST_F(Program, ShowsTheViewAsTreeHtmlAndText) {
  EXPECT_EQ(only(run({"view", "book.json", "moment.json"}))["tag"], "section");
  const Ran html = run({"view", "book.json", "moment.json", "--as", "html"});
  EXPECT_THAT(html.out, StartsWith("<section"));
  EXPECT_THAT(html.out, HasSubstr("£15.00"));
  const Ran text = run({"view", "book.json", "moment.json", "--as", "text"});
  EXPECT_THAT(text.out, HasSubstr("Keep your Kettle clean"));
  EXPECT_THAT(text.out, Not(HasSubstr("<")));
  EXPECT_TRUE(only(run({"view", "book.json", "moment.json", "--as", "html", "--json"})).is_string());
}

TEST_F(Program, MakesAMailWithALinkAndNoInput) {
  std::string paid(kMoment);
  paid.replace(paid.find("\"open\""), 6, "\"paid\", \"paidAt\": \"2026-11-23T09:59:00Z\"");
  scratch_.write("paid.json", paid);
  const Ran mail = run({"view", "book.json", "paid.json", "--as", "email", "--base", "https://shop.example/"});
  EXPECT_EQ(mail.exit, 0) << mail.err;
  EXPECT_THAT(mail.out, StartsWith("<table role=\"presentation\""));
  EXPECT_THAT(mail.out, HasSubstr("href=\"https://shop.example/products/filter\""));
  EXPECT_THAT(mail.out, Not(HasSubstr("<input")));
  EXPECT_EQ(run({"view", "book.json", "paid.json", "--as", "email", "--base", "javascript:x"}).exit, 2);
}

TEST_F(Program, VerifiesAnAccept) {
  accept(1500);
  EXPECT_EQ(run({"verify", "book.json", "accept.json"}).exit, 0);
  EXPECT_EQ(only(run({"verify", "book.json", "accept.json", "--json"}))["verdict"], "accepted");
  accept(1);
  const Ran cheap = run({"verify", "book.json", "accept.json", "--json"});
  EXPECT_EQ(cheap.exit, 1);
  EXPECT_EQ(only(cheap)["verdict"], "price_changed");
  EXPECT_EQ(only(cheap)["price"]["amount"], 1500);
  EXPECT_THAT(run({"verify", "book.json", "accept.json"}).out, HasSubstr("£15.00 now, £0.01 was shown"));
}

TEST_F(Program, ReadsCounts) {
  constexpr std::string_view kCounts = R"({"arms":[
    {"name":"holdout","weight":0.5,"visitors":10,"buyers":4,"exposed":0,"accepts":0,"orders":{"sum":4,"sumSq":4},
     "before":{"sum":400,"sumSq":40000},"gross":{"sum":400,"sumSq":40000,"withOrders":400,"withBefore":40000},
     "net":{"sum":400,"sumSq":40000,"withOrders":400,"withBefore":40000}},
    {"name":"offer","weight":0.5,"visitors":10,"buyers":5,"exposed":8,"accepts":3,"orders":{"sum":5,"sumSq":5},
     "before":{"sum":500,"sumSq":50000},"gross":{"sum":560,"sumSq":63200,"withOrders":560,"withBefore":56000},
     "net":{"sum":560,"sumSq":63200,"withOrders":560,"withBefore":56000}}]})";
  const json reading = only(run({"read", "--json"}, kCounts));
  EXPECT_EQ(reading["arms"][1]["takeRate"]["value"], 0.375);
  EXPECT_EQ(reading["arms"][1]["versusBaseline"]["valuePerVisitor"]["net"]["difference"], 16);
  EXPECT_EQ(reading["srm"]["alarm"], false);
  EXPECT_EQ(run({"read"}, kCounts).out, run({"read", "--json"}, kCounts).out);
  const Ran bad = run({"read", "--json"}, "{\"orders\":-1}");
  EXPECT_EQ(bad.exit, 2);
  EXPECT_EQ(only(bad)["error"]["code"], "counts_schema");
}

TEST_F(Program, ReportsOnlyAnExistingStore) {
  const Ran ran = run({"report", "sqlite:nowhere.sqlite", "--json"});
  EXPECT_EQ(ran.exit, 2);
  EXPECT_EQ(only(ran)["error"]["code"], "file_unreadable");
  EXPECT_FALSE(std::filesystem::exists(scratch_.path("nowhere.sqlite"))) << "a report does not create a store";
  scratch_.write("text.sqlite", "this is not a database, and it is too long to be mistaken for an empty database file");
  EXPECT_EQ(run({"report", "text.sqlite"}).exit, 2);
  scratch_.write("empty.sqlite", "");
  EXPECT_EQ(run({"report", "empty.sqlite"}).exit, 2);
  EXPECT_EQ(scratch_.read("empty.sqlite"), "") << "a report writes nothing";
}

TEST_F(Program, PrintsTheSchema) {
  EXPECT_THAT(only(run({"schema"}))["$schema"].get<std::string>(), HasSubstr("2020-12"));
}

TEST_F(Program, ShowsTheArmOfAVisitor) {
  const json answer = only(run({"bucket", "--key", "seed", "--visitor", "b", "--json"}));
  EXPECT_DOUBLE_EQ(answer["hash"].get<double>(), 0.2696);
  EXPECT_EQ(answer["arm"], 0);
  EXPECT_EQ(only(run({"bucket", "--key", "seed", "--visitor", "b", "--weights", "0.2,0.8", "--json"}))["arm"], 1);
  EXPECT_EQ(only(run({"bucket", "--key", "seed", "--visitor", "b", "--coverage", "0.1", "--json"}))["arm"], nullptr);
  EXPECT_THAT(run({"bucket", "--key", "seed", "--visitor", "b"}).out,
              StartsWith("Arm 0: hash 0.2696, ranges of the arms [0, 0.5)"));
}

TEST_F(Program, FailsIfItsOutputCannotBeWritten) {
  if (!std::filesystem::exists("/dev/full")) GTEST_SKIP() << "no /dev/full here";
  const std::string command = std::string(kProgramPath) + " schema > /dev/full 2> " + scratch_.path("err");
  const int status = std::system(command.c_str());
  EXPECT_EQ(WEXITSTATUS(status), 2);
  EXPECT_THAT(scratch_.read("err"), HasSubstr("standard output cannot be written"));
}

}  // namespace
}  // namespace aftermint
