// The accept endpoint charges once per accept, even for repeated or invalid requests and after failures.
#include "accept/accepts.h"
#include "accept/ticket.h"
#include "aftermint/time.h"
#include "serve_fixture.h"

namespace aftermint::testing {
namespace {

using ::testing::HasSubstr;

class ServeAccept : public ServeTest {};

TEST_F(ServeAccept, ChargesAddsTheLineAndKeepsAReceipt) {
  Browser ada = browser();
  const std::string order = buy(ada);
  const Answer answer = accept(ada, acceptJson(order, ticketOf(ada, order)));
  ASSERT_EQ(answer.word(), "accepted") << answer.json;
  EXPECT_EQ(answer.json["order"]["id"], order);
  EXPECT_EQ(answer.json["order"]["total"], 15000);
  EXPECT_EQ(answer.json["order"]["lines"][1]["offer"], "rack-offer");
  EXPECT_EQ(answer.json["undoUntil"], writeTime(now + 900'000));
  EXPECT_THAT(answer.json["receipt"].get<std::string>(), ::testing::StartsWith("rc_"));
  EXPECT_EQ(bank.succeededCharges(order), 2);
  const OfferCounts counts = countsOf("rack-offer", "post_purchase");
  EXPECT_EQ(counts.accepts, 1);
  EXPECT_EQ(counts.revenue, 3000);
  EXPECT_EQ(store->counts().orderValue, 15000);
}

TEST_F(ServeAccept, AnswersARepeatedKeyTheSameAndChargesOnce) {
  Browser ada = browser();
  const std::string order = buy(ada);
  const nlohmann::json body = acceptJson(order, ticketOf(ada, order));
  const Answer first = accept(ada, body);
  for (int again = 0; again < 3; ++again) EXPECT_EQ(accept(ada, body).json, first.json);
  EXPECT_EQ(accept(ada, acceptJson(order, ticketOf(ada, order))).json, first.json)
      << "a reloaded page has a new ticket";
  EXPECT_EQ(ask(ada).json, first.json);
  EXPECT_EQ(bank.succeededCharges(order), 2);
}

TEST_F(ServeAccept, TwoTabsAtOnceMakeOneAcceptAndGetTheSameAnswer) {
  Browser ada = browser();
  const std::string order = buy(ada);
  const nlohmann::json body = acceptJson(order, ticketOf(ada, order));
  Answer other{};
  // The other tab's request is handled after this one has found its key unused.
  atClock = [&] { other = accept(ada, body); };
  const Answer answer = accept(ada, body);
  ASSERT_FALSE(atClock);
  EXPECT_EQ(other.word(), "accepted") << other.json;
  EXPECT_EQ(answer.json, other.json);
  EXPECT_EQ(bank.succeededCharges(order), 2);
}

TEST_F(ServeAccept, RefusesAKeyRepeatedWithAnotherBody) {
  Browser ada = browser();
  const std::string order = buy(ada);
  nlohmann::json body = acceptJson(order, ticketOf(ada, order));
  accept(ada, body);
  body["price"]["amount"] = 2999;
  const Answer answer = accept(ada, body);
  EXPECT_EQ(answer.status, 409);
  EXPECT_EQ(answer.json["error"]["code"], "key_reused");
  EXPECT_EQ(bank.succeededCharges(order), 2);
}

TEST_F(ServeAccept, NeedsAKeyOfValidLength) {
  Browser ada = browser();
  const std::string order = buy(ada);
  const nlohmann::json body = acceptJson(order, ticketOf(ada, order));
  for (const std::string& key : {std::string(), std::string(256, 'k'), std::string("a b")}) {
    EXPECT_EQ(accept(ada, body, key).json["error"]["code"], "key_missing");
  }
  EXPECT_EQ(accept(ada, body, std::string(255, 'k')).word(), "accepted");
}

TEST_F(ServeAccept, ChargesNothingIfThePriceDiffersFromTheBook) {
  Browser ada = browser();
  const std::string order = buy(ada);
  for (const Minor amount : {0, 1, 2999, 3001}) {
    const Answer answer = accept(ada, acceptJson(order, ticketOf(ada, order), amount), "k-" + std::to_string(amount));
    EXPECT_EQ(answer.word(), "price_changed");
    EXPECT_EQ(answer.json["price"]["amount"], 3000);
  }
  EXPECT_EQ(bank.succeededCharges(order), 1);
}

TEST_F(ServeAccept, AllowsOneOfferPerOrder) {
  Browser ada = browser();
  const std::string order = buy(ada);
  const std::string ticket = ticketOf(ada, order);
  EXPECT_EQ(accept(ada, acceptJson(order, ticket), "k-1").word(), "accepted");
  const Answer second = accept(ada, acceptJson(order, ticket), "k-2");
  EXPECT_EQ(second.word(), "unavailable");
  EXPECT_EQ(second.json["reason"], "accepted");
  EXPECT_EQ(bank.succeededCharges(order), 2);
}

TEST_F(ServeAccept, WorksAfterABump) {
  Browser ada = browser();
  const std::string order = buy(ada, "ok", "stone-bump");
  const Answer answer = accept(ada, acceptJson(order, ticketOf(ada, order)));
  EXPECT_EQ(answer.word(), "accepted") << answer.json;
  EXPECT_EQ(answer.json["order"]["total"], 17400);
  EXPECT_EQ(store->counts().offerValue, 5400);
}

TEST_F(ServeAccept, RefusesAnInvalidTicket) {
  Browser ada = browser(), eve = browser();
  const std::string order = buy(ada), other = buy(eve);
  const std::string ticket = ticketOf(ada, order);
  const auto stored = *db.order(order);
  const std::string payload = ticket.substr(ticket.find('.'), ticket.rfind('.') - ticket.find('.'));
  std::string flipped = ticket;
  flipped[ticket.rfind('.') + 3] = flipped[ticket.rfind('.') + 3] == 'A' ? 'B' : 'A';
  const std::vector<std::pair<std::string, std::string>> forged = {
      {"none", "eyJhbGciOiJub25lIn0" + payload + "."},
      {"none, typed", "eyJhbGciOiJub25lIiwidHlwIjoiSldUIn0" + payload + "."},
      {"none with our signature", "eyJhbGciOiJub25lIn0" + payload + ticket.substr(ticket.rfind('.'))},
      {"RS256 with our signature", "eyJhbGciOiJSUzI1NiJ9" + payload + ticket.substr(ticket.rfind('.'))},
      {"another key", signTicket(stored, {"larder", {{"", "another-key-of-at-least-32-bytes!!!"}}, ""}, now)},
      {"another shop", signTicket(stored, {"elsewhere", shop.ticketKeys, ""}, now)},
      {"another order", ticketOf(eve, other)},
      {"a flipped bit", flipped},
      {"no signature", ticket.substr(0, ticket.rfind('.'))},
      {"nothing of the kind", "abc"}};
  for (const auto& [what, token] : forged) {
    const Answer answer = accept(ada, acceptJson(order, token));
    EXPECT_EQ(answer.status, 403) << what;
    EXPECT_EQ(answer.json["error"]["code"], "ticket_invalid") << what;
  }
  EXPECT_EQ(bank.succeededCharges(order), 1);
}

TEST_F(ServeAccept, RefusesATicketWithAmountsThatCouldOverflow) {
  PlacedOrder order;
  order.id = "1001";
  order.currency = "GBP";
  const auto read = [&](std::int64_t quantity, Minor price) {
    order.lines = {{"knife", "", "", "", quantity, price, "", "", false}};
    const TicketAuthority authority = ticketAuthority(shop);
    return readTicket(signTicket(order, authority, now), authority, now).has_value();
  };
  EXPECT_TRUE(read(1, 1'000'000'000'000));
  EXPECT_FALSE(read(1, 1'000'000'000'001));
  EXPECT_TRUE(read(1'000'000, 1'000'000));
  EXPECT_FALSE(read(1'000'001, 1'000'000));
}

TEST_F(ServeAccept, EndsWithTheTicketButStillAnswersAKnownKey) {
  Browser ada = browser();
  const std::string order = buy(ada), late = buy(ada);
  const nlohmann::json body = acceptJson(order, ticketOf(ada, order)), lateBody = acceptJson(late, ticketOf(ada, late));
  accept(ada, body, "k-1");
  now += kTicketSeconds * 1000;
  EXPECT_EQ(accept(ada, body, "k-1").word(), "accepted");
  const Answer answer = accept(ada, lateBody, "k-2");
  EXPECT_EQ(answer.word(), "unavailable");
  EXPECT_EQ(answer.json["reason"], "window_closed");
  EXPECT_EQ(bank.succeededCharges(late), 1);
}

TEST_F(ServeAccept, EndsWithTheWindowOfTheBook) {
  Browser ada = browser();
  const std::string order = buy(ada);
  now += 7200 * 1000;
  EXPECT_EQ(accept(ada, acceptJson(order, ticketOf(ada, order))).json["reason"], "window_closed");
  EXPECT_EQ(bank.succeededCharges(order), 1);
}

TEST_F(ServeAccept, RefusesInvalidBodies) {
  Browser ada = browser();
  const std::string order = buy(ada);
  const nlohmann::json good = acceptJson(order, ticketOf(ada, order));
  std::vector<nlohmann::json> bad(6, good);
  bad[0]["card"] = "4242424242424242";
  bad[1]["price"]["amount"] = 30.5;
  bad[2]["price"]["amount"] = -1;
  bad[3].erase("offer");
  bad[4]["shown"]["html"] = "x";
  bad[5] = nlohmann::json::array();
  for (const nlohmann::json& body : bad) {
    const Answer answer = accept(ada, body);
    EXPECT_EQ(answer.status, 400) << body;
    EXPECT_EQ(answer.json["error"]["code"], "body_invalid") << body;
  }
  using namespace std::string_literals;
  const std::string text = good.dump();
  for (const std::string& raw : {text + "\0"s, text + "\0{}"s, "\0"s + text, text + "{}",
                                 text.substr(0, text.size() - 1) + R"(,"offer":"rack-offer"})"}) {
    EXPECT_EQ(read(ada.post("/offers/accept", raw, {{"idempotency-key", "k-1"}})).status, 400) << raw;
  }
  EXPECT_EQ(bank.succeededCharges(order), 1);
}

TEST_F(ServeAccept, ReportsADeclinedCardAndDoesNotChangeTheOrder) {
  Browser ada = browser();
  const std::string order = buy(ada, "ok_then_declined");
  EXPECT_EQ(accept(ada, acceptJson(order, ticketOf(ada, order))).word(), "declined");
  EXPECT_EQ(ask(ada).word(), "declined");
  EXPECT_EQ(db.order(order)->total(), 12000);
  EXPECT_EQ(store->counts().offerValue, 0);
}

TEST_F(ServeAccept, SendsTheShopperToTheBankAndUsesItsAnswer) {
  for (const bool confirmed : {true, false}) {
    Browser ada = browser();
    const std::string order = buy(ada, "ok_then_action"), key = confirmed ? "k-yes" : "k-no";
    const Answer asked = accept(ada, acceptJson(order, ticketOf(ada, order)), key);
    ASSERT_EQ(asked.word(), "requires_action");
    const std::string url = asked.json["url"];
    EXPECT_THAT(ada.get(url).body, HasSubstr("30.00"));
    EXPECT_EQ(ada.post(url, "answer=perhaps").status, 400);
    EXPECT_EQ(ada.post(url, confirmed ? "answer=confirm" : "answer=abandon").header("Location"),
              "/orders/" + order + "/thanks");
    EXPECT_EQ(ask(ada, key).word(), confirmed ? "accepted" : "declined");
    EXPECT_EQ(db.order(order)->total(), confirmed ? 15000 : 12000);
    EXPECT_EQ(ada.post(url, confirmed ? "answer=abandon" : "answer=confirm").status, 303) << "the first answer counts";
    EXPECT_EQ(db.order(order)->total(), confirmed ? 15000 : 12000);
  }
}

TEST_F(ServeAccept, AnswersProcessingUntilTheProviderHasSettled) {
  Browser ada = browser();
  const std::string order = buy(ada, "ok_then_processing");
  EXPECT_EQ(accept(ada, acceptJson(order, ticketOf(ada, order))).word(), "processing");
  EXPECT_EQ(ask(ada).word(), "processing");
  EXPECT_EQ(db.order(order)->total(), 12000);
  now += 2000;
  EXPECT_EQ(ask(ada).word(), "accepted");
  EXPECT_EQ(countsOf("rack-offer", "post_purchase").accepts, 1);
}

TEST_F(ServeAccept, AllowsOneClickOnlyIfThePaymentCanBeChargedAgain) {
  Browser ada = browser();
  const std::string order = buy(ada, "ok_once");
  const std::string page = ada.get("/orders/" + order + "/thanks").body;
  EXPECT_THAT(page, HasSubstr("&quot;allowed&quot;:false"));
  EXPECT_EQ(accept(ada, acceptJson(order, ticketOf(ada, order))).word(), "unavailable");
  EXPECT_EQ(bank.succeededCharges(order), 1);
}

TEST_F(ServeAccept, UndoesOnceWithinTheWindow) {
  Browser ada = browser();
  const std::string order = buy(ada), ticket = ticketOf(ada, order);
  accept(ada, acceptJson(order, ticket));
  now += 899'999;
  const Answer undone = undo(ada, order, ticket);
  ASSERT_EQ(undone.word(), "undone") << undone.json;
  EXPECT_EQ(undone.json["order"]["total"], 12000);
  EXPECT_EQ(undo(ada, order, ticket).json, undone.json);
  EXPECT_EQ(ask(ada).word(), "undone");
  EXPECT_EQ(bank.succeededCharges(order), 1);
  const OfferCounts counts = countsOf("rack-offer", "post_purchase");
  EXPECT_EQ(counts.accepts, 1);
  EXPECT_EQ(counts.undos, 1);
  EXPECT_EQ(counts.revenue, 0);
  EXPECT_EQ(store->counts().orderValue, 12000);
  EXPECT_THAT(ada.get("/orders/" + order).body, HasSubstr("Undone"));
}

TEST_F(ServeAccept, RefusesUndoAfterItsWindow) {
  Browser ada = browser();
  const std::string order = buy(ada), ticket = ticketOf(ada, order);
  accept(ada, acceptJson(order, ticket));
  now += 900'000;
  EXPECT_EQ(undo(ada, order, ticket).word(), "undo_closed");
  EXPECT_EQ(bank.succeededCharges(order), 2);
}

TEST_F(ServeAccept, RefusesUndoByOtherShoppers) {
  Browser ada = browser(), eve = browser();
  const std::string order = buy(ada), other = buy(eve);
  accept(ada, acceptJson(order, ticketOf(ada, order)));
  EXPECT_EQ(undo(eve, order, ticketOf(eve, other)).status, 403);
  EXPECT_EQ(undo(eve, other, ticketOf(eve, other)).word(), "unknown");
  EXPECT_EQ(bank.succeededCharges(order), 2);
}

TEST_F(ServeAccept, AnswersUnknownForAnUnknownKey) {
  Browser ada = browser();
  EXPECT_EQ(ask(ada, "never").word(), "unknown");
  EXPECT_EQ(read(ada.get("/offers/accept")).status, 400);
}

}  // namespace
}  // namespace aftermint::testing
