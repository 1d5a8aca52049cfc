/** @file The page's way to add a language to Aftermint's own messages. */
#pragma once

#include <string_view>

namespace aftermint {

/** Adds the messages of one more language: one line of `messages.gen.h`, copied. */
void addMessages(std::string_view line);

}  // namespace aftermint
