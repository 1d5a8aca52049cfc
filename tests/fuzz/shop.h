/** @file The shop that the doors use: small, so that each input costs little. */
#pragma once

#include <memory>
#include <string_view>
#include <utility>

#include "aftermint/codec.h"
#include "aftermint/index.h"

namespace aftermint::fuzz {

inline constexpr std::string_view kFuzzBook = R"({
  "version": 1, "id": "b", "merchant": "m", "currency": "GBP", "locale": "en",
  "products": [
    {"id": "kettle", "title": "Kettle", "price": 10000, "category": "tea", "complements": ["filter", "mug"],
     "bundles": ["tray"], "description": "It boils a litre."},
    {"id": "filter", "title": "Filter", "price": 1500, "url": "/products/filter", "stock": 3, "maxPerOrder": 2},
    {"id": "mug", "title": "Mug", "price": 1200, "variants": [
      {"id": "blue", "title": "Blue", "stock": 5}, {"id": "red", "title": "Red", "price": 1400, "stock": 0}]},
    {"id": "tray", "title": "Tray", "price": 2000, "category": "tea"},
    {"id": "kettle-large", "title": "Large kettle", "price": 12500, "upgradeOf": ["kettle"], "url": "/products/large"}
  ],
  "offers": [
    {"id": "filter-one", "type": "cross_sell", "items": [{"product": "filter"}], "price": {"kind": "percent_off", "bps": 1000},
     "for": {"products": ["kettle"]}, "placements": ["post_purchase", "thank_you", "email"], "approved": true,
     "when": {"visitor.name": {"$notRegex": "^(a|b)*c"}, "page.url": {"$regexi": "shop"}},
     "copy": {"en": {"headline": "A filter for your {trigger}", "benefit": "Soft water.", "linkAccept": "Look at it"}}},
    {"id": "tray-bump", "type": "cross_sell", "for": {"categories": ["tea"]}, "items": [{"product": "tray"}],
     "price": {"kind": "list"}, "placements": ["checkout"], "approved": true,
     "copy": {"en": {"headline": "A tray for your {trigger}", "benefit": "It carries everything."},
              "de": {"headline": "Ein Tablett: {trigger}", "benefit": "Es trägt alles."}}}
  ]
})";

/** The book of the shop; null if `decodeBook` refuses it, which is a fault of this file. */
[[nodiscard]] inline const IndexedBook* fuzzShop() {
  static const std::unique_ptr<const IndexedBook> shop = [] {
    Decoded<Book> decoded = decodeBook(kFuzzBook);
    return decoded ? std::make_unique<const IndexedBook>(std::move(*decoded.value)) : nullptr;
  }();
  return shop.get();
}

}  // namespace aftermint::fuzz
