#include "import/shopify_columns.h"

#include <algorithm>

#include "text.h"
#include "unusable.h"

namespace aftermint::imports {
namespace {

/** Names of one column: in the export until 2024, in the export since then, and other names in use. */
struct Names {
  std::string_view old, recent;
  std::array<std::string_view, 3> others;
};

constexpr std::array<Names, static_cast<std::size_t>(ShopifyColumn::Count)> kNames = {{
    {"Handle", "URL handle", {"Product handle"}},
    {"Title", "Title", {"Product title"}},
    {"Variant Price", "Price", {}},
    {"Body (HTML)", "Description", {"Body"}},
    {"Type", "Type", {"Product type", "Custom Product Type"}},
    {"Tags", "Tags", {}},
    {"Published", "Published on online store", {"Published status"}},
    {"Status", "Status", {}},
    {"Gift Card", "Gift card", {}},
    {"Option1 Name", "Option1 name", {}},
    {"Option1 Value", "Option1 value", {}},
    {"Variant SKU", "SKU", {}},
    {"Variant Compare At Price", "Compare-at price", {}},
    {"Variant Inventory Tracker", "Inventory tracker", {}},
    {"Variant Inventory Qty", "Inventory quantity", {"Variant Inventory Quantity", "Inventory Qty"}},
    {"Variant Inventory Policy", "Continue selling when out of stock", {"Inventory policy"}},
    {"Variant Requires Shipping", "Requires shipping", {}},
    {"Image Src", "Product image URL", {"Image URL"}},
    {"Image Position", "Image position", {}},
    {"Image Alt Text", "Image alt text", {}},
    {"Product Category", "Product category", {"Standardized Product Type", "Standard Product Type"}},
    {"Option2 Value", "Option2 value", {}},
    {"Option3 Value", "Option3 value", {}},
}};

/** Columns before this one are in every export. Later ones are omitted if no product uses them. */
constexpr std::size_t kAlways = static_cast<std::size_t>(ShopifyColumn::Category);
constexpr std::size_t kRequired = 3;

/** Normalizes a name to lower-case letters and digits, so that "Compare-at price" equals "Compare At Price". */
std::string keyOf(std::string_view name) {
  std::string out;
  for (const char c : lowered(name)) {
    if (isWordByte(c)) out += c;
  }
  return out;
}

bool isMarket(std::string_view name) {
  const std::string key = lowered(name);
  return key.starts_with("price / ") || key.starts_with("compare at price / ") ||
         key.starts_with("compare-at price / ") || key.starts_with("included / ");
}

}  // namespace

ShopifyColumns::ShopifyColumns(const CsvTable& table) {
  std::vector<std::string> keys;
  for (const std::string& name : table.names()) {
    keys.push_back(keyOf(name));
    if (isMarket(name)) markets_.push_back(name);
  }
  std::string missing;
  for (std::size_t i = 0; i < kNames.size(); ++i) {
    std::vector<std::string> read;
    for (const std::string_view name :
         {kNames[i].old, kNames[i].recent, kNames[i].others[0], kNames[i].others[1], kNames[i].others[2]}) {
      const std::string key = keyOf(name);
      const auto found = std::find(keys.begin(), keys.end(), key);
      if (key.empty() || found == keys.end() || std::find(read.begin(), read.end(), key) != read.end()) continue;
      if (std::find(found + 1, keys.end(), key) != keys.end()) {
        throw Unusable(ErrorCode::TableSchema, "two columns are named \"" + std::string(name) + "\"",
                       "Keep one of them.", table.path(), table.headerLine());
      }
      read.push_back(key);
      at_[i].push_back(static_cast<std::size_t>(found - keys.begin()));
    }
    if (i >= kRequired || !at_[i].empty()) continue;
    missing += (missing.empty() ? "" : ", ") + std::string(kNames[i].old);
    if (kNames[i].recent != kNames[i].old) missing += " (or " + std::string(kNames[i].recent) + ")";
  }
  if (!missing.empty()) {
    throw Unusable(ErrorCode::TableSchema, "the header does not have " + missing,
                   "Use a product CSV as exported by Shopify. Its first row has the column names.", table.path(),
                   table.headerLine());
  }
  isNew_ = std::find(keys.begin(), keys.end(), keyOf(kNames[0].old)) == keys.end() ||
           std::find(keys.begin(), keys.end(), keyOf(kNames[2].old)) == keys.end();
}

std::string ShopifyColumns::get(const CsvRow& row, ShopifyColumn column) const {
  for (const std::size_t at : at_[static_cast<std::size_t>(column)]) {
    if (at >= row.fields.size()) continue;
    const std::string_view field = trimmed(row.fields[at]);
    // A data frame writes NaN for an empty cell, but a product may be called "Nan".
    const bool isNothing = column > ShopifyColumn::Title && (field == "nan" || field == "NaN");
    if (!field.empty() && !isNothing) return std::string(field);
  }
  return {};
}

std::string_view ShopifyColumns::name(ShopifyColumn column) const {
  const Names& names = kNames[static_cast<std::size_t>(column)];
  return isNew_ ? names.recent : names.old;
}

std::vector<std::string_view> ShopifyColumns::missing() const {
  std::vector<std::string_view> out;
  for (std::size_t i = 0; i < kAlways; ++i) {
    const auto column = static_cast<ShopifyColumn>(i);
    if (!has(column)) out.push_back(name(column));
  }
  return out;
}

}  // namespace aftermint::imports
