/** @file A Reading as text and as HTML. */
#pragma once

#include <string>
#include <string_view>

#include "aftermint/reading.h"

namespace aftermint {

/** The Reading as a heading and a table in plain text, in English; amounts are formatted for `locale` (BCP 47). */
[[nodiscard]] std::string readingText(const Reading& reading, std::string_view locale);

/** The Reading as an HTML page that loads no other file. Amounts are formatted for `locale` (BCP 47). */
[[nodiscard]] std::string readingHtml(const Reading& reading, std::string_view locale);

}  // namespace aftermint
