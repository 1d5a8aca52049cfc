#include "clock.h"

#include <unicode/datefmt.h>
#include <unicode/locid.h>
#include <unicode/timezone.h>

#include <chrono>
#include <memory>

#include "aftermint/time.h"

namespace aftermint {
Millis systemMillis() {
  using namespace std::chrono;
  return duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
}

std::string formatForPeople(Millis time, std::string_view locale) {
  UErrorCode status = U_ZERO_ERROR;
  icu::Locale where =
      icu::Locale::forLanguageTag(icu::StringPiece(locale.data(), static_cast<std::int32_t>(locale.size())), status);
  if (U_FAILURE(status)) where = icu::Locale::getRoot();
  const std::unique_ptr<icu::DateFormat> format(
      icu::DateFormat::createDateTimeInstance(icu::DateFormat::kLong, icu::DateFormat::kShort, where));
  if (!format) return writeTime(time);
  format->adoptTimeZone(icu::TimeZone::getGMT()->clone());
  icu::UnicodeString text;
  format->format(static_cast<UDate>(time), text);
  std::string out;
  text.toUTF8String(out);
  return out + " UTC";
}

}  // namespace aftermint
