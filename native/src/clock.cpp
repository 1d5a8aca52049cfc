#include "clock.h"

#include <unicode/datefmt.h>
#include <unicode/locid.h>
#include <unicode/timezone.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cstdio>
#include <memory>

namespace aftermint {
namespace {

/** Takes exactly `digits` digits off the front. */
std::optional<int> takeNumber(std::string_view& text, std::size_t digits) {
  if (text.size() < digits) return std::nullopt;
  int value = 0;
  for (const char c : text.substr(0, digits)) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  text.remove_prefix(digits);
  return value;
}

bool takeOneOf(std::string_view& text, std::string_view wanted) {
  if (text.empty() || wanted.find(text.front()) == std::string_view::npos) return false;
  text.remove_prefix(1);
  return true;
}

/** Minutes east of UTC. */
std::optional<int> takeZone(std::string_view& text) {
  if (takeOneOf(text, "Zz")) return 0;
  const bool west = !text.empty() && text.front() == '-';
  if (!takeOneOf(text, "+-")) return std::nullopt;
  const auto hours = takeNumber(text, 2);
  if (!hours || *hours > 23 || !takeOneOf(text, ":")) return std::nullopt;
  const auto minutes = takeNumber(text, 2);
  if (!minutes || *minutes > 59) return std::nullopt;
  const int offset = *hours * 60 + *minutes;
  return west ? -offset : offset;
}

}  // namespace

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

std::optional<Millis> parseTime(std::string_view text) {
  using namespace std::chrono;
  const auto year = takeNumber(text, 4);
  if (!year || !takeOneOf(text, "-")) return std::nullopt;
  const auto month = takeNumber(text, 2);
  if (!month || !takeOneOf(text, "-")) return std::nullopt;
  const auto day = takeNumber(text, 2);
  if (!day || !takeOneOf(text, "Tt ")) return std::nullopt;
  const auto hour = takeNumber(text, 2);
  if (!hour || *hour > 23 || !takeOneOf(text, ":")) return std::nullopt;
  const auto minute = takeNumber(text, 2);
  if (!minute || *minute > 59 || !takeOneOf(text, ":")) return std::nullopt;
  const auto second = takeNumber(text, 2);
  if (!second || *second > 60) return std::nullopt;
  Millis fraction = 0;
  if (takeOneOf(text, ".")) {
    Millis unit = 100;
    std::size_t digits = 0;
    for (; digits < text.size() && text[digits] >= '0' && text[digits] <= '9'; ++digits, unit /= 10) {
      fraction += unit * (text[digits] - '0');
    }
    if (digits == 0) return std::nullopt;
    text.remove_prefix(digits);
  }
  const auto zone = takeZone(text);
  if (!zone || !text.empty()) return std::nullopt;
  const year_month_day date(std::chrono::year(*year), std::chrono::month(static_cast<unsigned>(*month)),
                            std::chrono::day(static_cast<unsigned>(*day)));
  if (!date.ok()) return std::nullopt;
  const auto at = sys_days(date) + hours(*hour) + minutes(*minute - *zone) + seconds(*second);
  return duration_cast<milliseconds>(at.time_since_epoch()).count() + fraction;
}

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
