/** @file Shopify's product CSV as products of a Book. */
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "aftermint/book.h"
#include "import/assumption.h"
#include "import/notice.h"

namespace aftermint::imports {

struct ShopifyOptions {
  std::string id = "shopify";  ///< of the book
  std::string merchant = "shop";
  std::string currency = "USD";
  std::string locale = "en";
};

struct ShopifyImport {
  Book book;
  std::size_t files = 0;                       ///< each counted once
  std::size_t rows = 0;                        ///< data rows in all files
  std::size_t skippedRows = 0;                 ///< of these, not in the book
  std::size_t variants = 0;                    ///< priced variants taken, a product without variants counts one
  std::size_t comparePrices = 0;               ///< "Compare At" prices that were not taken
  Notices notices;                             ///< every row left out or changed, in order of the files
  std::map<std::string, std::size_t> reasons;  ///< why something was left out, and how often
  std::vector<Assumption> assumptions;
};

/**
 * Reads product files into one book without offers.
 *
 * Rows with the same handle make one product: its variants and its pictures. A "Compare At" price is not taken as a
 * prior price: it is what the merchant claims, not the lowest price of the last 30 days that Directive 98/6/EC asks
 * for. The vendor is a brand, not a seller. What needs no shipping gets the kind `experience`. What no column says is
 * taken as `assumptions` tell. Throws Unusable for a file that is no such table.
 */
[[nodiscard]] ShopifyImport importShopify(const std::vector<std::string>& files, const ShopifyOptions& options);

}  // namespace aftermint::imports
