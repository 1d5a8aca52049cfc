/** @file A small shop, a valid answer for it, and helpers to change both. */
#pragma once

#include <gmock/gmock.h>

#include <algorithm>
#include <fstream>
#include <memory>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>

#include "aftermint/answer.h"
#include "aftermint/codec.h"
#include "draft/draft.h"
#include "unit/paths.h"
#include "unusable.h"

namespace aftermint::testing {

using nlohmann::json;

inline constexpr std::string_view kShop = R"({
  "version": 1, "id": "b", "merchant": "m", "currency": "GBP", "locale": "en",
  "products": [
    {"id": "kettle", "title": "Kettle", "price": 10000, "category": "tea", "complements": ["filter", "mug"],
     "bundles": ["tray"], "description": "It boils a litre."},
    {"id": "filter", "title": "Filter", "price": 1500, "url": "/products/filter", "stock": 3, "maxPerOrder": 2},
    {"id": "mug", "title": "Mug", "price": 1200, "variants": [
      {"id": "blue", "title": "Blue", "stock": 5}, {"id": "red", "title": "Red", "price": 1400, "stock": 0}]},
    {"id": "tray", "title": "Tray", "price": 2000, "category": "tea"},
    {"id": "kettle-large", "title": "Large kettle", "price": 12500, "upgradeOf": ["kettle"], "url": "/products/large"},
    {"id": "gold", "title": "Golden lid", "price": 9000},
    {"id": "tea-club", "title": "Tea club", "price": 1500, "recurring": {"interval": "month"}},
    {"id": "other", "title": "Cup of another", "price": 1500, "seller": "somebody-else"},
    {"id": "gone", "title": "Gone", "price": 1500, "stock": 0}
  ],
  "offers": [
    {"id": "tray-bump", "type": "cross_sell", "for": {"categories": ["tea"]}, "items": [{"product": "tray"}],
     "price": {"kind": "list"}, "placements": ["checkout"],
     "copy": {"en": {"headline": "A tray for your {trigger}", "benefit": "It carries everything."},
              "de": {"headline": "Ein Tablett: {trigger}", "benefit": "Es trägt alles."}}}
  ]
})";

inline constexpr std::string_view kGoodAnswer = R"({
  "product": "kettle", "placement": "checkout",
  "offers": [
    {"type": "cross_sell", "items": [{"product": "filter"}], "price": {"kind": "list"},
     "copy": {"en": {
       "headlines": ["Keep your {trigger} clean", "Soft water for your {trigger}", "A filter for your {trigger}"],
       "benefit": "One filter keeps scale out for a year. You never have to descale it by hand.",
       "bump": "Add the filter"}},
     "why": "Hard water furs up a kettle within weeks."}
  ]
})";

inline json shop() { return json::parse(kShop); }
inline json goodAnswer() { return json::parse(kGoodAnswer); }

/** The offer of the valid answer, but for another product. */
inline json offerOf(const std::string& product) {
  json offer = goodAnswer()["offers"][0];
  offer["items"] = json::array({{{"product", product}}});
  return offer;
}

inline std::unique_ptr<IndexedBook> indexed(const json& book) {
  Decoded<Book> decoded = decodeBook(book.dump());
  EXPECT_TRUE(decoded) << encodeFaults(decoded.faults);
  return std::make_unique<IndexedBook>(decoded ? std::move(*decoded.value) : Book{});
}

/** The drafts of an answer for the kettle. */
inline std::vector<draft::Drafted> drafted(const json& answer, Placement placement = Placement::Checkout,
                                           const json& book = shop()) {
  Decoded<Answer> decoded = decodeAnswer(answer.dump());
  EXPECT_TRUE(decoded) << encodeFaults(decoded.faults);
  if (!decoded) return {};
  const auto whole = indexed(book);
  return draft::draftOffers(*whole, *decoded.value, {whole->product("kettle"), placement});
}

/** The findings on a draft as "severity code pointer", without the note that it is a proposal. */
inline std::vector<std::string> findingsOf(const draft::Drafted& drafted) {
  std::vector<std::string> out;
  for (const draft::DraftFinding& finding : drafted.findings) {
    if (finding.code == "not_approved") continue;
    out.push_back(std::string(toString(finding.severity)) + " " + std::string(finding.code) + " " + finding.pointer);
  }
  return out;
}

/** The first fault that an action throws, as "code line:column pointer"; "" if it throws none. */
template <class Action>
std::string refusal(const Action& action) {
  try {
    action();
  } catch (const Unusable& unusable) {
    const Fault& fault = unusable.faults().front();
    EXPECT_FALSE(fault.message.empty());
    EXPECT_FALSE(fault.hint.empty());
    return std::string(toString(fault.code)) + " " + std::to_string(fault.line) + ":" + std::to_string(fault.column) +
           " " + fault.pointer;
  }
  return {};
}

inline std::string fileOf(const std::string& path) {
  std::ifstream in(std::string(kSourceFolder) + "/" + path, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  EXPECT_FALSE(text.str().empty()) << path;
  return text.str();
}

}  // namespace aftermint::testing
