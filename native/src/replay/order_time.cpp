// Times of order files (declared in order_rules.h).
#include <algorithm>
#include <chrono>
#include <optional>

#include "import/text.h"
#include "replay/order_rules.h"

namespace aftermint::replay {
namespace {

using imports::isDigit;

constexpr std::size_t kDateSize = 10;  // 2010-12-01

/** Reads the digits at `at`, which must be exactly `size`. */
std::optional<int> number(std::string_view text, std::size_t at, std::size_t size) {
  if (at + size > text.size()) return std::nullopt;
  int value = 0;
  for (const char c : text.substr(at, size)) {
    if (!isDigit(c)) return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

/** Takes "Z", "+01:00" or "-0500" off the end; nothing where what stands there is no zone. */
std::optional<Millis> takeZone(std::string_view& text) {
  if (text.ends_with('Z') || text.ends_with('z')) {
    text.remove_suffix(1);
    return 0;
  }
  const std::size_t sign = text.find_last_of("+-");
  if (sign == std::string_view::npos || sign < kDateSize) return 0;
  const std::string_view zone = text.substr(sign + 1);
  const bool colon = zone.size() == 5 && zone[2] == ':';
  const auto hours = number(zone, 0, 2), minutes = number(zone, colon ? 3 : 2, 2);
  if ((zone.size() != 4 && !colon) || !hours || !minutes || *hours > 23 || *minutes > 59) return std::nullopt;
  const Millis offset = (*hours * 60 + *minutes) * Millis{60'000};
  const bool west = text[sign] == '-';
  text = text.substr(0, sign);
  return west ? -offset : offset;
}

}  // namespace

bool parseTime(std::string_view text, Millis& out) {
  const auto year = number(text, 0, 4), month = number(text, 5, 2), day = number(text, 8, 2);
  const auto hour = number(text, 11, 2), minute = number(text, 14, 2);
  const bool seconds = text.size() == 19;
  const auto second = seconds ? number(text, 17, 2) : std::optional(0);
  if ((text.size() != 16 && !seconds) || !year || !month || !day || !hour || !minute || !second) return false;
  if (text[4] != '-' || text[7] != '-' || (text[10] != ' ' && text[10] != 'T') || text[13] != ':') return false;
  if (seconds && text[16] != ':') return false;
  const std::chrono::year_month_day date{std::chrono::year(*year), std::chrono::month(static_cast<unsigned>(*month)),
                                         std::chrono::day(static_cast<unsigned>(*day))};
  if (!date.ok() || *hour > 23 || *minute > 59 || *second > 59) return false;
  const std::int64_t days = std::chrono::sys_days(date).time_since_epoch().count();
  out = (((days * 24 + *hour) * 60 + *minute) * 60 + *second) * 1000;
  return true;
}

bool parseStamp(std::string_view text, Millis& out) {
  if (text.size() == kDateSize) return parseTime(std::string(text) + " 00:00", out);
  const std::optional<Millis> offset = takeZone(text);
  if (!offset) return false;
  text = imports::trimmed(text);
  // Fractions of a second order nothing here that the second does not.
  if (const std::size_t point = text.find('.'); point != std::string_view::npos) {
    const std::string_view digits = text.substr(point + 1);
    if (point != 19 || digits.empty() || !std::all_of(digits.begin(), digits.end(), isDigit)) return false;
    text = text.substr(0, point);
  }
  if (!parseTime(text, out)) return false;
  out -= *offset;
  return true;
}

}  // namespace aftermint::replay
