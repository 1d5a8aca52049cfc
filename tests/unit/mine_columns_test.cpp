#include <gmock/gmock.h>

#include "orders/order_file.h"
#include "unit/cli_scratch.h"
#include "unusable.h"

namespace aftermint::orders {
namespace {

using aftermint::testing::Scratch;
using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Pair;
using ::testing::SizeIs;

struct ReadFile {
  OrderFileRead read;
  std::vector<OrderFileLine> lines;
  std::vector<SkippedLine> skipped;
};

ReadFile readText(std::string_view text, std::string_view columns = {}, std::string shape = {}, char delimiter = 0) {
  const Scratch scratch;
  ReadFile out;
  OrderFile file;
  file.path = scratch.write("o.csv", text);
  file.columns = parseColumns(columns);
  file.shape = std::move(shape);
  file.delimiter = delimiter;
  out.read = readOrderFile(
      file, [](const OrderShape&) {}, [&](OrderFileLine&& line) { out.lines.push_back(std::move(line)); },
      [&](const SkippedLine& skipped) { out.skipped.push_back(skipped); });
  return out;
}

Fault refusal(const std::function<void()>& act) {
  try {
    act();
  } catch (const Unusable& unusable) {
    return unusable.faults().front();
  }
  ADD_FAILURE() << "nothing was refused";
  return {};
}

TEST(ParseColumns, ReadsRolesAndKeepsCommasInNames) {
  EXPECT_THAT(parseColumns("order=Order no, internal,product = SKU ,time="),
              ElementsAre(Pair(Role::Order, "Order no, internal"), Pair(Role::Product, "SKU"), Pair(Role::Time, "")));
  EXPECT_TRUE(parseColumns("").empty());
}

TEST(ParseColumns, RefusesUnknownRoles) {
  for (const char* wrong : {"InvoiceNo", "ordr=InvoiceNo", "order=a,order=b", "order=a,=b"}) {
    EXPECT_EQ(refusal([&] { (void)parseColumns(wrong); }).code, ErrorCode::Usage) << wrong;
  }
  EXPECT_THAT(std::string(refusal([] { (void)parseColumns("ordr=a"); }).hint), HasSubstr("order, product, title"));
}

TEST(OrderColumns, AreDetectedFromTheHeader) {
  EXPECT_EQ(readText("InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice\n").read.shape->name,
            "online_retail");
  EXPECT_EQ(readText("Invoice,StockCode,Description,Quantity,InvoiceDate,Price,Customer ID,Country\n").read.shape->name,
            "online_retail_ii");
  EXPECT_EQ(
      readText("Name,Email,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku\n").read.shape->name,
      "shopify_orders");
  EXPECT_EQ(readText("a,b\n", "order=a,product=b").read.shape->name, "plain");
}

TEST(OrderColumns, AreFoundInAnyCaseAndOnlyTwoAreRequired) {
  const ReadFile file = readText("ORDER, sku\n1,pot\n1,lid\n", "order=Order,product=SKU");
  ASSERT_THAT(file.lines, SizeIs(2));
  EXPECT_EQ(file.lines[0].invoice, "1");
  EXPECT_EQ(file.lines[0].code, "pot");
  EXPECT_EQ(file.lines[0].quantity, 1000) << "one piece, in thousandths";
  EXPECT_EQ(file.read.columns[static_cast<std::size_t>(Role::Product)], "sku");
}

TEST(OrderColumns, ReportMissingAndAvailableColumnsWithAHint) {
  const Fault named = refusal([] { readText("\nBestellung,Artikel\n1,a\n", "order=Bestellung,product=SKU"); });
  EXPECT_EQ(named.code, ErrorCode::TableSchema);
  EXPECT_EQ(named.line, 2u) << "the line of the header";
  EXPECT_THAT(std::string(named.message),
              AllOf(HasSubstr("\"SKU\" for product"), HasSubstr("\"Bestellung\", \"Artikel\"")));
  EXPECT_THAT(std::string(named.hint), HasSubstr("--columns product=…"));

  const Fault unknown = refusal([] { readText("a,b\n1,2\n"); });
  EXPECT_THAT(std::string(unknown.message), HasSubstr("order and product"));
  EXPECT_THAT(std::string(unknown.hint), HasSubstr("order=…,product=…"));

  const Fault semicolons = refusal([] { readText("order;product\n1;2\n", "order=order,product=product", {}, ','); });
  EXPECT_THAT(std::string(semicolons.hint), HasSubstr("--delimiter semicolon"));
}

TEST(OrderColumns, CanHaveOtherDelimitersThanCommas) {
  EXPECT_THAT(readText("order;product\n1;\"a;b\"\n").lines.at(0).code, "a;b");
}

TEST(PlainLines, AreNotReadByTheRulesOfOnlineRetail) {
  const ReadFile file = readText(
      "order,sku,name,qty,price\n"
      "C100,POST,Lamp post,1,20\n"  // C and POST have a meaning only in Online Retail files
      "A7,M,Medium shirt,0.75,9.5\n"
      "8,x,,2,\n",
      "order=order,product=sku,title=name,quantity=qty,price=price");
  EXPECT_THAT(file.lines, SizeIs(3));
  EXPECT_THAT(file.skipped, SizeIs(0));
  EXPECT_EQ(file.lines[1].quantity, 750);
}

TEST(PlainLines, AreReturnsWithANegativeQuantity) {
  const ReadFile file =
      readText("order,sku,qty,price\n1,pot,-2,-5\n", "order=order,product=sku,quantity=qty,price=price");
  ASSERT_THAT(file.lines, SizeIs(1));
  EXPECT_TRUE(file.lines[0].returned);
  EXPECT_EQ(file.lines[0].quantity, 2000);
  EXPECT_EQ(file.read.lines.returned, 1u);
  EXPECT_EQ(file.read.lines.used, 0u);
}

TEST(PlainLines, AreSkippedIfANamedColumnHasNoValidValue) {
  const ReadFile file = readText(
      "order,sku,qty,price,time\n"
      ",pot,1,1,2024-01-05\n"
      "1,,1,1,2024-01-05\n"
      "1,pot,0,1,2024-01-05\n"
      "1,pot,two,1,2024-01-05\n"
      "1,gift,1,0.00,2024-01-05\n"
      "1,pot,1,1,soon\n"
      "1,pot,1\n",
      "order=order,product=sku,quantity=qty,price=price,time=time");
  std::vector<std::pair<std::size_t, SkipReason>> reasons;
  for (const SkippedLine& line : file.skipped) reasons.emplace_back(line.line, line.reason);
  EXPECT_THAT(reasons, ElementsAre(Pair(2, SkipReason::MissingInvoice), Pair(3, SkipReason::MissingCode),
                                   Pair(4, SkipReason::BadQuantity), Pair(5, SkipReason::BadQuantity),
                                   Pair(6, SkipReason::BadPrice), Pair(8, SkipReason::BadColumns)));
  EXPECT_EQ(file.read.notes.unreadTimes, 1u) << "mining does not need the time";
  EXPECT_EQ(file.read.notes.firstTime, "line 7, \"soon\"");
}

TEST(PlainLines, IdentifyAProductWithoutACodeByItsTitle) {
  const ReadFile file = readText("order,name\n1,Tea  pot\n", "order=order,title=name");
  ASSERT_THAT(file.lines, SizeIs(1));
  EXPECT_EQ(file.lines[0].code, "Tea pot");
}

TEST(PlainLines, ReadShopifysOrderExport) {
  const ReadFile file = readText(
      "Name,Email,Financial Status,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku,Cancelled "
      "at\n"
      "#1001,a@x.example,paid,2024-01-05 10:23:45 -0500,1,Kettle,30.00,KET-1,\n"
      "#1001,a@x.example,,,2,Filter,4.00,,\n"
      "#1002,b@x.example,refunded,2024-01-06 10:00:00 -0500,1,Kettle,30.00,KET-1,\n"
      "#1003,c@x.example,voided,2024-01-06 10:00:00 -0500,1,Kettle,30.00,KET-1,2024-01-06 11:00:00 -0500\n");
  ASSERT_THAT(file.lines, SizeIs(4)) << "exports leave cells blank on later lines";
  EXPECT_EQ(file.lines[0].time, 1704468225000) << "15:23:45Z";
  EXPECT_FALSE(file.lines[1].timed);
  EXPECT_EQ(file.lines[1].code, "Filter");
  EXPECT_FALSE(file.lines[0].calledOff);
  EXPECT_TRUE(file.lines[2].calledOff);
  EXPECT_TRUE(file.lines[3].calledOff);
}

TEST(OnlineRetailLines, ReadCancellationsAsReturnsAndSkipStockEntries) {
  const ReadFile file = readText(
      "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n"
      "C536391,22556,PLASTERS,-12,2010-12-01 10:24:00,1.65,17548.0,UK\n"
      "C536379,D,Discount,-1,2010-12-01 09:41:00,27.5,14527.0,UK\n"
      "C536380,22556,PLASTERS,3,2010-12-01 09:41:00,1.65,14527.0,UK\n"
      "536589,21777,DAMAGED,-10,2010-12-01 16:50:00,0.0,,UK\n");
  ASSERT_THAT(file.lines, SizeIs(1));
  EXPECT_TRUE(file.lines[0].returned);
  EXPECT_EQ(file.lines[0].quantity, 12 * kOnePiece);
  EXPECT_EQ(file.lines[0].customer, "17548");
  std::vector<SkipReason> reasons;
  for (const SkippedLine& line : file.skipped) reasons.push_back(line.reason);
  EXPECT_THAT(reasons, ElementsAre(SkipReason::NotAProduct, SkipReason::BadQuantity, SkipReason::BadQuantity));
}

TEST(OnlineRetailLines, IgnoreColumnsThatAreMappedToNothing) {
  const std::string text =
      "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice\n536365,85123A,HOLDER,6,soon,2.55\n";
  EXPECT_EQ(readText(text).read.notes.unreadTimes, 1u);
  EXPECT_EQ(readText(text, "time=").read.notes.unreadTimes, 0u);
}

}  // namespace
}  // namespace aftermint::orders
