#include "draft/prompt.h"

#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <set>
#include <utility>

#include "aftermint/codec.h"
#include "aftermint/schema.h"
#include "draft/prompt_placement.h"
#include "money.h"
#include "safe_json.h"
#include "text.h"

namespace aftermint::draft {
namespace {

std::string fenced(const std::string& json) { return "```json\n" + json + "\n```"; }

/** A list in a fenced block, one value a line, so that people can read it. */
std::string fencedList(const std::vector<Json>& values) {
  std::string out = "[\n";
  for (const Json& value : values) out += "  " + safeJson(value) + (&value == &values.back() ? "\n" : ",\n");
  return fenced(out + "]");
}

/** The first 240 characters of a description. */
std::string shortened(std::string text) {
  constexpr std::size_t kShown = 240;
  text = squeezed(text);
  if (clip(text, kShown)) text += "…";
  return text;
}

/** The English name of a language tag. */
std::string languageName(const std::string& tag) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Locale locale = icu::Locale::forLanguageTag(tag, status);
  icu::UnicodeString name;
  std::string out;
  locale.getDisplayName(icu::Locale::getEnglish(), name).toUTF8String(out);
  return U_FAILURE(status) || out.empty() ? tag : out;
}

class Writer {
 public:
  Writer(const IndexedBook& indexed, const PromptOptions& options)
      : indexed_(indexed), book_(indexed.book()), bought_(*options.bought), options_(options) {
    prompt_.locales = options.locales.empty() ? localesOf(book_) : options.locales;
  }

  Prompt write(const Template& layout) {
    const Brand brand = book_.brand.value_or(Brand{});
    Blocks blocks;
    const auto block = [&](std::string_view name) -> std::string& {
      return blocks[static_cast<std::size_t>(std::find(kBlocks.begin(), kBlocks.end(), name) - kBlocks.begin())];
    };
    block("avatar") = said(brand.avatar, "who the customer is", "avatar",
                           "Write for an ordinary buyer of this product, and assume nothing about their life.");
    block("goals") = listed(brand.goals, "what the customer wants to achieve", "goals",
                            "Take the ordinary use of the product bought as the goal.");
    block("voice") = said(brand.voice, "how the shop speaks", "voice", "Write calmly, plainly and concretely.");
    block("avoid") = listed(brand.avoid, "which words and claims the shop avoids", "avoid",
                            "Avoid superlatives, and claims that the product descriptions do not support.");
    block("product") = fenced(safeJson(boughtJson()));
    block("placement") = placementText(options_.placement, bought_.kind);
    block("price_band") = priceBandText(book_, bought_, options_.placement);
    block("range") = rangeBlock();
    block("existing") = existing();
    block("languages") = languages();
    block("schema") = fenced(schemaText());
    prompt_.text = layout.fill(blocks);
    return std::move(prompt_);
  }

 private:
  static std::string schemaText() {
    const std::string schema = answerSchema();
    return std::string(trimmed(schema));
  }

  void addMissing(std::string message, std::string hint) {
    prompt_.missing.push_back({std::move(message), std::move(hint)});
  }

  std::string missingText(const std::string& what, const std::string& key, const std::string& instead) {
    addMissing("The book does not say " + what + ".", "Add `brand." + key + "`.");
    return "The book does not say " + what + ". " + instead;
  }
  std::string said(const Text& text, const std::string& what, const std::string& key, const std::string& instead) {
    return text.empty() ? missingText(what, key, instead) : fenced(safeJson(text));
  }
  std::string listed(const List<Text>& list, const std::string& what, const std::string& key,
                     const std::string& instead) {
    if (list.empty()) return missingText(what, key, instead);
    return fencedList(std::vector<Json>(list.begin(), list.end()));
  }

  [[nodiscard]] std::string money(Minor amount) const { return formatMoney(amount, book_.currency, book_.locale); }

  /** What the prompt says of a product. */
  [[nodiscard]] Json productJson(const Product& product) const {
    Json out = {{"id", product.id},
                {"title", product.title},
                {"price", money(product.price)},
                {"amount", product.price},
                {"kind", toString(product.kind)}};
    if (!product.category.empty()) out["category"] = product.category;
    if (!product.tags.empty()) out["tags"] = product.tags;
    if (!product.description.empty()) out["description"] = shortened(product.description);
    constexpr std::size_t kVariants = 8;
    for (std::size_t i = 0; i < product.variants.size() && i < kVariants; ++i) {
      const Variant& variant = product.variants[i];
      Json each = {{"id", variant.id}, {"title", variant.title}};
      if (variant.price) each["amount"] = *variant.price;
      if (variant.stock) each["stock"] = *variant.stock;
      out["variants"].push_back(std::move(each));
    }
    if (product.variants.size() > kVariants) out["moreVariants"] = product.variants.size() - kVariants;
    return out;
  }

  Json boughtJson() {
    if (bought_.description.empty()) {
      addMissing("“" + bought_.id + "” has no description.",
                 "Describe what it is for. The model bases the benefit on it.");
    }
    return productJson(bought_);
  }

  [[nodiscard]] static std::string inBand(const OfferableProduct& entry) {
    if (entry.tie == ProductTie::Upgrade) return entry.quantity.most > 0 ? "yes, as a replacement" : "no";
    if (entry.quantity.most == 0) return "no";
    const std::string least = std::to_string(entry.quantity.least);
    if (entry.quantity.least == entry.quantity.most) return least + (entry.quantity.least == 1 ? " piece" : " pieces");
    return least + " to " + std::to_string(entry.quantity.most) + " pieces";
  }

  std::string rangeBlock() {
    const OfferableProducts offerable = offerableProducts(indexed_, bought_, options_.others);
    prompt_.listed = offerable.entries.size();
    prompt_.leftOut = offerable.leftOut;
    if (offerable.entries.empty()) {
      addMissing("No product can be offered with “" + bought_.id + "”.", "Add products to the book.");
      return "The shop has no other product that could be offered.";
    }
    if (offerable.entries.front().tie > ProductTie::ComplementOf) {
      addMissing("No product declares a tie to “" + bought_.id + "”.",
                 "Declare `complements`, `bundles` or `upgradeOf`. Otherwise the model guesses what belongs together.");
    }
    std::vector<Json> lines;
    for (const OfferableProduct& entry : offerable.entries) {
      Json line = productJson(*entry.product);
      line["stock"] = entry.product->stock ? Json(*entry.product->stock) : Json("not counted");
      line["tie"] = tieText(entry.tie);
      line["inBand"] = inBand(entry);
      if (afterPayment(options_.placement)) line["hasPage"] = !entry.product->url.empty();
      lines.push_back(std::move(line));
    }
    return fencedList(lines) + "\n\n" + leftOutText(offerable);
  }

  static std::string leftOutText(const OfferableProducts& offerable) {
    std::string out;
    const auto count = [&out](std::size_t number, std::string_view what) {
      if (number == 0) return;
      out += (out.empty() ? "Not listed: " : ", ") + std::to_string(number) + " " + std::string(what);
    };
    count(offerable.leftOut, "more products of the shop");
    count(offerable.otherSellers, "sold by others");
    count(offerable.recurring, "with recurring charges");
    count(offerable.soldOut, "sold out");
    return out.empty() ? "This is everything that could be offered." : out + ". None of these may be offered.";
  }

  /** The offers of the book that are tied to the product bought, in the order of the book. */
  [[nodiscard]] std::set<std::uint32_t> tied() const {
    std::set<std::uint32_t> offers;
    const auto add = [&offers](std::span<const IndexedBook::Tie> ties) {
      for (const IndexedBook::Tie& tie : ties) offers.insert(tie.offer);
    };
    add(indexed_.tiesOfProduct(bought_.id));
    if (!bought_.category.empty()) add(indexed_.tiesOfCategory(bought_.category));
    for (const Text& tag : bought_.tags) add(indexed_.tiesOfTag(tag));
    return offers;
  }

  [[nodiscard]] std::string existing() const {
    constexpr std::size_t kShown = 20;
    const std::set<std::uint32_t> offers = tied();
    if (offers.empty()) return "Nothing is offered with this product yet.";
    std::vector<Json> lines;
    for (const std::uint32_t number : offers) {
      if (lines.size() == kShown) break;
      const Offer& offer = book_.offers[number];
      Json line = {{"type", toString(offer.type)}, {"items", Json::array()}};
      for (const Item& item : offer.items)
        line["items"].push_back({{"product", item.product}, {"quantity", item.quantity}});
      line["price"] = money(askedPrice(indexed_, offer));
      for (const Placement placement : offer.placements) line["placements"].push_back(toString(placement));
      for (const Copy& copy : offer.copy) {
        if (copy.locale == prompt_.locales.front()) line["headline"] = copy.headline;
      }
      if (!offer.approved) line["state"] = "a proposal that nobody has approved yet";
      lines.push_back(std::move(line));
    }
    std::string out = fencedList(lines);
    if (offers.size() > lines.size()) out += "\n\nAnd " + std::to_string(offers.size() - lines.size()) + " more.";
    return out;
  }

  std::string languages() {
    const std::string own = ownLocale(book_);
    std::string out =
        "Write every text in each of these languages, as a native speaker would. The tags are the keys of "
        "`copy`:\n\n";
    for (const std::string& locale : prompt_.locales) {
      out += "- `" + locale + "`: " + languageName(locale) + (locale == own ? ", the shop's own" : "") + "\n";
    }
    return out.substr(0, out.size() - 1);
  }

  const IndexedBook& indexed_;
  const Book& book_;
  const Product& bought_;
  const PromptOptions& options_;
  Prompt prompt_;
};

}  // namespace

Prompt makePrompt(const IndexedBook& book, const PromptOptions& options, const Template& layout) {
  return Writer(book, options).write(layout);
}

}  // namespace aftermint::draft
