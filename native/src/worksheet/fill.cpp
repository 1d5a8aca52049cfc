#include <unicode/unistr.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "aftermint/check.h"
#include "aftermint/craft.h"
#include "aftermint/language.h"
#include "clock.h"
#include "money.h"
#include "worksheet/worksheet.h"

namespace aftermint::worksheet {
namespace {

template <class T>
bool contains(const List<T>& list, const T& wanted) {
  return std::find(list.begin(), list.end(), wanted) != list.end();
}

std::string percent(std::int64_t part, std::int64_t whole) {
  if (whole <= 0) return "no share";
  const std::int64_t tenths = (part * 1000 + whole / 2) / whole;
  return std::to_string(tenths / 10) + (tenths % 10 == 0 ? "" : "." + std::to_string(tenths % 10)) + " %";
}

/** How a product is tied to what is offered after it, in words. */
std::string wordsOf(Relation relation, const Product& bought, const Offer& offer) {
  switch (relation) {
    case Relation::Upgrade:
      return "is its better version";
    case Relation::Complement:
      return "is declared to improve its use";
    case Relation::Bundle:
      return "is declared to go into a bundle with it";
    case Relation::Product:
      return "is tied to it by name alone";
    case Relation::Category:
      return "is tied to its category, " + bought.category;
    case Relation::Tag:
      break;
  }
  for (const std::string& tag : bought.tags) {
    if (contains(offer.triggers.tags, tag)) return "is tied to its tag, " + tag;
  }
  return "is tied to one of its tags";
}

/** A product after which `decide` comes to the offer. */
struct Neighbour {
  const Product* product = nullptr;
  Relation relation = Relation::Tag;
};

std::vector<Neighbour> neighboursOf(const IndexedBook& book, const Offer& offer) {
  std::vector<Neighbour> out;
  for (const Product& product : book.book().products) {
    if (const std::optional<Relation> relation = tieOf(book, offer, product)) out.push_back({&product, *relation});
  }
  std::stable_sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.relation < b.relation; });
  return out;
}

/** The book's region with our words: a date is written as people there expect it, in English. */
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
      : book_(book), offer_(offer), english_(englishOf(book.book().locale)), neighbours_(neighboursOf(book, offer)) {
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
  static constexpr std::size_t kShown = 8;  ///< neighbours told of

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
    if (!neighbours_.empty()) {
      sheet_.summary += ", after " + neighbours_.front().product->title;
      if (neighbours_.size() > 1) sheet_.summary += " and " + counted(neighbours_.size() - 1) + " more";
    }
    sheet_.state = offer_.approved ? "Approved" : "A proposal: not shown before somebody approves it";
    if (offer_.reviewed) {
      sheet_.state +=
          (offer_.approved ? ", looked at " : ". Looked at ") + formatForPeople(offer_.reviewed->at, english_);
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
    for (std::size_t i = 0; i < neighbours_.size() && i < kShown; ++i) {
      const Product& product = *neighbours_[i].product;
      answer(kSelection, "after " + product.title + ": it " + wordsOf(neighbours_[i].relation, product, offer_));
    }
    if (neighbours_.size() > kShown) {
      answer(kSelection, "and after " + counted(neighbours_.size() - kShown) + " more products");
    }
    if (neighbours_.empty()) missing(kSelection, "a product it is shown after");
    if (offer_.reviewed) {
      answer(kSelection, "last looked at " + formatForPeople(offer_.reviewed->at, english_) +
                             (offer_.reviewed->by.empty() ? "" : " by " + offer_.reviewed->by));
    } else {
      missing(kSelection, "a day on which somebody looked at it (`aftermint approve` writes it)");
    }
  }

  void type() {
    answer(kType, typeName() + ": " + std::string(kOfferTypeMeanings[static_cast<std::size_t>(offer_.type)]));
    for (const auto& [product, relation] : neighbours_) {
      if (product->kind == ProductKind::Consumable && offer_.type == OfferType::CrossSell) {
        answer(kType, product->title + " is used up and bought again: if there is a larger one, an upsell suits it");
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
    if (!offer_.when.isNull()) answer(kPlacement, "where its condition holds");
    if (offer_.frequencyCap) {
      const std::int64_t hours = offer_.frequencyCap->seconds / 3600;
      answer(kPlacement, "one shopper sees it " + std::to_string(offer_.frequencyCap->exposures) +
                             " times at most in " +
                             (hours >= 48  ? std::to_string(hours / 24) + " days"
                              : hours >= 1 ? std::to_string(hours) + " hours"
                                           : std::to_string(offer_.frequencyCap->seconds) + " seconds"));
    } else {
      missing(kPlacement, "a frequencyCap: how often one shopper sees it");
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
    answer(kPricing, money(price) + (price < list ? ", below the " + money(list) + " it costs by itself" : ""));
    const PriceBand& band = book_.book().policy.priceBand;
    for (std::size_t i = 0; i < neighbours_.size() && i < kShown; ++i) {
      const Product& product = *neighbours_[i].product;
      const bool replaces =
          offer_.type == OfferType::Upsell && offer_.items.size() == 1 && neighbours_[i].relation == Relation::Upgrade;
      Minor step = replaces ? price - product.price : price;
      for (const Item& item : offer_.items) {
        if (offer_.type == OfferType::Bundle && item.product == product.id) step -= product.price * item.quantity;
      }
      const PriceLimits limits = priceLimits(band, product.price);
      answer(kPricing, (step != price ? money(step) + (replaces ? " more, " : " beyond it, ") : "") +
                           percent(step, product.price) + " of " + product.title + " alone, " + money(product.price) +
                           (step < limits.min   ? ": below the band, shown with a smaller order only"
                            : step > limits.max ? ": above the band, shown with a larger order only"
                                                : ""));
    }
    answer(kPricing, "the book's band is " + percent(band.minBps, 10'000) + " to " + percent(band.maxBps, 10'000) +
                         " of an order");
    if (offer_.margin) {
      answer(kPricing, "margin " + money(*offer_.margin) + ", " + percent(*offer_.margin, price) + " of the price");
    } else {
      missing(kPricing, "a margin: without it the offer is expected to earn nothing");
    }
  }

  /** A text as a shopper reads it after the first neighbour. */
  [[nodiscard]] std::string filled(std::string text, const std::string& locale) const {
    const std::string trigger =
        neighbours_.empty() ? "what was bought" : std::string(titleIn(*neighbours_.front().product, locale));
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
      answer(kFriction, offer_.link.empty() ? "where it cannot, nothing is shown" : "where it cannot: " + offer_.link);
    }
    if (isAt(Placement::ThankYou) || isAt(Placement::Email)) answer(kFriction, "by link: " + offer_.link);
    const bool links = !offer_.link.empty();
    for (const Copy& copy : offer_.copy) {
      if (links && copy.incentive.empty()) {
        missing(kFriction, copy.locale + ": an incentive on the link path, where payment is entered again");
      }
    }
  }

  void decline() {
    answer(kDecline,
           "after payment: “No thank you”, our words in the shopper's language, a button as large as the accept");
    if (isAt(Placement::Checkout)) answer(kDecline, "at checkout: the box is never ticked by anybody but the shopper");
  }

  void measurement() {
    // Orientation ranges with their sources, as CRAFT.md has them.
    if (isAt(Placement::PostPurchase)) {
      answer(kMeasurement,
             "one-click take-rate: typically 5–15 % (ReConvert 2023: mean 4.7 %, best 28.3 %; vendor-reported)");
    }
    if (isAt(Placement::Checkout)) {
      answer(kMeasurement, "bump take-rate: typically 10–35 %, well matched 30–40 % (SamCart 2024)");
    }
    answer(kMeasurement,
           "AOV uplift: 10–30 % on the mean order value; first read at 30 days, 200–300 orders a variant");
    if (offer_.evidence) {
      answer(kMeasurement, "so far " + std::to_string(offer_.evidence->accepted) + " of " +
                               std::to_string(offer_.evidence->shown) + " took it, " +
                               std::to_string(offer_.evidence->returned) + " came back");
    } else {
      missing(kMeasurement, "evidence: what was shown, taken and sent back so far");
    }
    if (book_.book().holdout) {
      answer(kMeasurement, "holdout: " + percent(book_.book().holdout->shareBps, 10'000) +
                               " of visitors are shown nothing, and measured");
    } else {
      missing(kMeasurement, "a holdout: without it an uplift cannot be told");
    }
    for (const std::uint32_t index : book_.experimentsOf(offer_)) {
      const Experiment& experiment = book_.book().experiments[index];
      std::string arms;
      for (const Arm& arm : experiment.arms) {
        arms += (arms.empty() ? "" : ", ") + arm.id + " " + percent(arm.weightBps, 10'000);
      }
      answer(
          kMeasurement,
          "experiment " + experiment.id + " on the " + std::string(toString(experiment.variable)) + ": " + arms +
              "; it reaches " +
              (experiment.coverageBps == 0 ? "nobody yet" : percent(experiment.coverageBps, 10'000) + " of visitors"));
    }
  }

  /** Findings on this offer and on its experiments go to their stages. */
  void takeFindings(const std::vector<Finding>& findings) {
    const Book& book = book_.book();
    const std::string offer = "/offers/" + std::to_string(&offer_ - book.offers.data());
    for (const Finding& finding : findings) {
      bool isOurs = finding.pointer == offer || finding.pointer.starts_with(offer + "/");
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
  std::string english_;  ///< the locale of dates
  std::vector<Neighbour> neighbours_;
  Worksheet sheet_;
};

}  // namespace

Worksheet fill(const IndexedBook& book, const Offer& offer, const std::vector<Finding>& findings, Millis at,
               const Pictures& pictures) {
  return Filler(book, offer, at, pictures).fill(findings);
}

}  // namespace aftermint::worksheet
