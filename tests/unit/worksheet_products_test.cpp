// A worksheet names exactly the products that lead `decide` to the offer.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <random>
#include <string>

#include "aftermint/codec.h"
#include "aftermint/craft.h"
#include "aftermint/decision.h"

namespace aftermint {
namespace {

using nlohmann::json;

/** Makes random books with few products and many relations. */
class Books {
 public:
  explicit Books(unsigned seed) : random_(seed) {}

  json next() {
    json book = {{"version", 1},           {"id", "b"},      {"merchant", "m"},
                 {"currency", "GBP"},      {"locale", "en"}, {"products", json::array()},
                 {"offers", json::array()}};
    for (int i = 0; i < kProducts; ++i) {
      json product = {{"id", id(i)}, {"title", "Product " + id(i)}, {"price", 1000 + 700 * upTo(9)}};
      if (upTo(1) == 0) product["category"] = "c" + std::to_string(upTo(2));
      if (upTo(1) == 0) product["tags"] = {"t" + std::to_string(upTo(2))};
      for (const char* key : {"upgradeOf", "complements", "bundles"}) {
        if (upTo(2) == 0) product[key] = {id((i + 1 + upTo(kProducts - 2)) % kProducts)};
      }
      book["products"].push_back(product);
    }
    for (int i = 0; i < 4; ++i) book["offers"].push_back(offer(i));
    return book;
  }

 private:
  static constexpr int kProducts = 6;
  static std::string id(int number) { return "p" + std::to_string(number); }
  int upTo(int most) { return static_cast<int>(random_() % static_cast<unsigned>(most + 1)); }

  json offer(int number) {
    const int type = upTo(2);
    const int first = upTo(kProducts - 1);
    json items = {{{"product", id(first)}}};
    if (type == 2) items.push_back({{"product", id((first + 1 + upTo(kProducts - 2)) % kProducts)}});
    json out = {{"id", "o" + std::to_string(number)},
                {"type", type == 0   ? "upsell"
                         : type == 1 ? "cross_sell"
                                     : "bundle"},
                {"items", items},
                {"price", {{"kind", "list"}}},
                {"placements", {type == 2 ? "product_page" : "post_purchase"}},
                {"copy", {{"en", {{"headline", "For {trigger}"}, {"benefit", "It helps."}}}}}};
    json triggers = json::object();
    if (upTo(2) == 0) triggers["products"] = {id(upTo(kProducts - 1))};
    if (upTo(3) == 0) triggers["categories"] = {"c" + std::to_string(upTo(2))};
    if (upTo(3) == 0) triggers["tags"] = {"t" + std::to_string(upTo(2))};
    if (!triggers.empty()) out["for"] = triggers;
    return out;
  }

  std::mt19937 random_;
};

json momentOf(const Product& product, const Offer& offer) {
  json moment = {{"placement", toString(offer.placements.front())},
                 {"time", "2026-11-29T10:00:00Z"},
                 {"order",
                  {{"id", "1"},
                   {"status", "paid"},
                   {"currency", "GBP"},
                   {"paidAt", "2026-11-29T09:59:00Z"},
                   {"lines", {{{"product", product.id}, {"quantity", 1}, {"price", product.price}}}}}},
                 {"platform", {{"oneClick", {{"allowed", true}}}}}};
  if (offer.placements.front() == Placement::ProductPage) {
    moment["page"] = {{"product", product.id}};
    moment["order"]["lines"] = json::array();
  }
  return moment;
}

/** Whether the offer is a candidate for an order of the product, unless it offers that product itself. */
bool isCandidate(const IndexedBook& book, const Offer& offer, const Product& product) {
  const Decoded<Moment> moment = decodeMoment(momentOf(product, offer).dump());
  EXPECT_TRUE(moment) << encodeFaults(moment.faults);
  const Decision decision = decide(book, *moment.value);
  for (const Trace& each : decision.trace) {
    if (each.offer == offer.id) return each.reason != Reason::InOrder;
  }
  return false;
}

TEST(WorksheetProducts, AreThoseThatLeadToTheOffer) {
  std::size_t tied = 0;
  std::size_t untied = 0;
  for (unsigned seed = 1; seed <= 300; ++seed) {
    const json written = Books(seed).next();
    Decoded<Book> decoded = decodeBook(written.dump());
    ASSERT_TRUE(decoded) << encodeFaults(decoded.faults);
    const IndexedBook book(std::move(*decoded.value));
    for (const Offer& offer : book.book().offers) {
      for (const Product& product : book.book().products) {
        const bool named = tieOf(book, offer, product).has_value();
        ASSERT_EQ(named, isCandidate(book, offer, product)) << offer.id << " after " << product.id << "\n" << written;
        ++(named ? tied : untied);
      }
    }
  }
  EXPECT_GT(tied, 300u);
  EXPECT_GT(untied, 300u);
}

}  // namespace
}  // namespace aftermint
