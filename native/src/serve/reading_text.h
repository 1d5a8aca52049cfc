/** @file A Reading as text and as HTML. */
#pragma once

#include <string>
#include <string_view>

#include "aftermint/reading.h"

namespace aftermint {

/** The Reading as a few lines and a table of plain text. */
[[nodiscard]] std::string readingText(const Reading& reading, std::string_view locale);

/** The Reading as an HTML page without other files. */
[[nodiscard]] std::string readingHtml(const Reading& reading, std::string_view locale);

}  // namespace aftermint
