/** @file What an import took for granted, counted, so that a person can correct it. */
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
  Currency,             ///< the file names none
  Delimiter,            ///< not a comma
  MissingColumns,       ///< columns that the import reads and the file lacks
  MarketColumns,        ///< prices per market, which are not read
  StockNotCounted,      ///< no quantity
  KindExperience,       ///< nothing to ship
  KindMixed,            ///< some variants are shipped, others are not
  KindDurable,          ///< the default
  CompareNotLowest,     ///< a compare-at price above the price
  CompareEqual,         ///< a compare-at price that is the price
  CompareLower,         ///< a compare-at price below the price
  CompareUnreadable,    ///< a compare-at price that is no amount
  VariantNamedInTitle,  ///< the only variant, named by the title
  SkuDecimal            ///< a SKU of digits that a data frame wrote with ".0"
};

/** Most places that one assumption names. */
inline constexpr std::size_t kMaxPlaces = 5;

struct Assumption {
  Assumed code{};
  std::string file;    ///< empty: it is about all files
  std::string reason;  ///< a sentence without its full stop
  std::string unit;    ///< what is counted: "variant"
  std::size_t count = 0;
  std::vector<std::string> places;  ///< "FILE:LINE", the first `kMaxPlaces`
};

/** Gathers assumptions; those of the same code, file and reason are one. */
class Assumptions {
 public:
  /** One more case, at that place ("FILE:LINE"; empty: no place). */
  void add(Assumed code, std::string_view file, std::string_view reason, std::string_view unit, std::string place,
           std::size_t count = 1);

  /** By code, then in the order they came. */
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
