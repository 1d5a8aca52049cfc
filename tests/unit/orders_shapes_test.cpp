/** @file Exports of shop systems and tills, read without any option. */
#include <gmock/gmock.h>

#include "orders/column_names.h"
#include "orders/order_file.h"
#include "unit/cli_scratch.h"
#include "unusable.h"

namespace aftermint::orders {
namespace {

using aftermint::testing::Scratch;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

struct ShapeFile {
  OrderFileRead read;
  std::vector<OrderFileLine> lines;
  std::vector<SkippedLine> skipped;

  [[nodiscard]] std::string column(Role role) const { return read.columns[static_cast<std::size_t>(role)]; }
  [[nodiscard]] std::string shape() const { return std::string(read.shape->name); }
};

ShapeFile readExport(std::string_view text, DateOrder dates = DateOrder::Unknown) {
  const Scratch scratch;
  ShapeFile out;
  OrderFile file;
  file.path = scratch.write("o.csv", text);
  file.dates = dates;
  out.read = readOrderFile(
      file, [](const OrderShape&) {}, [&](OrderFileLine&& line) { out.lines.push_back(std::move(line)); },
      [&](const SkippedLine& skipped) { out.skipped.push_back(skipped); });
  return out;
}

TEST(OrderShapes, OnlineRetailWithAmericanDatesAndSemicolons) {
  const ShapeFile file = readExport(
      "InvoiceNo;StockCode;Description;Quantity;InvoiceDate;UnitPrice;CustomerID;Country\n"
      "536365;85123A;HOLDER;6;12/1/2010 8:26;2.55;17850;United Kingdom\n"
      "536366;22632;WARMER;6;12/13/2010 18:28;1.85;17850;United Kingdom\n");
  EXPECT_EQ(file.shape(), "online_retail");
  ASSERT_THAT(file.lines, SizeIs(2));
  EXPECT_EQ(file.lines[0].time, 1291191960000) << "December 1";
  EXPECT_EQ(file.read.dates, DateOrder::MonthDay);
}

TEST(OrderShapes, OnlineRetailII) {
  const ShapeFile file = readExport(
      "Invoice,StockCode,Description,Quantity,InvoiceDate,Price,Customer ID,Country\n"
      "489434,85048,15CM LIGHTS,12,2009-12-01 07:45:00,6.95,13085.0,United Kingdom\n");
  EXPECT_EQ(file.shape(), "online_retail_ii");
  EXPECT_EQ(file.lines.at(0).customer, "13085");
  EXPECT_EQ(file.lines.at(0).price, 695);
}

TEST(OrderShapes, Shopify) {
  const ShapeFile file = readExport(
      "Name,Email,Financial Status,Paid at,Fulfillment Status,Currency,Subtotal,Total,Created at,Lineitem quantity,"
      "Lineitem name,Lineitem price,Lineitem sku,Billing Country,Cancelled at\n"
      "#1001,a@x.example,paid,,fulfilled,EUR,45,45,2026-01-01 10:00:00 +0100,1,Oak board,45.00,OAK,DE,\n"
      "#1001,a@x.example,,,,,,,2026-01-01 10:00:00 +0100,2,Wax - Large,9.00,,,\n"
      "#1002,b@x.example,partially_refunded,,,EUR,45,45,2026-01-01 10:00:00 +0100,1,Oak board,45.00,oak,DE,\n"
      "#1003,c@x.example,voided,,,EUR,45,45,2026-01-01 10:00:00 +0100,1,Oak board,45.00,OAK,DE,\n");
  EXPECT_EQ(file.shape(), "shopify_orders");
  ASSERT_THAT(file.lines, SizeIs(4));
  EXPECT_EQ(file.lines[0].time, 1767258000000);
  EXPECT_EQ(file.lines[1].code, "Wax - Large");
  EXPECT_FALSE(file.lines[2].calledOff);
  EXPECT_TRUE(file.lines[3].calledOff);
  EXPECT_EQ(file.read.notes.statuses.all().size(), 4u) << "paid, partially refunded, voided, fulfilled";
}

TEST(OrderShapes, WooCommerceWithOneLinePerItem) {
  const ShapeFile file = readExport(
      "Order Number,Order Status,Order Date,Email (Billing),Country Code (Billing),Order Total Amount,SKU,Item #,"
      "Item Name,Quantity (- Refund),Item Cost\n"
      "5001,Completed,2026-01-01 10:00,a@x.example,DE,\"1,338.00\",SOFA,1,Sofa,1,\"1,299.00\"\n"
      "5001,Completed,2026-01-01 10:00,a@x.example,DE,\"1,338.00\",CUSHION,2,Cushion,2,39.00\n"
      "5002,wc-failed,2026-01-02 10:00,b@x.example,DE,39.00,CUSHION,1,Cushion,1,39.00\n");
  EXPECT_EQ(file.shape(), "woocommerce");
  ASSERT_THAT(file.lines, SizeIs(3));
  EXPECT_EQ(file.lines[0].price, 129900);
  EXPECT_EQ(file.lines[0].customer, "a@x.example");
  EXPECT_EQ(file.lines[1].quantity, 2 * kOnePiece);
  EXPECT_TRUE(file.lines[2].calledOff);

  const ShapeFile plugin = readExport(
      "order_id,order_number,date,status,order_total,customer_id,billing_email,item_id,item_product_id,item_name,"
      "item_sku,item_quantity,item_total\n"
      "12,5001,2026-01-01 10:00:00,processing,60,7,a@x.example,1,44,Board,BRD,2,60.00\n");
  ASSERT_THAT(plugin.lines, SizeIs(1));
  EXPECT_EQ(plugin.lines[0].code, "BRD");
  EXPECT_EQ(plugin.lines[0].price, 3000) << "the total of the line divided by its quantity";
}

TEST(OrderShapes, WooCommerceAnalytics) {
  const ShapeFile file = readExport(
      "Date,Order #,Status,Customer,Customer type,Product(s),Items sold,Coupon(s),Net Sales\n"
      "2026-01-01 10:00:00,5001,completed,Ann,new,\"1\u00D7 Board, oak, 2\u00D7 Wax\",3,,63\n"
      "2026-01-02 10:00:00,5002,refunded,Bob,new,1\u00D7 Board,1,,45\n"
      "2026-01-02 10:00:00,5003,completed,Bob,new,,0,,0\n");
  EXPECT_EQ(file.shape(), "woocommerce_analytics");
  ASSERT_THAT(file.lines, SizeIs(3));
  EXPECT_EQ(file.lines[0].description, "Board, oak");
  EXPECT_EQ(file.lines[1].quantity, 2 * kOnePiece);
  EXPECT_FALSE(file.lines[0].priced) << "the total of the order is not the total of a line";
  EXPECT_TRUE(file.lines[2].calledOff);
  EXPECT_EQ(file.read.lines.read, 3u);
  EXPECT_EQ(file.read.lines.used, 2u) << "a row counts once";
  EXPECT_EQ(file.read.lines.skipped(), 1u);
}

TEST(OrderShapes, OlistWithOneRowPerPiece) {
  const ShapeFile file = readExport(
      "order_id,order_item_id,product_id,seller_id,shipping_limit_date,price,freight_value\n"
      "00010242,1,4244733e,48436dad,2017-09-19 09:45:35,58.90,13.29\n"
      "00010242,2,4244733e,48436dad,2017-09-19 09:45:35,58.90,13.29\n");
  EXPECT_EQ(file.shape(), "olist_items");
  ASSERT_THAT(file.lines, SizeIs(2));
  EXPECT_EQ(file.lines[1].code, "4244733e");
  EXPECT_EQ(file.lines[1].quantity, kOnePiece);
  EXPECT_EQ(file.lines[1].price, 5890);
}

TEST(OrderShapes, Square) {
  const ShapeFile file = readExport(
      "Date,Time,Time Zone,Category,Item,Qty,Price Point Name,SKU,Modifiers Applied,Gross Sales,Discounts,Net Sales,"
      "Tax,Transaction ID,Payment ID,Event Type,Customer ID\n"
      "01/13/2026,10:00:00,UTC,Food,Latte,2.00000,Large,,,$9.00,$0.00,$9.00,$0.72,T1,P1,Payment,C1\n"
      "01/13/2026,10:00:00,UTC,Food,Sofa,1.00000,Regular,SOFA,,\"$1,299.00\",$0.00,$9.00,$0.72,T1,P1,Payment,C1\n"
      "01/14/2026,10:00:00,UTC,Food,Latte,-1.00000,Large,,,($4.50),$0.00,($4.50),$0.00,T2,P2,Refund,C1\n");
  EXPECT_EQ(file.shape(), "square_items");
  ASSERT_THAT(file.lines, SizeIs(3));
  EXPECT_EQ(file.lines[0].description, "Latte - Large");
  EXPECT_EQ(file.lines[0].price, 450);
  EXPECT_EQ(file.lines[0].time, 1768298400000);
  EXPECT_EQ(file.lines[1].description, "Sofa");
  EXPECT_EQ(file.lines[1].price, 129900);
  EXPECT_TRUE(file.lines[2].returned);
}

TEST(OrderShapes, OtherFilesByCommonColumnNames) {
  const ShapeFile file = readExport("Transaction ID,SKU,Qty,Gross Sales\nT0,SOFA,1.00000,\"$1,299.00\"\n");
  EXPECT_EQ(file.lines.at(0).price, 129900);
  const ShapeFile german = readExport(
      "Bestellnummer;Artikelnummer;Bezeichnung;Menge;Einzelpreis;Bestelldatum;Bestellstatus\n"
      "B1;A7;Brett;2;1.299,00 \u20AC;05.01.2024;Storniert\n");
  ASSERT_THAT(german.lines, SizeIs(1));
  EXPECT_EQ(german.lines[0].price, 129900);
  EXPECT_EQ(german.lines[0].time, 1704412800000);
  EXPECT_TRUE(german.lines[0].calledOff);
}

TEST(OrderCells, AreReadByTheMarkOfTheirColumn) {
  const ShapeFile commas = readExport("order,sku,price\n1,SOFA,\"1,299\"\n1,POT,\"39,00\"\n");
  EXPECT_EQ(commas.lines.at(0).price, 130) << "39,00 proves that the comma is the decimal mark";
  EXPECT_EQ(commas.lines.at(0).invoice, "1");
  const ShapeFile points = readExport("order,sku,price\n1,SOFA,\"1,299\"\n1,POT,39.00\n");
  EXPECT_EQ(points.lines.at(0).price, 129900);
  EXPECT_EQ(readExport("order,sku,price\n1,SOFA,1.299\n").lines.at(0).price, 129900)
      << "no other value proves the mark";
}

TEST(OrderCells, SkipLinesOnlyForAPriceOfZeroOrLess) {
  const ShapeFile file = readExport("order,sku,price\n1,A,ask us\n1,B,\n1,C,0.00\n1,D,(4.50)\n1,E,USD 4.50\n");
  EXPECT_THAT(file.lines, SizeIs(3));
  EXPECT_THAT(file.skipped, SizeIs(2));
  EXPECT_EQ(file.read.notes.unreadPrices, 1u);
}

TEST(OrderDates, AreRefusedIfTheFileDoesNotDecide) {
  constexpr std::string_view kOpen = "order,sku,date\n1,A,12/1/2010\n2,B,12/1/2010\n";
  try {
    (void)readExport(kOpen);
    FAIL() << "an ambiguous date was read";
  } catch (const Unusable& unusable) {
    EXPECT_EQ(unusable.faults().front().code, ErrorCode::TableSchema);
    EXPECT_THAT(unusable.what(), HasSubstr("12/1/2010"));
    EXPECT_THAT(std::string(unusable.faults().front().hint), HasSubstr("--dates dmy"));
  }
  EXPECT_EQ(readExport(kOpen, DateOrder::MonthDay).lines.at(0).time, 1291161600000);
  EXPECT_EQ(readExport(kOpen, DateOrder::DayMonth).lines.at(0).time, 1263254400000);
  EXPECT_THROW((void)readExport("order,sku,date\n1,A,12/13/2010\n2,B,13/12/2010\n"), Unusable) << "both orders";
}

TEST(OrderDates, HoldLinesBackInOrder) {
  const ShapeFile file = readExport("order,sku,date\n1,A,12/1/2010\n2,B\n3,C,12/2/2010\n4,D,12/13/2010\n5,E,soon\n");
  std::vector<std::string> codes;
  for (const OrderFileLine& line : file.lines) codes.push_back(line.code);
  EXPECT_THAT(codes, ElementsAre("A", "C", "D", "E"));
  EXPECT_THAT(file.skipped, SizeIs(1));
  EXPECT_EQ(file.read.notes.unreadTimes, 1u);
}

TEST(OrderHeader, NormalizesColumnNames) {
  EXPECT_EQ(headerKey("InvoiceNo"), "invoice no");
  EXPECT_EQ(headerKey("Order #"), "order no");
  EXPECT_EQ(headerKey("order_id"), "order id");
  EXPECT_EQ(headerKey(" OrderID "), "order id");
  EXPECT_EQ(headerKey("Email (Billing)"), "email billing");
  EXPECT_EQ(headerKey("Numéro de commande"), "numero de commande");
}

}  // namespace
}  // namespace aftermint::orders
