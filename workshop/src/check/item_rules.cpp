/** @file Rules on what an offer holds. */
#include "check/findings.h"
#include "decide/offer_rules.h"
#include "decide/pricing.h"

namespace aftermint {
namespace {

void checkRecurring(const IndexedBook& book, const Offer& offer, const Product& product, Findings& findings) {
  const Copy* copy = copyFor(offer.copy, book.book().locale, book.book().locale);
  if (copy != nullptr && copy->terms.empty()) {
    findings.add(FindingCode::Recurring, Severity::Error, "/copy/" + copy->locale,
                 "“" + product.id + "” is charged again and again, and its terms are not stated (15 USC 8403).",
                 "Say in `terms` what is charged, how often, and how to stop it.");
  }
  for (std::size_t i = 0; i < offer.placements.size(); ++i) {
    if (afterPayment(offer.placements[i])) continue;
    findings.add(FindingCode::Recurring, Severity::Error, "/placements/" + std::to_string(i),
                 "“" + product.id + "” is charged again and again, and at " +
                     std::string(toString(offer.placements[i])) + " one tick cannot be two consents (15 USC 8403).",
                 "Offer it after payment, where it asks for a consent of its own.");
  }
}

/** Pieces that this item and those before it take of one stock; what is sold out is never shown. */
void checkStock(const Product& product, const Offer& offer, std::size_t index, Findings& findings) {
  const Item& item = offer.items[index];
  const Variant* variant = variantOf(product, item.variant);
  const bool ownStock = variant != nullptr && variant->stock;
  const std::optional<std::int64_t> stock = ownStock ? variant->stock : product.stock;
  if (!stock) return;
  std::int64_t wanted = 0;
  for (std::size_t i = 0; i <= index; ++i) {
    const Item& each = offer.items[i];
    if (each.product == item.product && (!ownStock || each.variant == item.variant)) wanted += each.quantity;
  }
  if (*stock >= wanted) return;
  const std::string name = "“" + product.id + "”" + (item.variant.empty() ? "" : ", “" + item.variant + "”,");
  findings.add(FindingCode::StockShort, Severity::Warning, "/items/" + std::to_string(index),
               *stock == 0 ? name + " is sold out: the offer is not shown until there is more."
                           : "Of " + name + " there are " + std::to_string(*stock) + ", and " + std::to_string(wanted) +
                                 " are offered: the offer is not shown until there are more.",
               variant != nullptr ? "Offer another variant, or look at the stock."
                                  : "Look at the stock, or offer something else.");
}

}  // namespace

void checkItems(const IndexedBook& book, const Offer& offer, Findings& findings) {
  for (std::size_t i = 0; i < offer.items.size(); ++i) {
    const Item& item = offer.items[i];
    const Product& product = *book.product(item.product);
    const std::string place = "/items/" + std::to_string(i);
    if (!product.seller.empty() && product.seller != book.book().merchant) {
      findings.add(FindingCode::Seller, Severity::Error, place,
                   "“" + product.id + "” is sold by “" + product.seller +
                       "”: 15 USC 8402 forbids passing payment data to another seller.",
                   "Offer only the merchant's own products.");
    }
    if (!product.variants.empty() && item.variant.empty()) {
      findings.add(FindingCode::VariantMissing, Severity::Warning, place,
                   "“" + product.id + "” comes in variants, and none is named: nobody can pack it.",
                   "Name a `variant`; an offer of one click leaves no room to choose.");
    }
    if (product.maxPerOrder && *product.maxPerOrder < item.quantity) {
      findings.add(FindingCode::QuantityLimit, Severity::Error, place + "/quantity",
                   "One order may hold " + std::to_string(*product.maxPerOrder) + " of “" + product.id + "”, not " +
                       std::to_string(item.quantity) + ".",
                   "Offer fewer, or raise `maxPerOrder`.");
    }
    checkStock(product, offer, i, findings);
    if (product.recurring) checkRecurring(book, offer, product, findings);
  }
}

}  // namespace aftermint
