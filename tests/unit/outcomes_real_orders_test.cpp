// A store filled from the orders of a real shop, cancellations as refunds, against a computation of its own.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <string>
#include <tuple>
#include <vector>

#include "aftermint/reading.h"
#include "events/event_json.h"
#include "events/store.h"
#include "orders/order_file.h"
#include "outcomes/store_outcomes.h"

namespace aftermint::testing {
namespace {

constexpr Millis kFirstDay = 1'291'161'600'000;  // 2010-12-01, the first day of the file
constexpr Millis kCounted = kFirstDay + 400 * kDayMillis;

/** Sums as long double, by order. */
struct PlainOrder {
  std::string customer;
  Millis time = 0;
  Minor gross = 0, refunded = 0;
};

struct PlainPiece {
  std::string order, customer;
  Millis time = 0;
  std::int64_t quantity = 0;
  Minor amount = 0;
};

/** The pieces of an order and a product as one, sorted by time and order. */
std::vector<PlainPiece> together(const std::vector<PlainPiece>& pieces) {
  std::map<std::string, PlainPiece> byOrder;
  for (const PlainPiece& piece : pieces) {
    PlainPiece& sum = byOrder.emplace(piece.order, PlainPiece{piece.order, piece.customer, piece.time}).first->second;
    sum.time = std::min(sum.time, piece.time);
    sum.quantity += piece.quantity;
    sum.amount += piece.amount;
  }
  std::vector<PlainPiece> out;
  for (auto& [order, piece] : byOrder) out.push_back(piece);
  std::sort(out.begin(), out.end(), [](const PlainPiece& a, const PlainPiece& b) {
    return std::tie(a.time, a.order) < std::tie(b.time, b.order);
  });
  return out;
}

/** Takes returns of one customer and product from purchases; gives the money to the orders. */
void giveBack(std::vector<PlainPiece> bought, std::vector<PlainPiece> back, std::map<std::string, PlainOrder>& orders) {
  bought = together(bought);
  for (const PlainPiece& sent : together(back)) {
    std::int64_t open = sent.quantity;
    const auto take = [&](PlainPiece& from, std::int64_t pieces) {
      const std::int64_t before = sent.quantity - open;
      open -= pieces;
      from.quantity -= pieces;
      const std::int64_t after = sent.quantity - open;
      orders[from.order].refunded += sent.amount * after / sent.quantity - sent.amount * before / sent.quantity;
    };
    for (std::size_t i = bought.size(); i-- > 0 && open == sent.quantity;) {
      if (bought[i].time <= sent.time && bought[i].quantity == open) take(bought[i], open);
    }
    for (std::size_t i = bought.size(); i-- > 0 && open > 0;) {
      if (bought[i].time <= sent.time && bought[i].quantity > 0) take(bought[i], std::min(open, bought[i].quantity));
    }
  }
}

/** A half of the customers is in the holdout. All were assigned before the first order. */
bool isHeldOut(const std::string& customer) { return std::stoi(customer) % 2 == 0; }

struct ShopByHand {
  std::vector<orders::OrderFileLine> lines;
  std::map<std::string, PlainOrder> orders;
};

ShopByHand readShop(const std::string& path) {
  ShopByHand shop;
  orders::OrderFile file;
  file.path = path;
  orders::readOrderFile(
      file, [](const orders::OrderShape&) {},
      [&](orders::OrderFileLine&& line) {
        if (!line.customer.empty()) shop.lines.push_back(std::move(line));
      },
      [](const orders::SkippedLine&) {});
  using Place = std::pair<std::string, std::string>;  // customer, product
  std::map<Place, std::vector<PlainPiece>> bought, back;
  for (const orders::OrderFileLine& line : shop.lines) {
    const std::int64_t pieces = line.quantity / orders::kOnePiece;
    const PlainPiece piece{line.invoice, line.customer, line.time, pieces, pieces * line.price};
    (line.returned ? back : bought)[{line.customer, orders::productIdOf(line.code)}].push_back(piece);
    if (line.returned) continue;
    PlainOrder& order = shop.orders.emplace(line.invoice, PlainOrder{line.customer, line.time}).first->second;
    order.time = std::min(order.time, line.time);
    order.gross += piece.amount;
  }
  for (const auto& [place, pieces] : back) giveBack(bought[place], pieces, shop.orders);
  return shop;
}

Event assignment(const std::string& visitor) {
  Event event;
  event.source = "/page";
  event.id = visitor;
  event.key = visitor;
  event.type = "assignment";
  event.time = event.received = kFirstDay;
  event.offer = "F";
  event.placement = "checkout";
  event.visitor = visitor;
  event.json = std::string(R"({"data":{"before":0,"holdout":)") + (isHeldOut(visitor) ? "true" : "false") + "}}";
  return event;
}

/** The shop in a store, made once for all tests, because it takes seconds. */
struct FilledStore {
  explicit FilledStore(const std::string& path) : shop(readShop(path)) {
    outcomes::FileOutcomesReader reader(orders::LineRules::OnlineRetail);
    for (const orders::OrderFileLine& line : shop.lines) reader.add(line);
    const outcomes::FileOutcomes said = reader.finish();
    outcomes::StoreOptions options;
    options.currency = "GBP";
    options.customerIsVisitor = true;
    options.now = kCounted;
    stored = outcomes::storeOutcomes(*store, said.orders, said.refunds, options);
    std::vector<Event> assignments;
    std::map<std::string, bool> known;
    for (const auto& [id, order] : shop.orders) {
      if (known.emplace(order.customer, true).second) assignments.push_back(assignment(order.customer));
    }
    visitors = assignments.size();
    store->append(std::move(assignments));
  }

  std::unique_ptr<Store> store = openStore("sqlite::memory:");
  ShopByHand shop;
  outcomes::StoredOutcomes stored;
  std::size_t visitors = 0;
};

class RealOrders : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    const char* data = std::getenv("AFTERMINT_DATA");
    const std::string path = data == nullptr ? "" : std::string(data) + "/online-retail/transactions.csv.gz";
    if (std::filesystem::exists(path)) filled_ = std::make_unique<FilledStore>(path);
  }
  static void TearDownTestSuite() { filled_.reset(); }
  void SetUp() override {
    if (!filled_) GTEST_SKIP() << "AFTERMINT_DATA is not set: there are no orders of a real shop";
  }

  static inline std::unique_ptr<FilledStore> filled_;
};

TEST_F(RealOrders, EachOrderHasItsGrossAndItsRefunds) {
  ASSERT_GT(filled_->shop.orders.size(), 5'000u);
  EXPECT_EQ(filled_->stored.ordersNew, filled_->shop.orders.size());
  EXPECT_GT(filled_->stored.refundsNew, 1'000u);
  for (const auto& [id, order] : filled_->shop.orders) {
    const OrderMoney money = filled_->store->orderMoney(id);
    ASSERT_EQ(money.gross, order.gross) << id;
    ASSERT_EQ(money.refunded, order.refunded) << id;
  }
}

TEST_F(RealOrders, SumsMeansAndIntervalsEqualAnOwnComputation) {
  constexpr Millis kWindow = 90 * kDayMillis;
  struct Money {
    Minor gross = 0, net = 0;
    int orders = 0;
  };
  std::map<std::string, Money> customers;
  for (const auto& [id, order] : filled_->shop.orders) {
    Money& money = customers[order.customer];
    if (order.time >= kFirstDay + kWindow) continue;
    money.gross += order.gross;
    money.net += order.gross - order.refunded;
    ++money.orders;
  }
  ASSERT_EQ(customers.size(), filled_->visitors);

  SumsQuery query;
  query.now = kCounted;
  query.window = kWindow;
  std::map<std::string, ArmCounts> arms;
  std::map<std::string, std::int64_t> orders;
  for (const ArmSums& sums : filled_->store->sums(query)) {
    arms[sums.arm] += sums.counts;
    orders[sums.arm] += sums.orders;
  }
  ASSERT_EQ(arms.size(), 2u);
  Counts counts;
  for (const std::string arm : {"holdout", "offered"}) {
    arms[arm].name = arm;
    counts.arms.push_back(arms[arm]);
  }
  const Reading reading = read(counts);
  for (std::size_t i = 0; i < 2; ++i) {
    long double n = 0, sum = 0, squares = 0, gross = 0, bought = 0;
    for (const auto& [customer, money] : customers) {
      if (isHeldOut(customer) != (i == 0)) continue;
      n += 1;
      sum += static_cast<long double>(money.net);
      gross += static_cast<long double>(money.gross);
      bought += money.orders;
    }
    for (const auto& [customer, money] : customers) {
      if (isHeldOut(customer) != (i == 0)) continue;
      const long double off = static_cast<long double>(money.net) - sum / n;
      squares += off * off;
    }
    const ArmReading& arm = reading.arms[i];
    EXPECT_EQ(counts.arms[i].visitors, static_cast<std::int64_t>(n));
    EXPECT_EQ(orders[arm.name], static_cast<std::int64_t>(bought));
    EXPECT_EQ(counts.arms[i].gross.sum, static_cast<Exact>(gross));
    EXPECT_EQ(counts.arms[i].net.sum, static_cast<Exact>(sum));
    ASSERT_TRUE(arm.valuePerVisitor.net.has_value());
    const long double mean = sum / n, error = std::sqrt(squares / (n - 1) / n);
    EXPECT_NEAR(arm.valuePerVisitor.net->value, static_cast<double>(mean), 1e-6);
    // With more than 1,500 customers an arm, Student's quantile is between 1.9600 and 1.9616.
    const long double half = (arm.valuePerVisitor.net->high - arm.valuePerVisitor.net->low) / 2;
    EXPECT_GT(n, 1'500);
    EXPECT_GT(half, 1.95996L * error);
    EXPECT_LT(half, 1.9616L * error);
  }
}

}  // namespace
}  // namespace aftermint::testing
