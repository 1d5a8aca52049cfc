// Failures between intent, charge and commit, and recovery with the same key.
#include <cstdio>
#include <filesystem>
#include <thread>

#include "accept/accepts.h"
#include "demo/server/order_reconciler.h"
#include "ids.h"
#include "serve_fixture.h"
#include "sqlite.h"

namespace aftermint::testing {
namespace {

class ServeCrash : public ServeTest {};

TEST_F(ServeCrash, ContinuesByKeyIfTheAnswerIsLostAfterTheCharge) {
  Browser ada = browser();
  const std::string order = buy(ada);
  const nlohmann::json body = acceptJson(order, ticketOf(ada, order));
  provider.loseAnswers = 1;
  EXPECT_EQ(accept(ada, body).word(), "processing");
  EXPECT_EQ(db.order(order)->total(), 12000);
  EXPECT_EQ(bank.succeededCharges(order), 2) << "the charge was made, but the shop does not know it yet";
  EXPECT_EQ(accept(ada, body).word(), "accepted");
  EXPECT_EQ(bank.succeededCharges(order), 2);
  EXPECT_EQ(db.order(order)->total(), 15000);
  EXPECT_EQ(countsOf("rack-offer", "post_purchase").accepts, 1);
}

TEST_F(ServeCrash, ContinuesIfThePageOnlyAsks) {
  Browser ada = browser();
  const std::string order = buy(ada);
  provider.loseAnswers = 1;
  accept(ada, acceptJson(order, ticketOf(ada, order)));
  provider.loseAnswers = 0;
  EXPECT_EQ(ask(ada).word(), "accepted");
  EXPECT_EQ(bank.succeededCharges(order), 2);
}

TEST_F(ServeCrash, CommitsChargedAcceptsWithoutARequest) {
  Browser ada = browser();
  const std::string order = buy(ada);
  provider.loseAnswers = 1;
  accept(ada, acceptJson(order, ticketOf(ada, order)));
  provider.loseAnswers = 0;
  EXPECT_EQ(reconcile().settled, 1);
  EXPECT_EQ(db.order(order)->total(), 15000);
  EXPECT_EQ(reconcile().settled, 0);
  EXPECT_EQ(db.order(order)->total(), 15000);
  EXPECT_EQ(bank.succeededCharges(order), 2);
}

TEST_F(ServeCrash, AnswersUnknownForAnIntentWithoutAChargeAndAcceptsTheSameKeyAgain) {
  Browser ada = browser();
  const std::string order = buy(ada);
  const nlohmann::json body = acceptJson(order, ticketOf(ada, order));
  provider.down = true;
  EXPECT_EQ(accept(ada, body).word(), "processing");
  provider.down = false;
  EXPECT_EQ(ask(ada).word(), "processing") << "the charge may still arrive";
  now += 31'000;
  EXPECT_EQ(ask(ada).word(), "unknown");
  EXPECT_EQ(accept(ada, body).word(), "accepted");
  EXPECT_EQ(bank.succeededCharges(order), 2);
}

TEST_F(ServeCrash, ExpiresIntentsWithoutAChargeAfterTheirTicket) {
  Browser ada = browser();
  const std::string order = buy(ada);
  const nlohmann::json body = acceptJson(order, ticketOf(ada, order));
  provider.down = true;
  accept(ada, body);
  provider.down = false;
  reconcile();
  EXPECT_EQ(ask(ada).word(), "unknown") << "the key may be sent again";
  EXPECT_EQ(accept(ada, acceptJson(order, ticketOf(ada, order)), "another-key").word(), "unavailable");
  now += kTicketSeconds * 1000;
  EXPECT_EQ(reconcile().settled, 1);
  EXPECT_EQ(ask(ada).word(), "unavailable");
  EXPECT_EQ(ask(ada).json["reason"], "window_closed");
  EXPECT_EQ(accept(ada, acceptJson(order, ticketOf(ada, order)), "another-key").word(), "accepted");
  EXPECT_EQ(bank.succeededCharges(order), 2);
}

TEST_F(ServeCrash, FinishesAnUndoIfTheProviderDidNotAnswer) {
  Browser ada = browser();
  const std::string order = buy(ada), ticket = ticketOf(ada, order);
  accept(ada, acceptJson(order, ticket));
  provider.down = true;
  EXPECT_EQ(undo(ada, order, ticket).word(), "processing");
  provider.down = false;
  now += 3600'000;  // the window has ended since, but the shopper asked in time
  EXPECT_EQ(ask(ada).word(), "undone");
  EXPECT_EQ(bank.succeededCharges(order), 1);
}

TEST_F(ServeCrash, ChargesOnceForManyTabsAtOnce) {
  Browser ada = browser();
  const std::string order = buy(ada);
  const nlohmann::json body = acceptJson(order, ticketOf(ada, order));
  std::vector<std::thread> tabs;
  for (int tab = 0; tab < 8; ++tab) {
    tabs.emplace_back([&, tab] {
      Browser own{app, ada.cookie};
      const Answer answer = accept(own, body, tab % 2 == 0 ? "k-1" : "k-2");
      EXPECT_THAT(answer.word(), ::testing::AnyOf("accepted", "unavailable", "processing"));
    });
  }
  for (std::thread& tab : tabs) tab.join();
  EXPECT_EQ(bank.succeededCharges(order), 2);
  EXPECT_EQ(db.order(order)->total(), 15000);
  EXPECT_EQ(countsOf("rack-offer", "post_purchase").accepts, 1);
}

TEST_F(ServeCrash, PaysOneFormOnceFromManyTabsAtOnce) {
  Browser ada = browser();
  ada.post("/cart", "product=knife");
  const std::string form = payForm(ada);
  std::vector<std::thread> tabs;
  std::vector<std::string> targets(6);
  for (std::size_t tab = 0; tab < targets.size(); ++tab) {
    tabs.emplace_back([&, tab] {
      Browser own{app, ada.cookie};
      targets[tab] = std::string(own.post("/pay", form).header("Location"));
    });
  }
  for (std::thread& tab : tabs) tab.join();
  EXPECT_THAT(targets, ::testing::Each(targets.front()));
  EXPECT_EQ(store->counts().orders, 1);
  EXPECT_EQ(bank.succeededCharges(targets.front().substr(8, targets.front().size() - 15)), 1);
}

/** After random accepts, requests and undos with lost answers and failures, the ledger and the order agree. */
TEST_F(ServeCrash, KeepsLedgerAndOrderConsistentAfterRandomFailures) {
  for (unsigned seed = 1; seed <= 60; ++seed) {
    Browser ada = browser();
    const std::string order = buy(ada), ticket = ticketOf(ada, order);
    const std::string key = "k-" + std::to_string(seed);
    const nlohmann::json body = acceptJson(order, ticket);
    unsigned state = seed * 2654435761u;
    const auto next = [&state](unsigned n) { return (state = state * 1664525u + 1013904223u) / 65536u % n; };
    for (int step = 0; step < 12; ++step) {
      provider.loseAnswers = next(3) == 0 ? 1 : 0;
      provider.down = next(4) == 0;
      switch (next(4)) {
        case 0:
          accept(ada, body, key);
          break;
        case 1:
          ask(ada, key);
          break;
        case 2:
          undo(ada, order, ticket, key);
          break;
        default:
          ada.get("/orders/" + order);
          break;
      }
    }
    provider.loseAnswers = 0;
    provider.down = false;
    reconcile();
    const auto record = accepts.accept(key);
    const bool bought = record && record->state == AcceptState::Accepted;
    EXPECT_EQ(db.order(order)->total(), bought ? 15000 : 12000) << "seed " << seed;
    EXPECT_EQ(bank.succeededCharges(order), bought ? 2 : 1) << "seed " << seed;
  }
}

/** The same with files, so that a test can break a part from outside. */
class ServeFile : public ::testing::Test {
 protected:
  const std::string path = (std::filesystem::temp_directory_path() / ("aftermint-" + randomId() + ".sqlite")).string();
  ~ServeFile() override {
    for (const char* end : {"", "-wal", "-shm"}) std::remove((path + end).c_str());
  }
};

TEST_F(ServeFile, KeepsOrdersAndFinishesAcceptsAcrossARestart) {
  std::string order, cookie;
  {
    ShopOnFile before(path);
    auto ada = before.browser();
    order = before.buy(ada, "ok", "stone-bump");
    cookie = ada.cookie;
    before.provider.loseAnswers = 1;
    before.accept(ada, ShopOnFile::acceptJson(order, before.ticketOf(ada, order)));
  }
  ShopOnFile after(path);
  after.reconcile();
  OrderReconciler(after.shop).pass();
  EXPECT_EQ(after.db.order(order)->total(), 17400);
  EXPECT_EQ(after.store->counts().orders, 1);
  EXPECT_EQ(after.store->counts().orderValue, 17400);
  auto ada = after.browser();
  ada.cookie = cookie;
  EXPECT_EQ(ada.get("/orders/" + order).status, 200);
}

TEST_F(ServeFile, RefundsIfTheOrderClosedDuringTheCharge) {
  ShopOnFile one(path);
  auto ada = one.browser();
  const std::string order = one.buy(ada);
  const nlohmann::json body = ShopOnFile::acceptJson(order, one.ticketOf(ada, order));
  one.provider.loseAnswers = 1;
  one.accept(ada, body);
  one.provider.loseAnswers = 0;
  Sqlite outside(path);
  outside.run("UPDATE orders SET state = 'declined' WHERE id = ?", order);
  const auto answer = one.ask(ada);
  EXPECT_EQ(answer.word(), "unavailable");
  EXPECT_EQ(answer.json["reason"], "order_closed");
  EXPECT_EQ(one.bank.succeededCharges(order), 1);
}

TEST_F(ServeFile, KeepsTheEventOfAnAcceptWhileTheEventStoreIsDown) {
  ShopOnFile one(path);
  auto ada = one.browser();
  const std::string order = one.buy(ada);
  Sqlite outside(path);
  outside.database().exec("ALTER TABLE events RENAME TO events_away");
  EXPECT_EQ(one.accept(ada, ShopOnFile::acceptJson(order, one.ticketOf(ada, order))).word(), "accepted");
  outside.database().exec("ALTER TABLE events_away RENAME TO events");
  one.accepts.relay(*one.store);
  EXPECT_EQ(one.store->counts().offerValue, 3000);
}

}  // namespace
}  // namespace aftermint::testing
