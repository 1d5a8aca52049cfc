/** @file From dates to days since 1970-01-01 and back, in the proleptic Gregorian calendar. */
#pragma once

#include <cstdint>

namespace aftermint {

inline constexpr std::int64_t kDayMillis = 86'400'000;

/** The number of the day since the epoch; days before it are negative. */
[[nodiscard]] std::int64_t dayOf(std::int64_t millis);

/** The remainder of a division by a positive number, never negative. */
[[nodiscard]] std::int64_t restOf(std::int64_t number, std::int64_t by);

struct CivilDate {
  std::int32_t year;
  std::int32_t month;  ///< from 1
  std::int32_t day;    ///< from 1
};

/**
 * The number of a day since the epoch, for years from 0. Hinnant's algorithm
 * (http://howardhinnant.github.io/date_algorithms.html).
 *
 * Not std::chrono, whose wider types cost the page's module 0.3 KB of brotli.
 */
[[nodiscard]] constexpr std::int32_t daysFromCivil(const CivilDate& date) {
  const std::int32_t year = date.year + 400 - (date.month <= 2 ? 1 : 0);  // never negative
  const std::int32_t dayOfYear = (153 * (date.month + (date.month > 2 ? -3 : 9)) + 2) / 5 + date.day - 1;
  return year * 365 + year / 4 - year / 100 + year / 400 + dayOfYear - 719'468 - 146'097;
}

/** The date of a day from 0000-01-01 on. */
[[nodiscard]] constexpr CivilDate civilFromDays(std::int32_t days) {
  const std::int32_t shifted = days + 719'468 + 146'097;
  const std::int32_t era = shifted / 146'097;
  const std::int32_t dayOfEra = shifted % 146'097;
  const std::int32_t yearOfEra = (dayOfEra - dayOfEra / 1'460 + dayOfEra / 36'524 - dayOfEra / 146'096) / 365;
  const std::int32_t dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
  const std::int32_t month = (5 * dayOfYear + 2) / 153;
  return {era * 400 - 400 + yearOfEra + (month >= 10 ? 1 : 0), month < 10 ? month + 3 : month - 9,
          dayOfYear - (153 * month + 2) / 5 + 1};
}

}  // namespace aftermint
