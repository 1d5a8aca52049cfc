/** @file Finds the columns of Shopify's product CSV, by the names of its old and its new export format. */
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "table/csv.h"

namespace aftermint::imports {

/** The columns that the import reads. */
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

/** The columns of one file. Missing columns read as empty. */
class ShopifyColumns {
 public:
  /**
   * Finds the columns by name. Case, spaces and punctuation do not matter.
   *
   * Throws Unusable (`table_schema`) if the handle, title or price is missing, or if a column that is read is repeated.
   */
  explicit ShopifyColumns(const CsvTable& table);

  /** Returns a field without outer white space. If several columns fit, returns the first one that is not empty. */
  [[nodiscard]] std::string get(const CsvRow& row, ShopifyColumn column) const;
  [[nodiscard]] bool has(ShopifyColumn column) const { return !at_[static_cast<std::size_t>(column)].empty(); }
  /** Returns the name of a column in this file's export format. */
  [[nodiscard]] std::string_view name(ShopifyColumn column) const;
  /** Returns the known columns that the file does not have, except those that an export omits if they are unused. */
  [[nodiscard]] std::vector<std::string_view> missing() const;
  /** Returns the columns for single markets ("Price / Poland"), which are ignored. */
  [[nodiscard]] const std::vector<std::string>& markets() const { return markets_; }

 private:
  std::array<std::vector<std::size_t>, static_cast<std::size_t>(ShopifyColumn::Count)> at_;
  std::vector<std::string> markets_;
  bool isNew_ = false;  ///< the file has the new export format, of 2025 and later
};

}  // namespace aftermint::imports
