/** @file What an import concludes from the rows of a product although no column says it. */
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "import/shopify_draft.h"

namespace aftermint::imports {

/** How many variants of a product are shipped. An empty cell counts as shipped. */
enum class Shipping : std::uint8_t { All, Some, None };
[[nodiscard]] Shipping shippingOf(const std::vector<VariantDraft>& variants);

/** Whether a product is a gift card: by its own column, or by its type or category. */
[[nodiscard]] bool isGiftCard(const ProductDraft& draft);

/** Whether that option is Shopify's placeholder of a product without options, or empty. */
[[nodiscard]] bool isPlaceholder(std::string_view option);

/** Whether the title already holds every option of the variant, as whole words: "Food, 8 fl oz" and "8 fl oz". */
[[nodiscard]] bool isNamedByTitle(const VariantDraft& variant, std::string_view title);

/** Whether a spreadsheet made a number of that SKU ("8.05E+11"), so that its last digits are lost. */
[[nodiscard]] bool isScientific(std::string_view sku);

/** A handle as its product's address: the segment behind "/products/", percent-encoded. */
[[nodiscard]] std::string productUrl(std::string_view handle);

}  // namespace aftermint::imports
