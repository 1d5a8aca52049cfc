/** @file A reading as text and as HTML. */
#pragma once

#include <string>
#include <string_view>

#include "aftermint/store_reading.h"

namespace aftermint {

/** The reading as a heading and a table in plain text, in English; amounts are formatted for `locale` (BCP 47). */
[[nodiscard]] std::string readingText(const StoreReading& reading, std::string_view locale);

/** The reading as an HTML page that loads no other file. Amounts are formatted for `locale` (BCP 47). */
[[nodiscard]] std::string readingHtml(const StoreReading& reading, std::string_view locale);

}  // namespace aftermint
