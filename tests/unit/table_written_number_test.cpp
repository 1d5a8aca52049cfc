#include "table/written_number.h"

#include <gmock/gmock.h>

namespace aftermint::imports {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;

std::optional<Minor> amount(std::string_view text, std::string_view currency = "USD", int digits = 2, char mark = '.') {
  const WrittenMoney money = writtenMoney(text, currency, digits, mark);
  return money.fault.empty() ? std::optional(money.amount) : std::nullopt;
}

TEST(WrittenMoney, ReadsAmountsAsPeopleAndSpreadsheetsWriteThem) {
  for (const std::string_view text :
       {"1299.00", "1299", "1299.0000", "1,299.00", "$1,299.00", "US$ 1,299.00", "USD 1299", "1299 usd", "1,299",
        "1 299.00", "1'299.00", "1\u00A0299,00", "1.299,00", "1299,00", "1299.", "+1299", " 1299.00 ", "1299,-"}) {
    EXPECT_EQ(amount(text), 129900) << text;
  }
  EXPECT_EQ(amount("1.299,00 €", "EUR"), 129900);
  EXPECT_EQ(amount("€45,00", "EUR"), 4500);
  EXPECT_EQ(amount("1,234,567.89"), 123456789);
  EXPECT_EQ(amount("1.234.567"), 123456700);
  EXPECT_EQ(amount("12,34,567.00", "INR"), std::nullopt) << "groups of two are not read";
  EXPECT_EQ(amount(".5"), 50);
  EXPECT_EQ(amount("Rs.450", "INR"), 45000);
  EXPECT_EQ(amount("45,00 zł", "PLN"), 4500);
  EXPECT_EQ(amount("kr 45", "SEK"), 4500);
  EXPECT_EQ(amount("-5"), -500);
  EXPECT_EQ(amount("$-5.00"), -500);
  EXPECT_EQ(amount("0"), 0);
}

TEST(WrittenMoney, LetsTheColumnDecideWhatFitsBothMarks) {
  EXPECT_EQ(amount("1,299", "USD", 2, '.'), 129900);
  EXPECT_EQ(amount("1.299", "EUR", 2, ','), 129900);
  EXPECT_EQ(amount("1.290", "USD", 2, '.'), 129);
  EXPECT_EQ(amount("1.250", "KWD", 3, '.'), 1250);
  EXPECT_EQ(amount("0.125", "KWD", 3, ','), 125) << "a zero begins no thousands";
  EXPECT_THAT(writtenMoney("1.299", "EUR", 2, 0).fault, HasSubstr("thousand"));
  EXPECT_THAT(writtenMoney("1,299", "EUR", 2, 0).fault, HasSubstr("thousand"));
}

TEST(WrittenMoney, RefusesWhatIsNoAmountOfTheCurrency) {
  for (const std::string_view text : {"", "free", "1e3", "1.3E+03", "1,29,9", "1.2.3", "1,299.0.0", "12 34", "4 for 5",
                                      "50%", "--", ".", "0x10", "NaN", "$5 USD", "5/6"}) {
    EXPECT_FALSE(amount(text)) << text;
  }
  EXPECT_THAT(writtenMoney("1.999", "USD", 2, '.').fault, HasSubstr("finer"));
  EXPECT_THAT(writtenMoney("€45", "USD", 2, '.').fault, HasSubstr("another currency"));
  EXPECT_THAT(writtenMoney("45 GBP", "USD", 2, '.').fault, HasSubstr("another currency"));
  EXPECT_THAT(writtenMoney("", "USD", 2, '.').fault, HasSubstr("empty"));
}

TEST(DecimalMarkOf, SaysWhatAnAmountMakesCertain) {
  EXPECT_EQ(decimalMarkOf("45.00"), '.');
  EXPECT_EQ(decimalMarkOf("45,00 €"), ',');
  EXPECT_EQ(decimalMarkOf("1.299.000"), ',');
  EXPECT_EQ(decimalMarkOf("1,299"), 0);
  EXPECT_EQ(decimalMarkOf("45"), 0);
  EXPECT_EQ(decimalMarkOf(""), 0);
}

TEST(WrittenWhole, ReadsWholeNumbersHoweverTheyAreWritten) {
  for (const std::string_view text : {"12", "12.0", "12.00", "12,0", " 12 ", "+12", "12.", "0012"}) {
    EXPECT_EQ(writtenWhole(text), 12) << text;
  }
  EXPECT_EQ(writtenWhole("-4.0"), -4);
  EXPECT_EQ(writtenWhole("1,200"), 1200);
  EXPECT_EQ(writtenWhole("1 200"), 1200);
  for (const std::string_view text : {"", "12.5", "1e3", "many", "12 pcs", "nan", "-", "9999999999999999"}) {
    EXPECT_FALSE(writtenWhole(text)) << text;
  }
}

TEST(WrittenBool, KnowsWhatSpreadsheetsMakeOfTrueAndFalse) {
  for (const std::string_view text : {"TRUE", "true", "True", "1", "1.0", "yes", "Y", "WAHR", "VRAI", "VERO"}) {
    EXPECT_EQ(writtenBool(text), true) << text;
  }
  for (const std::string_view text : {"FALSE", "false", "0", "0.0", "no", "FALSCH", "FAUX", "FAŁSZ", "ЛОЖЬ"}) {
    EXPECT_EQ(writtenBool(text), false) << text;
  }
  EXPECT_FALSE(writtenBool(""));
  EXPECT_FALSE(writtenBool("2024-01-05"));
}

TEST(IsBlank, KnowsHowNoValueIsWritten) {
  EXPECT_TRUE(isBlank(" "));
  EXPECT_TRUE(isBlank("NaN"));
  EXPECT_TRUE(isBlank("#N/A"));
  EXPECT_FALSE(isBlank("0"));
}

}  // namespace
}  // namespace aftermint::imports
