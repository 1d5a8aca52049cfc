/** @file Conclusions about a product that no single column states. */
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "import/shopify_draft.h"

namespace aftermint::imports {

/** How many variants of a product need shipping. */
enum class Shipping : std::uint8_t { All, Some, None };
/** Tells how many variants need shipping. An empty cell means that the variant needs it. */
[[nodiscard]] Shipping shippingOf(const std::vector<VariantDraft>& variants);

/** Whether a product is a gift card: by its own column, or by its type or category. */
[[nodiscard]] bool isGiftCard(const ProductDraft& draft);

/** Whether an option is empty or Shopify's placeholder for a product without options. */
[[nodiscard]] bool isPlaceholder(std::string_view option);

/** Whether the title already has all options of the variant as whole words, like "8 fl oz" in "Food, 8 fl oz". */
[[nodiscard]] bool isNamedByTitle(const VariantDraft& variant, std::string_view title);

/** Whether a spreadsheet turned the SKU into a number ("8.05E+11"), which lost its last digits. */
[[nodiscard]] bool isScientific(std::string_view sku);

/** Returns the path of a product page: "/products/" and the percent-encoded handle. */
[[nodiscard]] std::string productUrl(std::string_view handle);

}  // namespace aftermint::imports
