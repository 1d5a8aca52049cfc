/** @file The writer of RFC 3339. */
#include "aftermint/time.h"
#include "memory/scratch.h"
#include "time/calendar.h"

namespace aftermint {

std::int64_t restOf(std::int64_t number, std::int64_t by) {
  const std::int64_t rest = number % by;
  return rest < 0 ? rest + by : rest;
}

std::int64_t dayOf(std::int64_t millis) { return millis / kDayMillis - (millis % kDayMillis < 0 ? 1 : 0); }

Text writeTime(std::int64_t millis, Fraction fraction) {
  constexpr std::int64_t kYear0 = -62'167'219'200'000;
  constexpr std::int64_t kYear10000 = 253'402'300'800'000;
  Scratch out;
  if (millis >= kYear0 && millis < kYear10000) {
    const CivilDate date = civilFromDays(static_cast<std::int32_t>(dayOf(millis)));
    const auto inDay = static_cast<std::int32_t>(restOf(millis, kDayMillis));
    struct Part {
      std::int32_t number;
      std::uint8_t width;
      char behind;
    };
    const Part parts[] = {
        {date.year, 4, '-'},         {date.month, 2, '-'},          {date.day, 2, 'T'},
        {inDay / 3'600'000, 2, ':'}, {inDay / 60'000 % 60, 2, ':'}, {inDay / 1'000 % 60, 2, '.'},
        {inDay % 1'000, 3, 'Z'},
    };
    const bool isShort = fraction == Fraction::WhereNeeded && inDay % 1'000 == 0;
    for (const Part& part : parts) {
      appendDigits(out, static_cast<std::uint64_t>(part.number), part.width);
      if (isShort && part.behind == '.') {
        out += 'Z';
        break;
      }
      out += part.behind;
    }
  }
  return keep(std::move(out));
}

}  // namespace aftermint
