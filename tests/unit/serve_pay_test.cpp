// Payment: the server sets prices, one form makes one order, and a failed bump does not stop the order.
#include "demo/server/checkout.h"
#include "serve_fixture.h"

namespace aftermint::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

class ServePay : public ServeTest {};

TEST_F(ServePay, StoresAnOrderAndShowsItToItsOwnSessionOnly) {
  Browser ada = browser(), bob = browser();
  const std::string order = buy(ada);
  EXPECT_EQ(db.order(order)->total(), 12000);
  EXPECT_EQ(ada.get("/orders/" + order + "/thanks").status, 200);
  EXPECT_EQ(ada.get("/orders/" + order).status, 200);
  EXPECT_EQ(bob.get("/orders/" + order + "/thanks").status, 404);
  EXPECT_EQ(bob.get("/orders/" + order).status, 404);
  bob.post("/cart", "product=knife");
  EXPECT_EQ(bob.get("/orders/" + order + "/thanks").status, 404);
}

TEST_F(ServePay, EmptiesTheCartAndCountsTheOrderOnce) {
  Browser ada = browser();
  buy(ada);
  EXPECT_THAT(ada.get("/checkout").body, HasSubstr("Your basket is empty"));
  EXPECT_EQ(store->counts().orders, 1);
  EXPECT_EQ(store->counts().orderValue, 12000);
}

TEST_F(ServePay, MakesOneOrderIfAFormIsSentRepeatedly) {
  Browser ada = browser();
  ada.post("/cart", "product=knife");
  const std::string form = payForm(ada);
  const std::string first(ada.post("/pay", form).header("Location"));
  for (int again = 0; again < 3; ++again) EXPECT_EQ(ada.post("/pay", form).header("Location"), first);
  const std::string order = first.substr(8, first.size() - 15);
  EXPECT_EQ(bank.succeededCharges(order), 1);
  EXPECT_EQ(store->counts().orders, 1);
}

TEST_F(ServePay, IgnoresPricesFromTheBrowser) {
  Browser ada = browser();
  ada.post("/cart", "product=knife&price=1&total=1");
  const Response paid = ada.post("/pay", payForm(ada) + "&price=1&total=1&totalMinor=1&amount=1");
  const std::string target(paid.header("Location"));
  EXPECT_EQ(db.order(target.substr(8, target.size() - 15))->total(), 12000);
}

TEST_F(ServePay, AddsATickedBumpAtTheBooksPriceAndRecordsTheAccept) {
  Browser ada = browser();
  const std::string order = buy(ada, "ok", "stone-bump");
  const auto stored = db.order(order);
  ASSERT_EQ(stored->lines.size(), 2u);
  EXPECT_EQ(stored->lines[1].offer, "stone-bump");
  EXPECT_EQ(stored->total(), 14400);
  const OfferCounts counts = countsOf("stone-bump", "checkout");
  EXPECT_EQ(counts.accepts, 1);
  EXPECT_EQ(counts.revenue, 2400);
  EXPECT_EQ(store->counts().orderValue, 14400);
  EXPECT_EQ(store->counts().offerValue, 2400);
}

TEST_F(ServePay, LeavesOutAnInvalidBumpAndInformsTheShopper) {
  for (const std::string bump : {"rack-offer", "no-such-offer", "%3Cscript%3E"}) {
    Browser ada = browser();
    const std::string order = buy(ada, "ok", bump);
    EXPECT_EQ(db.order(order)->total(), 12000) << bump;
    const std::string page = ada.get("/orders/" + order + "/thanks").body;
    EXPECT_THAT(page, HasSubstr("It was left out, and you did not pay for it."));
    EXPECT_THAT(page, Not(HasSubstr("<script>")));
  }
}

TEST_F(ServePay, KeepsTheCartAfterADeclinedCardAndAcceptsAnotherCard) {
  Browser ada = browser();
  ada.post("/cart", "product=knife");
  const Response declined = ada.post("/pay", payForm(ada, "declined"));
  EXPECT_EQ(declined.status, 402);
  EXPECT_THAT(declined.body, HasSubstr("Nothing was charged"));
  EXPECT_THAT(declined.body, HasSubstr("value=\"Ada\""));
  const Response paid = ada.post("/pay", payForm(ada, "ok"));
  EXPECT_EQ(paid.status, 303);
  EXPECT_EQ(store->counts().orders, 1);
}

TEST_F(ServePay, ReturnsAnOutdatedCartWithAMessage) {
  Browser ada = browser();
  ada.post("/cart", "product=knife");
  const std::string form = payForm(ada);
  ada.post("/cart", "product=stone&mode=add");  // in another tab
  EXPECT_EQ(ada.post("/pay", form).header("Location"), "/checkout");
  const std::string page = ada.get("/checkout").body;
  EXPECT_THAT(page, HasSubstr("a price has changed"));
  EXPECT_THAT(page, HasSubstr("Whetstone"));
  EXPECT_EQ(store->counts().orders, 0);
}

TEST_F(ServePay, RefusesAFormFromAnotherSession) {
  Browser ada = browser(), eve = browser();
  ada.post("/cart", "product=knife");
  const std::string form = payForm(ada);
  eve.post("/cart", "product=knife");
  EXPECT_EQ(eve.post("/pay", form).header("Location"), "/checkout");
  EXPECT_EQ(browser().post("/pay", form).header("Location"), "/checkout");
  EXPECT_EQ(store->counts().orders, 0);
}

TEST_F(ServePay, NamesEveryMissingField) {
  Browser ada = browser();
  ada.post("/cart", "product=knife");
  const std::string form = payForm(ada);
  const Response response = ada.post("/pay", form.substr(form.find("&nonce")) + "&email=nobody");
  EXPECT_EQ(response.status, 422);
  for (const char* field : {"#name", "#email", "#address", "#card"}) EXPECT_THAT(response.body, HasSubstr(field));
}

TEST_F(ServePay, ContinuesWithTheStoredOrderIfTheProvidersAnswerIsLost) {
  Browser ada = browser();
  ada.post("/cart", "product=knife");
  const std::string form = payForm(ada);
  provider.loseAnswers = 1;
  EXPECT_EQ(ada.post("/pay", form).status, 503);
  const std::string target(ada.post("/pay", form + "&bump=stone-bump").header("Location"));
  const std::string order = target.substr(8, target.size() - 15);
  EXPECT_EQ(bank.succeededCharges(order), 1);
  EXPECT_EQ(db.order(order)->total(), 12000) << "the charge is the total stored before it";
}

TEST_F(ServePay, CompletesAChargedOrderAtTheNextStart) {
  Browser ada = browser();
  ada.post("/cart", "product=knife");
  provider.loseAnswers = 1;
  EXPECT_EQ(ada.post("/pay", payForm(ada)).status, 503);
  ASSERT_EQ(db.pendingOrders().size(), 1u);
  recoverOrders(shop);
  EXPECT_TRUE(db.pendingOrders().empty());
  EXPECT_EQ(store->counts().orders, 1);
}

TEST_F(ServePay, SpreadsAnOffersPriceExactlyOverItsItems) {
  const std::vector<Item> items = {{"stone", "", 3}, {"rack", "oak", 2}, {"knife", "", 1}};
  for (Minor amount = 0; amount < 400; ++amount) {
    AcceptResult accepted;
    accepted.offer = &book.book().offers.front();
    accepted.items = &items;
    accepted.price = amount;
    const std::vector<OrderLine> lines = offerLines(book, accepted, "en");
    Minor sum = 0;
    std::int64_t pieces = 0;
    for (const OrderLine& line : lines) {
      EXPECT_GE(line.price, 0);
      sum += line.price * line.quantity;
      pieces += line.quantity;
    }
    EXPECT_EQ(sum, amount);
    EXPECT_EQ(pieces, 6);
  }
}

TEST_F(ServePay, SellsVariantsAtTheirOwnPriceAndOnlyProductsOfTheBook) {
  Browser ada = browser();
  ada.post("/cart", "product=rack&variant=ash&quantity=2");
  EXPECT_THAT(ada.get("/checkout").body, HasSubstr("60.00"));
  EXPECT_EQ(ada.post("/cart", "product=rack").status, 400);
  EXPECT_EQ(ada.post("/cart", "product=rack&variant=gold").status, 400);
  EXPECT_EQ(ada.post("/cart", "product=knife&quantity=-1").status, 400);
  EXPECT_EQ(ada.post("/cart", "product=knife&quantity=1e3").status, 400);
}

}  // namespace
}  // namespace aftermint::testing
