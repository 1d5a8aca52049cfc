#include "orders/order_file.h"

#include <gmock/gmock.h>
#include <zlib.h>

#include "unit/cli_scratch.h"
#include "unusable.h"

namespace aftermint::orders {
namespace {

using aftermint::testing::Scratch;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

constexpr std::string_view kOrderHeader =
    "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n";

struct ReadLines {
  std::vector<OrderFileLine> lines;
  std::vector<SkippedLine> skipped;
  LineCounts counts;
};

ReadLines readFile(const std::string& path, bool needsTime = true) {
  ReadLines out;
  OrderFile file;
  file.path = path;
  file.needsTime = needsTime;
  out.counts = readOrderFile(
                   file, [](const OrderShape&) {}, [&](OrderFileLine&& line) { out.lines.push_back(std::move(line)); },
                   [&](const SkippedLine& skipped) { out.skipped.push_back(skipped); })
                   .lines;
  return out;
}

ReadLines readRows(std::string_view rows) {
  const Scratch scratch;
  return readFile(scratch.write("o.csv", std::string(kOrderHeader) + std::string(rows)));
}

TEST(OrderFile, ReadsAPurchase) {
  const auto read =
      readRows("536365,85123a, WHITE  HANGING HEART ,6,2010-12-01 08:26:00,2.55,17850.0,United Kingdom\n");
  ASSERT_THAT(read.lines, SizeIs(1));
  const OrderFileLine& line = read.lines[0];
  EXPECT_EQ(line.line, 2u);
  EXPECT_EQ(line.invoice, "536365");
  EXPECT_EQ(line.description, "WHITE HANGING HEART");
  EXPECT_EQ(line.quantity, 6 * kOnePiece);
  EXPECT_EQ(line.price, 255);
  EXPECT_EQ(line.time, 1291191960000) << "2010-12-01T08:26:00Z: UTC by default";
  EXPECT_EQ(line.customer, "17850");
  EXPECT_EQ(line.country, "United Kingdom");
  EXPECT_EQ(productIdOf(line.code), "85123A");
}

TEST(OrderFile, ReadsGzip) {
  const Scratch scratch;
  const std::string path = scratch.path("o.csv.gz");
  gzFile file = gzopen(path.c_str(), "wb");
  const std::string text = std::string(kOrderHeader) + "1,12345,POT,1,2010-12-01 08:26,1.00,,\n";
  ASSERT_EQ(gzwrite(file, text.data(), static_cast<unsigned>(text.size())), static_cast<int>(text.size()));
  gzclose(file);
  EXPECT_THAT(readFile(path).lines, SizeIs(1));

  std::string cut = scratch.read("o.csv.gz");
  cut.resize(cut.size() - 6);
  EXPECT_THROW(readFile(scratch.write("cut.csv.gz", cut)), Unusable) << "a truncated file must not be accepted";
}

TEST(OrderFile, ReadsFilesWithoutCustomerAndCountry) {
  const Scratch scratch;
  const auto read = readFile(scratch.write("o.csv",
                                           "UnitPrice,InvoiceDate,Quantity,Description,StockCode,InvoiceNo\n"
                                           "1.00,2010-12-01T08:26:00,1,POT,12345,1\n"));
  ASSERT_THAT(read.lines, SizeIs(1));
  EXPECT_THAT(read.lines[0].customer, IsEmpty());
}

struct SkippedCase {
  std::string_view name, row;
  SkipReason reason;
};

void PrintTo(const SkippedCase& each, std::ostream* out) { *out << each.name; }

class SkippedLines : public ::testing::TestWithParam<SkippedCase> {};

TEST_P(SkippedLines, AreReportedWithTheirLineNumber) {
  const auto read = readRows("1,12345,POT,1,2010-12-01 08:26:00,1.00,1,UK\n" + std::string(GetParam().row) + "\n");
  EXPECT_THAT(read.lines, SizeIs(1));
  ASSERT_THAT(read.skipped, SizeIs(1));
  EXPECT_EQ(toString(read.skipped[0].reason), toString(GetParam().reason));
  EXPECT_EQ(read.skipped[0].line, 3u);
  EXPECT_EQ(read.counts.skippedBy[static_cast<std::size_t>(GetParam().reason)], 1u);
  EXPECT_EQ(read.counts.read, 2u);
  EXPECT_EQ(read.counts.skipped(), 1u);
}

INSTANTIATE_TEST_SUITE_P(
    OrderFile, SkippedLines,
    ::testing::Values(
        SkippedCase{"BadDebt", "A563185,B,Adjust bad debt,1,2011-08-12 14:50:00,11062.06,,UK", SkipReason::Adjustment},
        SkippedCase{"NoInvoice", ",12345,POT,1,2010-12-01 08:26:00,1.00,1,UK", SkipReason::MissingInvoice},
        SkippedCase{"NoCode", "2, ,POT,1,2010-12-01 08:26:00,1.00,1,UK", SkipReason::MissingCode},
        SkippedCase{"NoDescription", "2,12345,,1,2010-12-01 08:26:00,1.00,1,UK", SkipReason::MissingDescription},
        SkippedCase{"Postage", "2,POST,POSTAGE,1,2010-12-01 08:26:00,18.00,1,UK", SkipReason::NotAProduct},
        SkippedCase{"NegativeQuantity", "2,12345,POT,-1,2010-12-01 08:26:00,1.00,1,UK", SkipReason::BadQuantity},
        SkippedCase{"ZeroQuantity", "2,12345,POT,0,2010-12-01 08:26:00,1.00,1,UK", SkipReason::BadQuantity},
        SkippedCase{"HalfQuantity", "2,12345,POT,1.5,2010-12-01 08:26:00,1.00,1,UK", SkipReason::BadQuantity},
        SkippedCase{"HugeQuantity", "2,12345,POT,99999999999999999999,2010-12-01 08:26:00,1.00,1,UK",
                    SkipReason::BadQuantity},
        SkippedCase{"ZeroPrice", "2,12345,POT,1,2010-12-01 08:26:00,0.0,1,UK", SkipReason::BadPrice},
        SkippedCase{"NegativePrice", "2,12345,POT,1,2010-12-01 08:26:00,-1.00,1,UK", SkipReason::BadPrice},
        SkippedCase{"PriceTooFine", "2,12345,POT,1,2010-12-01 08:26:00,0.001,1,UK", SkipReason::BadPrice},
        SkippedCase{"MoreThanAnOrderHolds", "2,12345,POT,1000000,2010-12-01 08:26:00,9999999.00,1,UK",
                    SkipReason::TooLarge},
        SkippedCase{"NoSuchDay", "2,12345,POT,1,2010-02-30 08:26:00,1.00,1,UK", SkipReason::BadDate},
        SkippedCase{"NoSuchMonth", "2,12345,POT,1,13/13/2010 8:26,1.00,1,UK", SkipReason::BadDate},
        SkippedCase{"NoSuchHour", "2,12345,POT,1,2010-12-01 25:26:00,1.00,1,UK", SkipReason::BadDate},
        SkippedCase{"TooFewFields", "2,12345,POT", SkipReason::BadColumns},
        SkippedCase{"TooManyFields", "2,12345,POT,1,2010-12-01 08:26:00,1.00,1,UK,x", SkipReason::BadColumns}),
    [](const auto& instance) { return std::string(instance.param.name); });

TEST(OrderFile, KeepsLinesWithABlankOrUnreadablePrice) {
  const auto read = readRows(
      "1,12345,POT,1,2010-12-01 08:26:00,,1,UK\n1,12346,LID,1,2010-12-01 08:26:00,ask,1,UK\n"
      "1,12347,CUP,1,2010-12-01 08:26:00,2.55,1,UK\n");
  ASSERT_THAT(read.lines, SizeIs(3));
  EXPECT_FALSE(read.lines[0].priced);
  EXPECT_FALSE(read.lines[1].priced);
  EXPECT_TRUE(read.lines[2].priced);
}

TEST(OrderFile, ReadsAndCountsLatin1Lines) {
  const auto read = readRows(
      "1,12345,\xA3"
      "1 CAF\xC9 MUG,1,2010-12-01 08:26:00,1.00,1,UK\n");
  ASSERT_THAT(read.lines, SizeIs(1));
  EXPECT_EQ(read.lines[0].description, "£1 CAFÉ MUG");
  EXPECT_EQ(read.counts.converted, 1u);
}

TEST(OrderFile, RefusesOtherTables) {
  const Scratch scratch;
  try {
    (void)readFile(scratch.write("o.csv", "a,b\n1,2\n"));
    FAIL() << "a table without orders was read";
  } catch (const Unusable& unusable) {
    EXPECT_EQ(unusable.faults().front().code, ErrorCode::TableSchema);
    EXPECT_THAT(unusable.what(), HasSubstr("order and product"));
  }
}

TEST(IsService, DistinguishesFeesFromGoods) {
  for (const auto& [code, description] : std::vector<std::pair<std::string_view, std::string_view>>{
           {"POST", "POSTAGE"},
           {"DOT", "DOTCOM POSTAGE"},
           {"M", "Manual"},
           {"m", "Manual"},
           {"D", "Discount"},
           {"S", "SAMPLES"},
           {"C2", "CARRIAGE"},
           {"BANK CHARGES", "Bank Charges"},
           {"AMAZONFEE", "AMAZON FEE"},
           {"CRUK", "CRUK Commission"},
           {"gift_0001_20", "Dotcomgiftshop Gift Voucher £20.00"}}) {
    EXPECT_TRUE(isService(code, description)) << code;
  }
  for (const auto& [code, description] :
       std::vector<std::pair<std::string_view, std::string_view>>{{"85123A", "WHITE HANGING HEART T-LIGHT HOLDER"},
                                                                  {"DCGSSGIRL", "GIRLS PARTY BAG"},
                                                                  {"A1", "BLUE MUG"},
                                                                  {"22951", "60 CAKE CASES POST BOX"},
                                                                  {"PADS", "PADS TO MATCH ALL CUSHIONS"},
                                                                  {"21175", "COFFEE FEES TIN SIGN"}}) {
    EXPECT_FALSE(isService(code, description)) << code;
  }
}

}  // namespace
}  // namespace aftermint::orders
