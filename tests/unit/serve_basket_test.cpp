// The basket: the lines that a product page's offer adds, their prices, and when they lose the offer's price.
#include "demo/server/basket.h"

#include <cstdio>

#include "demo/server/shop_sql.h"
#include "serve_fixture.h"

namespace aftermint::testing {
namespace {

using ::testing::HasSubstr;

constexpr const char* kBundleBook = R"json({
  "version": 1, "id": "test", "merchant": "larder", "currency": "GBP", "locale": "en-GB",
  "policy": { "priceBand": { "minBps": 500, "maxBps": 5000 }, "deadlineMs": 600, "windowSeconds": 7200, "undoSeconds": 900 },
  "products": [
    { "id": "knife", "title": "Chef knife", "price": 12000, "category": "knives", "complements": ["stone", "oil"],
      "bundles": ["rack"] },
    { "id": "stone", "title": "Whetstone", "price": 2900, "category": "care" },
    { "id": "oil", "title": "Oil", "price": 1000, "category": "care", "stock": 2 },
    { "id": "rack", "title": "Rack", "price": 3501, "category": "care" },
    { "id": "pins", "title": "Pins", "price": 999, "category": "care" },
    { "id": "wax", "title": "Wax", "price": 1000, "category": "care" },
    { "id": "board", "title": "Board", "price": 6000, "category": "boards",
      "variants": [{ "id": "small", "title": "Small" }, { "id": "large", "title": "Large", "price": 8000, "stock": 1 }] } ],
  "offers": [
    { "id": "oil-beside", "type": "cross_sell", "items": [{ "product": "oil", "quantity": 1 }], "for": { "products": ["knife"] },
      "price": { "kind": "fixed", "amount": 900 }, "placements": ["product_page"],
      "copy": { "en": { "headline": "Goes with it", "benefit": "Oil. {price}.", "accept": "Add both" } } },
    { "id": "stone-beside", "type": "cross_sell", "items": [{ "product": "stone", "quantity": 1 }], "for": { "products": ["knife"] },
      "price": { "kind": "fixed", "amount": 2400 }, "placements": ["product_page", "checkout"],
      "schedule": { "until": "2027-01-15T09:00:00Z" },
      "copy": { "en": { "headline": "Goes with it", "benefit": "A stone. {price}.", "accept": "Add both" } } },
    { "id": "hung", "type": "bundle", "for": { "products": ["knife"] },
      "items": [{ "product": "knife", "quantity": 1 }, { "product": "rack", "quantity": 1 }, { "product": "pins", "quantity": 2 }],
      "price": { "kind": "fixed", "amount": 15000 }, "placements": ["product_page"],
      "copy": { "en": { "headline": "Hung up", "benefit": "With its rack. {price}.", "accept": "Add all" } } },
    { "id": "pinned", "type": "bundle", "for": { "products": ["knife"] },
      "items": [{ "product": "knife", "quantity": 1 }, { "product": "pins", "quantity": 1 }],
      "price": { "kind": "fixed", "amount": 12600 }, "placements": ["product_page"],
      "copy": { "en": { "headline": "Pinned", "benefit": "With a pin. {price}.", "accept": "Add both" } } },
    { "id": "waxed", "type": "bundle", "for": { "products": ["board"] },
      "items": [{ "product": "board", "variant": "large", "quantity": 1 }, { "product": "wax", "quantity": 1 }],
      "price": { "kind": "fixed", "amount": 8500 }, "placements": ["product_page"],
      "copy": { "en": { "headline": "Waxed", "benefit": "With wax. {price}.", "accept": "Add both" } } } ],
  "experiments": []
})json";

class ServeBasket : public ServeTest {
 protected:
  ServeBasket() : ServeTest(":memory:", openStore("sqlite::memory:"), kBundleBook) {}

  void SetUp() override { ASSERT_TRUE(decoded) << "the book of these tests cannot be read"; }

  /** The lines of the checkout, each as `title quantity price`. */
  static std::vector<std::string> shown(Browser& shopper) {
    const std::string page = shopper.get("/checkout").body;
    const std::regex line(
        "line-title\">([^<]*)</span>.*?Quantity ([0-9]+)</span></span>\\s*<span class=\"line-price\">([^<]*)<");
    std::vector<std::string> lines;
    for (std::sregex_iterator at(page.begin(), page.end(), line), end; at != end; ++at) {
      lines.push_back((*at)[1].str() + " " + (*at)[2].str() + " " + (*at)[3].str());
    }
    return lines;
  }

  /** The amount on the pay button. */
  static Minor totalOf(Browser& shopper) {
    return std::stoll(valueIn(shopper.get("/checkout").body, "data-minor=\"([0-9]*)\""));
  }

  std::string pay(Browser& shopper, const std::string& bump = "") {
    const Response paid = shopper.post("/pay", payForm(shopper, "ok", bump));
    const std::string target(paid.header("Location"));
    EXPECT_THAT(target, ::testing::MatchesRegex("/orders/[^/]+/thanks")) << paid.body;
    return target.size() > 15 ? target.substr(8, target.size() - 15) : "";
  }

  /** The order. Fails the test and returns an empty order if it does not exist. */
  ShopOrder ordered(const std::string& id) {
    const auto found = db.order(id);
    EXPECT_TRUE(found) << "no order " << id;
    return found.value_or(ShopOrder());
  }
};

using ::testing::ElementsAre;

TEST_F(ServeBasket, KeepsTheOfferPriceOfAProductPage) {
  Browser ada = browser();
  ada.post("/cart", "product=knife&mode=add&bundle=stone-beside");
  EXPECT_THAT(shown(ada), ElementsAre("Chef knife 1 £120.00", "Whetstone 1 £24.00"));
  const std::string order = pay(ada);
  EXPECT_EQ(ordered(order).total(), 14400);
  const OfferCounts counted = countsOf("stone-beside", "product_page");
  EXPECT_EQ(counted.accepts, 1);
  EXPECT_EQ(counted.revenue, 2400);
}

TEST_F(ServeBasket, SellsABundleAtItsPriceAndTheViewedProductAtItsOwn) {
  Browser ada = browser();
  ada.post("/cart", "product=knife&mode=add&quantity=2&bundle=hung");
  // The total is 15000: the knife keeps its 12000, and 3000 are spread over a rack of 3501 and pins of 1998.
  const std::string order = pay(ada);
  Minor rest = 0;
  const ShopOrder placed = ordered(order);
  for (const OrderLine& line : placed.lines) {
    if (line.product == "knife") {
      EXPECT_EQ(line.price, 12000);
      EXPECT_EQ(line.quantity, 2);
      EXPECT_EQ(line.offer, "") << "the shopper chose it, so it may trigger another offer";
    } else {
      EXPECT_EQ(line.offer, "hung");
      rest += line.price * line.quantity;
    }
  }
  EXPECT_EQ(rest, 3000);
  EXPECT_EQ(countsOf("hung", "product_page").revenue, 3000);
}

TEST_F(ServeBasket, ABundleAddedTwiceCostsTwiceThePrice) {
  Browser ada = browser();
  for (int times = 0; times < 2; ++times) ada.post("/cart", "product=knife&mode=add&bundle=stone-beside");
  EXPECT_THAT(shown(ada), ElementsAre("Chef knife 2 £240.00", "Whetstone 2 £48.00"));
}

TEST_F(ServeBasket, AnIncompleteBundleLosesItsPrice) {
  Browser ada = browser();
  ada.post("/cart", "product=knife&mode=add&bundle=hung");
  ada.post("/cart", "product=pins&offer=hung&quantity=0&mode=add");
  EXPECT_THAT(shown(ada), ElementsAre("Chef knife 1 £120.00", "Rack 1 £35.01"));
  ada.post("/cart", "product=knife&quantity=0&mode=add");
  EXPECT_THAT(shown(ada), ElementsAre("Rack 1 £35.01"));
  EXPECT_EQ(ordered(pay(ada)).total(), 3501);
  EXPECT_EQ(countsOf("hung", "product_page").accepts, 0);
}

TEST_F(ServeBasket, RemainingLinesOfABundleCanBeRemoved) {
  Browser ada = browser();
  ada.post("/cart", "product=knife&mode=add&bundle=hung");
  ada.post("/cart", "product=knife&quantity=0&mode=add");
  const std::string page = ada.get("/checkout").body;
  EXPECT_THAT(page, HasSubstr("name=\"offer\" value=\"hung\"")) << "still of the offer, but at its own price";
  for (const char* product : {"rack", "pins"}) {
    ada.post("/cart", std::string("quantity=0&mode=add&offer=hung&product=") + product);
  }
  EXPECT_THAT(ada.get("/checkout").body, HasSubstr("Your basket is empty"));
}

TEST_F(ServeBasket, RemovesOnlyTheChosenLine) {
  Browser ada = browser();
  ada.post("/cart", "product=knife&mode=add&bundle=stone-beside");
  ada.post("/cart", "product=stone&mode=add");
  EXPECT_THAT(shown(ada), ElementsAre("Chef knife 1 £120.00", "Whetstone 1 £24.00", "Whetstone 1 £29.00"));
  ada.post("/cart", "product=stone&offer=&quantity=0&mode=add");
  EXPECT_THAT(shown(ada), ElementsAre("Chef knife 1 £120.00", "Whetstone 1 £24.00"));
}

TEST_F(ServeBasket, AFormCannotSetAPrice) {
  Browser ada = browser();
  ada.post("/cart", "product=stone&mode=add&offer=stone-beside");
  ada.post("/cart", "product=stone&mode=add&bundle=stone-beside");
  EXPECT_THAT(shown(ada), ElementsAre("Whetstone 2 £58.00"));
  ada.post("/cart", "product=knife&mode=set&bundle=nothing");
  EXPECT_THAT(shown(ada), ElementsAre("Chef knife 1 £120.00"));
}

TEST_F(ServeBasket, CountsStockOverAllLines) {
  Browser ada = browser();
  ada.post("/cart", "product=oil&mode=add");
  ada.post("/cart", "product=knife&mode=add&bundle=oil-beside");
  EXPECT_THAT(shown(ada), ElementsAre("Oil 1 £10.00", "Chef knife 1 £120.00", "Oil 1 £9.00"));
  ada.post("/cart", "product=knife&mode=add&bundle=oil-beside");
  EXPECT_THAT(shown(ada), ElementsAre("Oil 1 £10.00", "Chef knife 2 £240.00", "Oil 1 £10.00"))
      << "only two are in stock, so the offer no longer applies";
}

TEST_F(ServeBasket, ShowsTheNewPriceBeforePaymentIfAnOfferHasEnded) {
  Browser ada = browser();
  ada.post("/cart", "product=knife&mode=add&bundle=stone-beside");
  const std::string form = payForm(ada);
  now += 3600 * 1000;  // 2027-01-15T09:00:00Z
  EXPECT_EQ(ada.post("/pay", form).header("Location"), "/checkout");
  EXPECT_THAT(shown(ada), ElementsAre("Chef knife 1 £120.00", "Whetstone 1 £29.00"));
  EXPECT_EQ(store->counts().orders, 0);
}

TEST_F(ServeBasket, DoesNotSellItemsOfTheBasketAgainAtCheckout) {
  Browser ada = browser();
  ada.post("/cart", "product=knife&mode=add&bundle=stone-beside");
  EXPECT_THAT(ada.get("/checkout").body, HasSubstr("&quot;offer&quot;:&quot;stone-beside&quot;"));
  const std::string order = pay(ada, "stone-beside");
  EXPECT_EQ(ordered(order).total(), 14400);
  EXPECT_THAT(ordered(order).notice, HasSubstr("you did not pay for it"));
  EXPECT_EQ(countsOf("stone-beside", "checkout").accepts, 0);
}

TEST_F(ServeBasket, KeepsTheVisitorFromProductPageToOrder) {
  Browser ada = browser();
  const std::string page = ada.get("/products/knife").body;
  const std::string visitor = valueIn(page, "<aftermint-bundle[^>]* visitor=\"([^\"]*)\"");
  EXPECT_EQ(valueIn(ada.get("/products/stone").body, "<aftermint-bundle[^>]* visitor=\"([^\"]*)\""), visitor);
  ada.post("/cart", "product=knife&mode=add&bundle=stone-beside");
  EXPECT_EQ(ordered(pay(ada)).visitor, visitor);
}

/** A path in the temporary folder, without a database. */
std::string freshPath(const std::string& name) {
  const std::string path = ::testing::TempDir() + "aftermint-" + name + ".db";
  for (const char* end : {"", "-wal", "-shm"}) std::remove((path + end).c_str());
  return path;
}

TEST_F(ServeBasket, ProductPagesDoNotReplaceTheBasket) {
  Browser ada = browser(), late = browser();
  late.get("/products/stone");
  EXPECT_THAT(late.cookie, ::testing::StartsWith("visitor=v-"));
  ada.post("/cart", "product=knife&mode=add");
  EXPECT_THAT(ada.cookie, ::testing::StartsWith("sid="));
  const std::string basket = ada.cookie;
  ada.get("/products/stone");
  EXPECT_EQ(ada.cookie, basket) << "a product page does not start another session";
  Browser forged = browser();
  forged.cookie = "visitor=<script>";
  EXPECT_THAT(forged.get("/products/stone").body, HasSubstr(" visitor=\"v-"));
}

TEST_F(ServeBasket, RemovesLinesOfAnOfferAndKeepsLinesOfTheShopper) {
  Browser ada = browser();
  ada.post("/cart", "product=knife&mode=add&bundle=stone-beside");
  ada.post("/cart", "product=stone&mode=add&quantity=3");
  ada.post("/cart", "product=knife&quantity=0&mode=add");
  EXPECT_THAT(shown(ada), ElementsAre("Whetstone 1 £29.00", "Whetstone 3 £87.00"));
  EXPECT_THAT(ada.get("/checkout").body, HasSubstr("name=\"offer\" value=\"stone-beside\""));
  ada.post("/cart", "product=stone&offer=stone-beside&quantity=0&mode=add");
  EXPECT_THAT(shown(ada), ElementsAre("Whetstone 3 £87.00"));
}

TEST_F(ServeBasket, CountsEachPieceInOneBundleOnly) {
  Browser ada = browser();
  ada.post("/cart", "product=knife&mode=add&bundle=hung");
  ada.post("/cart", "product=knife&mode=add&bundle=pinned");
  EXPECT_EQ(totalOf(ada), 24000 + 3000 + 600);
  ada.post("/cart", "product=knife&quantity=0&mode=add");
  ada.post("/cart", "product=knife&mode=add");
  EXPECT_EQ(totalOf(ada), 12000 + 3000 + 999) << "one knife cannot be in both";
}

TEST_F(ServeBasket, ABundleIsForTheVariantItNames) {
  Browser ada = browser();
  ada.post("/cart", "product=board&variant=small&mode=add&bundle=waxed");
  EXPECT_EQ(totalOf(ada), 6000 + 1000) << "the bundle price is for the large one";
  Browser eve = browser();
  eve.post("/cart", "product=board&variant=large&mode=add&bundle=waxed");
  EXPECT_EQ(totalOf(eve), 8500);
}

TEST_F(ServeBasket, SoldOutProductsGetNoBundlePrice) {
  Browser ada = browser();
  for (int times = 0; times < 2; ++times) {
    ada.post("/cart", "product=board&variant=large&mode=add&bundle=waxed");
  }
  EXPECT_EQ(totalOf(ada), 8000 + 2000) << "only one large board is in stock, so the bundle cannot be sold twice";
}

TEST(ShopDbUpgrade, KeepsTheBumpOfOrdersFromOlderVersions) {
  const std::string path = freshPath("upgrade");
  {
    Sqlite old(path, {{"shop", std::span(kShopSteps).first(2)}});
    old.run(
        "INSERT INTO orders VALUES ('1001-a', 1001, 's', 'n', 1, 1, 'GBP', 'Ada', 'a@b', 'x', 'ok', 'v-1', 'en-GB', "
        "'stone-bump', '[]', '', 5, 6), ('1002-b', 1002, 's', 'm', 1, 1, 'GBP', 'Ada', 'a@b', 'x', 'ok', 'v-1', "
        "'en-GB', '', '', 'left out', 7, 8)");
  }
  ShopDb db(path);
  const auto order = db.order("1001-a");
  ASSERT_TRUE(order);
  ASSERT_EQ(order->offers.size(), 1u);
  EXPECT_EQ(order->offers[0].offer, "stone-bump");
  EXPECT_EQ(order->offers[0].placement, "checkout");
  EXPECT_EQ(order->paidAt, 6);
  EXPECT_TRUE(db.order("1002-b")->offers.empty());
  EXPECT_EQ(db.order("1002-b")->notice, "left out");
}

}  // namespace
}  // namespace aftermint::testing
