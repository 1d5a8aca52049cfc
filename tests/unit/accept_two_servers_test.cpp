// Accepts of two servers on one file, and of a file that a version without leases wrote.
#include <fstream>
#include <sstream>
#include <string>

#include "accept/accepts.h"
#include "accept/reconciler.h"
#include "accept/ticket_orders.h"
#include "serve_fixture.h"
#include "unit/cli_scratch.h"

namespace aftermint::testing {
namespace {

/** Two servers on one file. */
class TwoServers : public ::testing::Test {
 protected:
  using Server = ShopOnFile;
  Scratch scratch;
  std::string path = scratch.path("s.sqlite");
  Server one{path}, two{path};
};

TEST_F(TwoServers, OneThatStartsLeavesAcceptsThatTheOtherIsCharging) {
  auto ada = one.browser();
  const std::string order = one.buy(ada);
  const nlohmann::json body = Server::acceptJson(order, one.ticketOf(ada, order));
  one.provider.atCharge = [&] {
    EXPECT_EQ(AcceptReconciler(two.shop).pass().settled, 0);
    auto tab = two.browser();
    tab.cookie = ada.cookie;
    EXPECT_EQ(two.accept(tab, body).word(), "processing");
    EXPECT_EQ(two.ask(tab).word(), "processing");
  };
  EXPECT_EQ(one.accept(ada, body).word(), "accepted");
  EXPECT_EQ(one.bank.succeededCharges(order), 2);
  EXPECT_EQ(one.db.order(order)->total(), 15000);
}

TEST_F(TwoServers, TheOtherContinuesWhenALeaseHasRunOut) {
  auto ada = one.browser();
  const std::string order = one.buy(ada);
  const nlohmann::json body = Server::acceptJson(order, one.ticketOf(ada, order));
  one.provider.atCharge = [&] {
    two.now += kLeaseMillis;
    auto tab = two.browser();
    tab.cookie = ada.cookie;
    EXPECT_EQ(two.accept(tab, body).word(), "accepted");
  };
  EXPECT_EQ(one.accept(ada, body).word(), "accepted");
  EXPECT_EQ(one.bank.succeededCharges(order), 2) << "one key, one charge";
  EXPECT_EQ(one.db.order(order)->total(), 15000);
  EXPECT_EQ(one.store->counts().offerValue, 3000);
}

/** What a server of an older version did to accepts that it found at its start. */
TEST_F(TwoServers, AnAcceptWhoseRowIsGoneIsStoredAgain) {
  auto ada = one.browser();
  const std::string order = one.buy(ada);
  const nlohmann::json body = Server::acceptJson(order, one.ticketOf(ada, order));
  one.provider.atCharge = [&] {
    Sqlite outside(path);
    outside.database().exec("DELETE FROM offer_accept_lines; DELETE FROM offer_accepts");
  };
  EXPECT_EQ(one.accept(ada, body).word(), "accepted");
  EXPECT_EQ(one.db.order(order)->total(), 15000);
  EXPECT_EQ(one.accepts.accept("k-1")->state, AcceptState::Accepted);
  EXPECT_EQ(one.accepts.accept("k-1")->lines.size(), 1u);
  EXPECT_EQ(one.store->counts().offerValue, 3000);
}

TEST_F(TwoServers, AnAcceptWhoseRowIsGoneIsPaidBackIfItsOrderTookAnother) {
  auto ada = one.browser();
  const std::string order = one.buy(ada);
  const nlohmann::json body = Server::acceptJson(order, one.ticketOf(ada, order));
  one.provider.atCharge = [&] {
    Sqlite outside(path);
    outside.database().exec("DELETE FROM offer_accept_lines; DELETE FROM offer_accepts");
    auto tab = two.browser();
    tab.cookie = ada.cookie;
    EXPECT_EQ(two.accept(tab, body, "k-2").word(), "accepted");
  };
  const Server::Answer answer = one.accept(ada, body);
  EXPECT_EQ(answer.word(), "unavailable");
  EXPECT_EQ(one.bank.succeededCharges(order), 2);
  EXPECT_EQ(one.db.order(order)->total(), 15000);
}

TEST_F(TwoServers, AChargeWhoseRowIsGoneIsPaidBackIfItsProcessDied) {
  auto ada = one.browser();
  const std::string order = one.buy(ada);
  const nlohmann::json body = Server::acceptJson(order, one.ticketOf(ada, order));
  one.provider.loseAnswers = 1;
  one.accept(ada, body);
  one.provider.loseAnswers = 0;
  Sqlite(path).database().exec("DELETE FROM offer_accept_lines; DELETE FROM offer_accepts");
  EXPECT_EQ(two.reconcile().paidBack, 1);
  EXPECT_EQ(one.bank.succeededCharges(order), 1);
  const Server::Answer answer = one.accept(ada, body);
  EXPECT_EQ(answer.word(), "unavailable") << "the key's charge is paid back, so it buys nothing";
  EXPECT_EQ(answer.json["reason"], "accept_lost");
  EXPECT_EQ(one.bank.succeededCharges(order), 1);
  EXPECT_EQ(one.db.order(order)->total(), 12000);
  EXPECT_EQ(one.accept(ada, body, "k-2").word(), "accepted");
}

/** tests/unit/stores/accepts_v1.sql: a store of before leases, with one accept in each state and one that was lost. */
TEST(AcceptMigration, SettlesTheAcceptsOfAStoreWithoutLeases) {
  const Scratch scratch;
  const std::string path = scratch.path("old.sqlite");
  {
    std::ifstream file(std::string(kSourceFolder) + "/tests/unit/stores/accepts_v1.sql", std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    SQLite::Database(path, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE).exec(text.str());
  }
  const IndexedBook book(*decodeBook(kShopBook).value);
  Millis now = 1'795'428'000'000 + 1000;
  const auto clock = [&now] { return now; };
  const auto store = openStore("sqlite::memory:");
  AcceptDb accepts(path);
  TicketOrders orders(path, book);
  Sandbox bank(path, clock);
  AcceptServices services{book, accepts, orders, bank, *store, clock, {{"", "a-signing-key-of-at-least-32-bytes!"}}};
  for (const char* state :
       {"charging", "processing", "requires_action", "accepted", "undoing", "undone", "declined", "refunded"}) {
    const auto record = accepts.accept(state);
    ASSERT_TRUE(record) << state;
    EXPECT_EQ(toString(record->state), state);
    EXPECT_EQ(record->lines.size(), 1u);
  }
  AcceptReconciler reconciler(services);
  EXPECT_EQ(reconciler.pass().settled, 2) << "lost, whose charge its old key finds, and undoing";
  EXPECT_EQ(accepts.accept("lost")->state, AcceptState::Accepted);
  EXPECT_EQ(accepts.accept("undoing")->state, AcceptState::Undone);
  EXPECT_EQ(bank.succeededCharges("1005"), 0);
  now += 900'000;
  EXPECT_EQ(reconciler.pass().settled, 2) << "one that was never charged, and one in processing";
  EXPECT_EQ(accepts.accept("charging")->state, AcceptState::Expired);
  EXPECT_EQ(accepts.accept("processing")->state, AcceptState::Accepted);
  EXPECT_EQ(accepts.accept("requires_action")->state, AcceptState::RequiresAction);
  EXPECT_EQ(store->counts().offerValue, 3000 * 2 - 3000) << "two accepts, and the undo of one that was sent before";
}

}  // namespace
}  // namespace aftermint::testing
