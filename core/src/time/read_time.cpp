/** @file The reader of RFC 3339. */
#include "aftermint/time.h"
#include "time/calendar.h"

namespace aftermint {
namespace {

constexpr bool isTimeDigit(char c) { return c >= '0' && c <= '9'; }

/** Reads a text of the form `form`, where 0 stands for any digit and every other character for itself. */
bool readForm(std::string_view text, std::string_view form, int* numbers) {
  if (text.size() < form.size()) return false;
  *numbers = 0;
  for (std::size_t i = 0; i < form.size(); ++i) {
    if (form[i] == '0') {
      if (!isTimeDigit(text[i])) return false;
      *numbers = *numbers * 10 + (text[i] - '0');
    } else {
      if (text[i] != form[i] && !(form[i] == 'T' && (text[i] == 't' || text[i] == ' '))) return false;
      *++numbers = 0;
    }
  }
  return true;
}

}  // namespace

std::optional<std::int64_t> readTime(std::string_view text) {
  constexpr std::string_view kForm = "0000-00-00T00:00:00";
  int numbers[6];
  if (!readForm(text, kForm, numbers)) return std::nullopt;
  text.remove_prefix(kForm.size());
  const auto [y, m, d, hour, minute, second] = numbers;
  int fraction = 0;
  if (text.starts_with('.')) {
    std::size_t digits = 1;
    for (; digits < text.size() && isTimeDigit(text[digits]); ++digits) {
      if (digits <= 3) fraction = fraction * 10 + (text[digits] - '0');
    }
    text.remove_prefix(digits--);
    if (digits == 0) return std::nullopt;
    for (; digits < 3; ++digits) fraction *= 10;
  }
  int offset = 0;
  if (text != "Z" && text != "z") {
    constexpr std::string_view kOffset = "00:00";
    int zone[2];
    const bool isBehind = text.starts_with('-');
    if ((!isBehind && !text.starts_with('+')) || text.size() != 1 + kOffset.size()) return std::nullopt;
    if (!readForm(text.substr(1), kOffset, zone) || zone[0] > 23 || zone[1] > 59) return std::nullopt;
    offset = (zone[0] * 60 + zone[1]) * (isBehind ? -1 : 1);
  }
  if (hour > 23 || minute > 59 || second > 60 || m < 1 || m > 12 || d < 1 || d > 31) return std::nullopt;
  const std::int32_t days = daysFromCivil({y, m, d});
  if (d > 28 && civilFromDays(days).day != d) return std::nullopt;  // the month is shorter
  return days * kDayMillis + ((hour * 60 + minute - offset) * 60 + second) * std::int64_t{1000} + fraction;
}

}  // namespace aftermint
