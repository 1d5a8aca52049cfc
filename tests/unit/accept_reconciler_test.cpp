// The reconciler: charges without an accept, keys that are too old, leases of two processes, payments settled later.
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "accept/accepts.h"
#include "accept/ticket_orders.h"
#include "events/event_json.h"
#include "serve_fixture.h"
#include "unit/cli_scratch.h"

namespace aftermint::testing {
namespace {

class Reconcile : public ServeTest {};

TEST_F(Reconcile, NeverChargesAKeyThatIsTooOld) {
  Browser ada = browser();
  const std::string order = buy(ada);
  const nlohmann::json body = acceptJson(order, ticketOf(ada, order));
  provider.down = true;
  EXPECT_EQ(accept(ada, body).word(), "processing");
  provider.down = false;
  now += 26 * 3600'000;
  const Answer late = accept(ada, body);
  EXPECT_EQ(late.word(), "unavailable");
  EXPECT_EQ(late.json["reason"], "window_closed");
  EXPECT_EQ(bank.succeededCharges(order), 1);
  EXPECT_EQ(accepts.accept("k-1")->state, AcceptState::Expired);
}

TEST_F(Reconcile, FindsTheChargeOfAnOldKeyBeforeItExpires) {
  Browser ada = browser();
  const std::string order = buy(ada);
  const nlohmann::json body = acceptJson(order, ticketOf(ada, order));
  provider.loseAnswers = 1;
  accept(ada, body);
  now += 26 * 3600'000;
  EXPECT_EQ(accept(ada, body).word(), "accepted");
  EXPECT_EQ(bank.succeededCharges(order), 2);
}

TEST_F(Reconcile, ANewTicketGivesAnAcceptMoreTime) {
  Browser ada = browser();
  const std::string order = buy(ada);
  provider.down = true;
  accept(ada, acceptJson(order, ticketOf(ada, order)));
  provider.down = false;
  now += kTicketSeconds * 1000;
  EXPECT_EQ(accept(ada, acceptJson(order, ticketOf(ada, order))).word(), "accepted");
}

TEST_F(Reconcile, PaysBackAChargeThatArrivesAfterTheAcceptExpired) {
  Browser ada = browser();
  const std::string order = buy(ada);
  const nlohmann::json body = acceptJson(order, ticketOf(ada, order));
  // The process stands still between the decision to charge and the charge.
  provider.atCharge = [&] {
    now += kTicketSeconds * 1000;
    EXPECT_EQ(reconcile().settled, 1);
  };
  const Answer answer = accept(ada, body);
  EXPECT_EQ(answer.word(), "unavailable");
  EXPECT_EQ(answer.json["reason"], "late_charge");
  EXPECT_EQ(bank.succeededCharges(order), 1);
  EXPECT_EQ(db.order(order)->total(), 12000);
  EXPECT_EQ(store->counts().offerValue, 0);
}

/** A process that charges after its accept expired, and dies before it stores that. */
TEST_F(Reconcile, PaysBackALateChargeOfAProcessThatDied) {
  for (const bool lists : {true, false}) {
    provider.lists = lists;
    Browser ada = browser();
    const std::string order = buy(ada), key = lists ? "k-1" : "k-2";
    const nlohmann::json body = acceptJson(order, ticketOf(ada, order));
    provider.atCharge = [&] {
      now += kTicketSeconds * 1000;
      EXPECT_EQ(reconcile().settled, 1);
      provider.loseAnswers = 1;
    };
    EXPECT_EQ(accept(ada, body, key).word(), "processing");
    provider.loseAnswers = 0;
    EXPECT_EQ(bank.succeededCharges(order), 2);
    EXPECT_EQ(reconcile().paidBack, 1) << lists;
    EXPECT_EQ(bank.succeededCharges(order), 1) << lists;
    EXPECT_EQ(accepts.accept(key)->state, AcceptState::Refunded);
    EXPECT_EQ(reconcile().paidBack, 0);
  }
}

/** A charge to be paid back that the provider does not find: nothing is assumed, and a person must look. */
TEST_F(Reconcile, PutsARefundInReviewIfTheProviderDoesNotFindItsCharge) {
  for (const bool lists : {true, false}) {
    provider.lists = lists;
    Browser ada = browser();
    const std::string order = buy(ada, "ok_then_action"), key = lists ? "k-1" : "k-2";
    ASSERT_EQ(accept(ada, acceptJson(order, ticketOf(ada, order)), key).word(), "requires_action");
    const auto record = accepts.accept(key);
    accepts.startRefund(*record, record->charge, "order_closed");
    provider.forgets = true;
    reconcile();
    EXPECT_EQ(accepts.accept(key)->state, AcceptState::Review);
    EXPECT_EQ(bank.charged(record->charge)->state, ChargeState::RequiresAction) << "nothing was sent to the provider";
    EXPECT_EQ(ask(ada, key).word(), "processing") << "it must not say that nothing was charged";
    EXPECT_FALSE(accepts.liveAccept(order));
    bank.answerBank(record->charge, true);
    provider.forgets = lists;
    now += kPostponeMillis;
    EXPECT_EQ(reconcile().paidBack, 1) << lists << ": found in the list, or by its key again";
    EXPECT_EQ(accepts.accept(key)->state, AcceptState::Refunded);
    EXPECT_EQ(accepts.accept(key)->reason, "order_closed");
    EXPECT_EQ(bank.succeededCharges(order), 1);
    provider.forgets = false;
  }
}

TEST_F(Reconcile, SettlesAPaymentThatTheBankConfirmsLater) {
  Browser ada = browser();
  const std::string order = buy(ada, "ok_then_action");
  ASSERT_EQ(accept(ada, acceptJson(order, ticketOf(ada, order))).word(), "requires_action");
  AcceptReconciler reconciler(shop);
  now += kLeaseMillis;
  EXPECT_EQ(reconciler.pass().settled, 0);
  bank.answerBank(accepts.accept("k-1")->charge, true);
  now += 26 * 3600'000;
  EXPECT_EQ(reconciler.pass().settled, 1);
  EXPECT_EQ(db.order(order)->total(), 15000);
  EXPECT_EQ(countsOf("rack-offer", "post_purchase").accepts, 1);
}

TEST_F(Reconcile, AsksLessAndLessOftenAboutAPaymentThatStaysOpen) {
  Browser ada = browser();
  const std::string order = buy(ada, "ok_then_action");
  accept(ada, acceptJson(order, ticketOf(ada, order)));
  AcceptReconciler reconciler(shop);
  now += 10 * 3600'000;
  reconciler.pass();
  bank.answerBank(accepts.accept("k-1")->charge, true);
  now += 59 * 60'000;
  EXPECT_EQ(reconciler.pass().settled, 0) << "the next question is an hour after the last one";
  now += 60'000;
  EXPECT_EQ(reconciler.pass().settled, 1);
}

TEST_F(Reconcile, OneAcceptThatFailsDoesNotStopThoseBehindIt) {
  Browser ada = browser(), bob = browser();
  const std::string first = buy(ada), second = buy(bob);
  const std::string ticket = ticketOf(ada, first);
  accept(ada, acceptJson(first, ticket), "k-1");
  provider.cannotRefund = accepts.accept("k-1")->charge;
  EXPECT_EQ(undo(ada, first, ticket).word(), "processing");
  provider.loseAnswers = 1;
  accept(bob, acceptJson(second, ticketOf(bob, second)), "k-2");
  provider.loseAnswers = 0;
  const Reconciled done = reconcile();
  EXPECT_EQ(done.failed, 1);
  EXPECT_EQ(done.settled, 1);
  EXPECT_EQ(db.order(second)->total(), 15000);
  provider.cannotRefund.clear();
  EXPECT_EQ(reconcile().settled, 1);
  EXPECT_EQ(bank.succeededCharges(first), 1);
  EXPECT_EQ(db.order(first)->total(), 12000);
}

TEST_F(Reconcile, AnUndoWithoutAnAnswerOfTheProviderIsProcessing) {
  Browser ada = browser();
  const std::string order = buy(ada, "ok_then_processing"), ticket = ticketOf(ada, order);
  ASSERT_EQ(accept(ada, acceptJson(order, ticket)).word(), "processing");
  EXPECT_EQ(undo(ada, order, ticket).word(), "processing") << "not settled, so its time is not over";
  provider.down = true;
  const Answer answer = undo(ada, order, ticket);
  EXPECT_EQ(answer.status, 200);
  EXPECT_EQ(answer.word(), "processing");
  provider.down = false;
  now += 2000;
  EXPECT_EQ(undo(ada, order, ticket).word(), "undone");
  EXPECT_EQ(bank.succeededCharges(order), 1);
}

TEST_F(Reconcile, LeavesChargesOfOtherStoresAlone) {
  Browser ada = browser();
  buy(ada);
  bank.charge({"accept-" + std::string(32, 'f') + "-" + std::string(64, 'a'), "77", 500, "GBP", "ok", true});
  bank.charge({"accept-" + std::string(64, 'b'), "78", 500, "GBP", "ok", true});
  bank.charge({"something-else", "79", 500, "GBP", "ok", true});
  EXPECT_EQ(reconcile().paidBack, 0);
  for (const char* order : {"77", "78", "79"}) EXPECT_EQ(bank.succeededCharges(order), 1) << order;
}

TEST_F(Reconcile, RelaysEventsThatWait) {
  Browser ada = browser();
  const std::string order = buy(ada);
  AcceptRecord record;
  record.key = "k-9";
  record.order = order;
  record.offer = "rack-offer";
  record.amount = 3000;
  record.currency = "GBP";
  record.chargeUntil = now + 1000;
  ASSERT_TRUE(accepts.begin(record, now));
  ASSERT_EQ(orders.addLines(order, "k-9", {}), LinesAdded::Yes);
  ServerEvent event;
  event.type = EventType::Accept;
  event.order = order;
  event.offer = "rack-offer";
  event.placement = "post_purchase";
  event.amount = 3000;
  event.currency = "GBP";
  record.receipt.id = "rc_9";
  EXPECT_EQ(accepts.commit(record, now, "", makeServerEvent(event, now)), Stored::Now);
  EXPECT_EQ(store->counts().offerValue, 0);
  reconcile();
  EXPECT_EQ(store->counts().offerValue, 3000);
}

TEST_F(Reconcile, ALeaseIsTakenOverOnlyAfterItHasRunOut) {
  const Scratch scratch;
  AcceptDb one(scratch.path("s.sqlite")), two(scratch.path("s.sqlite"));
  AcceptRecord record;
  record.key = "k-1";
  record.order = "1001";
  record.chargeUntil = now + 900'000;
  ASSERT_TRUE(one.begin(record, now));
  EXPECT_FALSE(two.lease("k-1", now));
  EXPECT_FALSE(two.lease("k-1", now + kLeaseMillis - 1));
  EXPECT_TRUE(two.idle(now + kLeaseMillis - 1).empty());
  {
    const Lease held = one.lease("k-1", now + 20'000);
    ASSERT_TRUE(held);
    one.renewLeases(now + 40'000);
    EXPECT_FALSE(two.lease("k-1", now + 40'000 + kLeaseMillis - 1)) << "renewed while the work is under way";
  }
  one.renewLeases(now + 60'000);
  EXPECT_TRUE(two.lease("k-1", now + 40'000 + kLeaseMillis)) << "not renewed after it";
  EXPECT_FALSE(one.lease("k-1", now + 40'000 + kLeaseMillis)) << "taken over";
  EXPECT_FALSE(one.expire("k-1", now + 900'000, "window_closed")) << "only the owner may close it";
  EXPECT_TRUE(one.lease("k-1", now - 3600'000)) << "a lease that ends too late is of a clock that was wrong";
}

TEST_F(Reconcile, AnAcceptWithAChargeDoesNotExpire) {
  AcceptRecord record;
  record.key = "k-1";
  record.order = "1001";
  record.chargeUntil = now + 1000;
  ASSERT_TRUE(accepts.begin(record, now));
  EXPECT_FALSE(accepts.expire("k-1", now + 999, "window_closed"));
  EXPECT_EQ(accepts.storeCharge("k-1", "ch_1"), Stored::Now);
  EXPECT_FALSE(accepts.expire("k-1", now + 1000, "window_closed"));
  EXPECT_EQ(accepts.storeCharge("k-2", "ch_2"), Stored::Gone);
}

}  // namespace
}  // namespace aftermint::testing
