/** @file The assumptions of an import, counted, so that a person can correct them. */
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "aftermint/codes.h"

namespace aftermint::imports {

/** Kinds of assumptions. */
enum class Assumed : std::uint8_t {
  Currency,             ///< the file does not name a currency
  Delimiter,            ///< is not a comma
  MissingColumns,       ///< known columns that the file does not have
  MarketColumns,        ///< prices for single markets, which are ignored
  StockNotCounted,      ///< the file has no quantity
  KindExperience,       ///< needs no shipping
  KindMixed,            ///< some variants are shipped, others are not
  KindDurable,          ///< the default
  CompareNotLowest,     ///< a compare-at price above the price
  CompareEqual,         ///< a compare-at price equal to the price
  CompareLower,         ///< a compare-at price below the price
  CompareUnreadable,    ///< a compare-at price that is not an amount
  VariantNamedInTitle,  ///< the title names the only variant
  SkuDecimal            ///< a data frame added ".0" to a SKU of digits
};

/** Maximum places listed for one assumption. */
inline constexpr std::size_t kMaxPlaces = 5;

/** One kind of assumption, with its cases. */
struct Assumption {
  Assumed code{};
  std::string file;    ///< empty: all files
  std::string reason;  ///< a sentence without its full stop
  std::string unit;    ///< what `count` counts: "variant"
  std::size_t count = 0;
  std::vector<std::string> places;  ///< "FILE:LINE", the first `kMaxPlaces`
};

/** Collects assumptions. Those with the same code, file and reason are counted together. */
class Assumptions {
 public:
  /** Adds `count` cases, at a place ("FILE:LINE", or empty). */
  void add(Assumed code, std::string_view file, std::string_view reason, std::string_view unit, std::string place,
           std::size_t count = 1);

  /** Returns the assumptions, sorted by code and then in the order they were added. Leaves none behind. */
  [[nodiscard]] std::vector<Assumption> take();

 private:
  std::vector<Assumption> all_;
};

}  // namespace aftermint::imports

namespace aftermint {

/** The codes of assumptions in JSON. */
template <>
struct Codes<imports::Assumed> {
  static constexpr std::array<std::string_view, 14> all = {
      "currency",        "delimiter",          "missing_columns",        "market_columns",     "stock_not_counted",
      "kind_experience", "kind_mixed",         "kind_durable",           "compare_not_lowest", "compare_equal",
      "compare_lower",   "compare_unreadable", "variant_named_in_title", "sku_decimal"};
};

}  // namespace aftermint
