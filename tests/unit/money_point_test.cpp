// Money must be written with digits only: 45.00 would be read as 45 pence.
#include <gmock/gmock.h>

#include <cstdlib>
#include <fstream>
#include <nlohmann/json.hpp>

#include "aftermint/codec.h"
#include "unit/cli_scratch.h"

namespace aftermint {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;
using ::testing::Not;

/** The text of a book in which every amount is `money`. */
std::string bookWith(const std::string& money) {
  return R"({"version": 1, "id": "b", "merchant": "m", "currency": "GBP", "locale": "en",
"products": [{"id": "a", "title": "A", "price": )" +
         money + R"(, "variants": [{"id": "v", "title": "V", "price": )" + money + R"(}]}],
"offers": [{"id": "o", "type": "cross_sell", "for": {}, "items": [{"product": "a"}],
"price": {"kind": "fixed", "amount": )" +
         money + R"(}, "priorPrice": {"amount": )" + money + R"(, "lowest30d": )" + money + R"(}, "margin": )" + money +
         R"(, "placements": ["checkout"], "copy": {"en": {"headline": "H"}}}]})";
}

std::string momentWith(const std::string& money) {
  return R"({"placement": "checkout", "time": "2026-11-23T10:00:00Z", "order": {"currency": "GBP",
"lines": [{"product": "a", "price": )" +
         money + R"(}], "total": )" + money + R"(, "tax": )" + money + "}}";
}

template <class T>
std::vector<std::string> refusedFor(const Decoded<T>& decoded) {
  std::vector<std::string> pointers;
  for (const Fault& fault : decoded.faults) {
    if (fault.message.find("is money and has") != std::string::npos) pointers.push_back(fault.pointer);
    EXPECT_THAT(fault.message, Not(HasSubstr("This is not JSON")));
  }
  return pointers;
}

TEST(MoneyWithAPoint, IsRefusedEverywhereInABook) {
  for (const char* money : {"45.00", "45.0", "9.5", "4.5e3", "45e0", "45E2", "1e3", "450e-1", "-45.00", "0.0", "0e0"}) {
    EXPECT_THAT(
        refusedFor(decodeBook(bookWith(money))),
        ::testing::ElementsAre("/products/0/price", "/products/0/variants/0/price", "/offers/0/price/amount",
                               "/offers/0/priorPrice/amount", "/offers/0/priorPrice/lowest30d", "/offers/0/margin"))
        << money;
  }
  EXPECT_THAT(refusedFor(decodeBook(bookWith("4500"))), ::testing::IsEmpty());
}

TEST(MoneyWithAPoint, IsRefusedEverywhereInAMomentAndAnAccept) {
  for (const char* money : {"45.00", "4.5e3", "45e0"}) {
    EXPECT_THAT(refusedFor(decodeMoment(momentWith(money))),
                ::testing::ElementsAre("/order/lines/0/price", "/order/total", "/order/tax"));
    const std::string accept = R"({"moment": )" + momentWith("4500") + R"(, "offer": "o", "price": {"amount": )" +
                               money + R"(, "currency": "GBP"}})";
    EXPECT_THAT(refusedFor(decodeAccept(accept)), ::testing::ElementsAre("/price/amount"));
  }
  EXPECT_TRUE(decodeMoment(momentWith("4500")));
}

TEST(MoneyWithAPoint, IsReportedWithItsPlaceAndTheRightAmount) {
  const auto first = [](const std::string& text) { return decodeBook(text).faults.front(); };
  const Fault fault = first("{\"currency\": \"GBP\",\n \"products\": [{\"price\": 45.00}]}");
  EXPECT_EQ(fault.code, ErrorCode::BookSchema);
  EXPECT_EQ(fault.line, 2u);
  EXPECT_EQ(fault.column, 25u);
  EXPECT_EQ(fault.message, "“price” is money and has a point: “45.00”.");
  EXPECT_EQ(fault.hint, "Money is in minor units and in digits alone: write 4500 for 45.00 GBP.");
  const auto hintOf = [&first](const std::string& currency, const std::string& money) {
    return first("{" + (currency.empty() ? "" : R"("currency":")" + currency + "\",") + R"("products":[{"price":)" +
                 money + "}]}")
        .hint;
  };
  EXPECT_THAT(hintOf("GBP", "4.5e3"), HasSubstr("write 450000 for 4.5e3 GBP."));
  EXPECT_THAT(hintOf("GBP", "45e0"), HasSubstr("write 4500 for 45e0 GBP."));
  EXPECT_THAT(hintOf("GBP", "9.5"), HasSubstr("write 950 for 9.5 GBP."));
  EXPECT_THAT(hintOf("JPY", "45.00"), HasSubstr("write 45 for 45.00 JPY."));
  EXPECT_THAT(hintOf("IQD", "45.5"), HasSubstr("write 45500 for 45.5 IQD."));
  EXPECT_THAT(hintOf("", "45.00"), HasSubstr("with two decimals, 45.00 is 4500."));
  EXPECT_THAT(hintOf("GBP", "0.001"), HasSubstr("12.50 GBP is 1250."));  // less than a penny
  EXPECT_THAT(hintOf("GBP", "1e300"), HasSubstr("12.50 GBP is 1250."));  // larger than any amount
}

/** A quantity is not money: in JSON, 2.0 is 2. */
TEST(MoneyWithAPoint, IsFineForQuantities) {
  const std::string moment = R"({"placement": "checkout", "time": "2026-11-23T10:00:00Z", "order": {"currency": "GBP",
"lines": [{"product": "a", "quantity": 2.0, "price": 4500}]}})";
  EXPECT_TRUE(decodeMoment(moment));
}

/** Runs the program on the files of a public report. */
TEST(MoneyWithAPoint, IsRefusedInReportedFiles) {
  const char* data = std::getenv("AFTERMINT_DATA");
  const fs::path folder = fs::path(data == nullptr ? "" : data) / "reports/15-money-with-point";
  if (!fs::is_directory(folder)) GTEST_SKIP() << "no reports at " << folder << ": set AFTERMINT_DATA";
  const aftermint::testing::Scratch scratch;
  std::size_t tried = 0;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder)) {
    const std::string path = entry.path().string();
    const bool isMoment = entry.path().filename().string().starts_with("moment");
    const aftermint::testing::Ran ran =
        isMoment
            ? runProgram(scratch, {"decide", kSourceFolder + std::string("/tests/golden/book.json"), path, "--json"})
            : runProgram(scratch, {"check", path, "--json"});
    EXPECT_NE(ran.exit, 0) << path;
    const nlohmann::json answer = nlohmann::json::parse(ran.out, nullptr, false);
    ASSERT_TRUE(answer.contains("error")) << path << "\n" << ran.out << ran.err;
    EXPECT_THAT(answer["error"]["hint"].get<std::string>(), HasSubstr("minor units")) << path;
    EXPECT_GT(answer["error"]["line"].get<int>(), 0) << path;
    EXPECT_GT(answer["error"]["column"].get<int>(), 0) << path;
    ++tried;
  }
  EXPECT_EQ(tried, 6u);
}

}  // namespace
}  // namespace aftermint
