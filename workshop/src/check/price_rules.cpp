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
                 "The prior price is above the lowest of the last 30 days (Directive 98/6/EC, art. 6a; C-330/23).",
                 "Name the lowest price of the last 30 days as `amount`.");
  }
  if (offer.priorPrice->amount <= price) {
    findings.add(FindingCode::PriorPrice, Severity::Error, "/priorPrice",
                 "The prior price is not above the price asked.", "Take it out, or correct it.");
  }
}

/** Whether an upsell of this offer takes the place of that product: one item, declared to be its better version. */
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
    findings.add(
        FindingCode::UpgradePrice, Severity::Error, "/price",
        "The upgrade costs less than “" + id + "”, which it takes the place of: the difference would be paid back.",
        "`price` is that of the upgraded product; the shopper pays the difference.");
    return;
  }
}

/** What the price of an offer is held against beside one product bought. */
struct Beside {
  const Product* bought = nullptr;
  Minor own = 0;  ///< of the offer's price, what was chosen already: of an upgrade the line it takes the place of
  bool replaces = false;  ///< the offer takes the place of the product
};

Beside besideOf(const IndexedBook& book, const Offer& offer, const Product& bought) {
  Beside out{&bought, 0, replaces(book, offer, bought.id)};
  if (out.replaces) out.own = bought.price;
  for (const Item& item : offer.items) {
    if (offer.type == OfferType::Bundle && item.product == bought.id) out.own += bought.price * item.quantity;
  }
  return out;
}

/** What to ask so that the step fits, in money; in words where no price up to the items' own does. */
std::string fittingPrice(const IndexedBook& book, const Offer& offer, const Beside& beside, const PriceLimits& band) {
  const auto money = [&book](Minor amount) { return plainMoney(amount, book.book().currency); };
  const Minor list = listPrice(book, offer.items);
  const Minor least = beside.own + band.min;
  const Minor most = std::min(beside.own + band.max, offer.type == OfferType::Bundle ? list - 1 : list);
  if (least > most) {
    return "No price up to the " + money(list) + " that it costs by itself is in the band: offer " +
           (least > list ? "something dearer" : "it after something else") + ", or take another trigger.";
  }
  const std::string what = beside.replaces                   ? "Ask a whole price of "
                           : offer.type == OfferType::Bundle ? "Ask for the bundle "
                                                             : "Choose a price of ";
  return what + (least == most ? money(least) : money(least) + " to " + money(most)) +
         (beside.replaces
              ? ", so that the shopper pays " + money(band.min) + " to " + money(most - beside.own) + " more"
              : "") +
         ", or take another trigger.";
}

/** The products beside which the price is judged: those named, and those that an upgrade takes the place of. */
Primaries judgedBeside(const IndexedBook& book, const Primaries& primaries, const Offer& offer) {
  Primaries out;
  for (const std::string& id : offer.triggers.products) out.push_back(book.product(id));
  if (!out.empty()) return out;
  for (const Product* product : primaries) {
    if (replaces(book, offer, product->id)) out.push_back(product);
  }
  return out;
}

void checkBand(const IndexedBook& book, const Primaries& primaries, const Offer& offer, Minor price,
               Findings& findings) {
  const auto money = [&book](Minor amount) { return plainMoney(amount, book.book().currency); };
  for (const Product* bought : judgedBeside(book, primaries, offer)) {
    const Beside beside = besideOf(book, offer, *bought);
    const Minor step = price - beside.own;
    const PriceLimits band = priceLimits(book.book().policy.priceBand, bought->price);
    if (step >= band.min && step <= band.max) continue;
    const bool isBundle = beside.own != 0 && !beside.replaces;
    findings.add(FindingCode::PriceBand, Severity::Warning, "/price",
                 (beside.replaces ? "In place of “"
                  : isBundle      ? "Beyond “"
                                  : "Beside “") +
                     bought->id + "” alone (" + money(bought->price) + ") the shopper pays " + money(step) +
                     (beside.replaces ? " more" : "") + ", outside the band of " + money(band.min) + " to " +
                     money(band.max) + ": it is shown only with a larger or smaller order.",
                 fittingPrice(book, offer, beside, band));
    return;
  }
}

/** A margin that no accept can earn puts the offer before better ones. */
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
                 "One accept is said to earn " + plainMoney(*offer.margin, book.book().currency) + ", and " +
                     (least < price ? "an arm asks only " : "it asks only ") + plainMoney(least, book.book().currency) +
                     ": it is ranked above what it can bring.",
                 "`margin` is the price less what the items cost the shop.");
  }
  if (!offer.evidence || offer.evidence->shown == 0) {
    findings.add(FindingCode::NoEvidence, Severity::Info, "/margin",
                 "Nothing is measured of “" + offer.id +
                     "” yet: its rank rests on a built-in belief that 10 % of those who see it take it.",
                 "Read the rank as a guess until `evidence` says what was shown and taken.");
  }
}

}  // namespace

void checkPrices(const IndexedBook& book, const Primaries& primaries, const Offer& offer, Findings& findings) {
  const Minor price = chargedPrice(book, offer.price, offer.items);
  if (offer.priorPrice) checkPriorPrice(offer, price, findings);
  checkUpgrade(book, offer, price, findings);
  if (offer.type == OfferType::Bundle && price >= listPrice(book, offer.items)) {
    findings.add(FindingCode::BundlePrice, Severity::Error, "/price",
                 "The bundle is not below the price of its parts bought one by one.",
                 "Take a price below the sum, or make it a cross_sell.");
  }
  checkBand(book, primaries, offer, price, findings);
  checkMargin(book, offer, price, findings);
}

}  // namespace aftermint
