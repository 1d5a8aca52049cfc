// The demo shop with another book: it shows the categories, languages and pictures of that book only.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "demo/server/messages.h"
#include "demo/server/shop_info.h"
#include "unit/serve_fixture.h"

namespace aftermint::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

constexpr const char* kGarden = R"json({
  "version": 1, "id": "garden", "merchant": "green-thumb", "currency": "USD", "locale": "en-US",
  "products": [
    { "id": "pot", "title": "Ceramic pot", "price": 2400, "category": "Pots", "image": "https://cdn.example/pot.jpg",
      "imageAlt": "A white pot", "url": "https://green-thumb.example/pot",
      "translations": { "es": { "title": "Maceta de cerámica", "imageAlt": "Una maceta blanca" } },
      "complements": ["soil"] },
    { "id": "soil", "title": "Soil, 5 l", "price": 900, "translations": { "es-US": { "title": "Tierra, 5 l" } } } ],
  "offers": [
    { "id": "soil-bump", "type": "cross_sell", "items": [{ "product": "soil" }], "price": { "kind": "list" },
      "placements": ["checkout"],
      "copy": { "en": { "headline": "Soil for your {trigger}", "benefit": "Enough to fill it once." } } } ],
  "experiments": []
})json";

class GardenShop : public ServeTest {
 protected:
  GardenShop() : ServeTest(":memory:", openStore("sqlite::memory:"), kGarden) {}
};

TEST_F(GardenShop, ShowsOnlyProductsOfItsBook) {
  Browser shopper = browser();
  for (const char* page : {"/", "/products/pot", "/checkout", "/returns"}) {
    const std::string body = shopper.get(page).body;
    EXPECT_THAT(body, HasSubstr("Green thumb")) << page;
    for (const char* word : {"knife", "knives", "Knife", "Knives", "Larder", "VAT", "mark.svg"}) {
      EXPECT_THAT(body, Not(HasSubstr(word))) << page;
    }
  }
  const std::string home = shopper.get("/").body;
  EXPECT_THAT(home, HasSubstr("<h2>Pots</h2>"));
  EXPECT_THAT(home, HasSubstr("<h2>More</h2>"));  // products without a category
  EXPECT_THAT(home, HasSubstr("Soil, 5 l"));
}

TEST_F(GardenShop, AllowsPicturesOnlyFromHostsOfItsBook) {
  const Response home = browser().get("/");
  EXPECT_THAT(home.body, HasSubstr("<img src=\"https://cdn.example/pot.jpg\""));
  EXPECT_THAT(std::string(home.header("Content-Security-Policy")), HasSubstr("img-src 'self' https://cdn.example;"));
}

TEST_F(GardenShop, ShowsATileForAProductWithoutAPicture) {
  const std::string page = browser().get("/products/soil").body;
  EXPECT_THAT(page, HasSubstr("tile\" aria-hidden=\"true\">S</span>"));
  EXPECT_THAT(page, Not(HasSubstr("src=\"\"")));
}

TEST_F(GardenShop, UsesTheRequestedLanguage) {
  Browser shopper = browser();
  const Response home = shopper.get("/?lang=es-MX");
  EXPECT_THAT(home.body, HasSubstr("<html lang=\"es-MX\">"));
  EXPECT_THAT(home.body, HasSubstr("Maceta de cerámica"));
  EXPECT_THAT(home.body, HasSubstr("Tierra, 5 l"));  // from another region
  EXPECT_THAT(home.body, HasSubstr("alt=\"Una maceta blanca\""));
  EXPECT_THAT(home.body, HasSubstr("Carrito"));
  EXPECT_EQ(shopper.cookie, "lang=es-MX");
  EXPECT_THAT(shopper.get("/products/pot").body, HasSubstr("<html lang=\"es-MX\">"));  // the choice is kept
}

TEST_F(GardenShop, KeepsTheBooksLanguageIfItHasNoTexts) {
  for (const char* asked : {"/?lang=xx", "/?lang=", "/?lang=..%2Fx", "/?lang=%22%3E"}) {
    Browser shopper = browser();
    EXPECT_THAT(shopper.get(asked).body, HasSubstr("<html lang=\"en-US\">")) << asked;
    EXPECT_EQ(shopper.cookie, "") << asked;
  }
}

TEST(ShopInfo, IsDerivedFromABookInProductOrder) {
  Book book;
  book.merchant = "green-thumb";
  for (const char* category : {"Pots", "", "Tools", "Pots"}) {
    Product product;
    product.category = category;
    book.products.push_back(product);
  }
  const ShopInfo info = shopOf(book);
  EXPECT_EQ(info.name, "Green thumb");
  std::vector<std::string> ids;
  for (const ShopInfo::Category& category : info.categories) ids.push_back(category.id);
  EXPECT_THAT(ids, ElementsAre("Pots", "Tools", ""));
}

TEST(ShopInfo, ReportsFaultsOfAFile) {
  const std::pair<const char*, const char*> faults[] = {
      {"[", "this is not JSON"},
      {"[]", "this is not an object"},
      {"{}", "name is not a text"},
      {R"({"name":"A","colour":"red"})", "colour is not known here"},
      {R"({"name":"A","categories":{}})", "categories is not a list"},
      {R"({"name":"A","categories":[1]})", "categories holds something else than objects"},
      {R"({"name":"A","categories":[{"id":"a","name":{"en":1}}]})",
       "categories: name is neither a text nor texts by language"},
      {R"({"name":"A","hero":{"size":1}})", "hero: size is not known here"}};
  for (const auto& [text, message] : faults) {
    std::string fault;
    EXPECT_FALSE(parseShopInfo(text, fault)) << text;
    EXPECT_EQ(fault, message) << text;
  }
}

TEST(ShopInfo, ReadsOneTextOrATextPerLanguage) {
  std::string fault;
  const auto info =
      parseShopInfo(R"({"name":"A","categories":[{"id":"a","name":{"en":"Pots","es":"Macetas"}}]})", fault);
  ASSERT_TRUE(info) << fault;
  EXPECT_EQ(textIn(info->categories[0].name, "es-MX"), "Macetas");
  EXPECT_EQ(textIn(info->categories[0].name, "fr"), "Pots");
  EXPECT_EQ(textIn({}, "fr"), "");
}

TEST(DemoMessages, AreCompleteInEveryLanguage) {
  const Messages messages(std::string(kSourceFolder) + "/demo/messages");
  EXPECT_THAT(messages.languages(), ElementsAre("de", "en", "es", "fr"));
  EXPECT_EQ(messages.text("es-MX", "basket"), "Carrito");
  EXPECT_EQ(messages.text("pl", "basket"), "Basket");
  EXPECT_TRUE(messages.has("de-AT"));
  for (const char* none : {"", "pl", "de/../en", "-de"}) EXPECT_FALSE(messages.has(none)) << none;
  EXPECT_EQ(languageName("es"), "Español");
}

}  // namespace
}  // namespace aftermint::testing
