/** @file Imports Shopify's product CSV as products of a book. */
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "aftermint/book.h"
#include "import/assumption.h"
#include "import/notice.h"

namespace aftermint::imports {

/** Settings of the book. */
struct ShopifyOptions {
  std::string id = "shopify";  ///< of the book
  std::string merchant = "shop";
  std::string currency = "USD";
  std::string locale = "en";
};

/** The book, and what was read. */
struct ShopifyImport {
  Book book;
  std::size_t files = 0;                       ///< different files
  std::size_t rows = 0;                        ///< data rows in all files
  std::size_t skippedRows = 0;                 ///< rows that are not in the book
  std::size_t variants = 0;                    ///< imported variants; a product without variants counts as one
  std::size_t comparePrices = 0;               ///< compare-at prices, which are ignored
  Notices notices;                             ///< rows that were skipped or changed, in the order of the files
  std::map<std::string, std::size_t> reasons;  ///< why rows and products were skipped, and how often
  std::vector<Assumption> assumptions;
};

/**
 * Reads product files into one book without offers.
 *
 * Rows with the same handle are the variants and images of one product. A compare-at price is not used as the prior
 * price, because Directive 98/6/EC requires the lowest price of the last 30 days, which the file does not have. The
 * vendor is a brand and not a seller. A product that needs no shipping gets the kind `experience`. `assumptions` lists
 * what the file does not say. Throws Unusable if a file cannot be read or is not a product table.
 */
[[nodiscard]] ShopifyImport importShopify(const std::vector<std::string>& files, const ShopifyOptions& options);

}  // namespace aftermint::imports
