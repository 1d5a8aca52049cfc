#include "aftermint/time.h"

#include <gmock/gmock.h>

namespace aftermint {
namespace {

constexpr std::int64_t kTen = 1'795'428'000'000;  // 2026-11-23T10:00:00Z

struct Spelling {
  const char* text;
  std::int64_t millis;
};

TEST(ReadTime, ReadsEveryNotationOfRfc3339) {
  const Spelling spellings[] = {
      {"2026-11-23T10:00:00Z", kTen},
      {"2026-11-23t10:00:00z", kTen},
      {"2026-11-23 10:00:00Z", kTen},
      {"2026-11-23T12:30:00+02:30", kTen},
      {"2026-11-22T23:00:00-11:00", kTen},
      {"2026-11-23T10:00:00.000Z", kTen},
      {"2026-11-23T10:00:00.5Z", kTen + 500},
      {"2026-11-23T10:00:00.04Z", kTen + 40},
      {"2026-11-23T10:00:00.123999999999Z", kTen + 123},
      {"2026-11-23T09:59:60Z", kTen},
      {"1970-01-01T00:00:00Z", 0},
      {"1969-12-31T23:59:59.999Z", -1},
      {"2024-02-29T00:00:00Z", 1'709'164'800'000},
  };
  for (const auto& [text, millis] : spellings) EXPECT_EQ(readTime(text), millis) << text;
}

TEST(ReadTime, RefusesOtherTexts) {
  for (const char* text :
       {"", "2026-11-23", "2026-11-23T10:00:00", "2026-11-23T10:00Z", "2026-11-23T10:00:00.Z",
        "2026-11-23T10:00:00+2:00", "2026-11-23T10:00:00+24:00", "2026-11-23T10:00:00+00:60", "2026-11-23T24:00:00Z",
        "2026-11-23T10:60:00Z", "2026-11-23T10:00:61Z", "2026-02-29T10:00:00Z", "2026-13-01T10:00:00Z",
        "2026-11-00T10:00:00Z", "2026-11-23_10:00:00Z", "2026-11-23T10:00:00Z ", " 2026-11-23T10:00:00Z",
        "26-11-23T10:00:00Z"}) {
    EXPECT_EQ(readTime(text), std::nullopt) << text;
  }
}

TEST(WriteTime, WritesMillisecondsIfNeededOrAlways) {
  EXPECT_EQ(writeTime(kTen), "2026-11-23T10:00:00Z");
  EXPECT_EQ(writeTime(kTen + 40), "2026-11-23T10:00:00.040Z");
  EXPECT_EQ(writeTime(kTen, Fraction::Always), "2026-11-23T10:00:00.000Z");
  EXPECT_EQ(writeTime(-1), "1969-12-31T23:59:59.999Z");
}

TEST(WriteTime, IsEmptyForYearsOutsideTheFormat) {
  EXPECT_EQ(writeTime(*readTime("0000-01-01T00:00:00Z")), "0000-01-01T00:00:00Z");
  EXPECT_EQ(writeTime(*readTime("9999-12-31T23:59:59Z")), "9999-12-31T23:59:59Z");
  EXPECT_EQ(writeTime(*readTime("0000-01-01T00:00:00Z") - 1), "");
  EXPECT_EQ(writeTime(*readTime("9999-12-31T23:59:60Z")), "");
}

TEST(WriteTime, IsReadBackByReadTime) {
  for (std::int64_t millis = -62'167'219'200'000; millis < 253'402'300'800'000; millis += 8'640'000'123'457) {
    EXPECT_EQ(readTime(writeTime(millis)), millis);
    EXPECT_EQ(readTime(writeTime(millis, Fraction::Always)), millis);
  }
}

}  // namespace
}  // namespace aftermint
