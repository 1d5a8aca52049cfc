#include "import/shopify.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "import/html_text.h"
#include "import/ids.h"
#include "import/minor.h"
#include "import/shopify_draft.h"
#include "import/text.h"
#include "money.h"

namespace aftermint::imports {
namespace {

// What a Book holds at most (core/src/codec/book_shape.cpp).
constexpr std::size_t kTitlePoints = 200, kTextPoints = 5'000, kMaxTagCount = 250, kMaxVariants = 2'048;
constexpr std::int64_t kMaxStock = 1'000'000'000;

std::optional<std::int64_t> wholeNumber(std::string_view text) {
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

/** Turns drafts into products, one after another. */
class Builder {
 public:
  Builder(const ShopifyOptions& options, ShopifyRows rows) : rows_(std::move(rows)) {
    digits_ = currencyDigits(options.currency);
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
    // Rows are judged in two passes; people read the notices in the order of the files.
    std::unordered_map<std::string_view, std::size_t> order;
    for (const std::string& file : files) order.emplace(file, order.size());
    std::stable_sort(out_.notices.begin(), out_.notices.end(), [&](const Notice& a, const Notice& b) {
      return std::pair(order[a.file], a.line) < std::pair(order[b.file], b.line);
    });
    return std::move(out_);
  }

 private:
  void skip(const ProductDraft& draft, std::size_t line, std::size_t rows, std::string reason) {
    out_.skippedRows += rows;
    out_.notices.push_back({draft.file, line, std::move(reason), true});
  }
  void note(const ProductDraft& draft, std::size_t line, std::string reason) {
    out_.notices.push_back({draft.file, line, std::move(reason), false});
  }
  void fit(const ProductDraft& draft, std::size_t line, std::string& text, std::size_t points, std::string_view what) {
    if (clip(text, points))
      note(draft, line, std::string(what) + " was cut after " + std::to_string(points) + " letters");
  }

  /** Why the whole product is left out, or an empty text. */
  static std::string refusal(const ProductDraft& draft) {
    if (draft.title.empty()) return "the product has no title";
    if (draft.published == "false") return "the product is not published";
    if (!draft.status.empty() && draft.status != "active") return "the product's status is " + draft.status;
    if (draft.giftCard == "true") return "gift cards are not offered";
    return {};
  }

  void product(const ProductDraft& draft) {
    const std::string why = refusal(draft);
    if (!why.empty()) return skip(draft, draft.line, draft.rows, why + ": \"" + draft.handle + "\" was left out");

    std::vector<Variant> variants;
    std::unordered_set<std::string> titles;
    IdSet ids;
    for (const VariantDraft& row : draft.variants) {
      if (std::optional<Variant> taken = variant(draft, row, titles, ids)) variants.push_back(std::move(*taken));
    }
    if (variants.empty()) {
      return skip(draft, draft.line, draft.rows - draft.variants.size(),
                  "no variant has a price: \"" + draft.handle + "\" was left out");
    }

    Product product;
    product.id = productIds_.unique(makeId(draft.handle));
    product.title = squeezed(draft.title);
    product.description = description(draft);
    product.price = *variants.front().price;
    product.url = "/products/" + escaped(draft.handle);
    product.category = squeezed(draft.type);
    product.tags = tags(draft);
    image(draft, product);
    fit(draft, draft.line, product.title, kTitlePoints, "the title");
    fit(draft, draft.line, product.category, kTitlePoints, "the type");
    out_.variants += variants.size();
    const bool plain = draft.variants.size() == 1 && (draft.variants[0].options[0].empty() ||
                                                      lowered(draft.variants[0].options[0]) == "default title");
    if (plain) {
      product.stock = variants.front().stock;
    } else {
      variantsInto(product, std::move(variants));
    }
    out_.book.products.push_back(std::move(product));
  }

  /** Keeps a variant's price only where it differs; the product's stock is the sum where every variant is counted. */
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
    const ParsedMinor price = parseMinor(row.price, digits_);
    if (price.fault != MoneyFault::None || price.amount < 0) {
      const std::string_view why = price.fault != MoneyFault::None ? describe(price.fault) : "is negative";
      skip(draft, row.line, 1, "the price \"" + row.price + "\" " + std::string(why));
      return std::nullopt;
    }
    Variant variant;
    for (const std::string& option : row.options) {
      if (!option.empty()) variant.title += (variant.title.empty() ? "" : " / ") + squeezed(option);
    }
    fit(draft, row.line, variant.title, kTitlePoints, "the variant's title");
    if (variant.title.empty()) {
      variant.title = squeezed(row.sku.empty() ? draft.title : row.sku);
      clip(variant.title, kTitlePoints);  // where it is the product's title, the product's row tells of it
    }
    if (!titles.insert(variant.title).second) {
      skip(draft, row.line, 1, "the variant \"" + variant.title + "\" stands twice under \"" + draft.handle + "\"");
      return std::nullopt;
    }
    if (titles.size() > kMaxVariants) {
      skip(draft, row.line, 1,
           "more than " + std::to_string(kMaxVariants) + " variants under \"" + draft.handle + "\"");
      return std::nullopt;
    }
    // Shopify writes an apostrophe before a SKU of digits, to keep spreadsheets from making it a number.
    std::string_view sku = row.sku;
    if (sku.starts_with('\'')) sku.remove_prefix(1);
    std::string id = makeId(sku);
    if (id.empty()) id = makeId(lowered(draft.handle + "-" + variant.title));
    variant.id = ids.unique(std::move(id));
    variant.price = price.amount;
    variant.stock = stock(draft, row);
    if (!row.comparePrice.empty()) ++out_.comparePrices;
    return variant;
  }

  /** Counted only where Shopify counts it and stops selling at none. */
  std::optional<std::int64_t> stock(const ProductDraft& draft, const VariantDraft& row) {
    if (row.tracker.empty() || row.policy == "continue") return std::nullopt;
    const std::optional<std::int64_t> count = wholeNumber(row.quantity);
    if (!count) {
      note(draft, row.line, "the stock \"" + row.quantity + "\" is not a whole number: counted as none left");
      return 0;
    }
    return std::clamp<std::int64_t>(*count, 0, kMaxStock);  // below zero: oversold
  }

  std::string description(const ProductDraft& draft) {
    std::optional<std::string> text = htmlToText(draft.html);
    if (!text) {
      note(draft, draft.line, "the body has more than " + std::to_string(kMaxTags) + " tags: left without description");
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
        note(draft, draft.line, "tags beyond the first " + std::to_string(kMaxTagCount) + " were left out");
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
        note(draft, image.line, "the picture is not an https address: \"" + image.src + "\"");
        continue;
      }
      const std::int64_t position = wholeNumber(image.position).value_or(kMaxStock);
      if (best == nullptr || position < bestPosition) {
        best = &image;
        bestPosition = position;
      }
    }
    if (best == nullptr) return;
    product.image = "https://" + best->src.substr(8);
    product.imageAlt = squeezed(best->alt);
    fit(draft, best->line, product.imageAlt, kTextPoints, "the picture's text");
  }

  /** A handle as one segment of a path. */
  static std::string escaped(std::string_view handle) {
    constexpr std::string_view kHex = "0123456789ABCDEF";
    std::string out;
    for (const char c : handle) {
      const auto byte = static_cast<unsigned char>(c);
      const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
                         c == '_' || c == '.' || c == '~';
      if (plain) {
        out += c;
      } else {
        out += '%';
        out += kHex[byte >> 4];
        out += kHex[byte & 15];
      }
    }
    return out;
  }

  ShopifyRows rows_;
  ShopifyImport out_;
  IdSet productIds_;
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
