/** @file Rule refresh: whether an offer, or a product it depends on, changed since somebody reviewed it. */
#include <algorithm>

#include "aftermint/check.h"
#include "check/findings.h"

namespace aftermint {
namespace {

constexpr Millis kQuarter = Millis{91} * 24 * 3600 * 1000;

/** FNV-1a over 64 bits (draft-eastlake-fnv). It detects changes, and is no protection against forgery. */
class Fnv {
 public:
  void add(std::string_view text) {
    for (const char c : text) step(static_cast<unsigned char>(c));
    step(0xff);  // never part of UTF-8, so it separates two texts
  }
  void add(std::int64_t number) { add(std::to_string(number)); }
  [[nodiscard]] std::string hex() const {
    std::string out;
    for (int shift = 60; shift >= 0; shift -= 4) out += "0123456789abcdef"[state_ >> shift & 15];
    return out;
  }

 private:
  void step(std::uint64_t byte) { state_ = (state_ ^ byte) * 1099511628211ULL; }
  std::uint64_t state_ = 14695981039346656037ULL;
};

/** Adds what copy may describe. Stock and pictures are left out: copy stays true when they change. */
void add(Fnv& hash, const Product& product) {
  hash.add(product.id);
  hash.add(product.title);
  hash.add(product.description);
  hash.add(product.price);
  hash.add(product.category);
  hash.add(toString(product.kind));
  for (const Variant& variant : product.variants) {
    hash.add(variant.title);
    hash.add(variant.price.value_or(-1));
  }
}

std::string fingerprintOf(const IndexedBook& book, const TriggerProducts& triggerProducts, const Offer& offer) {
  Fnv hash;
  for (const Item& item : offer.items) add(hash, *book.product(item.product));
  for (const Product* product : triggerProducts) add(hash, *product);
  return hash.hex();
}

void add(Fnv& hash, const List<Item>& items) {
  for (const Item& item : items) {
    hash.add(item.product);
    hash.add(item.variant);
    hash.add(item.quantity);
  }
}

void add(Fnv& hash, const Price& price) {
  hash.add(toString(price.kind));
  hash.add(price.amount);
  hash.add(price.bps);
}

void add(Fnv& hash, const List<Placement>& placements) {
  for (const Placement placement : placements) hash.add(toString(placement));
}

void add(Fnv& hash, const List<Copy>& copies) {
  for (const Copy& copy : copies) {
    for (const Text* text :
         {&copy.locale, &copy.headline, &copy.benefit, &copy.accept, &copy.linkAccept, &copy.incentive, &copy.terms}) {
      hash.add(*text);
    }
  }
}

void add(Fnv& hash, std::string_view part, const List<Text>& list) {
  hash.add(part);
  for (const Text& text : list) hash.add(text);
}

}  // namespace

std::string fingerprint(const IndexedBook& book, const Offer& offer) {
  return fingerprintOf(book, RelatedProducts(book).triggerProducts(offer), offer);
}

std::string offerFingerprint(const IndexedBook& book, const Offer& offer) {
  Fnv hash;
  hash.add(toString(offer.type));
  add(hash, offer.items);
  add(hash, offer.price);
  if (offer.priorPrice) {
    hash.add(offer.priorPrice->amount);
    hash.add(offer.priorPrice->lowest30d);
  }
  add(hash, offer.placements);
  add(hash, offer.copy);
  hash.add(offer.link);
  add(hash, "products", offer.triggers.products);
  add(hash, "categories", offer.triggers.categories);
  add(hash, "tags", offer.triggers.tags);
  for (const std::uint32_t index : book.experimentsOf(offer)) {
    for (const Arm& arm : book.book().experiments[index].arms) {
      hash.add(arm.id);
      if (arm.price) add(hash, *arm.price);
      add(hash, arm.copy);
      add(hash, arm.items);
      add(hash, arm.placements);
    }
  }
  return hash.hex();
}

Change changeSinceReview(const IndexedBook& book, const TriggerProducts& triggerProducts, const Offer& offer) {
  if (!offer.reviewed) return Change::None;
  if (!offer.reviewed->offer.empty() && offer.reviewed->offer != offerFingerprint(book, offer)) return Change::Offer;
  return offer.reviewed->of == fingerprintOf(book, triggerProducts, offer) ? Change::None : Change::Products;
}

void checkRefresh(const IndexedBook& book, const TriggerProducts& triggerProducts, const Offer& offer,
                  std::optional<Millis> now, Findings& findings) {
  if (!offer.reviewed) return;
  const std::string hint = "Read the offer again, then run `aftermint approve BOOK " + offer.id + "`.";
  const Change change = changeSinceReview(book, triggerProducts, offer);
  if (change == Change::Offer) {
    findings.add(FindingCode::Refresh, Severity::Warning, "/reviewed",
                 "The texts, price, items or placements of “" + offer.id + "” changed since it was reviewed.", hint);
  } else if (change == Change::Products) {
    findings.add(FindingCode::Refresh, Severity::Warning, "/reviewed",
                 "A product that “" + offer.id + "” is for, or that it offers, changed since it was reviewed.", hint);
  } else if (now && *now - offer.reviewed->at > kQuarter) {
    findings.add(FindingCode::Refresh, Severity::Info, "/reviewed",
                 "“" + offer.id + "” was reviewed more than a quarter of a year ago.", hint);
  }
}

}  // namespace aftermint
