/** @file Whether an offer is still about what it was written for (CRAFT: refresh). */
#include <algorithm>

#include "aftermint/check.h"
#include "check/findings.h"

namespace aftermint {
namespace {

constexpr Millis kQuarter = Millis{91} * 24 * 3600 * 1000;

/** FNV-1a over 64 bits (draft-eastlake-fnv); it tells change, not intent. */
class Fnv {
 public:
  void add(std::string_view text) {
    for (const char c : text) step(static_cast<unsigned char>(c));
    step(0xff);  // no UTF-8 text has it, so neighbours do not run together
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

/** What copy is written about; not stock and pictures, which change without making it untrue. */
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

std::string fingerprintOf(const IndexedBook& book, const Primaries& primaries, const Offer& offer) {
  Fnv hash;
  for (const Item& item : offer.items) add(hash, *book.product(item.product));
  for (const Product* product : primaries) add(hash, *product);
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
  return fingerprintOf(book, Surroundings(book).primaries(offer), offer);
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

Change changeSinceReview(const IndexedBook& book, const Primaries& primaries, const Offer& offer) {
  if (!offer.reviewed) return Change::None;
  if (!offer.reviewed->offer.empty() && offer.reviewed->offer != offerFingerprint(book, offer)) return Change::Offer;
  return offer.reviewed->of == fingerprintOf(book, primaries, offer) ? Change::None : Change::Around;
}

void checkRefresh(const IndexedBook& book, const Primaries& primaries, const Offer& offer, std::optional<Millis> now,
                  Findings& findings) {
  if (!offer.reviewed) return;
  const std::string hint = "Look at it again, and say so: `aftermint approve BOOK " + offer.id + "`.";
  const Change change = changeSinceReview(book, primaries, offer);
  if (change == Change::Offer) {
    findings.add(
        FindingCode::Refresh, Severity::Warning, "/reviewed",
        "The texts, the price, the items or the placements of “" + offer.id + "” changed since somebody looked at it.",
        hint);
  } else if (change == Change::Around) {
    findings.add(FindingCode::Refresh, Severity::Warning, "/reviewed",
                 "What “" + offer.id + "” was written for, or what it offers, changed since somebody looked at it.",
                 hint);
  } else if (now && *now - offer.reviewed->at > kQuarter) {
    findings.add(FindingCode::Refresh, Severity::Info, "/reviewed",
                 "A quarter passed since somebody looked at “" + offer.id + "”.", hint);
  }
}

}  // namespace aftermint
