// What the demo shop says of its orders: the events of a paid order as they are stored.
#include "unit/cli_scratch.h"
#include "unit/serve_fixture.h"

namespace aftermint::testing {
namespace {

struct Folder {
  Scratch scratch;
  std::string file = scratch.path("events.sqlite");
};

class OrderEvents : private Folder, public ServeTest {
 protected:
  OrderEvents() : ServeTest(":memory:", openStore("sqlite:" + file)) {}

  /** The `data` of the stored order. */
  nlohmann::json orderSaid(const std::string& order) {
    SQLite::Database events(file);
    SQLite::Statement row(events, "SELECT json FROM events WHERE type = 'order' AND order_id = ?");
    row.bind(1, order);
    if (!row.executeStep()) return {};
    return nlohmann::json::parse(row.getColumn(0).getString())["data"];
  }
};

TEST_F(OrderEvents, SayWhetherTheBuyerHasBoughtBefore) {
  Browser ada = browser();
  const std::string first = buy(ada), second = buy(ada);
  Browser bob = browser();
  const std::string other = buy(bob);
  EXPECT_EQ(orderSaid(first)["buyer"], "first");
  EXPECT_EQ(orderSaid(second)["buyer"], "returning");
  EXPECT_EQ(orderSaid(other)["buyer"], "first");
}

TEST_F(OrderEvents, ADeclinedOrderIsNoPurchase) {
  Browser ada = browser();
  ada.post("/cart", "product=knife&quantity=1");
  ASSERT_NE(ada.post("/pay", payForm(ada, "declined")).status, 303);
  EXPECT_EQ(orderSaid(buy(ada))["buyer"], "first");
}

}  // namespace
}  // namespace aftermint::testing
