#include "table/cell.h"

#include <gmock/gmock.h>

namespace aftermint {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;

std::optional<Minor> amount(std::string_view text, std::string_view currency = "USD", int digits = 2,
                            DecimalMark mark = DecimalMark::Point) {
  const ParsedMoney money = parseMoney(text, currency, digits, mark);
  return money.fault.empty() ? std::optional(money.amount) : std::nullopt;
}

TEST(ParseMoney, ReadsAmountsOfPeopleAndSpreadsheets) {
  for (const std::string_view text :
       {"1299.00", "1299", "1299.0000", "1,299.00", "$1,299.00", "US$ 1,299.00", "USD 1299", "1299 usd", "1,299",
        "1 299.00", "1'299.00", "1\u00A0299,00", "1.299,00", "1299,00", "1299.", "+1299", " 1299.00 ", "1299,-"}) {
    EXPECT_EQ(amount(text), 129900) << text;
  }
  EXPECT_EQ(amount("1.299,00 €", "EUR"), 129900);
  EXPECT_EQ(amount("€45,00", "EUR"), 4500);
  EXPECT_EQ(amount("1,234,567.89"), 123456789);
  EXPECT_EQ(amount("1.234.567"), 123456700);
  EXPECT_EQ(amount("12,34,567.00", "INR"), 123456700);
  EXPECT_EQ(amount(".5"), 50);
  EXPECT_EQ(amount("Rs.450", "INR"), 45000);
  EXPECT_EQ(amount("45,00 zł", "PLN"), 4500);
  EXPECT_EQ(amount("kr 45", "SEK"), 4500);
  EXPECT_EQ(amount("-5"), -500);
  EXPECT_EQ(amount("$-5.00"), -500);
  EXPECT_EQ(amount("0"), 0);
}

TEST(ParseMoney, UsesTheColumnsMarkForAmbiguousAmounts) {
  EXPECT_EQ(amount("1,299", "USD", 2, DecimalMark::Point), 129900);
  EXPECT_EQ(amount("1.299", "EUR", 2, DecimalMark::Comma), 129900);
  EXPECT_EQ(amount("1.290", "USD", 2, DecimalMark::Point), 129);
  EXPECT_EQ(amount("1.250", "KWD", 3, DecimalMark::Point), 1250);
  EXPECT_EQ(amount("0.125", "KWD", 3, DecimalMark::Comma), 125) << "thousands do not begin with a zero";
  EXPECT_THAT(parseMoney("1.299", "EUR", 2, DecimalMark::Unknown).fault, HasSubstr("thousand"));
  EXPECT_THAT(parseMoney("1,299", "EUR", 2, DecimalMark::Unknown).fault, HasSubstr("thousand"));
}

TEST(ParseMoney, RefusesOtherTextAndOtherCurrencies) {
  for (const std::string_view text : {"", "free", "1e3", "1.3E+03", "1,29,9", "1.2.3", "1,299.0.0", "12 34", "4 for 5",
                                      "50%", "--", ".", "0x10", "NaN", "$5 USD", "5/6"}) {
    EXPECT_FALSE(amount(text)) << text;
  }
  EXPECT_THAT(parseMoney("1.999", "USD", 2, DecimalMark::Point).fault, HasSubstr("more decimals"));
  EXPECT_THAT(parseMoney("€45", "USD", 2, DecimalMark::Point).fault, HasSubstr("another currency"));
  EXPECT_THAT(parseMoney("45 GBP", "USD", 2, DecimalMark::Point).fault, HasSubstr("another currency"));
  EXPECT_THAT(parseMoney("", "USD", 2, DecimalMark::Point).fault, HasSubstr("empty"));
}

TEST(ParseWhole, ReadsWholeNumbersInManySpellings) {
  for (const std::string_view text : {"12", "12.0", "12.00", "12,0", " 12 ", "+12", "12.", "0012"}) {
    EXPECT_EQ(parseWhole(text), 12) << text;
  }
  EXPECT_EQ(parseWhole("-4.0"), -4);
  EXPECT_EQ(parseWhole("1,200"), 1200);
  EXPECT_EQ(parseWhole("1 200"), 1200);
  for (const std::string_view text : {"", "12.5", "1e3", "many", "12 pcs", "nan", "-", "9999999999999999"}) {
    EXPECT_FALSE(parseWhole(text)) << text;
  }
}

TEST(ParseBool, KnowsTrueAndFalseInSeveralLanguages) {
  for (const std::string_view text : {"TRUE", "true", "True", "1", "1.0", "yes", "Y", "WAHR", "VRAI", "VERO"}) {
    EXPECT_EQ(parseBool(text), true) << text;
  }
  for (const std::string_view text : {"FALSE", "false", "0", "0.0", "no", "FALSCH", "FAUX", "FAŁSZ", "ЛОЖЬ"}) {
    EXPECT_EQ(parseBool(text), false) << text;
  }
  EXPECT_FALSE(parseBool(""));
  EXPECT_FALSE(parseBool("2024-01-05"));
}

TEST(IsBlank, KnowsHowEmptyCellsAreWritten) {
  EXPECT_TRUE(isBlank(" "));
  EXPECT_TRUE(isBlank("NaN"));
  EXPECT_TRUE(isBlank("#N/A"));
  EXPECT_FALSE(isBlank("0"));
}

}  // namespace
}  // namespace aftermint
