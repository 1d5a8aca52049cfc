/** @file Words and claims that a shop never uses (`brand.avoid`), found in a text. */
#pragma once

#include <string>
#include <string_view>

#include "aftermint/book.h"

namespace aftermint::draft {

/** The first of the list that stands in the text as whole words, in whatever case; empty where none does. */
[[nodiscard]] std::string firstAvoidedPhrase(std::string_view text, const List<Text>& avoided);

}  // namespace aftermint::draft
