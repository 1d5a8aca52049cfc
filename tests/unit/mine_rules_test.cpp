#include "mine/rules.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <random>

#include "mine/book_pairs.h"
#include "mine/fisher.h"
#include "mine/similar_products.h"

namespace aftermint::mine {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

using Numbers = std::vector<std::uint32_t>;

NetPurchases netOf(std::vector<std::string> titles, std::vector<Numbers> baskets) {
  NetPurchases net;
  for (std::size_t i = 0; i < titles.size(); ++i) net.products.push_back({"p" + std::to_string(i), titles[i], true});
  net.baskets = std::move(baskets);
  return net;
}

MineOptions options(std::size_t minSupport, std::optional<double> alpha = std::nullopt) {
  MineOptions out;
  out.minSupport = minSupport;
  out.alpha = alpha;
  return out;
}

/** Ten orders: five with a kettle, four with a filter, three with both, and all with a bag. */
NetPurchases kettles() {
  return netOf({"Kettle", "Filter", "Bag"},
               {{0, 1, 2}, {0, 1, 2}, {0, 1, 2}, {0, 2}, {0, 2}, {1, 2}, {2}, {2}, {2}, {2}});
}

TEST(MineRules, GivesTheFiguresCalculatedByHand) {
  const Mined mined = mineRules(kettles(), options(3, 1.0));
  EXPECT_EQ(mined.orders, 10u);
  EXPECT_EQ(mined.products, 3u);
  EXPECT_EQ(mined.frequent, 3u);
  EXPECT_EQ(mined.tested, 3u);
  EXPECT_EQ(mined.pairs, 3u);
  ASSERT_THAT(mined.rules, SizeIs(2)) << "the bag is in every order, so its lift is 1";
  const Rule& filter = mined.rules[0];  // the higher confidence first: three of four orders with a filter have a kettle
  EXPECT_EQ(filter.product, 1u);
  EXPECT_EQ(filter.complement, 0u);
  EXPECT_EQ(filter.orders, 3u);
  EXPECT_DOUBLE_EQ(filter.support, 0.3);
  EXPECT_DOUBLE_EQ(filter.confidence, 0.75);
  EXPECT_DOUBLE_EQ(filter.reverseConfidence, 0.6);
  EXPECT_DOUBLE_EQ(filter.lift, 1.5);
  EXPECT_DOUBLE_EQ(filter.cosine, 3 / std::sqrt(20.0));
  // P(X >= 3) of C(10,4) = 210 tables: C(5,3)·5 + C(5,4) = 55.
  EXPECT_NEAR(std::exp(filter.logP), 55.0 / 210, 1e-14);
  EXPECT_NEAR(std::exp(filter.logAdjusted), 3 * 55.0 / 210, 1e-14) << "the best of three pairs";
  const Rule& kettle = mined.rules[1];
  EXPECT_EQ(kettle.product, 0u);
  EXPECT_DOUBLE_EQ(kettle.confidence, 0.6);
  EXPECT_EQ(kettle.lift, filter.lift);
  EXPECT_EQ(kettle.logP, filter.logP);
}

TEST(MineRules, ChecksTheConfidenceOfEachDirection) {
  MineOptions wanted = options(3);
  wanted.minConfidence = 0.7;
  const Mined mined = mineRules(kettles(), wanted);
  ASSERT_THAT(mined.rules, SizeIs(1));
  EXPECT_EQ(mined.rules[0].product, 1u) << "3 of 4 is enough, 3 of 5 is not";
}

TEST(MineRules, ChecksSupportAndLift) {
  EXPECT_THAT(mineRules(kettles(), options(4)).rules, IsEmpty());
  MineOptions wanted = options(3);
  wanted.minLift = 1.5;
  EXPECT_THAT(mineRules(kettles(), wanted).rules, SizeIs(2)) << "the minimum is included";
  wanted.minLift = 1.51;
  EXPECT_THAT(mineRules(kettles(), wanted).rules, IsEmpty());
}

TEST(MineRules, DropsPairsThatChanceMayExplain) {
  EXPECT_THAT(mineRules(kettles(), options(3, 0.05)).rules, IsEmpty()) << "p is 0.26";
  EXPECT_EQ(mineRules(kettles(), options(3, 0.05)).significant, 0u);
}

TEST(MineRules, FindsNothingWithoutPairs) {
  const Mined mined = mineRules(netOf({}, {}), options(1, 0.05));
  EXPECT_EQ(mined.tested, 0u);
  EXPECT_THAT(mined.rules, IsEmpty());
  EXPECT_THAT(mineRules(netOf({"A", "B"}, {{0}, {1}}), options(1, 1.0)).rules, IsEmpty());
}

TEST(MineRules, IgnoresUnwantedProductsButCountsTheirOrders) {
  NetPurchases net = kettles();
  net.products[2].wanted = false;
  const Mined mined = mineRules(net, options(3, 1.0));
  EXPECT_EQ(mined.frequent, 2u);
  EXPECT_EQ(mined.tested, 1u);
  EXPECT_EQ(mined.orders, 10u);
  EXPECT_THAT(mined.rules, SizeIs(2));
}

TEST(MineRules, KeepsRulesToOtherProductsBesideSimilarOnes) {
  // A red mug is bought with mugs of other colours more often than with the saucer.
  std::vector<Numbers> baskets;
  for (int i = 0; i < 9; ++i) baskets.push_back({0, 1, 2});
  for (int i = 0; i < 5; ++i) baskets.push_back({0, 3});
  for (int i = 0; i < 40; ++i) baskets.push_back({4});
  MineOptions wanted = options(5);
  wanted.perProduct = 1;
  const Mined mined =
      mineRules(netOf({"Tall mug red", "Tall mug blue", "Tall mug green", "Saucer", "Pen"}, baskets), wanted);
  EXPECT_EQ(mined.found, 8u);
  std::vector<std::pair<std::uint32_t, bool>> ofRed;
  for (const Rule& rule : mined.rules) {
    if (rule.product == 0) ofRed.emplace_back(rule.complement, rule.alike);
  }
  EXPECT_THAT(ofRed, ElementsAre(std::pair(3u, false), std::pair(1u, true)));
  EXPECT_TRUE(std::is_partitioned(mined.rules.begin(), mined.rules.end(), [](const Rule& r) { return !r.alike; }));
}

TEST(MineRules, EqualsASimpleCountOnRandomBaskets) {
  std::mt19937 random(3);
  for (int round = 0; round < 20; ++round) {
    const std::uint32_t products = 2 + random() % 12;
    const std::size_t minSupport = 1 + random() % 5;
    std::vector<Numbers> baskets;
    for (int i = 0; i < 120; ++i) {
      Numbers basket;
      for (std::uint32_t product = 0; product < products; ++product) {
        if (random() % (2 + product) == 0) basket.push_back(product);
      }
      if (!basket.empty()) baskets.push_back(std::move(basket));
    }
    std::vector<std::string> titles;
    for (std::uint32_t product = 0; product < products; ++product) titles.push_back("T" + std::to_string(product));
    const Mined mined = mineRules(netOf(titles, baskets), options(minSupport, 0.2));

    const auto holds = [](const Numbers& basket, std::uint32_t product) {
      return std::find(basket.begin(), basket.end(), product) != basket.end();
    };
    const auto count = [&](std::uint32_t a, std::uint32_t b) {
      return static_cast<std::size_t>(std::count_if(
          baskets.begin(), baskets.end(), [&](const Numbers& basket) { return holds(basket, a) && holds(basket, b); }));
    };
    std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
    std::vector<double> logs;
    std::size_t frequent = 0;
    for (std::uint32_t a = 0; a < products; ++a) {
      frequent += count(a, a) >= minSupport ? 1 : 0;
      for (std::uint32_t b = a + 1; b < products; ++b) {
        if (count(a, b) < minSupport) continue;
        pairs.emplace_back(a, b);
        logs.push_back(logFisherTail(count(a, b), count(a, a), count(b, b), baskets.size()));
      }
    }
    EXPECT_EQ(mined.tested, frequent * (frequent - 1) / 2);
    EXPECT_EQ(mined.pairs, pairs.size());
    std::map<std::pair<std::uint32_t, std::uint32_t>, double> expected;
    const std::vector<double> adjusted = adjustLogs(logs, static_cast<double>(mined.tested));
    for (std::size_t i = 0; i < pairs.size(); ++i) {
      const auto [a, b] = pairs[i];
      if (adjusted[i] > std::log(0.2) || count(a, b) * baskets.size() <= count(a, a) * count(b, b)) continue;
      expected[{a, b}] = expected[{b, a}] = adjusted[i];
    }
    ASSERT_EQ(mined.rules.size(), expected.size());
    for (const Rule& rule : mined.rules) {
      ASSERT_TRUE(expected.contains({rule.product, rule.complement}));
      EXPECT_EQ(rule.logAdjusted, expected.at({rule.product, rule.complement}));
      EXPECT_EQ(rule.orders, count(rule.product, rule.complement));
      EXPECT_EQ(rule.productOrders, count(rule.product, rule.product));
      EXPECT_EQ(rule.complementOrders, count(rule.complement, rule.complement));
    }
    EXPECT_TRUE(std::is_sorted(mined.rules.begin(), mined.rules.end(), [](const Rule& a, const Rule& b) {
      return a.alike == b.alike ? a.cosine > b.cosine : b.alike;
    }));
  }
}

TEST(MineRules, FindsHardlyAnythingInRandomOrders) {
  // Twenty shops with random orders: at a rate of 5 %, most of them have no rules.
  std::mt19937 random(5);
  int shopsWithAny = 0;
  for (int shop = 0; shop < 20; ++shop) {
    std::vector<Numbers> baskets;
    for (int i = 0; i < 400; ++i) {
      Numbers basket;
      for (std::uint32_t product = 0; product < 30; ++product) {
        if (random() % 8 == 0) basket.push_back(product);
      }
      if (!basket.empty()) baskets.push_back(std::move(basket));
    }
    shopsWithAny += mineRules(netOf(std::vector<std::string>(30, ""), baskets), options(2, 0.05)).rules.empty() ? 0 : 1;
  }
  EXPECT_LE(shopsWithAny, 4) << "more than four of twenty happens by chance once in 400 runs";
}

TEST(SimilarProducts, AreColoursButNotAccessories) {
  const auto alike = [](HistoryProduct a, HistoryProduct b) { return SimilarProducts({a, b}).areSimilar(0, 1); };
  EXPECT_TRUE(alike({"1", "GREEN REGENCY TEACUP AND SAUCER"}, {"2", "Roses regency teacup and saucer"}));
  EXPECT_TRUE(alike({"85099B", "JUMBO BAG RED RETROSPOT"}, {"85099F", "JUMBO BAG STRAWBERRY"}));
  EXPECT_TRUE(alike({"1", "Egg cup"}, {"2", "egg cup"}));
  EXPECT_FALSE(alike({"1", "Kettle"}, {"2", "Kettle filter"})) << "an accessory";
  EXPECT_FALSE(alike({"1", "Chef knife"}, {"2", "Chef knife sharpener"}));
  EXPECT_FALSE(alike({"1", ""}, {"2", ""})) << "empty titles are not similar";
  EXPECT_FALSE(alike({"A1", "Blue mug"}, {"A2", "Tea towel"}));
}

/** A book with a kettle with two variants, a filter as its complement, and a descaler. */
Book kitchen() {
  Book book;
  book.locale = "en";
  book.products.resize(3);
  book.products[0].id = "kettle";
  book.products[0].title = "Steel kettle";
  book.products[0].complements = {"filter"};
  book.products[0].variants.resize(1);
  book.products[0].variants[0].id = "KET-1L";
  book.products[1].id = "filter";
  book.products[1].title = "Filter";
  book.products[2].id = "DESCALER";
  book.products[2].title = "Descaler";
  return book;
}

TEST(IdsOfBook, FindsAProductByIdVariantOrTitle) {
  const NameProduct name = idsOfBook(kitchen());
  EXPECT_EQ(name("kettle", "").id, "kettle");
  EXPECT_EQ(name("KET-1L", "whatever").id, "kettle");
  EXPECT_EQ(name("descaler", "").id, "DESCALER") << "in capitals, like ids of Online Retail files";
  EXPECT_EQ(name("0815", " steel  KETTLE").id, "kettle");
  EXPECT_TRUE(name("filter", "").wanted);
  EXPECT_EQ(name("Ket-1L", "").id, "kettle") << "in another case";
  const HistoryProduct mug = name("mug", "Mug");
  EXPECT_EQ(mug.id, "mug");
  EXPECT_FALSE(mug.wanted) << "not in the book";
}

TEST(IdsOfBook, FindsAVariantByTheTitleWithItsOptions) {
  Book book;
  book.products.resize(3);
  book.products[0].id = "tee";
  book.products[0].title = "Tee - the classic";
  book.products[0].variants.resize(2);
  book.products[0].variants[0].id = "tee-lr";
  book.products[0].variants[0].title = "Large / Red";
  book.products[0].variants[1].id = "tee-s";
  book.products[0].variants[1].title = "Small";
  book.products[1].id = "cup";
  book.products[1].title = "Cup";
  book.products[2].id = "cup-2";
  book.products[2].title = "Cup";
  const NameProduct name = idsOfBook(book);
  for (const char* title : {"Tee - the classic - Large / Red", "tee - the classic - red, large",
                            "Tee - the classic - Size: Large | Color: Red", "Tee - the classic \u2013 Large / Red"}) {
    EXPECT_EQ(name(title, title).id, "tee") << title;
    EXPECT_EQ(name(title, title).variant, "tee-lr") << title;
  }
  EXPECT_EQ(name("x", "Tee - the classic - Huge").id, "tee") << "the book does not have this variant";
  EXPECT_EQ(name("x", "Tee - the classic - Huge").variant, "");
  EXPECT_EQ(name("x", "Tee - the classic").variant, "");
  EXPECT_FALSE(name("x", "Cup - Blue").wanted) << "two products have that title";
  EXPECT_FALSE(name("x", "Tee - the other").wanted);
}

TEST(AddProposals, AddsUnknownPairsAsProposals) {
  Book book = kitchen();
  NetPurchases net;
  net.products = {{"DESCALER", "Descaler"}, {"filter", "Filter"}, {"kettle", "Steel kettle"}};
  Rule known, alike, fresh;
  known.product = alike.product = fresh.product = 2;
  known.complement = 1;
  alike.complement = fresh.complement = 0;
  alike.alike = true;
  EXPECT_EQ(addProposals(book, net, {known, alike}), 0u);
  EXPECT_EQ(addProposals(book, net, {fresh}), 1u);
  ASSERT_THAT(book.offers, SizeIs(1));
  EXPECT_FALSE(book.offers[0].approved);
  EXPECT_THAT(book.offers[0].triggers.products, ElementsAre("kettle"));
  EXPECT_THAT(book.products[0].complements, ElementsAre("filter"))
      << "a complement would show approved offers in new orders";
  EXPECT_EQ(addProposals(book, net, {fresh}), 0u) << "a proposed pair is known";
}

}  // namespace
}  // namespace aftermint::mine
