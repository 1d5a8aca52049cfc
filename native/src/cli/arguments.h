/** @file Arguments that several commands take: times, and ids of offers and products. */
#pragma once

#include <string>

#include "book/load.h"

namespace aftermint::cli {

/** The time in the text (RFC 3339), or now if the text is empty. Throws Unusable (`usage`). */
[[nodiscard]] Millis timeOrNow(const std::string& text);

/** The offer of that id in the book. Throws Unusable (`usage`) if there is none. */
[[nodiscard]] const Offer& offerArgument(const LoadedBook& loaded, const std::string& id);

/** The product of that id in the book. Throws Unusable (`usage`) if there is none. */
[[nodiscard]] const Product& productArgument(const LoadedBook& loaded, const std::string& id);

}  // namespace aftermint::cli
