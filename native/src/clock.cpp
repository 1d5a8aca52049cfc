#include "clock.h"

#include <unicode/datefmt.h>
#include <unicode/locid.h>
#include <unicode/timezone.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <memory>

#include "aftermint/time.h"

namespace aftermint {
Millis systemMillis() {
  using namespace std::chrono;
  return duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
}

std::string formatTime(Millis time) {
  using namespace std::chrono;
  const sys_time<milliseconds> at{milliseconds(time)};
  const auto day = floor<days>(at);
  const year_month_day date(day);
  const hh_mm_ss<milliseconds> clock(at - day);
  std::array<char, 40> text{};
  const int size = std::snprintf(text.data(), text.size(), "%04d-%02u-%02uT%02d:%02d:%02d",
                                 static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                                 static_cast<unsigned>(date.day()), static_cast<int>(clock.hours().count()),
                                 static_cast<int>(clock.minutes().count()), static_cast<int>(clock.seconds().count()));
  std::string out(text.data(), static_cast<std::size_t>(std::max(size, 0)));
  if (const auto millis = clock.subseconds().count(); millis != 0) {
    const std::string digits = std::to_string(millis);
    out += "." + std::string(3 - digits.size(), '0') + digits;
  }
  return out + "Z";
}

std::optional<Millis> parseTime(std::string_view text) { return readTime(text); }

std::string formatForPeople(Millis time, std::string_view locale) {
  UErrorCode status = U_ZERO_ERROR;
  icu::Locale where =
      icu::Locale::forLanguageTag(icu::StringPiece(locale.data(), static_cast<std::int32_t>(locale.size())), status);
  if (U_FAILURE(status)) where = icu::Locale::getRoot();
  const std::unique_ptr<icu::DateFormat> format(
      icu::DateFormat::createDateTimeInstance(icu::DateFormat::kLong, icu::DateFormat::kShort, where));
  if (!format) return formatTime(time);
  format->adoptTimeZone(icu::TimeZone::getGMT()->clone());
  icu::UnicodeString text;
  format->format(static_cast<UDate>(time), text);
  std::string out;
  text.toUTF8String(out);
  return out + " UTC";
}

}  // namespace aftermint
