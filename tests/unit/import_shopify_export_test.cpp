/** @file Export files of real shops: old and new column names, spreadsheets, data frames, and the assumptions.
 */
#include <gmock/gmock.h>

#include "import/shopify.h"
#include "import/shopify_guess.h"
#include "unit/cli_scratch.h"
#include "unusable.h"

namespace aftermint::imports {
namespace {

using aftermint::testing::realData;
using aftermint::testing::Scratch;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

constexpr std::string_view kRecentHeader =
    "Title,URL handle,Description,Vendor,Type,Tags,Published on online store,Status,SKU,Option1 name,Option1 value,"
    "Price,Compare-at price,Inventory tracker,Inventory quantity,Continue selling when out of stock,Requires shipping,"
    "Product image URL,Image position,Image alt text,Gift card\n";

ShopifyImport import(std::string_view text, std::string currency = "USD") {
  const Scratch scratch;
  ShopifyOptions options;
  options.currency = std::move(currency);
  return importShopify({scratch.write("p.csv", text)}, options);
}

std::vector<std::string> reasons(const ShopifyImport& made) {
  std::vector<std::string> out;
  for (const Notice& notice : made.notices) out.push_back(std::to_string(notice.line) + ": " + notice.reason);
  return out;
}

/** Returns the assumption with this code, or an empty one with count 0. */
Assumption assumed(const ShopifyImport& made, Assumed code) {
  for (const Assumption& each : made.assumptions) {
    if (each.code == code) return each;
  }
  return {};
}

TEST(ShopifyExport, ReadsTheNewColumnNames) {
  const auto made = import(std::string(kRecentHeader) +
                           "Board,board,<p>Oak</p>,N,Kitchen,\"wood, oak\",TRUE,Active,OB,Title,Default "
                           "Title,45.00,,shopify,10,DENY,TRUE,https://x/1.jpg,1,A board,FALSE\n"
                           "Wax,wax,<p>Bees</p>,N,Care,care,TRUE,Active,W-S,Size,Small,9,12,shopify,25,DENY,TRUE,,,,\n"
                           ",wax,,,,,,,W-L,,Large,15.00,,shopify,0,CONTINUE,TRUE,,,,\n");
  ASSERT_THAT(made.book.products, SizeIs(2));
  const Product& board = made.book.products[0];
  EXPECT_EQ(board.description, "Oak");
  EXPECT_EQ(board.price, 4500);
  EXPECT_EQ(board.stock, 10);
  EXPECT_EQ(board.category, "Kitchen");
  EXPECT_EQ(board.image, "https://x/1.jpg");
  EXPECT_EQ(board.imageAlt, "A board");
  const auto& wax = made.book.products[1].variants;
  ASSERT_THAT(wax, SizeIs(2));
  EXPECT_EQ(wax[0].id, "W-S");
  EXPECT_EQ(wax[0].stock, 25);
  EXPECT_EQ(wax[1].price, 1500);
  EXPECT_EQ(wax[1].stock, std::nullopt) << "Shopify continues selling at zero";
  EXPECT_THAT(made.notices, IsEmpty());
  EXPECT_EQ(assumed(made, Assumed::MissingColumns).count, 0u);
}

TEST(ShopifyExport, ReadsNamesInAnyCase) {
  const auto made = import("HANDLE,title,BODY,variant_price,Compare At Price\na,A,<b>Fine</b>,1.50,\n");
  ASSERT_THAT(made.book.products, SizeIs(1));
  EXPECT_EQ(made.book.products[0].description, "Fine");
  EXPECT_EQ(made.book.products[0].price, 150);
}

TEST(ShopifyExport, ReadsOldAndNewNamesInOneFile) {
  const auto made = import("Handle,Title,Variant Price,Price\na,A,1.50,\nb,B,,2.50\n");
  ASSERT_THAT(made.book.products, SizeIs(2));
  EXPECT_EQ(made.book.products[1].price, 250);
}

TEST(ShopifyExport, NamesMissingColumnsInTheFormatOfTheFile) {
  const std::string old = assumed(import("Handle,Title,Variant Price\na,A,1\n"), Assumed::MissingColumns).reason;
  EXPECT_THAT(old, HasSubstr("Variant Inventory Qty"));
  EXPECT_THAT(old, HasSubstr("Body (HTML)"));
  const Assumption recent = assumed(import("URL handle,Title,Price\na,A,1\n"), Assumed::MissingColumns);
  EXPECT_THAT(recent.reason, HasSubstr("Inventory quantity"));
  EXPECT_THAT(recent.reason, Not(HasSubstr("Option2")));
  EXPECT_EQ(recent.count, 17u);
}

TEST(ShopifyExport, GivesAllNamesOfAMissingColumn) {
  try {
    import("Title,Cost\nA,1\n");
    FAIL() << "nothing was refused";
  } catch (const Unusable& unusable) {
    EXPECT_EQ(unusable.faults().front().message,
              "the header does not have Handle (or URL handle), Variant Price (or Price)");
  }
}

TEST(ShopifyExport, RefusesARepeatedColumnOnlyIfItIsRead) {
  EXPECT_THAT(import("Handle,Title,Price,Vendor,vendor,\"x (product.metafields.a.b)\",,\na,A,1,,,,,\n").book.products,
              SizeIs(1));
  EXPECT_THROW(import("Handle,Title,Price,PRICE\na,A,1,2\n"), Unusable);
  EXPECT_THROW(import("Handle,Title,Price,Compare-at price,Compare At Price\na,A,1,,\n"), Unusable);
}

TEST(ShopifyExport, NotesMissingStockOncePerFile) {
  const auto made =
      import("Handle,Title,Variant Inventory Tracker,Variant Price\na,A,shopify,1\nb,B,shopify,1\nc,C,,1\n");
  for (const Product& product : made.book.products) EXPECT_EQ(product.stock, std::nullopt);
  const Assumption note = assumed(made, Assumed::StockNotCounted);
  EXPECT_EQ(note.count, 2u) << "the third is not tracked";
  EXPECT_THAT(note.reason, HasSubstr("no column Variant Inventory Qty"));
  EXPECT_THAT(note.places, ElementsAre(HasSubstr(":2"), HasSubstr(":3")));

  const auto empty = import(
      "Handle,Title,Inventory tracker,Inventory quantity,Price\na,A,shopify,,1\nb,B,shopify,0,1\n"
      "c,C,FALSE,0,1\n");
  EXPECT_EQ(empty.book.products[0].stock, std::nullopt);
  EXPECT_EQ(empty.book.products[1].stock, 0) << "sold out";
  EXPECT_EQ(empty.book.products[2].stock, std::nullopt) << "not tracked";
  EXPECT_EQ(assumed(empty, Assumed::StockNotCounted).count, 1u);
  EXPECT_THAT(assumed(import("Handle,Title,Inventory quantity,Price\na,A,5,1\n"), Assumed::StockNotCounted).reason,
              HasSubstr("no column Inventory tracker"));
}

TEST(ShopifyExport, ReadsWholeNumbersOfADataFrame) {
  const auto made = import(
      "Handle,Title,Variant Inventory Tracker,Variant Inventory Qty,Variant Price,Image Src,Image Position\n"
      "a,A,shopify,12.0,45.0,https://x/2.jpg,2.0\na,,,,,https://x/1.jpg,1.0\n");
  EXPECT_EQ(made.book.products.at(0).stock, 12);
  EXPECT_EQ(made.book.products.at(0).image, "https://x/1.jpg");
}

TEST(ShopifyExport, ReadsEmptyCellsAndSkusOfADataFrame) {
  const auto made = import(
      "Handle,Title,Option1 value,SKU,Inventory tracker,Inventory quantity,Price\n"
      "a,NaN,S,10234.0,shopify,nan,5.0\na,,M,nan,shopify,3.0,5.0\nb,B,nan,nan,nan,nan,nan\n");
  ASSERT_THAT(made.book.products, SizeIs(1));
  EXPECT_EQ(made.book.products[0].title, "NaN");
  ASSERT_THAT(made.book.products[0].variants, SizeIs(2));
  EXPECT_EQ(made.book.products[0].variants[0].id, "10234");
  EXPECT_EQ(made.book.products[0].variants[0].stock, std::nullopt);
  EXPECT_EQ(made.book.products[0].variants[1].id, "a-m");
  EXPECT_EQ(assumed(made, Assumed::SkuDecimal).count, 1u);
  EXPECT_EQ(made.reasons.at("no variant has a price"), 1u);
}

TEST(ShopifyExport, ReadsSemicolonsTabsAndDecimalCommas) {
  const auto made = import(
      "\xEF\xBB\xBFHandle;Title;Variant Price;Published\r\na;\"A; \"\"or\r\nB\"\"\";1.299,50 €;WAHR\r\n"
      "b;B;1.299;FALSCH\r\nc;C;1.299;1\r\n",
      "EUR");
  ASSERT_THAT(made.book.products, SizeIs(2));
  EXPECT_EQ(made.book.products[0].title, "A; \"or B\"");
  EXPECT_EQ(made.book.products[0].price, 129950);
  EXPECT_EQ(made.book.products[1].price, 129900) << "the file's decimal mark is the comma";
  EXPECT_THAT(assumed(made, Assumed::Delimiter).reason, HasSubstr("semicolon"));
  EXPECT_THAT(reasons(made), ElementsAre("4: the product is not published: \"b\" was left out"));

  EXPECT_EQ(import("Handle\tTitle\tPrice\na\tA\t4,50\n").book.products.at(0).price, 450);
  EXPECT_THAT(reasons(import("Handle;Title;Price\na;A;1,299\n")), Contains(HasSubstr("thousand")));
}

TEST(ShopifyExport, IgnoresMarketsAndMetafieldsAndNamesTheMarkets) {
  const auto made = import(
      "Handle,Title,Variant Price,Price / International,Compare At Price / International,Included / Poland,"
      "Google Shopping / Condition,Color (product.metafields.shopify.color-pattern)\na,A,5,99,120,true,new,red\n");
  EXPECT_EQ(made.book.products.at(0).price, 500);
  EXPECT_EQ(assumed(made, Assumed::MarketColumns).count, 3u);
}

TEST(ShopifyExport, NotesTwoHandlesThatGiveOneId) {
  const auto made = import("Handle,Title,Variant Price\noak board,A,1\noak-board,B,1\n");
  EXPECT_EQ(made.book.products.at(1).id, "oak-board-2");
  EXPECT_THAT(reasons(made), ElementsAre("3: the handles \"oak board\" and \"oak-board\" both give the id "
                                         "\"oak-board\": \"oak-board\" gets the id \"oak-board-2\""));
}

TEST(ShopifyExport, MakesTheProductPathFromAHandle) {
  EXPECT_EQ(productUrl("/products/oak-board"), "/products/oak-board");
  EXPECT_EQ(productUrl("https://shop.example/products/oak"), "/products/oak");
  EXPECT_EQ(productUrl("été 1"), "/products/%C3%A9t%C3%A9%201");
  EXPECT_EQ(productUrl("/products/"), "/products/%2Fproducts%2F");
}

TEST(ShopifyExport, NotesSkusThatASpreadsheetTurnedIntoNumbers) {
  const auto made = import("Handle,Title,SKU,Price\na,A,8.05E+11,1\nb,B,1E10,1\nc,C,\"8,05E+11\",1\n");
  EXPECT_THAT(reasons(made), ElementsAre(HasSubstr("2: a spreadsheet turned the SKU into the number \"8.05E+11\""),
                                         HasSubstr("4: a spreadsheet")));
  EXPECT_FALSE(isScientific("AB-1E+2"));
  EXPECT_TRUE(isScientific("8e+11"));
}

TEST(ShopifyExport, CountsWhyProductsWereSkipped) {
  const auto made =
      import("Handle,Title,Variant Price,Status\na,A,10,draft\nb,B,10,archived\nc,C,10,Draft\nd,D,,active\n");
  EXPECT_THAT(made.book.products, IsEmpty());
  EXPECT_EQ(made.reasons.at("the product's status is draft"), 2u);
  EXPECT_EQ(made.reasons.at("the product's status is archived"), 1u);
  EXPECT_EQ(made.reasons.at("no variant has a price"), 1u);
}

TEST(ShopifyExport, ReadsProductsWithoutShippingAsExperiences) {
  const auto made = import(
      "Handle,Title,Option1 Value,Requires shipping,Price\nclass,Class,,FALSE,1\npot,Pot,,TRUE,1\nold,Old,,,1\n"
      "book,Book,Paper,true,1\nbook,,PDF,false,1\n");
  ASSERT_THAT(made.book.products, SizeIs(4));
  EXPECT_EQ(made.book.products[0].kind, ProductKind::Experience);
  for (std::size_t i = 1; i < 4; ++i) EXPECT_EQ(made.book.products[i].kind, ProductKind::Durable);
  EXPECT_THAT(assumed(made, Assumed::KindExperience).places, ElementsAre(HasSubstr("p.csv:2")));
  EXPECT_THAT(assumed(made, Assumed::KindMixed).places, ElementsAre(HasSubstr("p.csv:5")));
  EXPECT_EQ(assumed(made, Assumed::KindDurable).count, 2u);
}

TEST(ShopifyExport, SkipsGiftCards) {
  const auto made = import(
      "Handle,Title,Type,Product category,Gift card,Price\na,A,,,TRUE,1\nb,B,Gift Cards,,,1\n"
      "c,C,,\"Arts > Gift Cards\",,1\nd,D,Gift card holder,,,1\ne,E,Gift cards,,FALSE,1\n");
  ASSERT_THAT(made.book.products, SizeIs(2));
  EXPECT_EQ(made.book.products[0].id, "d");
  EXPECT_EQ(made.reasons.at("gift cards are not offered"), 3u);
}

TEST(ShopifyExport, CountsComparePricesByKind) {
  const auto made = import(
      "Handle,Title,Price,Compare-at "
      "price\na,A,10,15\nb,B,10,10.00\nc,C,10,8\nd,D,10,soon\ne,E,10,\nf,F,10,\"$1,500\"\n");
  EXPECT_EQ(made.comparePrices, 5u);
  EXPECT_THAT(assumed(made, Assumed::CompareNotLowest).places, ElementsAre(HasSubstr(":2"), HasSubstr(":7")));
  EXPECT_EQ(assumed(made, Assumed::CompareEqual).count, 1u);
  EXPECT_EQ(assumed(made, Assumed::CompareLower).count, 1u);
  EXPECT_THAT(assumed(made, Assumed::CompareUnreadable).places, ElementsAre(HasSubstr(":5")));
}

TEST(ShopifyExport, DropsASingleVariantNamedByTheTitle) {
  const auto made = import(
      "Handle,Title,Option1 name,Option1 value,Option2 value,SKU,Price\n"
      "a,\"Food, 8 fl oz\",Size,8 fl oz,,F8,1\nb,Food,Size,8 FL OZ,,G8,1\nc,Scarf Redwood,Color,Red,,,1\n"
      "d,Red scarf (Large),Color,Red,Large,,1\ne,E,Title,Default Title,,,1\n");
  const auto& products = made.book.products;
  ASSERT_THAT(products, SizeIs(5));
  EXPECT_THAT(products[0].variants, IsEmpty());
  ASSERT_THAT(products[1].variants, SizeIs(1)) << "the title does not have its size";
  EXPECT_EQ(products[1].variants[0].title, "8 FL OZ");
  EXPECT_THAT(products[2].variants, SizeIs(1)) << "Red is only a part of Redwood";
  EXPECT_THAT(products[3].variants, IsEmpty());
  EXPECT_THAT(products[4].variants, IsEmpty());
  const auto sizes = import("Handle,Title,Option1 value,Price\na,A,Default,1\na,,Large,2\nb,B,Default,1\n");
  EXPECT_EQ(sizes.book.products.at(0).variants.at(0).title, "Default");
  EXPECT_THAT(sizes.book.products.at(1).variants, IsEmpty());
  EXPECT_EQ(assumed(made, Assumed::VariantNamedInTitle).count, 2u);
}

TEST(ShopifyExport, ReadsFilesOfBugReports) {
  const std::filesystem::path data = realData();
  if (!std::filesystem::is_directory(data / "reports"))
    GTEST_SKIP() << "AFTERMINT_DATA is not set: there are no reported files";
  const auto read = [&](const char* name) { return importShopify({(data / "reports" / name).string()}, {}); };
  const auto recent = read("01-new-format/products.csv");
  EXPECT_THAT(recent.book.products, SizeIs(2));
  EXPECT_EQ(recent.variants, 3u);
  for (const Product& product : read("02-no-qty-column/products.csv").book.products) {
    EXPECT_EQ(product.stock, std::nullopt) << product.id;
  }
  const Product frame = read("03-qty-decimal/p.csv").book.products.at(0);
  EXPECT_EQ(frame.stock, 12);
  EXPECT_EQ(frame.image, "https://cdn.example.com/1.jpg");
  EXPECT_THAT(reasons(read("24-handles/p.csv")), Contains(HasSubstr("\"oak board\" and \"oak-board\"")));
  const auto empty = read("30-empty-import/drafts.csv");
  EXPECT_THAT(empty.book.products, IsEmpty());
  EXPECT_THAT(empty.reasons, SizeIs(2));
}

}  // namespace
}  // namespace aftermint::imports
