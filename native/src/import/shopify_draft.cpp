#include "import/shopify_draft.h"

#include <optional>
#include <string_view>
#include <utility>

#include "text.h"

namespace aftermint::imports {

void ShopifyRows::read(const std::string& path) {
  CsvTable table(path, {});
  const ShopifyColumns columns(table);
  describe(table, columns);
  while (std::optional<CsvRow> row = table.next()) {
    ++rows;
    bool latin = false;
    for (std::string& field : row->fields) latin |= makeUtf8(field);
    if (latin) notices.push_back({path, row->line, "bytes that are not UTF-8 were read as Latin-1", false, {}});
    if (row->fields.size() > table.columns()) {
      skip(path, row->line, "more fields than the header",
           "the row has " + std::to_string(row->fields.size()) + " fields, the header " +
               std::to_string(table.columns()));
      continue;
    }
    take(path, columns, *row);
  }
  FileFacts& facts = files[path];
  if (facts.showsPoint || facts.showsComma) {
    const bool both = facts.showsPoint && facts.showsComma;
    facts.decimalMark = both ? DecimalMark::Unknown : facts.showsPoint ? DecimalMark::Point : DecimalMark::Comma;
  }
}

/** Records what the header says about the file. */
void ShopifyRows::describe(const CsvTable& table, const ShopifyColumns& columns) {
  FileFacts& facts = files[table.path()];
  facts.hasQuantity = columns.has(ShopifyColumn::Quantity);
  facts.hasTracker = columns.has(ShopifyColumn::Tracker);
  facts.quantityName = columns.name(ShopifyColumn::Quantity);
  facts.trackerName = columns.name(ShopifyColumn::Tracker);
  const std::string place = table.path() + ":" + std::to_string(table.headerLine());
  if (table.delimiter() == ',') {
    facts.decimalMark = DecimalMark::Point;
  } else {
    const std::string_view name = table.delimiter() == ';'    ? "a semicolon"
                                  : table.delimiter() == '\t' ? "a tab"
                                                              : "not a comma";
    assumptions.add(Assumed::Delimiter, table.path(), "the delimiter is " + std::string(name), "file", place);
  }
  const auto list = [](const auto& names) {
    std::string out;
    for (const auto& name : names) (out += out.empty() ? "" : ", ") += name;
    return out;
  };
  if (const auto missing = columns.missing(); !missing.empty()) {
    assumptions.add(Assumed::MissingColumns, table.path(), "the file does not have " + list(missing), "column", place,
                    missing.size());
  }
  if (!columns.markets().empty()) {
    assumptions.add(Assumed::MarketColumns, table.path(),
                    "columns for single markets are ignored: " + list(columns.markets()), "column", place,
                    columns.markets().size());
  }
}

void ShopifyRows::skip(const std::string& path, std::size_t line, std::string kind, std::string reason) {
  ++skippedRows;
  notices.push_back({path, line, std::move(reason), true, std::move(kind)});
}

void ShopifyRows::take(const std::string& path, const ShopifyColumns& columns, CsvRow& row) {
  const auto get = [&](ShopifyColumn name) { return columns.get(row, name); };
  const std::string handle = get(ShopifyColumn::Handle);
  const std::string title = get(ShopifyColumn::Title);
  if (handle.empty()) return skip(path, row.line, "no handle", "no handle");

  const auto [found, isNew] = byHandle_.emplace(handle, drafts.size());
  if (isNew) {
    drafts.emplace_back();
    drafts.back().handle = handle;
    drafts.back().file = path;
    drafts.back().line = row.line;
  }
  ProductDraft& draft = drafts[found->second];
  const std::string first = draft.file + ":" + std::to_string(draft.line);
  if (draft.file != path)
    return skip(path, row.line, "the handle is in an earlier file",
                "the handle \"" + handle + "\" was imported from " + first);
  if (!title.empty() && !draft.title.empty() && title != draft.title) {
    return skip(path, row.line, "another product has the same handle",
                "another product has the handle \"" + handle + "\", see " + first);
  }

  ++draft.rows;
  if (draft.title.empty() && !title.empty()) {
    draft.title = title;
    draft.html = get(ShopifyColumn::Body);
    draft.type = get(ShopifyColumn::Type);
    draft.category = get(ShopifyColumn::Category);
    draft.tags = get(ShopifyColumn::Tags);
    draft.published = get(ShopifyColumn::Published);
    draft.status = lowered(get(ShopifyColumn::Status));
    draft.giftCard = get(ShopifyColumn::GiftCard);
  }
  if (std::string src = get(ShopifyColumn::ImageSrc); !src.empty()) {
    draft.images.push_back({row.line, get(ShopifyColumn::ImagePosition), std::move(src), get(ShopifyColumn::ImageAlt)});
  }
  VariantDraft variant;
  variant.line = row.line;
  variant.options = {get(ShopifyColumn::Option1), get(ShopifyColumn::Option2), get(ShopifyColumn::Option3)};
  variant.sku = get(ShopifyColumn::Sku);
  variant.price = get(ShopifyColumn::Price);
  variant.comparePrice = get(ShopifyColumn::ComparePrice);
  variant.tracker = get(ShopifyColumn::Tracker);
  variant.quantity = get(ShopifyColumn::Quantity);
  variant.policy = get(ShopifyColumn::Policy);
  variant.needsShipping = get(ShopifyColumn::NeedsShipping);
  // A row without option, SKU and price only adds an image.
  const bool isVariant = !variant.price.empty() || !variant.sku.empty() || !variant.options[0].empty() ||
                         !variant.options[1].empty() || !variant.options[2].empty();
  if (isVariant) {
    FileFacts& facts = files[path];
    const std::optional<NumberParts> price = splitNumber(variant.price, DecimalMark::Unknown);
    const DecimalMark shows = price ? price->evidence.shows : DecimalMark::Unknown;
    facts.showsPoint |= shows == DecimalMark::Point;
    facts.showsComma |= shows == DecimalMark::Comma;
    draft.variants.push_back(std::move(variant));
  } else if (get(ShopifyColumn::ImageSrc).empty() && title.empty()) {
    --draft.rows;
    skip(path, row.line, "neither a variant nor an image", "the row has neither a variant nor an image");
  }
}

}  // namespace aftermint::imports
