/** @file Whether an offer is still about what it was written for (CRAFT: refresh). */
#include <algorithm>

#include "check/findings.h"

#if !AFTERMINT_PAGE
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

}  // namespace

std::string fingerprint(const IndexedBook& book, const Offer& offer) {
  return fingerprintOf(book, Surroundings(book).primaries(offer), offer);
}

void checkRefresh(const IndexedBook& book, const Primaries& primaries, const Offer& offer, std::optional<Millis> now,
                  Findings& findings) {
  if (!offer.reviewed) return;
  constexpr std::string_view kMend = "Look at it again, and mark it with `aftermint worksheet BOOK OFFER --reviewed`.";
  if (offer.reviewed->of != fingerprintOf(book, primaries, offer)) {
    findings.add(FindingCode::Refresh, Severity::Warning, "/reviewed",
                 "What “" + offer.id + "” was written for, or what it offers, changed since somebody looked at it.",
                 std::string(kMend));
  } else if (now && *now - offer.reviewed->at > kQuarter) {
    findings.add(FindingCode::Refresh, Severity::Info, "/reviewed",
                 "A quarter passed since somebody looked at “" + offer.id + "”.", std::string(kMend));
  }
}

}  // namespace aftermint
#endif
