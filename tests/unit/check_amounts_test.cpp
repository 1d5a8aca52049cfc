// Amounts of money in a text, in the formats of different locales.
#include <gmock/gmock.h>

#include "check/amounts.h"

namespace aftermint {
namespace {

std::vector<Minor> values(std::string_view text, std::string_view currency) {
  std::vector<Minor> out;
  for (const Amount& amount : amountsIn(text, currency)) out.push_back(amount.value);
  return out;
}
using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(Amounts, AreReadInTheFormatsOfLocales) {
  EXPECT_THAT(values("only £24", "GBP"), ElementsAre(2400));
  EXPECT_THAT(values("£24.00, was £29.50", "GBP"), ElementsAre(2400, 2950));
  EXPECT_THAT(values("für 24,00 €", "EUR"), ElementsAre(2400));
  EXPECT_THAT(values("für 24,00\u00A0€.", "EUR"), ElementsAre(2400));
  EXPECT_THAT(values("1.299 EUR", "EUR"), ElementsAre(129900));
  EXPECT_THAT(values("1\u202F299,90 € TTC", "EUR"), ElementsAre(129990));
  EXPECT_THAT(values("CHF 1'299.50", "CHF"), ElementsAre(129950));
  EXPECT_THAT(values("CHF 1’299.50", "CHF"), ElementsAre(129950));
  EXPECT_THAT(values("$1,299.5", "USD"), ElementsAre(129950));
  EXPECT_THAT(values("R$ 49,90", "BRL"), ElementsAre(4990));
  EXPECT_THAT(values("49,99 zł", "PLN"), ElementsAre(4999));
  EXPECT_THAT(values("kr 199", "NOK"), ElementsAre(19900));
}

TEST(Amounts, HaveTheDigitsOfTheirCurrency) {
  EXPECT_THAT(values("¥1,500", "JPY"), ElementsAre(1500));
  EXPECT_THAT(values("1500円", "JPY"), ElementsAre(1500));
  EXPECT_THAT(values("KWD 1.250", "KWD"), ElementsAre(1250));
  EXPECT_THAT(values("KWD 1.25", "KWD"), ElementsAre(1250));
}

TEST(Amounts, NeedACurrencyNextToTheNumber) {
  EXPECT_THAT(values("20 cm, 3 sizes, 100 % wool", "GBP"), IsEmpty());
  EXPECT_THAT(values("€24", "GBP"), IsEmpty());
  EXPECT_THAT(values("3 krullen, Sek 12", "SEK"), IsEmpty());
  EXPECT_THAT(values("2 Euros", "GBP"), IsEmpty());
  EXPECT_THAT(values("", "GBP"), IsEmpty());
  EXPECT_THAT(values("£", "GBP"), IsEmpty());
  EXPECT_THAT(values("£99999999999999999999", "GBP"), IsEmpty());
}

}  // namespace
}  // namespace aftermint
