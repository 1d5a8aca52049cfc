/** @file `policy.reading` of a book. */
#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>

#include "aftermint/codec.h"
#include "aftermint/encode_book.h"
#include "unit/paths.h"

namespace aftermint {
namespace {

using nlohmann::json;

json bookWith(const json& reading) {
  json book = json::parse(std::ifstream(kSourceFolder + std::string("/tests/golden/book.json")));
  if (!reading.is_null()) book["policy"]["reading"] = reading;
  return book;
}

TEST(ReadingPolicy, HasDefaultsForMissingKeys) {
  const Decoded<Book> book = decodeBook(bookWith({{"minOrders", 200}}).dump());
  ASSERT_TRUE(book);
  ASSERT_TRUE(book.value->policy.reading);
  EXPECT_EQ(book.value->policy.reading->minOrders, 200);
  EXPECT_EQ(book.value->policy.reading->windowDays, 30);
  EXPECT_EQ(book.value->policy.reading->matureDays, 14);
  EXPECT_EQ(book.value->policy.reading->minDays, 30);
  const Decoded<Book> without = decodeBook(bookWith(nullptr).dump());
  ASSERT_TRUE(without);
  EXPECT_FALSE(without.value->policy.reading);
}

TEST(ReadingPolicy, SurvivesTheRoundTrip) {
  const json reading = {{"windowDays", 20}, {"matureDays", 7}, {"minOrders", 200}, {"minDays", 10}};
  const Decoded<Book> book = decodeBook(bookWith(reading).dump());
  ASSERT_TRUE(book);
  EXPECT_EQ(json::parse(encode(*book.value))["policy"]["reading"], reading);
}

TEST(ReadingPolicy, RefusesWhatCannotBe) {
  for (const json& reading :
       {json{{"windowDays", 0}}, json{{"minOrders", 0}}, json{{"minDays", 366}}, json{{"orders", 1}}}) {
    const Decoded<Book> book = decodeBook(bookWith(reading).dump());
    ASSERT_FALSE(book) << reading;
    EXPECT_EQ(book.faults.front().pointer, "/policy/reading/" + reading.begin().key());
  }
}

}  // namespace
}  // namespace aftermint
