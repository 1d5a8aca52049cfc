// The digits and the formatting of every currency in core/currencies.json.
#include "aftermint/currency.h"

#include <gmock/gmock.h>

#include <fstream>
#include <sstream>

#include "json.h"
#include "money.h"
#include "table/minor.h"
#include "unit/paths.h"

namespace aftermint {
namespace {

Json table() {
  std::ifstream in(std::filesystem::path(kSourceFolder) / "core/currencies.json");
  return Json::parse(in);
}

std::vector<std::string> codesOf(const Json& text) {
  std::istringstream in(text.get<std::string>());
  return {std::istream_iterator<std::string>(in), {}};
}

/** Formats 1,234,567 minor units, without the currency's sign. */
std::string figure(std::string_view currency) {
  const std::string shown = formatMoney(1'234'567, currency, "en");
  return shown.substr(shown.find_first_of("0123456789"));
}

TEST(Currency, HasTheDigitsOfTheTable) {
  const char* const figures[] = {"1,234,567", "", "12,345.67", "1,234.567", "123.4567"};
  std::size_t active = 0;
  const Json all = table();
  for (const auto& [digits, codes] : all["digits"].items()) {
    for (const std::string& code : codesOf(codes)) {
      const int wanted = digits[0] - '0';
      EXPECT_EQ(minorDigits(code), wanted) << code;
      EXPECT_EQ(figure(code), figures[wanted]) << code;
      EXPECT_TRUE(isKnownCurrency(code)) << code;
      ++active;
    }
  }
  // List one as of 2026-01-01: 178 codes, 13 of them without a minor unit.
  EXPECT_EQ(active, 165u);
  EXPECT_EQ(codesOf(all["noMinorUnit"]).size(), 13u);
}

TEST(Currency, HasTwoDigitsIfListOneGivesNone) {
  const Json all = table();
  for (const char* list : {"noMinorUnit", "withdrawn"}) {
    for (const std::string& code : codesOf(all[list])) {
      EXPECT_EQ(minorDigits(code), 2) << code;
      EXPECT_EQ(figure(code), "12,345.67") << code;
      EXPECT_TRUE(isKnownCurrency(code)) << code;
    }
  }
  for (const char* code : {"QQQ", "ZZZ", "IFC", "LPD", "", "F C", "jpy", "JPYX"}) {
    EXPECT_EQ(minorDigits(code), 2) << code;
    EXPECT_FALSE(isKnownCurrency(code)) << code;
  }
  EXPECT_EQ(figure("QQQ"), "12,345.67");
}

/** ICU has 0 digits for these or does not know them, because the digits of CLDR are for cash prices. */
TEST(Currency, UsesIsoDigitsInsteadOfIcus) {
  EXPECT_EQ(formatMoney(450000, "HUF", "en"), "HUF\u00A04,500.00");
  EXPECT_EQ(formatMoney(450000, "HUF", "hu"), "4\u00A0500,00\u00A0Ft");
  EXPECT_EQ(formatMoney(450000, "RSD", "en"), "RSD\u00A04,500.00");
  EXPECT_EQ(formatMoney(450000, "IQD", "en"), "IQD\u00A0450.000");
  EXPECT_EQ(formatMoney(450000, "XCG", "en"), "XCG\u00A04,500.00");
  EXPECT_EQ(formatMoney(450000, "ZWG", "en"), "ZWG\u00A04,500.00");
  EXPECT_EQ(formatMoney(5, "IQD", "en"), "IQD\u00A00.005");
  EXPECT_EQ(formatMoney(-5, "UYW", "en"), "-UYW\u00A00.0005");
}

TEST(Currency, OfAnImportUsesTheSameTable) {
  EXPECT_EQ(parseMinor("4500", minorDigits("HUF")).amount, 450000);
  EXPECT_EQ(parseMinor("4.500", minorDigits("IQD")).amount, 4500);
  EXPECT_TRUE(isKnownCurrency("XCG"));
  EXPECT_TRUE(isKnownCurrency("BGN"));
}

}  // namespace
}  // namespace aftermint
