// Order files that cost the square of their size, unless it is bounded: huge baskets, many returns, many columns, long
// titles, tags with many attributes.
#include <gmock/gmock.h>

#include <algorithm>
#include <numeric>
#include <random>
#include <string>
#include <tuple>
#include <vector>

#include "import/html_text.h"
#include "mine/book_pairs.h"
#include "mine/history.h"
#include "mine/rules.h"
#include "unit/cli_program.h"
#include "unusable.h"

namespace aftermint::mine {
namespace {

using aftermint::testing::Program;
using aftermint::testing::Ran;
using orders::OrderFileLine;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

NetPurchases sameBaskets(std::size_t orders, std::uint32_t products) {
  NetPurchases net;
  for (std::uint32_t i = 0; i < products; ++i) net.products.push_back({"p" + std::to_string(i), "Thing", true, {}});
  std::vector<std::uint32_t> basket(products);
  std::iota(basket.begin(), basket.end(), 0u);
  net.baskets.assign(orders, basket);
  return net;
}

// 72 million pairs, for which `mine` once took 14 GB.
TEST(MineHuge, LeavesOutOrdersWithTooManyProducts) {
  NetPurchases net = sameBaskets(21, 12'000);
  for (int i = 0; i < 30; ++i) net.baskets.push_back({0, 1});
  for (int i = 0; i < 30; ++i) net.baskets.push_back({2});
  MineOptions options;
  options.alpha = 0.05;
  const Mined mined = mineRules(net, options);
  EXPECT_EQ(mined.tooLarge, 21u);
  EXPECT_EQ(mined.orders, 60u);
  EXPECT_EQ(mined.pairs, 1u);
  EXPECT_THAT(mined.rules, SizeIs(2)) << "the small orders count";
}

TEST(MineHuge, KeepsOnlyPairsThatMayBecomeRules) {
  const NetPurchases net = sameBaskets(20, 300);  // each in every order: no pair is more than chance
  MineOptions options;
  options.alpha = 0.05;
  const Mined mined = mineRules(net, options);
  EXPECT_EQ(mined.pairs, 300u * 299 / 2);
  EXPECT_EQ(mined.significant, 0u);
  EXPECT_THAT(mined.rules, IsEmpty());
}

TEST_F(Program, SaysHowManyOrdersWereTooLarge) {
  std::string csv = "order,product,quantity\n";
  for (int order = 0; order < 3; ++order) {
    for (int product = 0; product < 12; ++product) {
      csv += std::to_string(order) + ",p" + std::to_string(product) + ",1\n";
    }
  }
  csv += "9,p0,1\n";
  scratch_.write("orders.csv", csv);
  const Ran text = run({"mine", "orders.csv", "--max-products", "10", "--min-support", "1"});
  EXPECT_THAT(text.out, HasSubstr("3 orders left out: more than 10 products each (--max-products)."));
  EXPECT_EQ(only(run({"mine", "orders.csv", "--max-products", "10", "--json"}))["ordersTooLarge"], 3);
}

OrderFileLine lineOf(const std::string& order, std::int64_t quantity, Millis time, bool returned,
                     const std::string& customer = "ann") {
  OrderFileLine line;
  line.invoice = order;
  line.code = "pot";
  line.description = "Pot";
  line.quantity = quantity;
  line.customer = customer;
  line.time = time;
  line.timed = time != 0;
  line.returned = returned;
  return line;
}

/** The rule of `History` as it is written down, by trying every purchase. */
std::vector<std::int64_t> leftByHand(std::vector<OrderFileLine> bought, std::vector<OrderFileLine> back) {
  const auto isEarlier = [](const OrderFileLine& a, const OrderFileLine& b) {
    return std::tie(a.timed, a.time, a.invoice) < std::tie(b.timed, b.time, b.invoice);
  };
  std::sort(bought.begin(), bought.end(), isEarlier);
  std::sort(back.begin(), back.end(), isEarlier);
  for (OrderFileLine& each : back) {
    const auto counts = [&](const OrderFileLine& purchase) {
      return purchase.quantity > 0 && !(purchase.timed && each.timed && purchase.time > each.time);
    };
    const auto exact = std::find_if(bought.rbegin(), bought.rend(), [&](const OrderFileLine& purchase) {
      return counts(purchase) && purchase.quantity == each.quantity;
    });
    if (exact != bought.rend()) {
      exact->quantity = each.quantity = 0;
      continue;
    }
    for (auto purchase = bought.rbegin(); purchase != bought.rend() && each.quantity > 0; ++purchase) {
      if (!counts(*purchase)) continue;
      const std::int64_t taken = std::min(purchase->quantity, each.quantity);
      purchase->quantity -= taken;
      each.quantity -= taken;
    }
  }
  std::vector<std::int64_t> left;
  for (const OrderFileLine& each : back) left.push_back(each.quantity);
  return left;
}

TEST(MineHuge, MatchesReturnsAsByHand) {
  std::mt19937 random(7);
  const auto upTo = [&](int most) { return std::uniform_int_distribution<int>(0, most)(random); };
  for (int round = 0; round < 200; ++round) {
    std::vector<OrderFileLine> bought, back;
    for (int i = upTo(12); i >= 0; --i) bought.push_back(lineOf("o" + std::to_string(i), 1 + upTo(4), upTo(6), false));
    for (int i = upTo(12); i >= 0; --i) back.push_back(lineOf("r" + std::to_string(i), 1 + upTo(6), upTo(6), true));
    History history(History::codesOf(orders::LineRules::Plain));
    for (const OrderFileLine& line : bought) history.add(line);
    for (const OrderFileLine& line : back) history.add(line);
    ReturnCounts expected;
    std::vector<OrderFileLine> sorted = back;
    const std::vector<std::int64_t> left = leftByHand(bought, back);
    std::sort(sorted.begin(), sorted.end(), [](const OrderFileLine& a, const OrderFileLine& b) {
      return std::tie(a.timed, a.time, a.invoice) < std::tie(b.timed, b.time, b.invoice);
    });
    for (std::size_t i = 0; i < left.size(); ++i) {
      ++(left[i] == 0 ? expected.matched : left[i] < sorted[i].quantity ? expected.partly : expected.unmatched);
    }
    const ReturnCounts counts = history.settle(History::idsOfCodes()).returns;
    ASSERT_EQ(counts.matched, expected.matched) << round;
    ASSERT_EQ(counts.partly, expected.partly) << round;
    ASSERT_EQ(counts.unmatched, expected.unmatched) << round;
  }
}

// 60,000 returns that each looked at 60,000 purchases would be 3.6 thousand million comparisons: minutes.
TEST(MineHuge, MatchesManyReturnsOfOneProductByOneCustomer) {
  constexpr int kMany = 60'000;
  History history(History::codesOf(orders::LineRules::Plain));
  for (int i = 0; i < kMany; ++i) history.add(lineOf("o" + std::to_string(i), 5, 1'000, false));
  for (int i = 0; i < kMany; ++i) history.add(lineOf("r" + std::to_string(i), 3, 2'000, true));
  const NetPurchases net = history.settle(History::idsOfCodes());
  EXPECT_EQ(net.returns.matched, static_cast<std::size_t>(kMany));
  // 180,000 pieces back of 300,000: 36,000 purchases are gone.
  EXPECT_EQ(net.returns.purchasesRemoved, 36'000u);
  EXPECT_THAT(net.baskets, SizeIs(24'000));
}

// Each dash costs as much as the title is long: 100,000 of them once meant 30 thousand million bytes.
TEST(MineHuge, ReadsATitleWithManyDashes) {
  Book book;
  Product product;
  product.id = "pot";
  product.title = "Pot";
  book.products.push_back(std::move(product));
  const NameProduct name = idsOfBook(book);
  std::string title = "x";
  for (int i = 0; i < 100'000; ++i) title += " - y";
  EXPECT_FALSE(name("unknown", title).wanted);
  EXPECT_TRUE(name("unknown2", "Pot - Large / Red").wanted);
}

// Gumbo compares each attribute with all before it: minutes for 100,000 of them.
TEST(MineHuge, ReadsNoTagWithManyAttributes) {
  std::string many = "<p";
  for (int i = 0; i < 100'000; ++i) many += " a" + std::to_string(i) + "=1";
  EXPECT_EQ(imports::htmlToText(many + ">Hi</p>"), std::nullopt);
  std::string quoted = "<p ";
  for (int i = 0; i < 100'000; ++i) quoted += "a" + std::to_string(i) + "='>'";
  EXPECT_EQ(imports::htmlToText("<!-- ' <script>a<b \" -->" + quoted + ">Hi</p>"), std::nullopt);
  std::string open;
  for (int i = 0; i < 4'000; ++i) open += "<p" + std::string(100, 'x');  // each might go on to the end
  EXPECT_EQ(imports::htmlToText(open), std::nullopt);
  EXPECT_EQ(imports::htmlToText("<p class=a id='b' data-x=\"1 2 3\" hidden>a < b and c</p>").value(), "a < b and c");
  std::string words = "<p>";
  for (int i = 0; i < 5'000; ++i) words += "word " + std::to_string(i) + " ";
  EXPECT_TRUE(imports::htmlToText(words + "</p>").has_value()) << "words are no attributes";
  std::string styled;
  for (int i = 0; i < 1'000; ++i) styled += "<span style=\"margin: 0 0 0 0; padding: 1px\" class=\"a b c\">x</span>";
  EXPECT_TRUE(imports::htmlToText(styled).has_value());
}

TEST_F(Program, NamesAFewColumnsOfAHugeHeader) {
  std::string header = "a";
  for (int i = 0; i < 20'000; ++i) header += ",Column " + std::to_string(i);
  scratch_.write("wide.csv", header + "\n");
  const Ran ran = run({"mine", "wide.csv"});
  EXPECT_EQ(ran.exit, 2);
  EXPECT_THAT(ran.err, HasSubstr("\"Column 28\" and 19971 more"));
  EXPECT_LT(ran.err.size(), 2'000u);
}

}  // namespace
}  // namespace aftermint::mine
