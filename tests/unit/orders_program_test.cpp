/** @file The three commands that read order files, with the same files and options. */
#include "unit/cli_program.h"

namespace aftermint::testing {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

class OrderFiles : public Program {
 protected:
  OrderFiles() {
    scratch_.write("shop.json", R"({"version": 1, "id": "b", "merchant": "m", "currency": "EUR", "locale": "en",
      "products": [
        {"id": "oak-board", "title": "Oak - the board", "price": 4500},
        {"id": "wax", "title": "Board wax", "price": 900,
         "variants": [{"id": "wax-s", "title": "Small / Red"}, {"id": "wax-l", "title": "Large", "price": 1500}]},
        {"id": "mug", "title": "Mug", "price": 700}],
      "offers": []})");
    std::string orders =
        "Name,Email,Financial Status,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku\n";
    for (int i = 0; i < 30; ++i) {
      const std::string head = "#" + std::to_string(i) + ",a@x.example,";
      const char* wax =
          i % 3 == 0 ? "Board wax - Large" : (i % 3 == 1 ? "Board wax - Small / Red" : "Board wax - Huge");
      orders += head + "paid,2026-01-01 10:00:00 +0100,1,Oak - the board,45.00,\n" + head +
                ",2026-01-01 10:00:00 +0100,1," + wax + ",9.00,\n";
    }
    for (int i = 30; i < 60; ++i) {
      orders += "#" + std::to_string(i) + ",b@x.example," + (i < 58 ? "paid" : "failed") +
                ",2026-01-02 10:00:00 +0100,1,Mug,7.00,\n";
    }
    scratch_.write("orders.csv", orders);
  }
};

TEST_F(OrderFiles, FindTheBooksProductsByTitlesWithOptions) {
  const Ran ran = run({"mine", "orders.csv", "--book", "shop.json", "--json"});
  ASSERT_EQ(ran.exit, 0) << ran.err << ran.out;
  const json found = only(ran);
  ASSERT_EQ(found["rules"].size(), 2u) << found;
  EXPECT_EQ(found["rules"][0]["orders"], 30);
  EXPECT_EQ(found["rules"][0]["product"], "oak-board");
  EXPECT_EQ(found["rules"][0]["complement"], "wax");
  EXPECT_EQ(found["orders"], 58) << "two orders failed";
  EXPECT_EQ(found["statuses"]["sales"]["paid"], 58);
  EXPECT_EQ(found["statuses"]["noSales"]["failed"], 2);
  EXPECT_THAT(run({"mine", "orders.csv"}).out,
              HasSubstr("Orders by status: counted as sales: paid 58; not counted: failed 2."));
}

TEST_F(OrderFiles, AreReplayedWithTheBooksProductsAndVariants) {
  const json counts = only(run({"replay", "shop.json", "orders.csv", "--json"}));
  EXPECT_EQ(counts["orders"], 58);
  EXPECT_EQ(counts["calledOff"], 2);
  EXPECT_EQ(counts["lines"]["unknownProducts"], 0);
  EXPECT_EQ(counts["shape"], "shopify_orders");
}

TEST_F(OrderFiles, MakeABookFromAnyShape) {
  const Ran ran = run({"import", "--orders", "orders.csv", "--out", "made.json", "--currency", "EUR", "--json"});
  ASSERT_EQ(ran.exit, 0) << ran.err << ran.out;
  EXPECT_EQ(only(ran)["products"], 5);
  EXPECT_EQ(only(ran)["calledOff"], 2);
  const json book = json::parse(scratch_.read("made.json"));
  EXPECT_EQ(book["products"][0]["title"], "Board wax - Huge");
  EXPECT_EQ(book["products"][0]["price"], 900);
}

TEST_F(OrderFiles, TakeTheSameOptionsInAllThreeCommands) {
  scratch_.write("odd.csv", "Nr;What;When\n1;mug;1/2/2026\n2;mug;1/2/2026\n");
  const std::vector<std::vector<std::string>> commands = {
      {"mine", "odd.csv"}, {"replay", "shop.json", "odd.csv"}, {"import", "--orders", "odd.csv", "--out", "odd.json"}};
  for (const std::vector<std::string>& command : commands) {
    EXPECT_THAT(run(command).err,
                AllOf(HasSubstr("\"Nr\", \"What\", \"When\""), HasSubstr("--columns order=…,product=…")))
        << command[0];
    std::vector<std::string> mapped = command;
    mapped.insert(mapped.end(),
                  {"--columns", "order=Nr,product=What,time=When", "--delimiter", "semicolon", "--shape", "plain"});
    const Ran open = run(mapped);
    EXPECT_EQ(open.exit, 2) << command[0];
    EXPECT_THAT(open.err, AllOf(HasSubstr("1/2/2026"), HasSubstr("--dates dmy"))) << command[0];
    EXPECT_FALSE(std::filesystem::exists(scratch_.path("odd.json")));
    mapped.insert(mapped.end(), {"--dates", "dmy", "--dirty", "dirty.txt"});
    const Ran decided = run(mapped);
    EXPECT_THAT(decided.out, HasSubstr("Dates are read with the day first (--dates).")) << command[0];
    EXPECT_EQ(decided.exit, command[0] == "import" ? 1 : 0) << "products without a price make no book";
  }
  EXPECT_EQ(run({"import", "--shopify", "odd.csv", "--dates", "dmy", "--out", "odd.json"}).exit, 2);
}

TEST_F(OrderFiles, WithoutPurchasesDoNotReplaceABook) {
  scratch_.write("made.json", "live");
  scratch_.write("none.csv", "order,sku,price,status\n1,A,0,paid\n2,B,5,cancelled\n3,A,-1,paid\n");
  const Ran ran = run({"import", "--orders", "none.csv", "--out", "made.json"});
  EXPECT_EQ(ran.exit, 1);
  EXPECT_THAT(ran.out,
              AllOf(HasSubstr("Not written"), HasSubstr("bad_price 2"), HasSubstr("1 order cancelled or not paid")));
  EXPECT_EQ(scratch_.read("made.json"), "live");
}

TEST_F(OrderFiles, IgnoreTheCaseOfSkus) {
  std::string orders = "order,sku\n";
  for (int i = 0; i < 40; ++i) {
    orders += std::to_string(i) + "," + (i % 4 == 0 ? "ab-1" : "AB-1") + "\n";
    if (i < 20) orders += std::to_string(i) + ",Cd-2\n";
  }
  scratch_.write("cases.csv", orders);
  const json found = only(run({"mine", "cases.csv", "--json"}));
  EXPECT_EQ(found["products"], 2);
  EXPECT_EQ(found["orders"], 40);
}

/** Files from public bug reports. */
class OrderReports : public Program {
 protected:
  void SetUp() override {
    if (realData().empty()) GTEST_SKIP() << "AFTERMINT_DATA is not set: there are no reports";
  }
  static std::string report(std::string_view name) { return (realData() / "reports" / name).string(); }
};

TEST_F(OrderReports, AreReadCorrectly) {
  json found =
      only(run({"import", "--orders", report("07-online-retail-us-dates/data.csv"), "--out", "a.json", "--json"}));
  EXPECT_EQ(found["products"], 4);
  EXPECT_EQ(found["dates"], (json{{"order", "mdy"}, {"by", "value"}}));
  EXPECT_EQ(only(run({"mine", report("10-orders-semicolon/o.csv"), "--json"}))["orders"], 2);

  const std::string variants = report("13-mine-book-variant-names/");
  found = only(run({"mine", variants + "orders.csv", "--book", variants + "book.json", "--json"}));
  ASSERT_EQ(found["rules"].size(), 2u) << found;
  EXPECT_EQ(found["rules"][0]["orders"], 30);

  found = only(run({"mine", report("26-statuses/o.csv"), "--json"}));
  EXPECT_EQ(found["orders"], 5) << found["statuses"];
  EXPECT_EQ(found["statuses"]["unknown"], json::object());

  for (const char* name : {"28-price-thousands/square.csv", "28-price-thousands/woo.csv"}) {
    found = only(run({"import", "--orders", report(name), "--out", "b.json", "--currency", "USD", "--json"}));
    EXPECT_EQ(found["lines"]["skipped"], 0) << name;
    EXPECT_EQ(found["products"], 3) << name;
    EXPECT_EQ(json::parse(scratch_.read("b.json"))["products"][2]["price"], 129900) << name;
  }
}

}  // namespace
}  // namespace aftermint::testing
