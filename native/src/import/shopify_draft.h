/** @file The rows of Shopify's product CSV, gathered by handle, before anything is judged. */
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <unordered_map>
#include <vector>

#include "import/csv.h"
#include "import/notice.h"

namespace aftermint::imports {

struct VariantDraft {
  std::size_t line = 0;
  std::array<std::string, 3> options;
  std::string sku, price, comparePrice, tracker, quantity, policy;
};

struct ImageDraft {
  std::size_t line = 0;
  std::string position, src, alt;
};

/** Everything the rows of one handle say. */
struct ProductDraft {
  std::string handle, file;
  std::size_t line = 0;  ///< of the first row
  std::size_t rows = 0;
  std::string title, html, type, tags, published, status, giftCard;
  std::array<std::string, 3> optionNames;
  std::vector<VariantDraft> variants;
  std::vector<ImageDraft> images;
};

/** Gathers files; drafts come in order of their first row. */
class ShopifyRows {
 public:
  /** Reads one file. Throws Unusable where it is no product table. */
  void read(const std::string& path);

  std::vector<ProductDraft> drafts;
  std::size_t rows = 0, skippedRows = 0;
  Notices notices;

 private:
  class Columns;
  void take(const std::string& path, const Columns& columns, CsvRow& row);
  void skip(const std::string& path, std::size_t line, std::string reason);

  std::unordered_map<std::string, std::size_t> byHandle_;
};

}  // namespace aftermint::imports
