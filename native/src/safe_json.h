/** @file Texts of a book and of an answer as JSON that cannot break out of where it stands. */
#pragma once

#include <string>

#include "json.h"

namespace aftermint {

/**
 * Compact JSON, in which no text can end what it stands in or look like something else.
 *
 * Beside what JSON escapes, these are written as \uXXXX: backticks and angle brackets (fences and tags), two braces in
 * a row (placeholders), and what is not seen or turns the direction of reading. To a reader of JSON they are the same.
 */
[[nodiscard]] std::string safeJson(const Json& value);

}  // namespace aftermint
