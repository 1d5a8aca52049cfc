#include "draft/proposal.h"

#include <algorithm>

#include "aftermint/answer.h"
#include "aftermint/craft.h"
#include "book/make_id.h"

namespace aftermint::draft {
namespace {

/** The page that sells the same as the offer, or an empty text. */
std::string pageOf(const IndexedBook& book, const Offer& offer) {
  const Item& item = offer.items.front();
  if (offer.items.size() != 1 || item.quantity != 1 || offer.type == OfferType::Bundle) return {};
  const Product& product = *book.product(item.product);
  const bool replaces =
      offer.type == OfferType::Upsell && std::find(product.upgradeOf.begin(), product.upgradeOf.end(),
                                                   offer.triggers.products.front()) != product.upgradeOf.end();
  if (replaces || askedPrice(book, offer) != separatePrice(book, offer)) return {};
  return product.url;
}

}  // namespace

const Text& labelAt(Placement placement, const AnsweredCopy& copy) {
  if (placement == Placement::ProductPage) return copy.accept;
  const Text& own = placement == Placement::Checkout ? copy.bump : copy.linkAccept;
  return own.empty() ? copy.accept : own;
}

std::vector<std::string> unusedLabels(const AnsweredOffer& answered, Placement placement, std::size_t number) {
  std::vector<std::string> unused;
  for (const AnsweredCopy& copy : answered.copy) {
    const std::string place = "/offers/" + std::to_string(number) + "/copy/" + copy.locale;
    const Text* used = &labelAt(placement, copy);
    if (used != &copy.bump && !copy.bump.empty()) unused.push_back(place + "/bump");
    if (used != &copy.accept && !copy.accept.empty()) unused.push_back(place + "/accept");
    if (used != &copy.linkAccept && !copy.linkAccept.empty()) unused.push_back(place + "/linkAccept");
  }
  return unused;
}

Offer proposalOf(const IndexedBook& book, const AnsweredOffer& answered, const Asked& asked) {
  Offer offer;
  offer.type = answered.type;
  offer.triggers.products = {asked.product->id};
  offer.items = answered.items;
  offer.price = answered.price;
  offer.placements = {asked.placement};
  for (const AnsweredCopy& each : answered.copy) {
    Copy& copy = offer.copy.emplace_back();
    copy.locale = each.locale;
    copy.headline = each.headlines.front();
    copy.benefit = each.benefit;
    (afterPayment(asked.placement) ? copy.linkAccept : copy.accept) = labelAt(asked.placement, each);
  }
  if (afterPayment(asked.placement)) offer.link = pageOf(book, offer);
  offer.approved = false;
  return offer;
}

std::string idOf(const Offer& proposal) {
  std::string name = proposal.triggers.products.front();
  char tie = ':';
  for (const Item& item : proposal.items) {
    name += tie + item.product;
    tie = '+';
  }
  return makeId(name);
}

}  // namespace aftermint::draft
