/** @file Finds words and claims that the shop avoids (`brand.avoid`). */
#pragma once

#include <string>
#include <string_view>

#include "aftermint/book.h"

namespace aftermint::draft {

/** The first phrase of the list that the text contains as whole words, ignoring case; empty if there is none. */
[[nodiscard]] std::string firstAvoidedPhrase(std::string_view text, const List<Text>& avoided);

}  // namespace aftermint::draft
