// The accept endpoint: one charge for one yes, whatever is sent, however often, and whatever breaks in between.
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
  const Answer said = accept(ada, acceptJson(order, ticketOf(ada, order)));
  ASSERT_EQ(said.word(), "accepted") << said.json;
  EXPECT_EQ(said.json["order"]["id"], order);
  EXPECT_EQ(said.json["order"]["total"], 15000);
  EXPECT_EQ(said.json["order"]["lines"][1]["offer"], "rack-offer");
  EXPECT_EQ(said.json["undoUntil"], writeTime(now + 900'000));
  EXPECT_THAT(said.json["receipt"].get<std::string>(), ::testing::StartsWith("rc_"));
  EXPECT_EQ(bank.succeededCharges(order), 2);
  const Counts counts = countsOf("rack-offer", "post_purchase");
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
      << "a page loaded again has a new ticket";
  EXPECT_EQ(ask(ada).json, first.json);
  EXPECT_EQ(bank.succeededCharges(order), 2);
}

TEST_F(ServeAccept, TwoTabsAtOnceAreOneAcceptAndBothHearOfIt) {
  Browser ada = browser();
  const std::string order = buy(ada);
  const nlohmann::json body = acceptJson(order, ticketOf(ada, order));
  Answer other{};
  // The other tab's request comes and goes after this one has found its key unused.
  atClock = [&] { other = accept(ada, body); };
  const Answer said = accept(ada, body);
  ASSERT_FALSE(atClock);
  EXPECT_EQ(other.word(), "accepted") << other.json;
  EXPECT_EQ(said.json, other.json);
  EXPECT_EQ(bank.succeededCharges(order), 2);
}

TEST_F(ServeAccept, RefusesAKeyThatComesBackWithAnotherBody) {
  Browser ada = browser();
  const std::string order = buy(ada);
  nlohmann::json body = acceptJson(order, ticketOf(ada, order));
  accept(ada, body);
  body["price"]["amount"] = 2999;
  const Answer said = accept(ada, body);
  EXPECT_EQ(said.status, 409);
  EXPECT_EQ(said.json["error"]["code"], "key_reused");
  EXPECT_EQ(bank.succeededCharges(order), 2);
}

TEST_F(ServeAccept, NeedsAKeyOfUsableLength) {
  Browser ada = browser();
  const std::string order = buy(ada);
  const nlohmann::json body = acceptJson(order, ticketOf(ada, order));
  for (const std::string& key : {std::string(), std::string(256, 'k'), std::string("a b")}) {
    EXPECT_EQ(accept(ada, body, key).json["error"]["code"], "key_missing");
  }
  EXPECT_EQ(accept(ada, body, std::string(255, 'k')).word(), "accepted");
}

TEST_F(ServeAccept, ChargesNothingWhenThePriceIsNotTheBooks) {
  Browser ada = browser();
  const std::string order = buy(ada);
  for (const Minor amount : {0, 1, 2999, 3001}) {
    const Answer said = accept(ada, acceptJson(order, ticketOf(ada, order), amount), "k-" + std::to_string(amount));
    EXPECT_EQ(said.word(), "price_changed");
    EXPECT_EQ(said.json["price"]["amount"], 3000);
  }
  EXPECT_EQ(bank.succeededCharges(order), 1);
}

TEST_F(ServeAccept, AllowsOneOfferAnOrder) {
  Browser ada = browser();
  const std::string order = buy(ada);
  const std::string ticket = ticketOf(ada, order);
  EXPECT_EQ(accept(ada, acceptJson(order, ticket), "k-1").word(), "accepted");
  const Answer second = accept(ada, acceptJson(order, ticket), "k-2");
  EXPECT_EQ(second.word(), "unavailable");
  EXPECT_EQ(second.json["reason"], "accepted");
  EXPECT_EQ(bank.succeededCharges(order), 2);
}

TEST_F(ServeAccept, HoldsAfterABump) {
  Browser ada = browser();
  const std::string order = buy(ada, "ok", "stone-bump");
  const Answer said = accept(ada, acceptJson(order, ticketOf(ada, order)));
  EXPECT_EQ(said.word(), "accepted") << said.json;
  EXPECT_EQ(said.json["order"]["total"], 17400);
  EXPECT_EQ(store->counts().offerValue, 5400);
}

TEST_F(ServeAccept, RefusesATicketThatIsNotOurs) {
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
      {"another key", signTicket(stored, "larder", "another-key-of-at-least-32-bytes!!!", now)},
      {"another shop", signTicket(stored, "elsewhere", shop.signingKey, now)},
      {"another order", ticketOf(eve, other)},
      {"a flipped bit", flipped},
      {"no signature", ticket.substr(0, ticket.rfind('.'))},
      {"nothing of the kind", "abc"}};
  for (const auto& [what, token] : forged) {
    const Answer said = accept(ada, acceptJson(order, token));
    EXPECT_EQ(said.status, 403) << what;
    EXPECT_EQ(said.json["error"]["code"], "ticket_invalid") << what;
  }
  EXPECT_EQ(bank.succeededCharges(order), 1);
}

TEST_F(ServeAccept, ClosesWithTheTicketButStillAnswersAKnownKey) {
  Browser ada = browser();
  const std::string order = buy(ada), late = buy(ada);
  const nlohmann::json body = acceptJson(order, ticketOf(ada, order)), lateBody = acceptJson(late, ticketOf(ada, late));
  accept(ada, body, "k-1");
  now += kTicketSeconds * 1000;
  EXPECT_EQ(accept(ada, body, "k-1").word(), "accepted");
  const Answer said = accept(ada, lateBody, "k-2");
  EXPECT_EQ(said.word(), "unavailable");
  EXPECT_EQ(said.json["reason"], "window_closed");
  EXPECT_EQ(bank.succeededCharges(late), 1);
}

TEST_F(ServeAccept, ClosesWithTheBooksWindow) {
  Browser ada = browser();
  const std::string order = buy(ada);
  now += 7200 * 1000;
  EXPECT_EQ(accept(ada, acceptJson(order, ticketOf(ada, order))).json["reason"], "window_closed");
  EXPECT_EQ(bank.succeededCharges(order), 1);
}

TEST_F(ServeAccept, RefusesBodiesItDoesNotKnow) {
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
    const Answer said = accept(ada, body);
    EXPECT_EQ(said.status, 400) << body;
    EXPECT_EQ(said.json["error"]["code"], "body_invalid") << body;
  }
  EXPECT_EQ(bank.succeededCharges(order), 1);
}

TEST_F(ServeAccept, SaysDeclinedAndLeavesTheOrderAsItWas) {
  Browser ada = browser();
  const std::string order = buy(ada, "ok_then_declined");
  EXPECT_EQ(accept(ada, acceptJson(order, ticketOf(ada, order))).word(), "declined");
  EXPECT_EQ(ask(ada).word(), "declined");
  EXPECT_EQ(db.order(order)->total(), 12000);
  EXPECT_EQ(store->counts().offerValue, 0);
}

TEST_F(ServeAccept, SendsToTheBankAndTakesItsAnswer) {
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
    EXPECT_EQ(ada.post(url, confirmed ? "answer=abandon" : "answer=confirm").status, 303) << "asked and answered";
    EXPECT_EQ(db.order(order)->total(), confirmed ? 15000 : 12000);
  }
}

TEST_F(ServeAccept, ProcessesUntilTheProviderHasSettled) {
  Browser ada = browser();
  const std::string order = buy(ada, "ok_then_processing");
  EXPECT_EQ(accept(ada, acceptJson(order, ticketOf(ada, order))).word(), "processing");
  EXPECT_EQ(ask(ada).word(), "processing");
  EXPECT_EQ(db.order(order)->total(), 12000);
  now += 2000;
  EXPECT_EQ(ask(ada).word(), "accepted");
  EXPECT_EQ(countsOf("rack-offer", "post_purchase").accepts, 1);
}

TEST_F(ServeAccept, GivesOneClickOnlyToPaymentsThatCanBeChargedAgain) {
  Browser ada = browser();
  const std::string order = buy(ada, "ok_once");
  const std::string page = ada.get("/orders/" + order + "/thanks").body;
  EXPECT_THAT(page, HasSubstr("&quot;allowed&quot;:false"));
  EXPECT_EQ(accept(ada, acceptJson(order, ticketOf(ada, order))).word(), "unavailable");
  EXPECT_EQ(bank.succeededCharges(order), 1);
}

TEST_F(ServeAccept, UndoesWithinTheWindowOnceAndForAll) {
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
  const Counts counts = countsOf("rack-offer", "post_purchase");
  EXPECT_EQ(counts.accepts, 1);
  EXPECT_EQ(counts.undos, 1);
  EXPECT_EQ(counts.revenue, 0);
  EXPECT_EQ(store->counts().orderValue, 12000);
  EXPECT_THAT(ada.get("/orders/" + order).body, HasSubstr("Undone"));
}

TEST_F(ServeAccept, ClosesUndoWithItsWindow) {
  Browser ada = browser();
  const std::string order = buy(ada), ticket = ticketOf(ada, order);
  accept(ada, acceptJson(order, ticket));
  now += 900'000;
  EXPECT_EQ(undo(ada, order, ticket).word(), "undo_closed");
  EXPECT_EQ(bank.succeededCharges(order), 2);
}

TEST_F(ServeAccept, LetsNobodyElseUndo) {
  Browser ada = browser(), eve = browser();
  const std::string order = buy(ada), other = buy(eve);
  accept(ada, acceptJson(order, ticketOf(ada, order)));
  EXPECT_EQ(undo(eve, order, ticketOf(eve, other)).status, 403);
  EXPECT_EQ(undo(eve, other, ticketOf(eve, other)).word(), "unknown");
  EXPECT_EQ(bank.succeededCharges(order), 2);
}

TEST_F(ServeAccept, AnswersUnknownForAKeyItNeverSaw) {
  Browser ada = browser();
  EXPECT_EQ(ask(ada, "never").word(), "unknown");
  EXPECT_EQ(read(ada.get("/offers/accept")).status, 400);
}

}  // namespace
}  // namespace aftermint::testing
