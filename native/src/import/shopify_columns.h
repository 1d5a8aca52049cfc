/** @file The columns of Shopify's product CSV, under the names of both generations of its export. */
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "table/csv.h"

namespace aftermint::imports {

/** What we read of a row. */
enum class ShopifyColumn : std::size_t {
  Handle,
  Title,
  Price,
  Body,
  Type,
  Tags,
  Published,
  Status,
  GiftCard,
  Option1Name,
  Option1,
  Sku,
  ComparePrice,
  Tracker,
  Quantity,
  Policy,
  NeedsShipping,
  ImageSrc,
  ImagePosition,
  ImageAlt,
  Category,
  Option2,
  Option3,
  Count
};

/** Where the columns stand in one file; those it lacks read as empty. */
class ShopifyColumns {
 public:
  /**
   * Finds the columns by name, without regard to case, spaces and punctuation.
   *
   * Throws Unusable (`table_schema`) where a column of handle, title or price is missing, and where a name that is read
   * stands twice.
   */
  explicit ShopifyColumns(const CsvTable& table);

  /** The field without white space at its ends; of several columns for the same thing the first that is not empty. */
  [[nodiscard]] std::string get(const CsvRow& row, ShopifyColumn column) const;
  [[nodiscard]] bool has(ShopifyColumn column) const { return !at_[static_cast<std::size_t>(column)].empty(); }
  /** The name of a column as the export of this file's generation writes it. */
  [[nodiscard]] std::string_view name(ShopifyColumn column) const;
  /** Names of known columns that the file lacks. Columns that an export leaves out by itself do not count. */
  [[nodiscard]] std::vector<std::string_view> missing() const;
  /** Names of the columns for single markets ("Price / Poland"), which are not read. */
  [[nodiscard]] const std::vector<std::string>& markets() const { return markets_; }

 private:
  std::array<std::vector<std::size_t>, static_cast<std::size_t>(ShopifyColumn::Count)> at_;
  std::vector<std::string> markets_;
  bool isNew_ = false;  ///< the file has the column names of 2025 and later
};

}  // namespace aftermint::imports
