// Webhooks of Stripe in `aftermint serve`: what is refused, and what refunds, disputes and payments become.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "accept/reconciler.h"
#include "events/event_signature.h"
#include "json.h"
#include "serve/shop_server.h"
#include "serve/stripe_webhook.h"
#include "sqlite.h"
#include "telemetry/metrics.h"
#include "unit/cli_scratch.h"
#include "unit/paths.h"
#include "unit/stripe_endpoint.h"
#include "unusable.h"

namespace aftermint::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

constexpr const char* kHookSecret = "whsec_of_a_test";

Json stripeEventOf(const std::string& id, const std::string& type, const Json& object) {
  return {{"id", id}, {"object", "event"}, {"type", type}, {"data", {{"object", object}}}};
}

class StripeHooks : public StripeEndpoint {
 protected:
  StripeHooks() {
    services_ = std::make_unique<AcceptServices>(AcceptServices{
        book, accepts, orders, provider, *file, [this] { return fake.now.load(); }, services.ticketKeys});
    open();
  }
  /** Opens webhook and server anew, as after a restart. */
  void open() {
    server.reset();
    webhook.reset();
    inbox = std::make_unique<StripeInbox>(scratch.path("state.sqlite"));
    webhook = std::make_unique<StripeWebhook>(*services_, provider, *inbox,
                                              std::vector<std::string>{"whsec_of_another", kHookSecret});
    ShopServerParts parts{*file, [this] { return fake.now.load(); }};
    parts.accepts = services_.get();
    parts.stripe = webhook.get();
    server = std::make_unique<ShopServer>(std::move(parts));
  }
  Response send(const std::string& body, const std::string& signature) {
    Request request;
    request.method = "POST";
    request.path = "/stripe/webhook";
    request.headers = {{"stripe-signature", signature}};
    request.body = body;
    return server->handle(request);
  }
  Response deliver(const Json& event) { return send(event.dump(), signEvents(event.dump(), kHookSecret, fake.now)); }
  Response deliver(const std::string& id, const std::string& type, const Json& object) {
    return deliver(stripeEventOf(id, type, object));
  }
  /** Sends `payment_intent.*` with the intent as it is at Stripe now, and handles it. */
  void hear(const std::string& id, const std::string& type, const std::string& intent) {
    EXPECT_EQ(deliver(id, type, fake.intent(intent)).status, 200);
    webhook->pass();
  }
  /** The stored refund events, by order and key: their time and data. */
  std::vector<Json> refundEvents() {
    Sqlite db(scratch.path("events.sqlite"));
    SQLite::Statement& rows = db.query("SELECT json, time, key FROM events WHERE type = 'refund' ORDER BY key");
    std::vector<Json> events;
    while (rows.executeStep()) {
      const Json event = Json::parse(rows.getColumn(0).getString());
      EXPECT_EQ(event["data"]["key"], rows.getColumn(2).getString());
      EXPECT_EQ(event["subject"], event["data"]["order"]);
      events.push_back({{"time", event["time"]}, {"data", event["data"]}});
    }
    return events;
  }
  std::string accepted(const std::string& order) {
    EXPECT_EQ(accept(order, ticket(order, "pm_ok"))["status"], "accepted");
    return fake.newest();
  }
  std::string state(const std::string& order) { return std::string(toString(accepts.acceptsOf(order).front().state)); }
  Json refundedCharge(const std::string& intent) { return {{"id", "ch_" + intent}, {"payment_intent", intent}}; }

  Scratch scratch;
  std::unique_ptr<Store> file = openStore("sqlite:" + scratch.path("events.sqlite"));
  std::unique_ptr<AcceptServices> services_;
  std::unique_ptr<StripeInbox> inbox;
  std::unique_ptr<StripeWebhook> webhook;
  std::unique_ptr<ShopServer> server;
};

TEST_F(StripeHooks, MakeTheEventsOfTheTypeScriptPackage) {
  const std::string intent = accepted("1001");
  std::ifstream in(std::string(kSourceFolder) + "/tests/golden/stripe/webhooks.json");
  std::string text{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  for (const auto& [name, id] :
       {std::pair<std::string, std::string>{"pi_accept", intent}, {"ch_accept", "ch_" + intent}}) {
    for (std::size_t at = text.find(name); at != std::string::npos; at = text.find(name, at + id.size())) {
      text.replace(at, name.size(), id);
    }
  }
  const Json golden = Json::parse(text);
  for (const Json& each : golden["intents"]) fake.paid("pm_ok", each);
  for (const Json& each : golden["refunds"]) fake.addRefund(each);
  for (const Json& each : golden["deliveries"]) {
    EXPECT_EQ(deliver(each).status, 200) << each["id"];
    webhook->pass();
  }
  const std::vector<Json> events = refundEvents();
  ASSERT_EQ(events.size(), golden["events"].size());
  for (std::size_t i = 0; i < events.size(); ++i) {
    EXPECT_EQ(nlohmann::json(events[i]), nlohmann::json(golden["events"][i])) << i;
  }
  EXPECT_EQ(file->orderMoney("2001").refunded, 9000);
}

TEST_F(StripeHooks, AreRefusedUnlessStripeHasSignedThem) {
  const std::string body = stripeEventOf("evt_1", "charge.refunded", refundedCharge("pi_1")).dump();
  const std::string good = signEvents(body, kHookSecret, fake.now);
  const auto refused = [&](const std::string& sent, const std::string& signature) {
    const Response response = send(sent, signature);
    return response.status == 400 ? Json::parse(response.body)["error"]["code"].get<std::string>() : "taken";
  };
  EXPECT_EQ(refused(body, ""), "signature_invalid");
  EXPECT_EQ(refused(body, "t=1,v1="), "signature_invalid");
  EXPECT_EQ(refused(body, signEvents(body, "whsec_of_a_stranger", fake.now)), "signature_invalid");
  EXPECT_EQ(refused(body + " ", good), "signature_invalid");
  EXPECT_EQ(refused(body, good.substr(0, good.find(',')) + ",v0" + good.substr(good.find("v1") + 2)),
            "signature_invalid")
      << "v0 is no signature";
  for (const Millis apart : {-301'000, 301'000}) {
    EXPECT_EQ(refused(body, signEvents(body, kHookSecret, fake.now + apart)), "signature_expired");
  }
  for (const char* wrong : {"", "{", "[]", "null", R"({"id":"evt_1","type":"charge.refunded"})",
                            R"({"id":"evt/1","type":"x","data":{"object":{}}})",
                            R"({"id":"evt_1","type":"charge.refunded","data":{"object":{}}})",
                            R"({"id":"evt_1","type":"charge.dispute.created","data":{"object":{"id":"du_1"}}})"}) {
    EXPECT_EQ(refused(wrong, signEvents(wrong, kHookSecret, fake.now)), "body_invalid") << wrong;
  }
  EXPECT_EQ(inbox->waiting(), 0);
  const std::string hex = good.substr(good.find("v1="));
  const std::string seconds = good.substr(0, good.find(','));
  EXPECT_EQ(refused(body, seconds + ",v1=00," + hex + ",v0=1"), "taken") << "one of several signatures is good";
  EXPECT_EQ(refused(body, signEvents(body, "whsec_of_another", fake.now - 299'000)), "taken") << "the other secret";
  EXPECT_EQ(inbox->waiting(), 1) << "the event is stored once";
  EXPECT_EQ(server->bodyLimit("POST", "/stripe/webhook"), kWebhookLimit);
}

TEST_F(StripeHooks, FinishAnAcceptWhosePageIsClosed) {
  for (const bool isConfirmed : {true, false}) {
    const std::string order = isConfirmed ? "yes" : "no";
    accept(order, ticket(order, "pm_action"));
    ASSERT_EQ(state(order), "requires_action");
    const std::string intent = fake.newest();
    fake.answerBank(intent, isConfirmed);
    const std::string type = isConfirmed ? "payment_intent.succeeded" : "payment_intent.payment_failed";
    for (int again = 0; again < 2; ++again) hear("evt_" + order, type, intent);
    EXPECT_EQ(state(order), isConfirmed ? "accepted" : "declined");
    hear("evt_late_" + order, "payment_intent.canceled", intent);
    EXPECT_EQ(state(order), isConfirmed ? "accepted" : "declined");
  }
  EXPECT_EQ(fake.succeeded().size(), 1u);
  EXPECT_EQ(inbox->waiting(), 0);
}

TEST_F(StripeHooks, LeaveAnAcceptToTheRequestThatChargesIt) {
  const std::string token = ticket("1001", "pm_ok");
  fake.next = StripeFault::AnswerIsLost;
  ASSERT_EQ(accept("1001", token)["status"], "processing");
  ASSERT_EQ(state("1001"), "charging");
  hear("evt_1", "payment_intent.succeeded", fake.newest());
  EXPECT_EQ(state("1001"), "charging") << "its lease runs";
  EXPECT_EQ(inbox->waiting(), 1);
  fake.now += kLeaseMillis;
  webhook->pass();
  EXPECT_EQ(state("1001"), "accepted");
  EXPECT_EQ(inbox->waiting(), 0);
}

TEST_F(StripeHooks, CountTheRefundOfAnAcceptThatWasNotStoredYetAndNoUndo) {
  accept("1001", ticket("1001", "pm_action"));
  const std::string intent = fake.newest();
  fake.answerBank(intent, true);
  fake.addRefund({{"id", "re_1"},
                  {"charge", "ch_" + intent},
                  {"amount", 1000},
                  {"currency", "gbp"},
                  {"created", 1'700'000'000},
                  {"status", "succeeded"}});
  // The refund comes before the payment.
  deliver("evt_1", "charge.refunded", refundedCharge(intent));
  webhook->pass();
  EXPECT_EQ(state("1001"), "accepted");
  ASSERT_EQ(refundEvents().size(), 1u);
  EXPECT_EQ(refundEvents()[0]["data"]["offer"], "rack-offer");

  const std::string token = ticket("1002", "pm_ok");
  accept("1002", token);
  const std::string undone = fake.newest();
  EXPECT_EQ(undo("1002", token)["status"], "undone");
  deliver("evt_2", "charge.refunded", refundedCharge(undone));
  webhook->pass();
  EXPECT_EQ(refundEvents().size(), 1u) << "the undo is the event";
  EXPECT_EQ(inbox->waiting(), 0);
}

TEST_F(StripeHooks, KeepAnEventUntilStripeAndTheStoreAnswer) {
  const std::string paid = fake.paid("pm_ok", {{"metadata", {{"order_id", "2001"}}}});
  deliver("evt_1", "charge.refunded", refundedCharge(paid));
  fake.addRefund({{"id", "re_1"},
                  {"charge", "ch_" + paid},
                  {"amount", 500},
                  {"currency", "gbp"},
                  {"created", 1'700'000'000},
                  {"status", "succeeded"}});
  {
    StripeOptions nowhere = fake.options();
    nowhere.address.url = "http://127.0.0.1:1";
    const StripeProvider away(nowhere, [] { return Millis{0}; });
    StripeWebhook broken(*services_, away, *inbox, {kHookSecret});
    broken.pass();
    EXPECT_THAT(refundEvents(), IsEmpty());
    broken.pass();
    EXPECT_TRUE(inbox->due(fake.now).empty()) << "it waits for its next try";
  }
  open();
  EXPECT_EQ(deliver("evt_1", "charge.refunded", refundedCharge(paid)).status, 200) << "a repeat";
  webhook->pass();
  EXPECT_THAT(refundEvents(), IsEmpty());
  fake.now += 4'000;
  webhook->pass();
  EXPECT_EQ(metrics().stripeOldestSeconds.Value(), 4);
  fake.now += 1'000;
  webhook->pass();
  EXPECT_EQ(refundEvents().size(), 1u);
  EXPECT_EQ(metrics().stripeOldestSeconds.Value(), 0);
  EXPECT_EQ(inbox->waiting(), 0);
  fake.now += kKeepHandledMillis;
  webhook->pass();
  EXPECT_TRUE(inbox->put({"evt_1", StripeSubject::Refund, paid, "", "ch_1", "", 0, "", 0}, fake.now))
      << "its id is forgotten";
}

TEST_F(StripeHooks, GiveUpAnEventAfterThreeDays) {
  deliver("evt_1", "charge.refunded", refundedCharge("pi_of_another_account"));
  for (int tries = 0; tries < 14; ++tries) {
    webhook->pass();
    fake.now += 6 * 3'600'000;
  }
  EXPECT_EQ(inbox->waiting(), 0);
  EXPECT_THAT(refundEvents(), IsEmpty());
}

TEST_F(StripeHooks, AreHandledAtOnceOnceTheServerRuns) {
  const std::string paid = fake.paid("pm_ok", {{"metadata", {{"order_id", "2001"}}}});
  fake.addRefund({{"id", "re_1"},
                  {"charge", "ch_" + paid},
                  {"amount", 500},
                  {"currency", "gbp"},
                  {"created", 1'700'000'000},
                  {"status", "succeeded"}});
  webhook->start();
  deliver("evt_1", "charge.refunded", refundedCharge(paid));
  waitFor([&] { return inbox->waiting() == 0; });
  EXPECT_EQ(refundEvents().size(), 1u);
}

TEST_F(StripeHooks, KeepNothingOfTheShopper) {
  Json charge = refundedCharge("pi_1");
  charge["billing_details"] = {{"email", "ada@example.com"}, {"name", "Ada Byron"}};
  deliver("evt_1", "charge.refunded", charge);
  Sqlite db(scratch.path("state.sqlite"));
  SQLite::Statement& row = db.query("SELECT notice FROM stripe_events");
  ASSERT_TRUE(row.executeStep());
  EXPECT_THAT(row.getColumn(0).getString(), Not(HasSubstr("ada@")));
  EXPECT_THAT(row.getColumn(0).getString(), Not(HasSubstr("Ada")));
}

TEST(StripeSecrets, AreSeveralByCommasOrLinesAndNeverShown) {
  EXPECT_THAT(stripeSecretsOf("whsec_a, whsec_b"), ElementsAre("whsec_a", "whsec_b"));
  EXPECT_THAT(stripeSecretsOf("whsec_a\r\n\nwhsec_b\n"), ElementsAre("whsec_a", "whsec_b"));
  for (const char* wrong : {"", " ,\n", "sk_live_secret", "whsec_a,sk_live_secret", "whsec_", "whsec_a b"}) {
    try {
      static_cast<void>(stripeSecretsOf(wrong));
      ADD_FAILURE() << wrong;
    } catch (const Unusable& error) {
      EXPECT_THAT(error.what(), HasSubstr("signing secret"));
      EXPECT_THAT(error.what(), Not(HasSubstr("sk_live")));
    }
  }
}

}  // namespace
}  // namespace aftermint::testing
