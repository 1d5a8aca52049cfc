/** @file Collects the rows of Shopify's product CSV by handle. */
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <unordered_map>
#include <vector>

#include "import/assumption.h"
#include "import/notice.h"
#include "import/shopify_columns.h"
#include "table/number.h"

namespace aftermint::imports {

/** The text of a variant row. */
struct VariantDraft {
  std::size_t line = 0;
  std::array<std::string, 3> options;
  std::string sku, price, comparePrice, tracker, quantity, policy, needsShipping;
};

/** The text of an image. */
struct ImageDraft {
  std::size_t line = 0;
  std::string position, src, alt;
};

/** The text of all rows of one handle. */
struct ProductDraft {
  std::string handle, file;
  std::size_t line = 0;  ///< of the first row
  std::size_t rows = 0;
  std::string title, html, type, category, tags, published, status, giftCard;
  std::vector<VariantDraft> variants;
  std::vector<ImageDraft> images;
};

/** Properties of a file. */
struct FileFacts {
  std::string quantityName, trackerName;  ///< column names in this file's export format
  bool hasQuantity = false, hasTracker = false;
  DecimalMark decimalMark = DecimalMark::Unknown;  ///< of its prices
  bool showsPoint = false, showsComma = false;     ///< whether a price proves this mark
};

/** Reads files into drafts, in the order of their first rows. */
class ShopifyRows {
 public:
  /** Reads one file. Throws Unusable if it cannot be read or is not a product table. */
  void read(const std::string& path);

  std::vector<ProductDraft> drafts;
  std::unordered_map<std::string, FileFacts> files;
  std::size_t rows = 0, skippedRows = 0;
  Notices notices;
  Assumptions assumptions;

 private:
  void describe(const CsvTable& table, const ShopifyColumns& columns);
  void take(const std::string& path, const ShopifyColumns& columns, CsvRow& row);
  void skip(const std::string& path, std::size_t line, std::string kind, std::string reason);

  std::unordered_map<std::string, std::size_t> byHandle_;
};

}  // namespace aftermint::imports
