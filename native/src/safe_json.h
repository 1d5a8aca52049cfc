/** @file JSON that is safe to put into a prompt or onto a terminal. */
#pragma once

#include <string>

#include "json.h"

namespace aftermint {

/**
 * Compact JSON in which no string can end the block around it or look like something else.
 *
 * In strings, these too are written as \uXXXX: backticks and angle brackets (they end fences and open tags), two braces
 * in a row (placeholders), and characters that are invisible or change the direction of text. A JSON reader gets the
 * same value.
 */
[[nodiscard]] std::string safeJson(const Json& value);

}  // namespace aftermint
