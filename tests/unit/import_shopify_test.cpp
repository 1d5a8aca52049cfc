#include "import/shopify.h"

#include <gmock/gmock.h>

#include "book/write_book.h"
#include "unit/cli_scratch.h"
#include "unusable.h"

namespace aftermint::imports {
namespace {

using aftermint::testing::realData;
using aftermint::testing::Scratch;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

constexpr std::string_view kShopifyHeader =
    "Handle,Title,Body (HTML),Vendor,Type,Tags,Published,Option1 Name,Option1 Value,Option2 Name,Option2 Value,"
    "Variant SKU,Variant Inventory Tracker,Variant Inventory Qty,Variant Inventory Policy,Variant Price,"
    "Variant Compare At Price,Image Src,Image Position,Image Alt Text,Gift Card,Status\n";

class Shopify : public ::testing::Test {
 protected:
  ShopifyImport import(std::string_view rows, std::string currency = "GBP") {
    ShopifyOptions options;
    options.currency = std::move(currency);
    return importShopify({scratch_.write("p.csv", std::string(kShopifyHeader) + std::string(rows))}, options);
  }
  /** Returns "LINE: reason" of every notice. */
  static std::vector<std::string> reasonsOf(const ShopifyImport& made) {
    std::vector<std::string> lines;
    for (const Notice& notice : made.notices) lines.push_back(std::to_string(notice.line) + ": " + notice.reason);
    return lines;
  }
  Scratch scratch_;
};

TEST_F(Shopify, ReadsAPlainProduct) {
  const auto made = import(
      "pot,Clay Pot,<p>For <b>plants</b></p>,Brand,Outdoor,\"Pot, Plants, Pot\",true,Title,Default "
      "Title,,,,shopify,3,deny,9.99,,https://cdn.example/pot.jpg,1,A pot,false,active\n");
  ASSERT_THAT(made.book.products, SizeIs(1));
  const Product& pot = made.book.products[0];
  EXPECT_EQ(pot.id, "pot");
  EXPECT_EQ(pot.title, "Clay Pot");
  EXPECT_EQ(pot.description, "For plants");
  EXPECT_EQ(pot.price, 999);
  EXPECT_EQ(pot.category, "Outdoor");
  EXPECT_THAT(pot.tags, ElementsAre("Pot", "Plants"));
  EXPECT_EQ(pot.stock, 3);
  EXPECT_EQ(pot.image, "https://cdn.example/pot.jpg");
  EXPECT_EQ(pot.imageAlt, "A pot");
  EXPECT_EQ(pot.url, "/products/pot");
  EXPECT_EQ(pot.seller, "") << "the vendor is a brand, not a seller";
  EXPECT_THAT(pot.variants, IsEmpty());
  EXPECT_THAT(made.notices, IsEmpty());
}

TEST_F(Shopify, JoinsTheRowsOfAHandleAlsoIfSeparated) {
  const auto made = import(
      "a,Anchor,,,,,true,Color,Gold,Size,S,SKU-1,,1,deny,69.99,85,https://x/1.jpg,2,,false,\n"
      "b,Bangle,,,,,true,Title,Default Title,,,,,1,deny,10,,,,,false,\n"
      "a,,,,,,,,Silver,,S,,,0,deny,55,85,https://x/2.jpg,1,,,\n"
      "a,,,,,,,,,,,,,,,,,https://x/3.jpg,3,,,\n");
  ASSERT_THAT(made.book.products, SizeIs(2));
  const Product& anchor = made.book.products[0];
  ASSERT_THAT(anchor.variants, SizeIs(2));
  EXPECT_EQ(anchor.price, 6999);
  EXPECT_EQ(anchor.variants[0].id, "SKU-1");
  EXPECT_EQ(anchor.variants[0].title, "Gold / S");
  EXPECT_FALSE(anchor.variants[0].price) << "the product's own price is not repeated";
  EXPECT_EQ(anchor.variants[1].id, "a-silver-s");
  EXPECT_EQ(anchor.variants[1].price, 5500);
  EXPECT_EQ(anchor.image, "https://x/2.jpg") << "the image with the first position";
  EXPECT_EQ(made.variants, 3u);
  EXPECT_EQ(made.comparePrices, 2u);
  EXPECT_THAT(made.notices, IsEmpty());
}

TEST_F(Shopify, ReadsStockOnlyIfShopifyStopsSellingAtZero) {
  const auto made = import(
      "a,A,,,,,true,Size,S,,,,shopify,2,deny,1,,,,,,\na,,,,,,,,M,,,,shopify,5,continue,1,,,,,,\n"
      "a,,,,,,,,L,,,,,9,deny,1,,,,,,\na,,,,,,,,XL,,,,shopify,-4,deny,1,,,,,,\n");
  const auto& variants = made.book.products.at(0).variants;
  ASSERT_THAT(variants, SizeIs(4));
  EXPECT_EQ(variants[0].stock, 2);
  EXPECT_EQ(variants[1].stock, std::nullopt) << "Shopify continues selling at zero";
  EXPECT_EQ(variants[2].stock, std::nullopt) << "not tracked";
  EXPECT_EQ(variants[3].stock, 0) << "oversold";
  EXPECT_EQ(made.book.products[0].stock, std::nullopt);
}

TEST_F(Shopify, ReadsUnreadableStockAsZero) {
  const auto made = import("a,A,,,,,true,,,,,,shopify,many,deny,1,,,,,,\n");
  EXPECT_EQ(made.book.products.at(0).stock, 0);
  EXPECT_THAT(reasonsOf(made), ElementsAre("2: the stock \"many\" is not a whole number: read as out of stock"));
}

TEST_F(Shopify, SkipsVariantsWithoutAValidPrice) {
  const auto made = import(
      "a,A,,,,,true,Size,S,,,,,,,12.50,,,,,,\na,,,,,,,,M,,,,,,,,,,,,,\na,,,,,,,,L,,,,,,,\"1,20,0\",,,,,,\n"
      "a,,,,,,,,XL,,,,,,,1.999,,,,,,\na,,,,,,,,XXL,,,,,,,-5,,,,,,\n");
  EXPECT_THAT(made.book.products.at(0).variants, SizeIs(1));
  EXPECT_THAT(
      reasonsOf(made),
      ElementsAre("3: the price \"\" is empty", "4: the price \"1,20,0\" is not a number like 19.99",
                  "5: the price \"1.999\" has more decimals than the currency", "6: the price \"-5\" is negative"));
  EXPECT_EQ(made.skippedRows, 4u);
}

TEST_F(Shopify, SkipsAProductWithoutAnyPrice) {
  const auto made = import("a,A,,,,,true,Size,S,,,,,,,,,https://x/1.jpg,,,,\na,,,,,,,,,,,,,,,,,https://x/2.jpg,,,,\n");
  EXPECT_THAT(made.book.products, IsEmpty());
  EXPECT_THAT(reasonsOf(made),
              ElementsAre("2: the price \"\" is empty", "2: no variant has a price: \"a\" was left out"));
  EXPECT_EQ(made.skippedRows, made.rows);
}

TEST_F(Shopify, SkipsProductsThatAreNotForSale) {
  const auto made = import(
      "a,A,,,,,false,,,,,,,,,1,,,,,,\nb,B,,,,,true,,,,,,,,,1,,,,,true,\nc,C,,,,,true,,,,,,,,,1,,,,,,draft\n"
      "d,,,,,,true,,,,,,,,,1,,,,,,\n,E,,,,,true,,,,,,,,,1,,,,,,\n");
  EXPECT_THAT(made.book.products, IsEmpty());
  EXPECT_THAT(reasonsOf(made), ElementsAre("2: the product is not published: \"a\" was left out",
                                           "3: gift cards are not offered: \"b\" was left out",
                                           "4: the product's status is draft: \"c\" was left out",
                                           "5: the product has no title: \"d\" was left out", "6: no handle"));
  EXPECT_EQ(made.skippedRows, 5u);
}

TEST_F(Shopify, ReportsRepeatedVariantsAndHandles) {
  const auto made = import(
      "a,A,,,,,true,Size,S,,,,,,,1,,,,,,\na,,,,,,,,S,,,,,,,2,,,,,,\na,Another,,,,,true,,,,,,,,,3,,,,,,\n"
      "a,A,,,,,true,,M,,,,,,,4,,,,,,\n");
  EXPECT_THAT(made.book.products.at(0).variants, SizeIs(2)) << "a repeated title is the same product";
  EXPECT_THAT(reasonsOf(made), ElementsAre("3: the variant \"S\" is repeated under \"a\"",
                                           HasSubstr("4: another product has the handle \"a\"")));
}

TEST_F(Shopify, KeepsTheFirstFileWithAHandle) {
  const std::string row = "a,A,,,,,true,,,,,,,,,1,,,,,,\n";
  const std::string first = scratch_.write("1.csv", std::string(kShopifyHeader) + row);
  const std::string second = scratch_.write("2.csv", std::string(kShopifyHeader) + row);
  const auto made = importShopify({first, second, first}, {});
  EXPECT_THAT(made.book.products, SizeIs(1));
  ASSERT_THAT(made.notices, SizeIs(1));
  EXPECT_EQ(made.notices[0].file, second);
  EXPECT_THAT(made.notices[0].reason, HasSubstr("was imported from " + first + ":2"));
}

TEST_F(Shopify, MakesVariantIdsUnique) {
  const auto made = import("a,A,,,,,true,Size,S,,,X 1,,,,1,,,,,,\na,,,,,,,,M,,,X-1,,,,1,,,,,,\n");
  const auto& variants = made.book.products.at(0).variants;
  EXPECT_EQ(variants.at(0).id, "X-1");
  EXPECT_EQ(variants.at(1).id, "X-1-2");
}

TEST_F(Shopify, ReadsOnlyHttpsImages) {
  const auto made = import("a,A,,,,,true,,,,,,,,,1,,http://x/1.jpg,1,,,\na,,,,,,,,,,,,,,,,,https://x/2.jpg,2,,,\n");
  EXPECT_EQ(made.book.products.at(0).image, "https://x/2.jpg");
  EXPECT_THAT(reasonsOf(made), ElementsAre("2: the image URL is not https: \"http://x/1.jpg\""));
}

TEST_F(Shopify, ReadsPricesWithTheDecimalsOfTheCurrency) {
  EXPECT_EQ(import("a,A,,,,,true,,,,,,,,,1200,,,,,,\n", "JPY").book.products.at(0).price, 1200);
  EXPECT_EQ(import("a,A,,,,,true,,,,,,,,,1.5,,,,,,\n", "KWD").book.products.at(0).price, 1500);
}

TEST_F(Shopify, CutsTextsAtTheLimitsOfABook) {
  const auto made =
      import("a," + std::string(300, 'T') + ",<p>" + std::string(6000, 'x') + "</p>,,,,true,,,,,,,,,1,,,,,,\n");
  EXPECT_THAT(made.book.products.at(0).title, SizeIs(200));
  EXPECT_THAT(made.book.products.at(0).description, SizeIs(5000));
  EXPECT_THAT(reasonsOf(made), ElementsAre("2: the description was cut after 5000 characters",
                                           "2: the title was cut after 200 characters"));
}

TEST_F(Shopify, ReadsLatin1WithANote) {
  const auto made = import("a,Caf\xE9,,,,,true,,,,,,,,,1,,,,,,\n");
  EXPECT_EQ(made.book.products.at(0).title, "Café");
  EXPECT_THAT(reasonsOf(made), ElementsAre("2: bytes that are not UTF-8 were read as Latin-1"));
}

TEST_F(Shopify, SkipsARowWithMoreFieldsThanTheHeader) {
  EXPECT_THAT(reasonsOf(import("a,A,,,,,true,,,,,,,,,1,,,,,,,,,\n")),
              ElementsAre("2: the row has 25 fields, the header 22"));
}

TEST_F(Shopify, MakesAValidBook) {
  const auto made = import(
      "\"crème brûlée/β\",\"Crème \"\"brûlée\"\" <β>\",\"<script>x</script>\",,Süßes,\"a, "
      "b\",true,Size,S,,,\"'007\",,,,1,,,,,,\n");
  const WrittenBook written = writeBook(made.book, scratch_.path("book.json"));
  EXPECT_TRUE(written.written);
  const Decoded<Book> back = decodeBook(scratch_.read("book.json"));
  ASSERT_TRUE(back);
  EXPECT_EQ(back.value->products.at(0).title, "Crème \"brûlée\" <β>");
  EXPECT_EQ(back.value->products.at(0).variants.at(0).id, "007");
}

TEST(WriteBook, LeavesNoFileBehindIfItCannotWrite) {
  const Scratch scratch;
  EXPECT_THROW((void)writeBook(Book{}, scratch.path("book.json")), Unusable) << "an empty book has no id";
  EXPECT_THROW(writeWhole(scratch.path("no/folder/book.json"), "x"), Unusable);
  EXPECT_EQ(scratch.files(), 0u);
}

TEST(WriteBook, ReplacesAFileAndKeepsItsMode) {
  const Scratch scratch;
  scratch.write("a.json", "old and longer");
  std::filesystem::permissions(scratch.path("a.json"),
                               std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
  writeWhole(scratch.path("a.json"), "new");
  EXPECT_EQ(scratch.read("a.json"), "new");
  EXPECT_EQ(scratch.files(), 1u);
  EXPECT_EQ(std::filesystem::status(scratch.path("a.json")).permissions() & std::filesystem::perms::all,
            std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
}

TEST(ShopifyRealFiles, MakeOneValidBook) {
  const std::filesystem::path data = realData();
  if (data.empty()) GTEST_SKIP() << "AFTERMINT_DATA is not set: there are no real product files";
  std::vector<std::string> files;
  for (const char* name : {"apparel.csv", "home-and-garden.csv", "jewelery.csv"}) {
    files.push_back((data / "shopify-products" / name).string());
  }
  const ShopifyImport made = importShopify(files, {});
  EXPECT_EQ(made.skippedRows, 0u);
  EXPECT_THAT(made.notices, IsEmpty());
  const Scratch scratch;
  EXPECT_TRUE(writeBook(made.book, scratch.path("book.json")).written);
  const Decoded<Book> back = decodeBook(scratch.read("book.json"));
  ASSERT_TRUE(back);
  EXPECT_EQ(back.value->products.size(), made.book.products.size());
  for (const Product& product : back.value->products) {
    EXPECT_GT(product.price, 0) << product.id;
    EXPECT_EQ(product.description.find('<'), std::string::npos) << product.id;
  }
}

}  // namespace
}  // namespace aftermint::imports
