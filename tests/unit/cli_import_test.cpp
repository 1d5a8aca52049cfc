// Runs `aftermint import` and `aftermint replay`.
#include <gmock/gmock.h>

#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "unit/cli_program.h"

namespace aftermint {
namespace {

using aftermint::testing::Program;
using aftermint::testing::Ran;
using nlohmann::json;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

TEST_F(Program, ImportsChecksAndReportsSkippedLines) {
  scratch_.write("p.csv", "Handle,Title,Variant Price\na,A,1.50\nb,B,\n");
  const Ran ran =
      run({"import", "--shopify", "p.csv", "--out", "made.json", "--currency", "EUR", "--merchant", "Larder & Steel"});
  EXPECT_EQ(ran.exit, 0) << ran.err;
  EXPECT_THAT(ran.err, HasSubstr("p.csv:3: "));
  EXPECT_THAT(ran.out, HasSubstr("1 product with 1 variant from 2 rows"));
  const json made = json::parse(scratch_.read("made.json"));
  EXPECT_EQ(made["currency"], "EUR");
  EXPECT_EQ(made["merchant"], "Larder-Steel");
  EXPECT_EQ(made["id"], "made");
  EXPECT_EQ(run({"check", "made.json"}).exit, 0);

  const json summary = only(run({"import", "--shopify", "p.csv", "--out", "made.json", "--json"}));
  EXPECT_EQ(summary["ok"], true);
  EXPECT_EQ(summary["products"], 1);
  EXPECT_EQ(summary["skipped"][0]["line"], 3);
  EXPECT_EQ(only(run({"import", "--shopify", "p.csv", "--out", "-"}))["id"], "book");
}

TEST_F(Program, DoesNotReplaceABookIfAnImportHasNoProducts) {
  scratch_.write("p.csv", "Handle,Title,Variant Price,Status\na,A,1.50,draft\nb,B,2,draft\nc,C,2,archived\n");
  scratch_.write("live.json", "the live book");
  const Ran ran = run({"import", "--shopify", "p.csv", "--out", "live.json"});
  EXPECT_EQ(ran.exit, 1);
  EXPECT_EQ(scratch_.read("live.json"), "the live book");
  EXPECT_THAT(ran.out, HasSubstr("Not written: the book would have no products: the product's status is archived (1 "
                                 "time), the product's status is draft (2 times)."));
  EXPECT_THAT(ran.out, HasSubstr("Left out 2 times: the product's status is draft."));

  const Ran asJson = run({"import", "--shopify", "p.csv", "--out", "live.json", "--json"});
  EXPECT_EQ(asJson.exit, 1);
  const json answer = only(asJson);
  EXPECT_EQ(answer["ok"], false);
  EXPECT_EQ(answer["written"], false);
  EXPECT_EQ(answer["reasons"]["the product's status is draft"], 2);
  EXPECT_EQ(answer["reasons"]["the product's status is archived"], 1);
  EXPECT_EQ(scratch_.read("live.json"), "the live book");

  scratch_.write("o.csv", "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n");
  EXPECT_EQ(run({"import", "--orders", "o.csv", "--out", "live.json"}).exit, 1);
  EXPECT_EQ(scratch_.read("live.json"), "the live book");
}

TEST_F(Program, ListsTheAssumptionsOfAnImport) {
  scratch_.write(
      "p.csv", "Handle,Title,Variant Inventory Tracker,Variant Requires Shipping,Variant Price\na,A,shopify,false,1\n");
  const Ran ran = run({"import", "--shopify", "p.csv", "--out", "made.json"});
  EXPECT_EQ(ran.exit, 0) << ran.err;
  EXPECT_THAT(ran.out, HasSubstr("Assumed: prices are in USD (--currency) (1 file)."));
  EXPECT_THAT(ran.out, HasSubstr("Assumed: p.csv: stock is not counted: the file has no column Variant Inventory Qty "
                                 "(1 variant: p.csv:2)."));
  EXPECT_THAT(ran.out, HasSubstr("Assumed: kind \"experience\": the product needs no shipping (1 product: p.csv:2)."));
  const json assumed = only(run({"import", "--shopify", "p.csv", "--out", "made.json", "--json"}))["assumed"];
  std::vector<std::string> codes;
  for (const json& each : assumed) codes.push_back(each["code"]);
  EXPECT_THAT(codes, ::testing::ElementsAre("currency", "missing_columns", "stock_not_counted", "kind_experience"));
}

TEST_F(Program, RefusesToImportOtherTables) {
  scratch_.write("p.csv", "Name,Cost\na,1\n");
  const Ran ran = run({"import", "--shopify", "p.csv", "--out", "made.json", "--json"});
  EXPECT_EQ(ran.exit, 2);
  EXPECT_EQ(only(ran)["error"]["code"], "table_schema");
  EXPECT_FALSE(std::filesystem::exists(scratch_.path("made.json")));
  for (const char* wrong : {"gbp", "POUND", "QQQ"}) {
    EXPECT_EQ(run({"import", "--shopify", "p.csv", "--out", "made.json", "--currency", wrong}).exit, 2) << wrong;
  }
  EXPECT_EQ(run({"import", "--shopify", "p.csv", "--out", "made.json", "--locale", "en_GB"}).exit, 2);
  EXPECT_EQ(run({"import", "--shopify", "p.csv", "--out", "no/such/folder.json"}).exit, 2);
}

TEST_F(Program, ReplaysOrdersAndCountsReasons) {
  std::string orders = "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n";
  for (int i = 0; i < 20; ++i) {
    orders += std::to_string(i) + ",10001,KETTLE,1,2010-12-01 08:26:00,100.00,1,UK\n" + std::to_string(i) +
              ",10002,FILTER,1,2010-12-01 08:26:00,15.00,1,UK\n";
  }
  orders +=
      "99,10001,KETTLE,1,2010-12-02 08:26:00,100.00,1,UK\nC9,10001,KETTLE,-1,2010-12-02 08:26:00,100.00,1,UK\n"
      "98,10009,MUG,1,2010-12-02 08:26:00,5.00,,UK\n97,10009,MUG,1,2010-12-02 08:26:00,0,,UK\n";
  scratch_.write("o.csv", orders);
  ASSERT_EQ(run({"import", "--orders", "o.csv", "--out", "o.json"}).exit, 0);

  const Ran silent = run({"replay", "o.json", "o.csv", "--json"});
  EXPECT_EQ(silent.exit, 0);
  EXPECT_EQ(only(silent)["offered"], 0) << "proposals are not live";
  EXPECT_THAT(silent.err, HasSubstr("o.csv:45: bad_price, price \"0\" is not above zero: skipped."));

  const Ran proposed = run({"replay", "o.json", "o.csv", "--proposed", "--json", "--dirty", "dirty.txt"});
  EXPECT_THAT(proposed.err, IsEmpty());
  EXPECT_EQ(scratch_.read("dirty.txt"), "o.csv:45: bad_price, price \"0\" is not above zero\n");
  const json counts = only(proposed);
  EXPECT_EQ(counts["orders"], 22);
  EXPECT_EQ(counts["offered"], 1);
  EXPECT_EQ(counts["decisions"]["offered"], 1);
  EXPECT_EQ(counts["decisions"]["all_refused"], 20);
  EXPECT_EQ(counts["decisions"]["no_candidates"], 1);
  EXPECT_EQ(counts["refused"]["in_order"], 40);
  EXPECT_EQ(counts["lines"]["dirty"]["bad_price"], 1);
  EXPECT_EQ(counts["lines"]["returned"], 1);
  EXPECT_EQ(counts["timeZone"], "UTC");
  EXPECT_GT(counts["ordersPerSecond"]["decide"], 0);
  EXPECT_EQ(run({"replay", "o.json", "o.csv", "--placement", "moon"}).exit, 2);
  EXPECT_THAT(run({"replay", "o.json", "o.csv", "--proposed", "--placement", "post_purchase"}).out,
              HasSubstr("22 orders at post_purchase, 1 offer made"));
}

}  // namespace
}  // namespace aftermint
