#include "mine/history.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <random>
#include <set>

namespace aftermint::mine {
namespace {

using orders::LineRules;
using orders::OrderFileLine;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

constexpr Millis kDay = 86'400'000;

OrderFileLine bought(std::string order, std::string code, std::int64_t quantity, std::string customer = "ann",
                     Millis day = 1) {
  OrderFileLine line;
  line.invoice = std::move(order);
  line.code = std::move(code);
  line.description = "The " + line.code;
  line.quantity = quantity;
  line.customer = std::move(customer);
  line.time = day * kDay;
  line.timed = true;
  return line;
}

OrderFileLine sentBack(std::string order, std::string code, std::int64_t quantity, std::string customer = "ann",
                       Millis day = 5) {
  OrderFileLine line = bought(std::move(order), std::move(code), quantity, std::move(customer), day);
  line.returned = true;
  return line;
}

NetPurchases settle(const std::vector<OrderFileLine>& lines, LineRules rules = LineRules::Plain) {
  History history(History::codesOf(rules));
  for (const OrderFileLine& line : lines) history.add(line);
  return history.settle(History::idsOfCodes());
}

/** Returns the baskets as sorted lists of ids. */
std::multiset<std::vector<std::string>> basketsOf(const NetPurchases& net) {
  std::multiset<std::vector<std::string>> out;
  for (const auto& basket : net.baskets) {
    std::vector<std::string> ids;
    for (const std::uint32_t product : basket) ids.push_back(net.products[product].id);
    out.insert(std::move(ids));
  }
  return out;
}

using Basket = std::vector<std::string>;

TEST(History, ListsEachProductOfAnOrderOnce) {
  const NetPurchases net =
      settle({bought("1", "pot", 1), bought("2", "pot", 1), bought("1", "lid", 2), bought("1", "pot", 3)});
  EXPECT_THAT(basketsOf(net), ElementsAre(Basket{"lid", "pot"}, Basket{"pot"}));
  EXPECT_EQ(net.scattered, 1u) << "the first order continues after another one";
}

TEST(History, RemovesPurchasesReturnedCompletely) {
  const NetPurchases net = settle({bought("1", "pot", 2), bought("1", "lid", 1), sentBack("r", "pot", 2)});
  EXPECT_THAT(basketsOf(net), ElementsAre(Basket{"lid"}));
  EXPECT_EQ(net.returns.entries, 1u);
  EXPECT_EQ(net.returns.matched, 1u);
  EXPECT_EQ(net.returns.purchasesRemoved, 1u);
}

TEST(History, KeepsPurchasesReturnedInPart) {
  const NetPurchases net = settle({bought("1", "pot", 2), sentBack("r", "pot", 1)});
  EXPECT_THAT(basketsOf(net), ElementsAre(Basket{"pot"}));
  EXPECT_EQ(net.returns.matched, 1u);
  EXPECT_EQ(net.returns.purchasesRemoved, 0u);
}

TEST(History, AddsUpSeveralReturns) {
  const NetPurchases net = settle({bought("1", "pot", 2), sentBack("r", "pot", 1), sentBack("s", "pot", 1, "ann", 6)});
  EXPECT_THAT(net.baskets, IsEmpty());
  EXPECT_EQ(net.returns.ordersEmptied, 1u) << "an order without products does not count";
}

TEST(History, DoesNotMatchOtherCustomersPurchases) {
  const NetPurchases net = settle({bought("1", "pot", 2, "bob"), sentBack("r", "pot", 2, "ann")});
  EXPECT_THAT(net.baskets, SizeIs(1));
  EXPECT_EQ(net.returns.unmatched, 1u);
}

TEST(History, DoesNotMatchLaterPurchases) {
  const NetPurchases net = settle({sentBack("r", "pot", 2, "ann", 5), bought("1", "pot", 2, "ann", 6)});
  EXPECT_THAT(net.baskets, SizeIs(1)) << "bought after the return";
  EXPECT_EQ(net.returns.unmatched, 1u);
}

TEST(History, DoesNotMatchReturnsWithoutACustomer) {
  const NetPurchases net = settle({bought("1", "pot", 2, ""), sentBack("r", "pot", 2, "")});
  EXPECT_THAT(net.baskets, SizeIs(1));
  EXPECT_EQ(net.returns.unmatched, 1u);
}

TEST(History, MatchesReturnsInTheirOwnOrderWithoutACustomer) {
  const NetPurchases net = settle({bought("1", "pot", 2, ""), bought("1", "lid", 1, ""), sentBack("1", "pot", 2, "")});
  EXPECT_THAT(basketsOf(net), ElementsAre(Basket{"lid"}));
}

TEST(History, PrefersAPurchaseOfTheSameQuantity) {
  const NetPurchases net =
      settle({bought("1", "pot", 10, "ann", 1), bought("1", "lid", 1, "ann", 1), bought("2", "pot", 2, "ann", 2),
              bought("2", "cup", 1, "ann", 2), sentBack("r", "pot", 10)});
  EXPECT_THAT(basketsOf(net), ElementsAre(Basket{"cup", "pot"}, Basket{"lid"}));
}

TEST(History, OtherwiseMatchesTheLatestPurchaseFirst) {
  const NetPurchases net =
      settle({bought("1", "pot", 10, "ann", 1), bought("1", "lid", 1, "ann", 1), bought("2", "pot", 2, "ann", 2),
              bought("2", "cup", 1, "ann", 2), sentBack("r", "pot", 5)});
  EXPECT_THAT(basketsOf(net), ElementsAre(Basket{"cup"}, Basket{"lid", "pot"}));
}

TEST(History, CountsReturnsOfMoreThanWasBought) {
  const NetPurchases net = settle({bought("1", "pot", 2), sentBack("r", "pot", 9)});
  EXPECT_THAT(net.baskets, IsEmpty());
  EXPECT_EQ(net.returns.partly, 1u);
}

TEST(History, LeavesOutCancelledOrders) {
  OrderFileLine off = bought("1", "pot", 1);
  off.calledOff = true;  // on one line of the order, as in exports
  const NetPurchases net = settle({off, bought("1", "lid", 1), bought("2", "lid", 1)});
  EXPECT_THAT(basketsOf(net), ElementsAre(Basket{"lid"}));
  EXPECT_EQ(net.returns.ordersCalledOff, 1u);
}

TEST(History, IgnoresTheCaseOfCodes) {
  const std::vector<OrderFileLine> lines = {bought("1", "ket-1", 1), bought("2", "KET-1", 1), bought("3", "KET-1", 1)};
  EXPECT_THAT(settle(lines, LineRules::OnlineRetail).products, SizeIs(1));
  const NetPurchases plain = settle(lines, LineRules::Plain);
  ASSERT_THAT(plain.products, SizeIs(1));
  EXPECT_EQ(plain.products[0].id, "KET-1") << "the most frequent spelling";
}

TEST(History, GivesDifferentIdsToDifferentCodes) {
  const NetPurchases net = settle({bought("1", "tea pot", 1), bought("1", "tea/pot", 1)});
  ASSERT_THAT(net.products, SizeIs(2));
  EXPECT_EQ(net.products[0].id, "tea-pot");
  EXPECT_EQ(net.products[1].id, "tea-pot-2");
}

TEST(History, DoesNotDependOnTheOrderOfLines) {
  std::mt19937 random(11);
  std::vector<OrderFileLine> lines;
  for (int i = 0; i < 400; ++i) {
    const auto pick = [&](int most) { return std::to_string(random() % static_cast<unsigned>(most)); };
    const Millis day = 1 + static_cast<Millis>(random() % 9);
    const std::string customer = random() % 5 == 0 ? "" : "c" + pick(4);
    const auto quantity = static_cast<std::int64_t>(1 + random() % 4);
    lines.push_back(random() % 4 == 0 ? sentBack("r" + pick(60), "p" + pick(6), quantity, customer, day)
                                      : bought("o" + pick(80), "p" + pick(6), quantity, customer, day));
  }
  const NetPurchases first = settle(lines);
  EXPECT_GT(first.returns.purchasesRemoved, 0u);
  EXPECT_GT(first.returns.unmatched + first.returns.partly, 0u);
  for (int i = 0; i < 10; ++i) {
    std::shuffle(lines.begin(), lines.end(), random);
    const NetPurchases again = settle(lines);
    EXPECT_EQ(basketsOf(again), basketsOf(first));
    EXPECT_EQ(again.returns.matched, first.returns.matched);
    EXPECT_EQ(again.returns.purchasesRemoved, first.returns.purchasesRemoved);
  }
}

}  // namespace
}  // namespace aftermint::mine
