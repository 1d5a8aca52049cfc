/** @file Rules on what an offer costs. */
#include <algorithm>

#include "check/amounts.h"
#include "check/findings.h"
#include "decide/pricing.h"

namespace aftermint {
namespace {

void checkPriorPrice(const Offer& offer, Minor price, Findings& findings) {
  if (offer.priorPrice->amount > offer.priorPrice->lowest30d) {
    findings.add(FindingCode::PriorPrice, Severity::Error, "/priorPrice",
                 "The prior price is higher than the lowest price of the last 30 days, which the law forbids "
                 "(Directive 98/6/EC, "
                 "art. 6a; C-330/23).",
                 "Set `amount` to the lowest price of the last 30 days.");
  }
  if (offer.priorPrice->amount <= price) {
    findings.add(FindingCode::PriorPrice, Severity::Error, "/priorPrice",
                 "The prior price is not higher than the price of the offer, so there is no reduction to show.",
                 "Correct the prior price, or remove it.");
  }
}

/** True if this offer is an upsell that replaces that product: it has one item, which is an upgrade of the product. */
bool replaces(const IndexedBook& book, const Offer& offer, std::string_view product) {
  if (offer.type != OfferType::Upsell || offer.items.size() != 1) return false;
  const std::vector<std::string>& lesser = book.product(offer.items.front().product)->upgradeOf;
  return std::find(lesser.begin(), lesser.end(), product) != lesser.end();
}

void checkUpgrade(const IndexedBook& book, const Offer& offer, Minor price, Findings& findings) {
  if (offer.items.size() != 1) return;
  for (const std::string& id : book.product(offer.items.front().product)->upgradeOf) {
    const Product* lesser = book.product(id);
    if (lesser == nullptr || !replaces(book, offer, id) || price >= lesser->price) continue;
    findings.add(FindingCode::UpgradePrice, Severity::Error, "/price",
                 "The upgrade costs less than “" + id + "”, which it replaces, so the shopper would get money back.",
                 "Set `price` to the full price of the upgraded product. The shopper pays only the difference.");
    return;
  }
}

/** How the price of an offer compares with one product bought. */
struct Comparison {
  const Product* bought = nullptr;
  Minor included = 0;     ///< the part of the offer's price that the shopper has chosen already
  bool replaces = false;  ///< the offer replaces the product
};

Comparison compareWith(const IndexedBook& book, const Offer& offer, const Product& bought) {
  Comparison out{&bought, 0, replaces(book, offer, bought.id)};
  if (out.replaces) out.included = bought.price;
  for (const Item& item : offer.items) {
    if (offer.type == OfferType::Bundle && item.product == bought.id) out.included += bought.price * item.quantity;
  }
  return out;
}

/** The hint of price_band: which prices fit, or that none does. */
std::string fittingPrice(const IndexedBook& book, const Offer& offer, const Comparison& comparison,
                         const PriceLimits& band) {
  const auto money = [&book](Minor amount) { return plainMoney(amount, book.book().currency); };
  const Minor list = listPrice(book, offer.items);
  const Minor least = comparison.included + band.min;
  const Minor most = std::min(comparison.included + band.max, offer.type == OfferType::Bundle ? list - 1 : list);
  if (least > most) {
    return "No price up to its normal price of " + money(list) + " is in this range. Offer " +
           (least > list ? "something more expensive" : "it after another purchase") +
           ", or choose another product to trigger it.";
  }
  const std::string what = comparison.replaces               ? "Choose a full price of "
                           : offer.type == OfferType::Bundle ? "Choose a price for the bundle of "
                                                             : "Choose a price of ";
  return what + (least == most ? money(least) : money(least) + " to " + money(most)) +
         (comparison.replaces
              ? ", so that the shopper pays " + money(band.min) + " to " + money(most - comparison.included) + " more"
              : "") +
         ", or choose another product to trigger it.";
}

/** The products that the price is compared with: those named in `for`, or those that an upgrade replaces. */
TriggerProducts comparedProducts(const IndexedBook& book, const TriggerProducts& triggerProducts, const Offer& offer) {
  TriggerProducts out;
  for (const std::string& id : offer.triggers.products) out.push_back(book.product(id));
  if (!out.empty()) return out;
  for (const Product* product : triggerProducts) {
    if (replaces(book, offer, product->id)) out.push_back(product);
  }
  return out;
}

void checkBand(const IndexedBook& book, const TriggerProducts& triggerProducts, const Offer& offer, Minor price,
               Findings& findings) {
  const auto money = [&book](Minor amount) { return plainMoney(amount, book.book().currency); };
  for (const Product* bought : comparedProducts(book, triggerProducts, offer)) {
    const Comparison comparison = compareWith(book, offer, *bought);
    const Minor step = price - comparison.included;
    const PriceLimits band = priceLimits(book.book().policy.priceBand, bought->price);
    if (step >= band.min && step <= band.max) continue;
    const bool isBundle = comparison.included != 0 && !comparison.replaces;
    findings.add(FindingCode::PriceBand, Severity::Warning, "/price",
                 (comparison.replaces ? "To replace “"
                  : isBundle          ? "On top of “"
                                      : "With an order of “") +
                     bought->id + "”" + (comparison.replaces || isBundle ? "" : " alone") + " (" +
                     money(bought->price) + ") the shopper pays " + money(step) +
                     (comparison.replaces || isBundle ? " more" : " for this offer") + ". The price range for it is " +
                     money(band.min) + " to " + money(band.max) + ", so it is shown only with a " +
                     (step > band.max ? "larger" : "smaller") + " order.",
                 fittingPrice(book, offer, comparison, band));
    return;
  }
}

/** A margin above the price would rank the offer before better ones. */
void checkMargin(const IndexedBook& book, const Offer& offer, Minor price, Findings& findings) {
  if (!offer.margin) return;
  Minor least = price;
  for (const std::uint32_t index : book.experimentsOf(offer)) {
    for (const Arm& arm : book.book().experiments[index].arms) {
      if (arm.price) least = std::min(least, chargedPrice(book, *arm.price, offer.items));
    }
  }
  if (*offer.margin > least) {
    findings.add(FindingCode::MarginAbove, Severity::Warning, "/margin",
                 "`margin` is " + plainMoney(*offer.margin, book.book().currency) + ", but " +
                     (least < price ? "an experiment's arm sells the offer for " : "the offer costs only ") +
                     plainMoney(least, book.book().currency) + ". It is ranked above better offers because of this.",
                 "Set `margin` to the price minus what the items cost the shop.");
  }
  if (!offer.evidence || offer.evidence->shown == 0) {
    findings.add(FindingCode::NoEvidence, Severity::Info, "/margin",
                 "There are no results for “" + offer.id +
                     "” yet. Its rank assumes that 10 % of the shoppers who see it accept it.",
                 "Treat the rank as a guess until `evidence` holds how often it was shown and accepted.");
  }
}

}  // namespace

void checkPrices(const IndexedBook& book, const TriggerProducts& triggerProducts, const Offer& offer,
                 Findings& findings) {
  const Minor price = chargedPrice(book, offer.price, offer.items);
  if (offer.priorPrice) checkPriorPrice(offer, price, findings);
  checkUpgrade(book, offer, price, findings);
  if (offer.type == OfferType::Bundle && price >= listPrice(book, offer.items)) {
    findings.add(FindingCode::BundlePrice, Severity::Error, "/price",
                 "The bundle does not cost less than its products bought one by one.",
                 "Choose a price below their sum, or make the offer a cross_sell.");
  }
  checkBand(book, triggerProducts, offer, price, findings);
  checkMargin(book, offer, price, findings);
}

}  // namespace aftermint
