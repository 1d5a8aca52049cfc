#include "import/shopify.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "aftermint/currency.h"
#include "book/make_id.h"
#include "import/html_text.h"
#include "import/shopify_draft.h"
#include "import/shopify_guess.h"
#include "table/cell.h"
#include "text.h"

namespace aftermint::imports {
namespace {

// Limits of a book (core/src/codec/book_shape.cpp).
constexpr std::size_t kTitlePoints = 200, kTextPoints = 5'000, kMaxTagCount = 250, kMaxVariants = 2'048;
constexpr std::int64_t kMaxStock = 1'000'000'000;

/** Turns drafts into products. */
class Builder {
 public:
  Builder(const ShopifyOptions& options, ShopifyRows rows) : rows_(std::move(rows)) {
    digits_ = minorDigits(options.currency);
    out_.book.id = options.id;
    out_.book.merchant = options.merchant;
    out_.book.currency = options.currency;
    out_.book.locale = options.locale;
    out_.rows = rows_.rows;
    out_.skippedRows = rows_.skippedRows;
    out_.notices = std::move(rows_.notices);
  }

  ShopifyImport build(const std::vector<std::string>& files) {
    for (const ProductDraft& draft : rows_.drafts) product(draft);
    // Two passes have created the notices. Sort them by file and line for the reader.
    std::unordered_map<std::string_view, std::size_t> order;
    for (const std::string& file : files) order.emplace(file, order.size());
    std::stable_sort(out_.notices.begin(), out_.notices.end(), [&](const Notice& a, const Notice& b) {
      return std::pair(order[a.file], a.line) < std::pair(order[b.file], b.line);
    });
    for (const Notice& notice : out_.notices) {
      if (notice.skipped) ++out_.reasons[notice.kind];
    }
    out_.files = files.size();
    out_.assumptions = rows_.assumptions.take();
    return std::move(out_);
  }

 private:
  void skip(const ProductDraft& draft, std::size_t line, std::size_t rows, std::string kind, std::string reason) {
    out_.skippedRows += rows;
    out_.notices.push_back({draft.file, line, std::move(reason), true, std::move(kind)});
  }
  void note(const ProductDraft& draft, std::size_t line, std::string reason) {
    out_.notices.push_back({draft.file, line, std::move(reason), false, {}});
  }
  void assume(Assumed code, const ProductDraft& draft, std::size_t line, std::string_view reason, std::string_view unit,
              std::string_view file = {}) {
    rows_.assumptions.add(code, file, reason, unit, draft.file + ":" + std::to_string(line));
  }
  void fit(const ProductDraft& draft, std::size_t line, std::string& text, std::size_t points, std::string_view what) {
    if (clip(text, points))
      note(draft, line, std::string(what) + " was cut after " + std::to_string(points) + " characters");
  }

  /** Returns why the whole product is skipped, or an empty text. */
  static std::string refusal(const ProductDraft& draft) {
    if (draft.title.empty()) return "the product has no title";
    if (!draft.status.empty() && draft.status != "active") return "the product's status is " + draft.status;
    if (parseBool(draft.published) == false) return "the product is not published";
    if (isGiftCard(draft)) return "gift cards are not offered";
    return {};
  }

  void product(const ProductDraft& draft) {
    const std::string why = refusal(draft);
    if (!why.empty()) return skip(draft, draft.line, draft.rows, why, why + ": \"" + draft.handle + "\" was left out");

    if (!draft.published.empty() && !parseBool(draft.published)) {
      note(draft, draft.line,
           "\"" + draft.published + "\" in the column Published is not TRUE or FALSE: read as published");
    }
    std::vector<Variant> variants;
    std::unordered_set<std::string> titles;
    IdSet ids;
    for (const VariantDraft& row : draft.variants) {
      if (std::optional<Variant> taken = variant(draft, row, titles, ids)) variants.push_back(std::move(*taken));
    }
    if (variants.empty()) {
      return skip(draft, draft.line, draft.rows - draft.variants.size(), "no variant has a price",
                  "no variant has a price: \"" + draft.handle + "\" was left out");
    }

    Product product;
    product.id = idOf(draft);
    product.title = squeezed(draft.title);
    product.description = description(draft);
    product.price = *variants.front().price;
    product.url = productUrl(draft.handle);
    product.category = squeezed(draft.type);
    product.tags = tags(draft);
    product.kind = kindOf(draft);
    image(draft, product);
    fit(draft, draft.line, product.title, kTitlePoints, "the title");
    fit(draft, draft.line, product.category, kTitlePoints, "the type");
    out_.variants += variants.size();
    const bool plain = draft.variants.size() == 1 && isNamedByTitle(draft.variants[0], draft.title);
    if (plain) {
      product.stock = variants.front().stock;
      const auto& options = draft.variants[0].options;
      if (!std::all_of(options.begin(), options.end(), isPlaceholder)) {
        assume(Assumed::VariantNamedInTitle, draft, draft.line,
               "the title already names the only variant: read as a product without variants", "product");
      }
    } else {
      variantsInto(product, std::move(variants));
    }
    out_.book.products.push_back(std::move(product));
  }

  /** Removes prices equal to the product's. The product's stock is the sum, if all variants have a stock. */
  static void variantsInto(Product& product, std::vector<Variant> variants) {
    std::int64_t sum = 0;
    bool counted = true;
    for (Variant& variant : variants) {
      counted &= variant.stock.has_value();
      sum = std::min(kMaxStock, sum + variant.stock.value_or(0));
      if (variant.price == product.price) variant.price.reset();
    }
    if (counted) product.stock = sum;
    product.variants = std::move(variants);
  }

  std::optional<Variant> variant(const ProductDraft& draft, const VariantDraft& row,
                                 std::unordered_set<std::string>& titles, IdSet& ids) {
    ParsedMoney price = parseMoney(row.price, out_.book.currency, digits_, facts(draft).decimalMark);
    if (price.fault.empty() && price.amount < 0) price.fault = "is negative";
    if (!price.fault.empty()) {
      skip(draft, row.line, 1, "the price " + price.fault, "the price \"" + row.price + "\" " + price.fault);
      return std::nullopt;
    }
    Variant variant;
    for (const std::string& option : row.options) {
      if (!isPlaceholder(option)) variant.title += (variant.title.empty() ? "" : " / ") + squeezed(option);
    }
    fit(draft, row.line, variant.title, kTitlePoints, "the variant's title");
    if (variant.title.empty()) {
      variant.title = squeezed(row.sku.empty() ? draft.title : row.sku);
      clip(variant.title, kTitlePoints);  // no note: the product's title gets one
    }
    if (!titles.insert(variant.title).second) {
      skip(draft, row.line, 1, "the variant is repeated",
           "the variant \"" + variant.title + "\" is repeated under \"" + draft.handle + "\"");
      return std::nullopt;
    }
    if (titles.size() > kMaxVariants) {
      skip(draft, row.line, 1, "too many variants",
           "more than " + std::to_string(kMaxVariants) + " variants under \"" + draft.handle + "\"");
      return std::nullopt;
    }
    // Shopify puts an apostrophe before a SKU of digits, so that spreadsheets do not turn it into a number.
    std::string_view sku = row.sku;
    if (sku.starts_with('\'')) sku.remove_prefix(1);
    if (const std::string_view whole = withoutPointZero(sku); whole != sku) {
      sku = whole;
      assume(Assumed::SkuDecimal, draft, row.line, "a SKU of digits that ends in .0: read without .0", "variant");
    }
    std::string id = makeId(sku);
    if (id.empty()) id = makeId(lowered(draft.handle + "-" + variant.title));
    variant.id = ids.unique(id);
    if (variant.id != id) {
      note(draft, row.line,
           "the id \"" + id + "\" belongs to another variant of \"" + draft.handle + "\": this variant gets the id \"" +
               variant.id + "\"");
    }
    if (isScientific(sku)) {
      note(draft, row.line,
           "a spreadsheet turned the SKU into the number \"" + std::string(sku) +
               "\", which will not match the SKU in orders. Export again with the column formatted as text");
    }
    variant.price = price.amount;
    variant.stock = stock(draft, row);
    comparePrice(draft, row, price.amount);
    return variant;
  }

  /** Counts a compare-at price by its kind. It is never imported. */
  void comparePrice(const ProductDraft& draft, const VariantDraft& row, Minor price) {
    if (row.comparePrice.empty()) return;
    ++out_.comparePrices;
    const ParsedMoney before = parseMoney(row.comparePrice, out_.book.currency, digits_, facts(draft).decimalMark);
    const auto add = [&](Assumed code, std::string_view reason) {
      assume(code, draft, row.line, reason, "compare-at price");
    };
    if (!before.fault.empty())
      return add(Assumed::CompareUnreadable, "a compare-at price that is not an amount: ignored");
    if (before.amount == price) return add(Assumed::CompareEqual, "a compare-at price equal to the price: ignored");
    if (before.amount < price) return add(Assumed::CompareLower, "a compare-at price below the price: ignored");
    add(Assumed::CompareNotLowest,
        "a compare-at price above the price: ignored, because a prior price must be the lowest of the last 30 days "
        "(Directive 98/6/EC)");
  }

  /** Returns the stock, if Shopify tracks it and stops selling at zero. */
  std::optional<std::int64_t> stock(const ProductDraft& draft, const VariantDraft& row) {
    if (lowered(row.policy) == "continue" || parseBool(row.policy) == true) return std::nullopt;
    const FileFacts& file = facts(draft);
    if (!file.hasTracker) {
      assume(
          Assumed::StockNotCounted, draft, row.line,
          "stock is not counted: the file has no column " + (file.hasQuantity ? file.trackerName : file.quantityName),
          "variant", draft.file);
      return std::nullopt;
    }
    if (isBlank(row.tracker) || parseBool(row.tracker) == false) return std::nullopt;
    if (isBlank(row.quantity)) {
      assume(Assumed::StockNotCounted, draft, row.line,
             file.hasQuantity ? "stock is not counted: the quantity is empty"
                              : "stock is not counted: the file has no column " + file.quantityName,
             "variant", draft.file);
      return std::nullopt;
    }
    const std::optional<std::int64_t> count = parseWhole(row.quantity);
    if (!count) {
      note(draft, row.line, "the stock \"" + row.quantity + "\" is not a whole number: read as out of stock");
      return 0;
    }
    return std::clamp<std::int64_t>(*count, 0, kMaxStock);  // oversold stock is negative
  }

  /** Products without shipping are services or downloads. No column says whether a product is used up. */
  ProductKind kindOf(const ProductDraft& draft) {
    const Shipping shipping = shippingOf(draft.variants);
    if (shipping == Shipping::None) {
      assume(Assumed::KindExperience, draft, draft.line, "kind \"experience\": the product needs no shipping",
             "product");
      return ProductKind::Experience;
    }
    if (shipping == Shipping::Some) {
      assume(Assumed::KindMixed, draft, draft.line, "kind \"durable\", although some variants need no shipping",
             "product");
    } else {
      rows_.assumptions.add(Assumed::KindDurable, {},
                            "kind \"durable\", the default: set \"consumable\" for products that are used up",
                            "product", {});
    }
    return ProductKind::Durable;
  }

  const FileFacts& facts(const ProductDraft& draft) const { return rows_.files.at(draft.file); }

  /** Returns a unique id for a product. Adds a note if another handle already gave the same id. */
  std::string idOf(const ProductDraft& draft) {
    const std::string wanted = makeId(draft.handle);
    std::string id = productIds_.unique(wanted);
    if (id != wanted) {
      note(draft, draft.line,
           "the handles \"" + handleOf_[wanted] + "\" and \"" + draft.handle + "\" both give the id \"" + wanted +
               "\": \"" + draft.handle + "\" gets the id \"" + id + "\"");
    }
    handleOf_.emplace(id, draft.handle);
    return id;
  }

  std::string description(const ProductDraft& draft) {
    std::optional<std::string> text = htmlToText(draft.html);
    if (!text) {
      note(draft, draft.line,
           "the body has more than " + std::to_string(kMaxTags) + " tags, or a tag with more than " +
               std::to_string(kMaxAttributes) + " attributes: imported without a description");
      return {};
    }
    fit(draft, draft.line, *text, kTextPoints, "the description");
    return std::move(*text);
  }

  std::vector<std::string> tags(const ProductDraft& draft) {
    std::vector<std::string> tags;
    std::unordered_set<std::string> seen;
    std::string_view rest = draft.tags;
    while (!rest.empty()) {
      const std::size_t comma = rest.find(',');
      std::string tag = squeezed(rest.substr(0, comma));
      rest = comma == std::string_view::npos ? std::string_view() : rest.substr(comma + 1);
      fit(draft, draft.line, tag, kTitlePoints, "a tag");
      if (tag.empty() || !seen.insert(tag).second) continue;
      if (tags.size() == kMaxTagCount) {
        note(draft, draft.line, "only the first " + std::to_string(kMaxTagCount) + " tags were imported");
        break;
      }
      tags.push_back(std::move(tag));
    }
    return tags;
  }

  void image(const ProductDraft& draft, Product& product) {
    const ImageDraft* best = nullptr;
    std::int64_t bestPosition = 0;
    for (const ImageDraft& image : draft.images) {
      if (!lowered(image.src).starts_with("https://") ||
          image.src.find_first_of(" \t\r\n\"<>\\") != std::string::npos) {
        note(draft, image.line, "the image URL is not https: \"" + image.src + "\"");
        continue;
      }
      const std::int64_t position = parseWhole(image.position).value_or(kMaxStock);
      if (best == nullptr || position < bestPosition) {
        best = &image;
        bestPosition = position;
      }
    }
    if (best == nullptr) return;
    product.image = "https://" + best->src.substr(8);
    product.imageAlt = squeezed(best->alt);
    fit(draft, best->line, product.imageAlt, kTextPoints, "the image's alt text");
  }

  ShopifyRows rows_;
  ShopifyImport out_;
  IdSet productIds_;
  std::unordered_map<std::string, std::string> handleOf_;  ///< by id
  int digits_ = 2;
};

}  // namespace

ShopifyImport importShopify(const std::vector<std::string>& files, const ShopifyOptions& options) {
  ShopifyRows rows;
  std::vector<std::string> once;
  for (const std::string& file : files) {
    if (std::find(once.begin(), once.end(), file) == once.end()) once.push_back(file);
  }
  for (const std::string& file : once) rows.read(file);
  return Builder(options, std::move(rows)).build(once);
}

}  // namespace aftermint::imports
