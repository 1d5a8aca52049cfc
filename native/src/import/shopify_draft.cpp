#include "import/shopify_draft.h"

#include <optional>
#include <string_view>
#include <utility>

#include "import/text.h"

namespace aftermint::imports {

/** Where the columns we read stand in one file; those a file lacks read as empty. */
class ShopifyRows::Columns {
 public:
  explicit Columns(const CsvTable& table) {
    for (std::size_t i = 0; i < kNames.size(); ++i) at_[i] = table.column(kNames[i]);
  }

  enum Name : std::size_t {
    Handle,
    Title,
    Body,
    Type,
    Tags,
    Published,
    Status,
    GiftCard,
    Option1Name,
    Option2Name,
    Option3Name,
    Option1,
    Option2,
    Option3,
    Sku,
    Price,
    ComparePrice,
    Tracker,
    Quantity,
    Policy,
    ImageSrc,
    ImagePosition,
    ImageAlt,
    Count
  };

  /** The field without white space at its ends. */
  [[nodiscard]] std::string get(const CsvRow& row, Name name) const {
    const std::optional<std::size_t> at = at_[name];
    return at && *at < row.fields.size() ? std::string(trimmed(row.fields[*at])) : std::string();
  }

 private:
  static constexpr std::array<std::string_view, Count> kNames = {"Handle",
                                                                 "Title",
                                                                 "Body (HTML)",
                                                                 "Type",
                                                                 "Tags",
                                                                 "Published",
                                                                 "Status",
                                                                 "Gift Card",
                                                                 "Option1 Name",
                                                                 "Option2 Name",
                                                                 "Option3 Name",
                                                                 "Option1 Value",
                                                                 "Option2 Value",
                                                                 "Option3 Value",
                                                                 "Variant SKU",
                                                                 "Variant Price",
                                                                 "Variant Compare At Price",
                                                                 "Variant Inventory Tracker",
                                                                 "Variant Inventory Qty",
                                                                 "Variant Inventory Policy",
                                                                 "Image Src",
                                                                 "Image Position",
                                                                 "Image Alt Text"};
  std::array<std::optional<std::size_t>, Count> at_;
};

void ShopifyRows::read(const std::string& path) {
  CsvTable table(path, {"Handle", "Title", "Variant Price"});
  const Columns columns(table);
  while (std::optional<CsvRow> row = table.next()) {
    ++rows;
    bool latin = false;
    for (std::string& field : row->fields) latin |= makeUtf8(field);
    if (latin) notices.push_back({path, row->line, "bytes that are not UTF-8 were read as Latin-1", false});
    if (row->fields.size() > table.columns()) {
      skip(path, row->line,
           "the row has " + std::to_string(row->fields.size()) + " fields, the header " +
               std::to_string(table.columns()));
      continue;
    }
    take(path, columns, *row);
  }
}

void ShopifyRows::skip(const std::string& path, std::size_t line, std::string reason) {
  ++skippedRows;
  notices.push_back({path, line, std::move(reason), true});
}

void ShopifyRows::take(const std::string& path, const Columns& columns, CsvRow& row) {
  const auto get = [&](Columns::Name name) { return columns.get(row, name); };
  const std::string handle = get(Columns::Handle);
  const std::string title = get(Columns::Title);
  if (handle.empty()) return skip(path, row.line, "no handle");

  const auto [found, isNew] = byHandle_.emplace(handle, drafts.size());
  if (isNew) {
    drafts.emplace_back();
    drafts.back().handle = handle;
    drafts.back().file = path;
    drafts.back().line = row.line;
  }
  ProductDraft& draft = drafts[found->second];
  const std::string first = draft.file + ":" + std::to_string(draft.line);
  if (draft.file != path) return skip(path, row.line, "the handle \"" + handle + "\" was imported from " + first);
  if (!title.empty() && !draft.title.empty() && title != draft.title) {
    return skip(path, row.line, "another product under the handle \"" + handle + "\", which began at " + first);
  }

  ++draft.rows;
  if (draft.title.empty() && !title.empty()) {
    draft.title = title;
    draft.html = get(Columns::Body);
    draft.type = get(Columns::Type);
    draft.tags = get(Columns::Tags);
    draft.published = lowered(get(Columns::Published));
    draft.status = lowered(get(Columns::Status));
    draft.giftCard = lowered(get(Columns::GiftCard));
    draft.optionNames = {get(Columns::Option1Name), get(Columns::Option2Name), get(Columns::Option3Name)};
  }
  if (std::string src = get(Columns::ImageSrc); !src.empty()) {
    draft.images.push_back({row.line, get(Columns::ImagePosition), std::move(src), get(Columns::ImageAlt)});
  }
  VariantDraft variant;
  variant.line = row.line;
  variant.options = {get(Columns::Option1), get(Columns::Option2), get(Columns::Option3)};
  variant.sku = get(Columns::Sku);
  variant.price = get(Columns::Price);
  variant.comparePrice = get(Columns::ComparePrice);
  variant.tracker = get(Columns::Tracker);
  variant.quantity = get(Columns::Quantity);
  variant.policy = lowered(get(Columns::Policy));
  // A row that names no option, SKU or price only brings a further picture.
  const bool isVariant = !variant.price.empty() || !variant.sku.empty() || !variant.options[0].empty() ||
                         !variant.options[1].empty() || !variant.options[2].empty();
  if (isVariant) {
    draft.variants.push_back(std::move(variant));
  } else if (get(Columns::ImageSrc).empty() && title.empty()) {
    --draft.rows;
    skip(path, row.line, "the row brings neither a variant nor a picture");
  }
}

}  // namespace aftermint::imports
