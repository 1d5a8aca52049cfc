/** @file A Reading for people. */
#pragma once

#include <string>
#include <string_view>

#include "aftermint/reading.h"

namespace aftermint {

/** The Reading as a few lines and a table of plain text. */
[[nodiscard]] std::string readingText(const Reading& reading, std::string_view locale);

/** The Reading as one page of HTML that needs nothing else. */
[[nodiscard]] std::string readingHtml(const Reading& reading, std::string_view locale);

}  // namespace aftermint
