// Opens a store that the demo shop of version 0.1 wrote.
//
// tests/unit/stores/shop_v3.sql is the dump of such a store. It has five orders, one of them declined. Each of the
// others has one accept: accepted, undone, waiting for the bank, or declined. States are numbers there.
#include <gtest/gtest.h>

#include <array>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "accept/accept_db.h"
#include "demo/server/shop_db.h"
#include "pay/sandbox.h"
#include "unit/cli_scratch.h"
#include "unit/paths.h"

namespace aftermint::testing {
namespace {

class StoreMigration : public ::testing::Test {
 protected:
  StoreMigration() {
    std::ifstream file(std::string(kSourceFolder) + "/tests/unit/stores/shop_v3.sql", std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    SQLite::Database old(path, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    old.exec(text.str());
  }

  /** The orders of the dump, oldest first. */
  std::vector<std::string> orders() {
    SQLite::Database file(path);
    SQLite::Statement rows(file, "SELECT id FROM orders ORDER BY number");
    std::vector<std::string> ids;
    while (rows.executeStep()) ids.push_back(rows.getColumn("id").getString());
    return ids;
  }

  Scratch scratch;
  std::string path = scratch.path("old.sqlite");
};

TEST_F(StoreMigration, WritesTheStatesOfOrdersAsCodes) {
  demo::ShopDb db(path);
  const std::vector<std::string> ids = orders();
  ASSERT_EQ(ids.size(), 5u);
  for (std::size_t i = 0; i < 4; ++i) EXPECT_EQ(db.order(ids[i])->state, demo::OrderState::Paid) << i;
  EXPECT_EQ(db.order(ids[4])->state, demo::OrderState::Declined);
  EXPECT_EQ(db.order(ids[0])->total(), 8900 + 2400) << "includes the line of its accept";
  EXPECT_EQ(db.order(ids[1])->total(), 8900) << "without the undone line";
}

TEST_F(StoreMigration, KeepsAcceptsWithTheirLinesAndReceipts) {
  demo::ShopDb db(path);
  AcceptDb accepts(path);
  EXPECT_EQ(accepts.accept("accepted")->state, AcceptState::Accepted);
  EXPECT_EQ(accepts.accept("undone")->state, AcceptState::Undone);
  EXPECT_EQ(accepts.accept("asks")->state, AcceptState::RequiresAction);
  EXPECT_EQ(accepts.accept("declined")->state, AcceptState::Declined);
  EXPECT_EQ(accepts.accept("accepted")->lines.at(0).product, "sharpener");
  EXPECT_EQ(accepts.unsettled(), std::vector<std::string>{"asks"});
  EXPECT_TRUE(accepts.liveAccept(orders()[0]));
  EXPECT_FALSE(accepts.liveAccept(orders()[3])) << "a declined accept does not block its order";
  SQLite::Database file(path);
  EXPECT_EQ(file.execAndGet("SELECT count(*) FROM offer_receipts").getInt(), 2);
  EXPECT_EQ(accepts.findSetting("signing_key"),
            file.execAndGet("SELECT value FROM server_settings WHERE name = 'signing_key'").getString());
}

TEST_F(StoreMigration, KeepsTheLedgerOfTheSandbox) {
  Sandbox bank(path, [] { return Millis{0}; });
  const std::vector<std::string> ids = orders();
  EXPECT_EQ(bank.succeededCharges(ids[0]), 2);
  EXPECT_EQ(bank.succeededCharges(ids[1]), 1) << "the other one was refunded";
  SQLite::Database file(path);
  SQLite::Statement rows(file, "SELECT DISTINCT state FROM sandbox_charges ORDER BY state");
  std::vector<std::string> states;
  while (rows.executeStep()) states.push_back(rows.getColumn("state").getString());
  EXPECT_EQ(states, (std::vector<std::string>{"declined", "refunded", "requires_action", "succeeded"}));
}

TEST_F(StoreMigration, HappensOnce) {
  { demo::ShopDb first(path); }
  demo::ShopDb again(path);
  EXPECT_EQ(again.order(orders()[0])->total(), 8900 + 2400);
}

TEST(StoreStates, RefuseUnknownStates) {
  const Scratch scratch;
  AcceptDb accepts(scratch.path("s.sqlite"));
  Sqlite outside(scratch.path("s.sqlite"));
  EXPECT_THROW(
      outside.run("INSERT INTO offer_accepts (key, request_hash, order_id, offer, state, amount, currency, method, "
                  "visitor, arms, ticket, charge, reason, created, undo_until, receipt, headline, shown_price, label, "
                  "locale, terms) VALUES ('k', '', 'o', '', 'sold', 0, '', '', '', '', '', '', '', 0, 0, '', '', '', "
                  "'', '', '')"),
      SQLite::Exception);
  EXPECT_THROW(static_cast<void>(parseAcceptState("sold")), StoreError);
  for (const std::string_view code : kAcceptStateCodes) EXPECT_EQ(toString(parseAcceptState(code)), code);
}

}  // namespace
}  // namespace aftermint::testing
