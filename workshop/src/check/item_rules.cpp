/** @file Rules on the items of an offer: seller, variant, quantity, stock and recurring charges. */
#include "check/findings.h"
#include "decide/offer_rules.h"
#include "decide/pricing.h"

namespace aftermint {
namespace {

void checkRecurring(const IndexedBook& book, const Offer& offer, const Product& product, Findings& findings) {
  const Copy* copy = copyFor(offer.copy, book.book().locale, book.book().locale);
  if (copy != nullptr && copy->terms.empty()) {
    findings.add(FindingCode::Recurring, Severity::Error, "/copy/" + copy->locale,
                 "“" + product.id + "” is a recurring charge, and the copy does not state its terms (15 USC 8403).",
                 "Say in `terms` how much is charged, how often, and how to cancel.");
  }
  for (std::size_t i = 0; i < offer.placements.size(); ++i) {
    if (afterPayment(offer.placements[i])) continue;
    findings.add(FindingCode::Recurring, Severity::Error, "/placements/" + std::to_string(i),
                 "“" + product.id + "” is a recurring charge. At “" + std::string(toString(offer.placements[i])) +
                     "” the shopper cannot consent to it separately, as the law requires (15 USC 8403).",
                 "Show this offer after payment, where the shopper gives a separate consent.");
  }
}

/** Compares the stock with the pieces that this item and the items before it take from it. */
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
  const std::string name = "“" + product.id + "”" + (item.variant.empty() ? "" : " (“" + item.variant + "”)");
  findings.add(FindingCode::StockShort, Severity::Warning, "/items/" + std::to_string(index),
               *stock == 0 ? name + " is sold out, so the offer is not shown until it is back in stock."
                           : name + " has " + std::to_string(*stock) + " in stock, but the offer needs " +
                                 std::to_string(wanted) + ". It is not shown until there are enough.",
               variant != nullptr ? "Correct the stock, or offer another variant."
                                  : "Correct the stock, or offer another product.");
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
                       "”, and the law forbids passing payment data to another seller (15 USC 8402).",
                   "Offer only products that your own shop sells.");
    }
    if (!product.variants.empty() && item.variant.empty()) {
      findings.add(FindingCode::VariantMissing, Severity::Warning, place,
                   "“" + product.id + "” has variants, but the offer names none, so nobody knows which one to send.",
                   "Add `variant`. With one click the shopper cannot choose.");
    }
    if (product.maxPerOrder && *product.maxPerOrder < item.quantity) {
      findings.add(FindingCode::QuantityLimit, Severity::Error, place + "/quantity",
                   "One order may contain at most " + std::to_string(*product.maxPerOrder) + " of “" + product.id +
                       "”, but the offer has " + std::to_string(item.quantity) + ".",
                   "Offer fewer, or raise `maxPerOrder`.");
    }
    checkStock(product, offer, i, findings);
    if (product.recurring) checkRecurring(book, offer, product, findings);
  }
}

}  // namespace aftermint
