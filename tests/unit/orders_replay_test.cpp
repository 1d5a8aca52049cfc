#include "orders/replay.h"

#include <gmock/gmock.h>

#include "aftermint/codec.h"
#include "aftermint/encode_book.h"
#include "mine/orders_book.h"
#include "unit/cli_scratch.h"

namespace aftermint::orders {
namespace {

using aftermint::testing::realData;
using aftermint::testing::Scratch;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

OrderFileLine line(std::string invoice, std::string code, std::int64_t quantity = 1, Minor price = 1000,
                   Millis time = 5000) {
  OrderFileLine out;
  out.invoice = std::move(invoice);
  out.code = std::move(code);
  out.description = "THING " + out.code;
  out.quantity = quantity * kOnePiece;
  out.price = price;
  out.priced = true;
  out.time = time;
  out.customer = "7";
  out.country = "France";
  return out;
}

TEST(Orders, GroupsLinesOfAnOrderAlsoIfSeparated) {
  Orders orders;
  orders.add(line("1", "10001", 2, 300, 5000));
  orders.add(line("2", "10001"));
  orders.add(line("1", "10002", 1, 450, 9000));
  ASSERT_THAT(orders.groups(), SizeIs(2));
  EXPECT_EQ(orders.groups()[0].invoice, "1");
  EXPECT_EQ(orders.groups()[0].time, 5000) << "of the first line";
  EXPECT_THAT(orders.groups()[0].pieces, SizeIs(2));
  EXPECT_EQ(orders.scattered(), 1u);
}

TEST(Orders, IgnoresTheCaseOfCodes) {
  Orders orders;
  orders.add(line("1", "85123A"));
  orders.add(line("1", "85123a"));
  EXPECT_THAT(orders.products(), ElementsAre(::testing::Field(&OrderedProduct::id, "85123A")));
}

TEST(Orders, LeavesOutReturnsAndCancelledOrders) {
  Orders orders;
  orders.add(line("1", "10001"));
  OrderFileLine back = line("2", "10001");
  back.returned = true;
  orders.add(back);
  OrderFileLine off = line("3", "10001");
  off.calledOff = true;
  orders.add(off);
  orders.add(line("3", "10002"));
  EXPECT_EQ(orders.dropCalledOff(), 1u);
  ASSERT_THAT(orders.groups(), SizeIs(1));
  EXPECT_EQ(orders.groups()[0].invoice, "1");
}

TEST(Orders, CountsGoodsByWeightAsOnePiece) {
  Orders orders;
  OrderFileLine cheese = line("1", "CHEESE", 1, 2000);
  cheese.quantity = 750;
  orders.add(cheese);
  EXPECT_EQ(orders.groups()[0].pieces[0].quantity, 1);
  EXPECT_EQ(orders.groups()[0].pieces[0].price, 1500);
}

TEST(MomentOf, IsOpenBeforePaymentAndPaidAfter) {
  Orders orders;
  orders.add(line("1", "10001", 2, 300));
  orders.add(line("1", "10002", 1, 450));
  Book book;
  book.currency = "GBP";
  book.locale = "en";
  const Moment checkout = momentOf(orders.groups()[0], orders, book, Placement::Checkout);
  EXPECT_EQ(checkout.order.status, OrderStatus::Open);
  EXPECT_FALSE(checkout.order.paidAt);
  EXPECT_EQ(checkout.order.total, 1050);
  EXPECT_EQ(checkout.order.id, "1");
  EXPECT_EQ(checkout.visitor.id, "7");
  EXPECT_EQ(*checkout.visitor.attributes.find("country")->asString(), "France");
  EXPECT_THAT(checkout.order.lines, SizeIs(2));

  const Moment after = momentOf(orders.groups()[0], orders, book, Placement::PostPurchase);
  EXPECT_EQ(after.order.status, OrderStatus::Paid);
  EXPECT_EQ(after.order.paidAt, 5000);
  EXPECT_TRUE(after.platform.oneClick->allowed);
  EXPECT_FALSE(momentOf(orders.groups()[0], orders, book, Placement::ThankYou).platform.oneClick->allowed);
}

/** A book with an offer of a filter for 15.00 with a kettle for 100.00, approved or not. */
IndexedBook kettleBook(bool approved) {
  Book book;
  book.id = "b";
  book.merchant = "m";
  book.currency = "GBP";
  book.locale = "en";
  book.products.resize(2);
  book.products[0].id = "KETTLE1";
  book.products[0].title = "Kettle";
  book.products[0].price = 10000;
  book.products[0].complements = {"FILTER1"};
  book.products[1].id = "FILTER1";
  book.products[1].title = "Filter";
  book.products[1].price = 1500;
  Offer offer;
  offer.id = "filter";
  offer.items.resize(1);
  offer.items[0].product = "FILTER1";
  offer.placements = {Placement::Checkout};
  Copy copy;
  copy.locale = "en";
  copy.headline = "Keep your {trigger} clean";
  copy.benefit = "One filter lasts a year.";
  copy.accept = "Add it";
  offer.copy = {copy};
  offer.approved = approved;
  book.offers = {offer};
  return IndexedBook(std::move(book));
}

TEST(Replay, CountsEveryOrderUnderOneReason) {
  Orders orders;
  orders.add(line("1", "KETTLE1", 1, 10000));
  orders.add(line("2", "KETTLE1", 100, 10000));  // the filter is cheap compared to a hundred kettles
  orders.add(line("3", "KETTLE1", 1, 10000));
  orders.add(line("3", "FILTER1", 1, 1500));
  orders.add(line("4", "SOMETHING9"));
  const IndexedBook book = kettleBook(true);
  const ReplayCounts counts = replay(book, orders, Placement::Checkout);
  const auto of = [](const auto& array, Reason reason) { return array[static_cast<std::size_t>(reason)]; };
  EXPECT_EQ(counts.orders, 4u);
  EXPECT_EQ(counts.offered, 1u);
  EXPECT_EQ(counts.offeredValue, 1500);
  EXPECT_EQ(of(counts.decisions, Reason::Offered), 1u);
  EXPECT_EQ(of(counts.decisions, Reason::AllRefused), 2u);
  EXPECT_EQ(of(counts.decisions, Reason::NoCandidates), 1u);
  EXPECT_EQ(of(counts.refused, Reason::PriceBand), 1u);
  EXPECT_EQ(of(counts.refused, Reason::InOrder), 1u);
  EXPECT_EQ(counts.unknownPieces, 1u);
}

TEST(Replay, UsesTheBooksPriceIfTheFileHasNone) {
  Orders orders;
  OrderFileLine kettle = line("1", "KETTLE1", 1, 0);
  kettle.priced = false;
  orders.add(kettle);
  const IndexedBook book = kettleBook(true);
  EXPECT_EQ(orders.priceFrom(book), 1u);
  EXPECT_EQ(orders.groups()[0].pieces[0].price, 10000);
  EXPECT_EQ(replay(book, orders, Placement::Checkout).offered, 1u);
}

TEST(Replay, DoesNotOfferProposals) {
  Orders orders;
  orders.add(line("1", "KETTLE1", 1, 10000));
  const IndexedBook book = kettleBook(false);
  const ReplayCounts counts = replay(book, orders, Placement::Checkout);
  EXPECT_EQ(counts.offered, 0u);
  EXPECT_EQ(counts.refused[static_cast<std::size_t>(Reason::NotApproved)], 1u);
}

constexpr std::string_view kHeader =
    "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n";

std::string row(int invoice, std::string_view code, std::string_view description, int quantity,
                std::string_view price) {
  return std::to_string(invoice) + "," + std::string(code) + "," + std::string(description) + "," +
         std::to_string(quantity) + ",2010-12-01 08:26:00," + std::string(price) + ",1,UK\n";
}

mine::OrdersBook bookOf(std::string_view rows, std::size_t minSupport) {
  const Scratch scratch;
  mine::OrdersBookOptions options;
  options.minSupport = minSupport;
  OrderFile file;
  file.path = scratch.write("o.csv", std::string(kHeader) + std::string(rows));
  return mine::bookFromOrders(file, options, [](const SkippedLine&) {});
}

TEST(BookFromOrders, UsesTheMostFrequentTitleAndPrice) {
  const auto made = bookOf(
      row(1, "10001", "POT", 1, "2.55") + row(2, "10001", "pot?", 1, "2.10") + row(3, "10001", "POT", 1, "2.55"), 1);
  ASSERT_THAT(made.book.products, SizeIs(1));
  EXPECT_EQ(made.book.products[0].title, "POT");
  EXPECT_EQ(made.book.products[0].price, 255);
}

TEST(BookFromOrders, ProposesPairsThatChanceDoesNotExplain) {
  std::string rows;
  for (int i = 0; i < 10; ++i) {  // kettle and filter together, twelve at a time; a bag in every order
    rows += row(i, "10001", "KETTLE", 1, "20.00") + row(i, "10002", "FILTER", 12, "0.50") +
            row(i, "10003", "BAG", 1, "0.10");
  }
  for (int i = 10; i < 40; ++i) rows += row(i, "10003", "BAG", 1, "0.10") + row(i, "10004", "MUG", 1, "3.00");
  const auto made = bookOf(rows, 5);
  EXPECT_THAT(made.book.products[0].complements, ElementsAre("10002")) << "the bag is bought with everything";
  ASSERT_THAT(made.book.offers, SizeIs(2));
  const Offer& offer = made.book.offers[0];
  EXPECT_EQ(offer.id, "10001:10002");
  EXPECT_FALSE(offer.approved) << "a person must approve it";
  EXPECT_EQ(offer.type, OfferType::CrossSell);
  EXPECT_EQ(offer.items.at(0).quantity, 12) << "the most frequent quantity";
  EXPECT_EQ(offer.priority, 1000) << "they are always bought together";
  EXPECT_EQ(offer.copy.at(0).benefit, "Bought together in 10 of the 10 orders that had {trigger}.");
}

TEST(BookFromOrders, ProposesNothingBelowTheSupport) {
  std::string rows;
  for (int i = 0; i < 4; ++i) rows += row(i, "10001", "KETTLE", 1, "20.00") + row(i, "10002", "FILTER", 1, "0.50");
  for (int i = 4; i < 9; ++i) rows += row(i, "10004", "MUG", 1, "3.00");
  EXPECT_THAT(bookOf(rows, 5).book.offers, IsEmpty());
  EXPECT_THAT(bookOf(rows, 4).book.offers, SizeIs(2));
}

TEST(BookFromOrders, GivesTheSameBookForAnyOrderOfLines) {
  std::vector<std::string> orders;
  for (int i = 0; i < 12; ++i) {
    orders.push_back(row(i, "1000" + std::to_string(i % 3), "A", 1, "1.00") +
                     row(i, "1000" + std::to_string(i % 4 + 3), "B", 1, "2.00"));
  }
  std::string forwards, backwards;
  for (const std::string& order : orders) forwards += order;
  for (auto order = orders.rbegin(); order != orders.rend(); ++order) backwards += *order;
  EXPECT_EQ(encode(bookOf(forwards, 1).book), encode(bookOf(backwards, 1).book));
}

TEST(ReplayRealFile, UsesOrReportsEveryLineAndDecidesEveryOrder) {
  const std::filesystem::path data = realData();
  if (data.empty()) GTEST_SKIP() << "AFTERMINT_DATA is not set: there are no real orders";
  const std::string path = (data / "online-retail" / "transactions.csv.gz").string();
  std::size_t reported = 0;
  OrderFile file;
  file.path = path;
  mine::OrdersBook made = mine::bookFromOrders(file, {}, [&](const SkippedLine&) { ++reported; });
  EXPECT_EQ(made.read.lines.read, 320'705u);
  EXPECT_EQ(reported, made.read.lines.skipped());
  EXPECT_EQ(made.read.notes.unreadTimes + made.read.notes.unreadPrices, 0u);
  EXPECT_EQ(made.read.lines.skippedBy[static_cast<std::size_t>(SkipReason::BadColumns)], 0u);
  EXPECT_GT(made.book.offers.size(), 1000u);
  EXPECT_THAT(made.book.offers, ::testing::Each(::testing::Field(&Offer::approved, false)));

  Orders orders;
  (void)readOrderFile(
      file, [](const OrderShape&) {}, [&](OrderFileLine&& clean) { orders.add(clean); }, [](const SkippedLine&) {});
  for (Offer& offer : made.book.offers) offer.approved = true;
  Decoded<Book> back = decodeBook(encode(made.book));
  ASSERT_TRUE(back);
  const IndexedBook book(std::move(*back.value));
  const ReplayCounts counts = replay(book, orders, Placement::Checkout);
  EXPECT_EQ(counts.orders, orders.groups().size());
  EXPECT_EQ(counts.unknownPieces, 0u);
  EXPECT_GT(counts.offered, 0u);
}

}  // namespace
}  // namespace aftermint::orders
