// Payments by Stripe against a fake of its API over HTTP, alone and behind the accept endpoint.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <future>
#include <memory>
#include <stdexcept>
#include <string>

#include "accept/accepts.h"
#include "accept/reconciler.h"
#include "accept/ticket.h"
#include "accept/ticket_orders.h"
#include "aftermint/codec.h"
#include "events/store.h"
#include "pay/stripe.h"
#include "unit/stripe_endpoint.h"

using ::testing::HasSubstr;

namespace aftermint::testing {
namespace {

TEST_F(StripePayments, ChargesOnSessionOnceForAKeyAndPaysBackOnce) {
  const std::string method = fake.paid();
  const Charge made = provider.charge(request(method));
  EXPECT_EQ(made.state, ChargeState::Succeeded);
  EXPECT_EQ(made.amount, 3000);
  EXPECT_EQ(made.currency, "GBP");
  EXPECT_EQ(made.reference, "1001");
  EXPECT_EQ(provider.charge(request(method)).id, made.id);
  ASSERT_EQ(fake.succeeded().size(), 1u);
  EXPECT_EQ(fake.succeeded()[0]["customer"], "cus_1");
  for (int again = 0; again < 2; ++again) EXPECT_EQ(provider.refund(made.id).state, ChargeState::Refunded);
  EXPECT_EQ(fake.refunds, 1);
  EXPECT_EQ(provider.find("accept-1")->state, ChargeState::Refunded);
  fake.now += 25 * 3'600'000;  // Stripe has forgotten the keys
  EXPECT_EQ(provider.refund(made.id).state, ChargeState::Refunded);
  EXPECT_EQ(fake.refunds, 1);
}

TEST_F(StripePayments, SayWhetherAPaymentCanBeChargedAgain) {
  EXPECT_TRUE(provider.chargesAgain(fake.paid()));
  for (const Json& changes : {Json{{"customer", nullptr}}, Json{{"setup_future_usage", nullptr}},
                              Json{{"payment_method", nullptr}}, Json{{"status", "processing"}}}) {
    EXPECT_FALSE(provider.chargesAgain(fake.paid("pm_ok", changes))) << changes.dump();
  }
  EXPECT_FALSE(provider.chargesAgain("ok"));
  EXPECT_FALSE(provider.chargesAgain(""));
  EXPECT_THROW((void)provider.chargesAgain("pi_none"), PaymentUnknown);
  EXPECT_THROW((void)provider.chargesAgain("pi_1/../pi_2"), PaymentUnknown);
  EXPECT_THROW((void)provider.charge(request(fake.paid("pm_ok", {{"currency", "eur"}}))), PaymentUnknown);
  EXPECT_THROW((void)provider.charge(request(fake.paid("pm_ok", {{"customer", nullptr}}))), PaymentUnknown);
  EXPECT_TRUE(fake.succeeded().empty());
}

TEST_F(StripePayments, CloseADeclinedIntentSoThatItsSecretPaysForNothing) {
  EXPECT_EQ(provider.charge(request(fake.paid("pm_declined"))).state, ChargeState::Declined);
  EXPECT_EQ(fake.intent(fake.newest())["status"], "canceled");
  EXPECT_EQ(provider.find("accept-1")->state, ChargeState::Declined);
}

TEST_F(StripePayments, GiveTheClientSecretIfTheBankAsks) {
  const Charge asked = provider.charge(request(fake.paid("pm_action")));
  EXPECT_EQ(asked.state, ChargeState::RequiresAction);
  EXPECT_EQ(provider.actionUrl(asked.id), "");
  EXPECT_EQ(provider.action(asked.id), asked.id + "_secret");
  fake.answerBank(asked.id, true);
  EXPECT_EQ(provider.find("accept-1")->state, ChargeState::Succeeded);
  const Charge second = provider.charge(request(fake.paid("pm_action"), "accept-2"));
  fake.answerBank(second.id, false);
  EXPECT_EQ(provider.find("accept-2")->state, ChargeState::Declined);
  EXPECT_EQ(fake.intent(second.id)["status"], "canceled");
  EXPECT_EQ(provider.charge(request(fake.paid("pm_processing"), "accept-3")).state, ChargeState::Processing);
}

TEST_F(StripePayments, FindAChargeWhoseAnswerWasLostAlsoIfTheSearchIsBehind) {
  const std::string method = fake.paid();
  fake.next = StripeFault::AnswerIsLost;
  EXPECT_THROW((void)provider.charge(request(method)), PaymentUnknown);
  for (int more = 0; more < 4; ++more) fake.paid();  // several pages of the list
  for (const bool isBehind : {true, false}) {
    fake.isSearchBehind = isBehind;
    const auto found = provider.find("accept-1");
    ASSERT_TRUE(found) << isBehind;
    EXPECT_EQ(found->state, ChargeState::Succeeded);
    EXPECT_FALSE(provider.find("accept-2"));
  }
  fake.now += 25 * 3'600'000;  // only the search has it
  EXPECT_TRUE(provider.find("accept-1"));
  EXPECT_EQ(fake.succeeded().size(), 1u);
}

TEST_F(StripePayments, LeaveTheOutcomeOpenAfterA500AndWhileAnotherRequestUsesTheKey) {
  const std::string method = fake.paid();
  fake.next = StripeFault::FailsWith500;
  for (int again = 0; again < 2; ++again) {
    EXPECT_THROW((void)provider.charge(request(method)), PaymentUnknown) << "the first result is replayed";
  }
  EXPECT_FALSE(provider.find("accept-1"));
  fake.next = StripeFault::Hangs;
  auto first = std::async(std::launch::async, [&] { return provider.charge(request(method, "accept-2")); });
  waitFor([&] { return fake.isHanging.load(); });
  EXPECT_THROW((void)provider.charge(request(method, "accept-2")), PaymentUnknown);
  fake.letGo();
  EXPECT_EQ(first.get().state, ChargeState::Succeeded);
  EXPECT_EQ(fake.succeeded().size(), 1u);
}

TEST_F(StripePayments, RefuseAKeyWithOtherParameters) {
  const std::string method = fake.paid();
  static_cast<void>(provider.charge(request(method)));
  ChargeRequest other = request(method);
  other.amount = 1;
  EXPECT_THROW((void)provider.charge(other), PaymentKeyReused);
  EXPECT_THROW((void)provider.charge(request(method, "")), PaymentKeyReused);
  EXPECT_THROW((void)provider.charge(request(method, std::string(256, 'k'))), PaymentKeyReused);
  EXPECT_EQ(fake.succeeded().size(), 1u);
}

TEST_F(StripePayments, ListOursOldestFirst) {
  const std::string method = fake.paid();
  for (const char* key : {"accept-1", "accept-2", "accept-3"}) {
    static_cast<void>(provider.charge(request(method, key)));
    fake.paid();
  }
  const auto listed = provider.listSince(fake.now);
  ASSERT_EQ(listed->size(), 3u);
  EXPECT_EQ((*listed)[0].key, "accept-1");
  EXPECT_EQ((*listed)[2].key, "accept-3");
  EXPECT_TRUE(provider.listSince(fake.now + 60'000)->empty());
}

TEST_F(StripePayments, NeverSayTheKeyAndTakeNoAddressWithoutTls) {
  StripeOptions wrong = fake.options();
  wrong.address.key = "sk_test_of_another";
  StripeProvider stranger(wrong, [this] { return fake.now.load(); });
  try {
    (void)stranger.find("accept-1");
    FAIL() << "the key is wrong";
  } catch (const PaymentUnknown& error) {
    EXPECT_THAT(error.what(), HasSubstr("401"));
    EXPECT_THAT(error.what(), ::testing::Not(HasSubstr("sk_test")));
  }
  EXPECT_EQ(fake.unauthorized, 1);
  const Clock clock = [] { return Millis{0}; };
  for (const char* url :
       {"http://api.stripe.com", "http://127.0.0.1.example.com", "http://localhostile", "ftp://x", ""}) {
    wrong.address.url = url;
    EXPECT_THROW(StripeProvider(wrong, clock), std::invalid_argument) << url;
  }
  for (const char* key : {"", "sk test", "sk\r\nX: y"}) {
    wrong = fake.options();
    wrong.address.key = key;
    EXPECT_THROW(StripeProvider(wrong, clock), std::invalid_argument) << key;
  }
  wrong = fake.options();
  wrong.returnUrl = "/thanks";
  EXPECT_THROW(StripeProvider(wrong, clock), std::invalid_argument);
}

TEST_F(StripePayments, ThrowPaymentUnknownIfNothingListensOrAnswersInTime) {
  StripeOptions closed = fake.options();
  closed.address.url = "http://127.0.0.1:1";
  EXPECT_THROW((void)StripeProvider(closed, [] { return Millis{0}; }).find("accept-1"), PaymentUnknown);
  StripeOptions quick = fake.options();
  quick.address.answer = std::chrono::milliseconds(500);
  StripeProvider impatient(quick, [this] { return fake.now.load(); });
  const std::string method = fake.paid();
  fake.next = StripeFault::Hangs;
  do {
    EXPECT_THROW((void)impatient.charge(request(method)), PaymentUnknown);
  } while (!fake.isHanging);
  fake.letGo();
  waitFor([&] { return fake.succeeded().size() == 1; });
  EXPECT_EQ(provider.charge(request(method)).state, ChargeState::Succeeded);
  EXPECT_EQ(fake.succeeded().size(), 1u);
}

TEST_F(StripeEndpoint, ChargesOnceAndPaysBackAtAnUndo) {
  const std::string token = ticket("1001", "pm_ok");
  EXPECT_EQ(accept("1001", token)["status"], "accepted");
  EXPECT_EQ(accept("1001", token)["status"], "accepted");
  ASSERT_EQ(fake.succeeded().size(), 1u);
  EXPECT_EQ(fake.succeeded()[0]["metadata"]["aftermint_order"], "1001");
  EXPECT_EQ(undo("1001", token)["status"], "undone");
  EXPECT_EQ(undo("1001", token)["status"], "undone");
  EXPECT_TRUE(fake.succeeded().empty());
  EXPECT_EQ(fake.refunds, 1);
}

TEST_F(StripeEndpoint, HandsTheClientSecretToThePageAndTakesTheBanksAnswer) {
  for (const bool isConfirmed : {true, false}) {
    const std::string order = isConfirmed ? "yes" : "no";
    const std::string token = ticket(order, "pm_action");
    const Json asked = accept(order, token);
    EXPECT_EQ(asked["status"], "requires_action");
    EXPECT_EQ(asked["action"], fake.newest() + "_secret");
    EXPECT_FALSE(asked.contains("url"));
    EXPECT_EQ(ask(order, token), asked);
    fake.answerBank(fake.newest(), isConfirmed);
    EXPECT_EQ(ask(order, token)["status"], isConfirmed ? "accepted" : "declined");
  }
  EXPECT_EQ(fake.succeeded().size(), 1u);
}

TEST_F(StripeEndpoint, SaysProcessingAfterALostAnswerAndFindsTheCharge) {
  const std::string token = ticket("1001", "pm_ok");
  fake.next = StripeFault::AnswerIsLost;
  EXPECT_EQ(accept("1001", token)["status"], "processing");
  fake.now += kLeaseMillis;
  EXPECT_EQ(AcceptReconciler(services).pass().settled, 1);
  EXPECT_EQ(ask("1001", token)["status"], "accepted");
  EXPECT_EQ(fake.succeeded().size(), 1u);
  EXPECT_EQ(accept("1002", ticket("1002", "pm_declined"))["status"], "declined");
}

}  // namespace
}  // namespace aftermint::testing
