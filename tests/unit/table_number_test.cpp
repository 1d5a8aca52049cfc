#include "table/number.h"

#include <gmock/gmock.h>

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace aftermint {
namespace {

std::optional<std::int64_t> numberOf(std::string_view text, DecimalMark mark = DecimalMark::Unknown) {
  const std::optional<DecimalNumber> number = parseDecimal(text, mark);
  return number ? std::optional(number->millionths) : std::nullopt;
}

MarkEvidence evidenceOf(std::string_view text) {
  const std::optional<DecimalNumber> number = parseDecimal(text, DecimalMark::Unknown);
  return number ? number->evidence : MarkEvidence();
}

TEST(ParseDecimal, ReadsNumbersOfShopsAndSpreadsheets) {
  for (const auto& [text, hundredths] : std::vector<std::pair<std::string_view, std::int64_t>>{
           {"19.99", 1999},
           {"19,99", 1999},
           {"500", 50000},
           {" 7 ", 700},
           {".5", 50},
           {"5.", 500},
           {"1,299.00", 129900},
           {"1.299,00", 129900},
           {"1 299,00", 129900},
           {"1\u00A0299,00", 129900},
           {"1\u202F299,50", 129950},
           {"1'299.00", 129900},
           {"1\u2019299.00", 129900},
           {"1,234,567.80", 123456780},
           {"12,34,567.80", 123456780},
           {"1.234.567", 123456700},
           {"$4.50", 450},
           {"-$4.50", -450},
           {"$-4.50", -450},
           {"USD 4.50", 450},
           {"4.50 USD", 450},
           {"4,50 €", 450},
           {"€ 4,50", 450},
           {"R$ 1.299,00", 129900},
           {"1 299,00 zł", 129900},
           {"1 299,00 Kč", 129900},
           {"Rs. 1,299.00", 129900},
           {"Rs.499", 49900},
           {"kr. 129,50", 12950},
           {"¥1,234,000", 123400000},
           {"CHF 5.-", 500},
           {"5,-", 500},
           {"5,– €", 500},
           {"(4.50)", -450},
           {"($4.50)", -450},
           {"4.50-", -450},
           {"\u22124.50", -450},
           {"+4.50", 450},
           {"1.00000", 100},
           {"0.125", 12},
       }) {
    const auto read = numberOf(text);
    ASSERT_TRUE(read) << text;
    EXPECT_EQ(*read / 10'000, hundredths) << text;
  }
}

TEST(ParseDecimal, RefusesOtherText) {
  for (const char* text : {"", "free", "1.2.3", "1,2,3", "8.05E+11", "1.5e3", "12%", "4.50/4.90", "1 50", "2024-01-05",
                           "#12", "12 per box of", "1,299.00.5", "9999999999999"}) {
    EXPECT_FALSE(numberOf(text)) << text;
  }
}

TEST(ParseDecimal, ReportsAmbiguousNumbers) {
  EXPECT_TRUE(evidenceOf("1,299").ambiguous);
  EXPECT_TRUE(evidenceOf("1.299").ambiguous);
  EXPECT_EQ(numberOf("1,299", DecimalMark::Point), 1299 * kMillion);
  EXPECT_EQ(numberOf("1,299", DecimalMark::Comma), 1'299'000);
  EXPECT_EQ(numberOf("1.299", DecimalMark::Point), 1'299'000);
  EXPECT_EQ(numberOf("1.299", DecimalMark::Comma), 1299 * kMillion);
  EXPECT_EQ(numberOf("1.299"), 1299 * kMillion) << "thousands, if the mark is unknown";
  for (const char* certain : {"0.500", "1299.500", "12.50", "1,299.00"}) {
    EXPECT_FALSE(evidenceOf(certain).ambiguous) << certain;
    EXPECT_EQ(evidenceOf(certain).shows, DecimalMark::Point) << certain;
  }
  EXPECT_EQ(evidenceOf("1.299.000").shows, DecimalMark::Comma);
}

TEST(SplitNumber, ShowsTheDecimalMarkThatANumberProves) {
  EXPECT_EQ(evidenceOf("45.00").shows, DecimalMark::Point);
  EXPECT_EQ(evidenceOf("45,00 €").shows, DecimalMark::Comma);
  EXPECT_EQ(evidenceOf("1,299").shows, DecimalMark::Unknown);
  EXPECT_EQ(evidenceOf("45").shows, DecimalMark::Unknown);
  EXPECT_EQ(evidenceOf("").shows, DecimalMark::Unknown);
}

TEST(SplitNumber, KeepsTheCurrencyOfBothSides) {
  const auto parts = splitNumber(" - US$ 1.299,50", DecimalMark::Unknown);
  ASSERT_TRUE(parts);
  EXPECT_TRUE(parts->negative);
  EXPECT_EQ(parts->before, "US$");
  EXPECT_EQ(parts->whole, "1299");
  EXPECT_EQ(parts->decimals, "50");
  EXPECT_EQ(splitNumber("4.50 USD", DecimalMark::Unknown)->behind, "USD");
}

TEST(NumberColumn, UsesTheFirstValueThatProvesTheMark) {
  NumberColumn column;
  column.observe("");
  column.observe("39");
  EXPECT_FALSE(column.undecided());
  column.observe("1.299");
  EXPECT_TRUE(column.undecided());
  column.observe("39,00");
  EXPECT_FALSE(column.undecided());
  EXPECT_EQ(column.mark(), DecimalMark::Comma);
}

TEST(MinorOf, RoundsHalfAwayFromZero) {
  EXPECT_EQ(minorOf(4'500'000, 2), 450);
  EXPECT_EQ(minorOf(4'505'000, 2), 451);
  EXPECT_EQ(minorOf(-4'505'000, 2), -451);
  EXPECT_EQ(minorOf(4'500'000, 0), 5);
  EXPECT_EQ(minorOf(4'504'000, 3), 4504);
}

}  // namespace
}  // namespace aftermint
