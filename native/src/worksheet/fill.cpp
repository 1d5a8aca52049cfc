/** @file Fills in the stages of a worksheet from a book. */
#include <unicode/unistr.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "aftermint/check.h"
#include "aftermint/craft.h"
#include "aftermint/language.h"
#include "clock.h"
#include "money.h"
#include "percent.h"
#include "worksheet/worksheet.h"

namespace aftermint::worksheet {
namespace {

template <class T>
bool contains(const List<T>& list, const T& wanted) {
  return std::find(list.begin(), list.end(), wanted) != list.end();
}

/** A ratio as a percentage, rounded to one decimal. */
std::string ratioText(std::int64_t part, std::int64_t whole) {
  if (whole <= 0) return "no percentage";
  const std::int64_t tenths = (part * 1000 + whole / 2) / whole;
  return std::to_string(tenths / 10) + (tenths % 10 == 0 ? "" : "." + std::to_string(tenths % 10)) + " %";
}

/** How an offer is tied to a product bought. */
std::string relationText(Relation relation, const Product& bought, const Offer& offer) {
  switch (relation) {
    case Relation::Upgrade:
      return "the offer is its better version";
    case Relation::Complement:
      return "the offer is declared to improve its use";
    case Relation::Bundle:
      return "the offer is declared to go into a bundle with it";
    case Relation::Product:
      return "the offer names it, but no relation is declared";
    case Relation::Category:
      return "the offer names its category, " + bought.category;
    case Relation::Tag:
      break;
  }
  for (const std::string& tag : bought.tags) {
    if (contains(offer.triggers.tags, tag)) return "the offer names its tag, " + tag;
  }
  return "the offer names one of its tags";
}

/** A product that leads `decide` to the offer. */
struct TiedProduct {
  const Product* product = nullptr;
  Relation relation = Relation::Tag;
};

std::vector<TiedProduct> tiedProductsOf(const IndexedBook& book, const Offer& offer) {
  std::vector<TiedProduct> out;
  for (const Product& product : book.book().products) {
    if (const std::optional<Relation> relation = tieOf(book, offer, product)) out.push_back({&product, *relation});
  }
  std::stable_sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.relation < b.relation; });
  return out;
}

/** English in the book's region: the worksheet is in English, with dates as people there write them. */
std::string englishOf(const std::string& locale) {
  const std::size_t mark = locale.rfind('-');
  return mark == std::string::npos || locale.size() - mark != 3 ? "en" : "en" + locale.substr(mark);
}

std::string capitalInitial(const std::string& title) {
  icu::UnicodeString text = icu::UnicodeString::fromUTF8(title);
  text.truncate(text.moveIndex32(0, 1));
  std::string out;
  text.toUpper().toUTF8String(out);
  return out;
}

class Filler {
 public:
  Filler(const IndexedBook& book, const Offer& offer, Millis at, const Pictures& pictures)
      : book_(book),
        offer_(offer),
        english_(englishOf(book.book().locale)),
        tiedProducts_(tiedProductsOf(book, offer)) {
    sheet_.offer = offer.id;
    sheet_.book = book.book().id;
    sheet_.shop = book.book().merchant;
    sheet_.day = formatForPeople(at, english_);
    sheet_.stages = emptyStages();
    head(pictures);
  }

  Worksheet fill(const std::vector<Finding>& findings) {
    selection();
    type();
    placement();
    pricing();
    framing();
    friction();
    decline();
    measurement();
    takeFindings(findings);
    return std::move(sheet_);
  }

 private:
  static constexpr std::size_t kShown = 8;  ///< tied products that are listed

  void answer(StageNumber stage, std::string text) { sheet_.stages[stage].answers.push_back(std::move(text)); }
  void missing(StageNumber stage, std::string text) { sheet_.stages[stage].missing.push_back(std::move(text)); }
  [[nodiscard]] std::string money(Minor amount) const {
    return formatMoney(amount, book_.book().currency, book_.book().locale);
  }
  [[nodiscard]] bool isAt(Placement placement) const { return contains(offer_.placements, placement); }
  [[nodiscard]] std::string itemTitles(std::string_view locale) const {
    std::string out;
    for (const Item& item : offer_.items) {
      if (!out.empty()) out += " + ";
      if (item.quantity > 1) out += std::to_string(item.quantity) + " × ";
      out += titleIn(*book_.product(item.product), locale);
    }
    return out;
  }

  void head(const Pictures& pictures) {
    sheet_.title = itemTitles(book_.book().locale);
    sheet_.summary = typeName() + " at " + money(askedPrice(book_, offer_));
    if (!tiedProducts_.empty()) {
      sheet_.summary += ", after " + tiedProducts_.front().product->title;
      if (tiedProducts_.size() > 1) sheet_.summary += " and " + counted(tiedProducts_.size() - 1) + " more";
    }
    sheet_.state = offer_.approved ? "Approved" : "A proposal, not shown until somebody approves it";
    if (offer_.reviewed) {
      sheet_.state +=
          (offer_.approved ? ", reviewed on " : ". Reviewed on ") + formatForPeople(offer_.reviewed->at, english_);
      if (!offer_.reviewed->by.empty()) sheet_.state += " by " + offer_.reviewed->by;
      if (!offer_.reviewed->note.empty()) sheet_.state += ": “" + offer_.reviewed->note + "”";
    }
    const Product& first = *book_.product(offer_.items.front().product);
    sheet_.picture = {pictures(first), first.imageAlt.empty() ? first.title : first.imageAlt,
                      capitalInitial(first.title)};
  }

  [[nodiscard]] std::string typeName() const {
    return offer_.type == OfferType::Upsell ? "Upsell" : offer_.type == OfferType::Bundle ? "Bundle" : "Cross-sell";
  }
  static std::string counted(std::size_t count) { return std::to_string(count); }

  void selection() {
    for (const Item& item : offer_.items) {
      const Product& product = *book_.product(item.product);
      const auto variant = std::find_if(product.variants.begin(), product.variants.end(),
                                        [&](const Variant& each) { return each.id == item.variant; });
      const bool named = variant != product.variants.end();
      const std::optional<std::int64_t> stock = named && variant->stock ? variant->stock : product.stock;
      answer(kSelection, counted(static_cast<std::size_t>(item.quantity)) + " × " + product.title +
                             (named ? ", " + variant->title : "") + " (" + product.id + "), " +
                             (!stock        ? "stock not counted"
                              : *stock == 0 ? "sold out"
                                            : std::to_string(*stock) + " in stock"));
    }
    for (std::size_t i = 0; i < tiedProducts_.size() && i < kShown; ++i) {
      const Product& product = *tiedProducts_[i].product;
      answer(kSelection, "after " + product.title + ": " + relationText(tiedProducts_[i].relation, product, offer_));
    }
    if (tiedProducts_.size() > kShown) {
      answer(kSelection, "and after " + counted(tiedProducts_.size() - kShown) + " more products");
    }
    if (tiedProducts_.empty()) missing(kSelection, "a product that leads to the offer");
    if (offer_.reviewed) {
      answer(kSelection, "last reviewed on " + formatForPeople(offer_.reviewed->at, english_) +
                             (offer_.reviewed->by.empty() ? "" : " by " + offer_.reviewed->by));
    } else {
      missing(kSelection, "a review (`aftermint approve` records it)");
    }
  }

  void type() {
    answer(kType, typeName() + ": " + std::string(kOfferTypeMeanings[static_cast<std::size_t>(offer_.type)]));
    for (const auto& [product, relation] : tiedProducts_) {
      if (product->kind == ProductKind::Consumable && offer_.type == OfferType::CrossSell) {
        answer(kType,
               product->title + " is used up and bought again: if there is a larger size, an upsell fits better");
        return;
      }
    }
  }

  void placement() {
    for (const Placement placement : offer_.placements) {
      answer(kPlacement, std::string(kPlacementMeanings[static_cast<std::size_t>(placement)]) + " (" +
                             std::string(toString(placement)) + ")");
    }
    if (offer_.schedule) answer(kPlacement, scheduleText(*offer_.schedule));
    if (!offer_.when.isNull()) answer(kPlacement, "only if its condition holds");
    if (offer_.frequencyCap) {
      const std::int64_t hours = offer_.frequencyCap->seconds / 3600;
      answer(kPlacement, "a shopper sees it at most " + std::to_string(offer_.frequencyCap->exposures) + " times in " +
                             (hours >= 48  ? std::to_string(hours / 24) + " days"
                              : hours >= 1 ? std::to_string(hours) + " hours"
                                           : std::to_string(offer_.frequencyCap->seconds) + " seconds"));
    } else {
      missing(kPlacement, "a `frequencyCap`: how often a shopper sees it");
    }
  }

  [[nodiscard]] std::string scheduleText(const Schedule& schedule) const {
    std::string out = "shown";
    if (schedule.from) out += " from " + formatForPeople(*schedule.from, english_);
    if (schedule.until) out += " until " + formatForPeople(*schedule.until, english_);
    return out;
  }

  void pricing() {
    const Minor list = separatePrice(book_, offer_);
    const Minor price = askedPrice(book_, offer_);
    answer(kPricing, money(price) + (price < list ? " instead of " + money(list) : ""));
    const PriceBand& band = book_.book().policy.priceBand;
    for (std::size_t i = 0; i < tiedProducts_.size() && i < kShown; ++i) {
      const Product& product = *tiedProducts_[i].product;
      const bool replaces = offer_.type == OfferType::Upsell && offer_.items.size() == 1 &&
                            tiedProducts_[i].relation == Relation::Upgrade;
      Minor step = replaces ? price - product.price : price;
      for (const Item& item : offer_.items) {
        if (offer_.type == OfferType::Bundle && item.product == product.id) step -= product.price * item.quantity;
      }
      const PriceLimits limits = priceLimits(band, product.price);
      answer(kPricing,
             (step != price ? money(step) + (replaces ? " more, " : " beyond the product on the page, ") : "") +
                 ratioText(step, product.price) + " of the price of " + product.title + ", " + money(product.price) +
                 (step < limits.min   ? ": below the price band, so shown only with a smaller order"
                  : step > limits.max ? ": above the price band, so shown only with a larger order"
                                      : ""));
    }
    answer(kPricing, "the price band of the book is " + percentText(band.minBps) + " to " + percentText(band.maxBps) +
                         " of an order");
    if (offer_.margin) {
      answer(kPricing, "margin " + money(*offer_.margin) + ", " + ratioText(*offer_.margin, price) + " of the price");
    } else {
      missing(kPricing, "a `margin`: without it, the offer is expected to earn nothing");
    }
  }

  /** A text as a shopper reads it after buying the first tied product. */
  [[nodiscard]] std::string filled(std::string text, const std::string& locale) const {
    const std::string trigger =
        tiedProducts_.empty() ? "the product bought" : std::string(titleIn(*tiedProducts_.front().product, locale));
    const std::string price = formatMoney(askedPrice(book_, offer_), book_.book().currency, locale);
    const std::string items = itemTitles(locale);
    for (const auto& [name, with] : {std::pair<std::string_view, const std::string&>("{trigger}", trigger),
                                     std::pair<std::string_view, const std::string&>("{item}", items),
                                     std::pair<std::string_view, const std::string&>("{price}", price)}) {
      for (std::size_t at = 0; (at = text.find(name, at)) != std::string::npos; at += with.size()) {
        text.replace(at, name.size(), with);
      }
    }
    return text;
  }

  void framing() {
    for (const Copy& copy : offer_.copy) {
      answer(kFraming,
             copy.locale + ": “" + filled(copy.headline, copy.locale) + "” " + filled(copy.benefit, copy.locale));
    }
  }

  void friction() {
    if (isAt(Placement::Checkout)) answer(kFriction, "at checkout: one box to tick, paid with the order");
    if (isAt(Placement::PostPurchase)) {
      answer(kFriction, "after payment: one click where the platform can charge again");
      answer(kFriction, offer_.link.empty() ? "otherwise nothing is shown" : "otherwise a link: " + offer_.link);
    }
    if (isAt(Placement::ThankYou) || isAt(Placement::Email)) answer(kFriction, "by link: " + offer_.link);
    const bool links = !offer_.link.empty();
    for (const Copy& copy : offer_.copy) {
      if (links && copy.incentive.empty()) {
        missing(kFriction,
                copy.locale + ": an `incentive` for the link, because payment details are entered again there");
      }
    }
  }

  void decline() {
    answer(kDecline,
           "after payment: “No thank you” in the shopper's language, on a button as large as the one that accepts");
    if (isAt(Placement::Checkout)) answer(kDecline, "at checkout: only the shopper can tick the box");
  }

  void measurement() {
    // Typical ranges and their sources are those of docs/craft.md.
    if (isAt(Placement::PostPurchase)) {
      answer(kMeasurement,
             "one-click take-rate: typically 5–15 % (ReConvert 2023: mean 4.7 %, best 28.3 %; vendor-reported)");
    }
    if (isAt(Placement::Checkout)) {
      answer(kMeasurement, "bump take-rate: typically 10–35 %, well matched 30–40 % (SamCart 2024)");
    }
    answer(kMeasurement,
           "AOV uplift: 10–30 % of the mean order value; first read after 30 days and 200–300 orders per arm");
    if (offer_.evidence) {
      answer(kMeasurement, "so far " + std::to_string(offer_.evidence->accepted) + " of " +
                               std::to_string(offer_.evidence->shown) + " shoppers accepted it, " +
                               std::to_string(offer_.evidence->returned) + " returned it");
    } else {
      missing(kMeasurement, "`evidence`: how often it was shown, accepted and returned so far");
    }
    if (book_.book().holdout) {
      answer(kMeasurement, "holdout: " + percentText(book_.book().holdout->shareBps) +
                               " of visitors are shown nothing, and measured");
    } else {
      missing(kMeasurement, "a `holdout`: without it, no uplift can be measured");
    }
    for (const std::uint32_t index : book_.experimentsOf(offer_)) {
      const Experiment& experiment = book_.book().experiments[index];
      std::string arms;
      for (const Arm& arm : experiment.arms) {
        arms += (arms.empty() ? "" : ", ") + arm.id + " " + percentText(arm.weightBps);
      }
      answer(kMeasurement, "experiment " + experiment.id + " on the " + std::string(toString(experiment.variable)) +
                               ": " + arms + "; it covers " +
                               (experiment.coverageBps == 0 ? "no visitors yet"
                                                            : percentText(experiment.coverageBps) + " of visitors"));
    }
  }

  /** Adds the findings on this offer and its experiments to their stages. */
  void takeFindings(const std::vector<Finding>& findings) {
    const Book& book = book_.book();
    const auto offer = static_cast<std::size_t>(&offer_ - book.offers.data());
    for (const Finding& finding : findings) {
      bool isOurs = finding.offer == offer;
      for (const std::uint32_t index : book_.experimentsOf(offer_)) {
        isOurs = isOurs || finding.pointer.starts_with("/experiments/" + std::to_string(index) + "/");
      }
      if (!isOurs) continue;
      sheet_.stages[stageOf(finding.code)].remarks.push_back(
          {finding.severity, toString(finding.code), finding.message, finding.hint});
    }
    for (Stage& stage : sheet_.stages) {
      std::stable_sort(stage.remarks.begin(), stage.remarks.end(),
                       [](const Remark& a, const Remark& b) { return a.severity < b.severity; });
    }
  }

  const IndexedBook& book_;
  const Offer& offer_;
  std::string english_;  ///< the locale for dates
  std::vector<TiedProduct> tiedProducts_;
  Worksheet sheet_;
};

}  // namespace

Worksheet fill(const IndexedBook& book, const Offer& offer, const std::vector<Finding>& findings, Millis at,
               const Pictures& pictures) {
  return Filler(book, offer, at, pictures).fill(findings);
}

}  // namespace aftermint::worksheet
