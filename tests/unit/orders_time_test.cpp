#include "orders/order_time.h"

#include <gmock/gmock.h>

#include <string>
#include <vector>

namespace aftermint::orders {
namespace {

constexpr Millis kMorning = 1704448800000;  // 2024-01-05T10:00:00Z
constexpr Millis kHour = 3'600'000;

Millis timeOf(std::string_view text, DateOrder order = DateOrder::Unknown) {
  const ParsedTime read = parseTime(text, order);
  return read.read ? read.at : -1;
}

TEST(ParseTime, ReadsOneTimeInEveryFormat) {
  for (const char* same : {"2024-01-05 10:00",
                           "2024-01-05 10:00:00",
                           "2024-01-05T10:00:00Z",
                           "2024-01-05T10:00:00.125Z",
                           "2024-01-05 10:00:00.000000",
                           "2024-01-05T12:00:00+02:00",
                           "2024-01-05 12:00:00+02",
                           "2024-01-05 05:00:00 -0500",
                           "2024-01-05 11:00:00 +0100",
                           "2024-01-05 10:00:00 UTC",
                           "2024-01-05 10:00:00 GMT",
                           "2024-01-05 11:00:00 CET",
                           "2024-01-05 05:00:00 EST",
                           "2024-01-05 12:00 UTC+2",
                           "2024/01/05 10:00",
                           "5.1.2024 10:00",
                           "05.01.2024, 10:00 Uhr",
                           "05.01.24 10:00",
                           "Jan 5, 2024 10:00 AM",
                           "January 5th, 2024 at 10:00 am",
                           "5 Jan 2024 10:00:00",
                           "5-Jan-2024 10:00",
                           "05-JAN-24 10:00",
                           "2024 Jan 5 10:00",
                           "Fri, 05 Jan 2024 10:00:00 +0000",
                           "Fri Jan 05 2024 11:00:00 GMT+0100 (Central European Standard Time)",
                           "Fri Jan  5 10:00:00 2024",
                           "5. Januar 2024 10:00",
                           "5 janv. 2024 10:00",
                           "5 de enero de 2024, 10:00",
                           "5 gennaio 2024 10:00",
                           "5 stycznia 2024 10:00",
                           "1704448800",
                           "1704448800000",
                           "1704448800.0",
                           "202401051000",
                           "20240105100000"}) {
    EXPECT_EQ(timeOf(same), kMorning) << same;
  }
}

TEST(ParseTime, ReadsAmAndPmAndDatesAlone) {
  EXPECT_EQ(timeOf("Jan 5, 2024 8:26 PM"), kMorning + 10 * kHour + 26 * 60'000);
  EXPECT_EQ(timeOf("Jan 5, 2024, 8:26:00\u202FPM"), kMorning + 10 * kHour + 26 * 60'000);
  EXPECT_EQ(timeOf("2024-01-05 12:00 AM"), kMorning - 10 * kHour);
  EXPECT_EQ(timeOf("2024-01-05 12:00 p.m."), kMorning + 2 * kHour);
  for (const char* day : {"2024-01-05", "20240105", "Jan 5, 2024", "5 Jan 2024", "5.1.2024"}) {
    EXPECT_EQ(timeOf(day), kMorning - 10 * kHour) << day;
  }
}

TEST(ParseTime, RefusesOtherText) {
  for (const char* wrong :
       {"", "soon", "2024-13-05", "2024-02-30 10:00", "13/13/2024", "2024-01-05 25:00", "2024-01-05 10:61",
        "2024-01-05 10:00:00.", "2024-01-05 10:00:00 -5", "2024-01-05 10:00:00 +99:00", "2024-01-05 10:00:00.1x",
        "2024-01-05 13:00 PM", "5 Foo 2024", "12345", "12/2010", "99999999", "2024-01-05 10:00 Moon"}) {
    EXPECT_EQ(timeOf(wrong), -1) << wrong;
  }
}

TEST(ParseTime, ReportsAmbiguousDates) {
  const ParsedTime date = parseTime("12/1/2010 8:26", DateOrder::Unknown);
  EXPECT_TRUE(date.ambiguous);
  EXPECT_EQ(date.shows, DateOrder::Unknown);
  EXPECT_EQ(timeOf("12/1/2010 8:26", DateOrder::MonthDay), 1291191960000);
  EXPECT_EQ(timeOf("1/12/2010 8:26", DateOrder::DayMonth), 1291191960000);
  EXPECT_EQ(parseTime("12/13/2010", DateOrder::Unknown).shows, DateOrder::MonthDay);
  EXPECT_EQ(parseTime("13/12/2010", DateOrder::Unknown).shows, DateOrder::DayMonth);
  EXPECT_FALSE(parseTime("3/3/2010", DateOrder::Unknown).ambiguous);
  EXPECT_EQ(timeOf("12/13/2010", DateOrder::DayMonth), -1) << "there is no month 13";
}

DateColumn columnOf(const std::vector<std::string_view>& dates) {
  DateColumn out(DateOrder::Unknown);
  for (const std::string_view date : dates) out.observe(date);
  out.decideBySequence();
  return out;
}

TEST(DateColumn, IsDecidedByANumberAboveTwelve) {
  const DateColumn months = columnOf({"12/1/2010 8:26", "12/1/2010 8:28", "12/13/2010 18:28"});
  EXPECT_EQ(months.order(), DateOrder::MonthDay);
  EXPECT_EQ(months.evidence(), DateEvidence::Value);
  EXPECT_EQ(columnOf({"1-12-2010", "13-12-2010"}).order(), DateOrder::DayMonth);
}

TEST(DateColumn, IsOtherwiseDecidedBySortedLines) {
  const DateColumn days = columnOf({"11/1/2010", "12/1/2010", "1/2/2010"});
  EXPECT_EQ(days.order(), DateOrder::DayMonth);
  EXPECT_EQ(days.evidence(), DateEvidence::Sequence);
  EXPECT_EQ(columnOf({"2/1/2011", "1/12/2011", "1/11/2011"}).order(), DateOrder::MonthDay) << "newest first";
}

TEST(DateColumn, StaysUndecidedWithoutEvidence) {
  EXPECT_TRUE(columnOf({"12/1/2010", "12/1/2010"}).undecided());
  EXPECT_TRUE(columnOf({"1/12/2010", "2/12/2010", "3/12/2010"}).undecided()) << "sorted either way";
  EXPECT_TRUE(columnOf({"1/12/2010", "5/3/2010", "2/7/2010"}).undecided()) << "sorted neither way";
  EXPECT_FALSE(columnOf({"2010-12-01 08:26", "3/3/2010", "5.1.2010"}).undecided()) << "no date is ambiguous";
}

TEST(DateColumn, IsMixedWithDatesOfBothOrders) {
  EXPECT_TRUE(columnOf({"13/1/2010", "1/13/2010"}).isMixed());
  std::vector<std::string_view> dates(60, "13/1/2010");
  dates.push_back("1/13/2010");
  EXPECT_FALSE(columnOf(dates).isMixed()) << "a typing error";
}

}  // namespace
}  // namespace aftermint::orders
