/** @file Documents on standard output, as they are. */
#pragma once

#include <string_view>

namespace aftermint::cli {

/**
 * Writes HTML, a mail, a book, a prompt or a script for a shell to standard output as it is, while `print` escapes what
 * cannot be seen. Adds a newline if the text does not end with one.
 */
void printDocument(std::string_view text);

}  // namespace aftermint::cli
