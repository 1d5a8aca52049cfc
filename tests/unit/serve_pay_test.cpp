// Payment: the server sets prices, one form makes one order, and a failed bump does not stop the order.
#include "demo/server/checkout.h"
#include "demo/server/order_reconciler.h"
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

TEST_F(ServePay, AsksAgainIfTheBumpCostsNotWhatThePageShowed) {
  for (const std::string shown : {"2399", "2401", "0", "-1", "24.00", "", "99999999999999999999"}) {
    Browser ada = browser();
    ada.post("/cart", "product=knife");
    const std::string form = payForm(ada) + "&bump=stone-bump&bump-price=" + shown;
    EXPECT_EQ(ada.post("/pay", form).header("Location"), "/checkout") << shown;
    EXPECT_THAT(ada.get("/checkout").body, HasSubstr("a price has changed")) << shown;
    EXPECT_EQ(store->counts().orders, 0) << shown << " was charged";
  }
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

TEST_F(ServePay, CompletesAChargedOrderWithoutARequest) {
  Browser ada = browser();
  ada.post("/cart", "product=knife");
  provider.loseAnswers = 1;
  EXPECT_EQ(ada.post("/pay", payForm(ada)).status, 503);
  ASSERT_EQ(db.pendingOrders().size(), 1u);
  OrderReconciler(shop).pass();
  EXPECT_EQ(db.pendingOrders().size(), 1u) << "the request may still be under way";
  now += kLeaseMillis;
  OrderReconciler(shop).pass();
  EXPECT_TRUE(db.pendingOrders().empty());
  EXPECT_EQ(store->counts().orders, 1);
}

TEST_F(ServePay, ChargesAnOrderThatWasNotChargedOnlyForTheSameForm) {
  Browser ada = browser();
  ada.post("/cart", "product=knife");
  const std::string form = payForm(ada);
  provider.down = true;
  EXPECT_EQ(ada.post("/pay", form).status, 503);
  ada.post("/cart", "product=stone");  // another basket, at the same checkout
  provider.down = false;
  const std::string later = payForm(ada);
  EXPECT_EQ(ada.post("/pay", later).status, 503) << "the charge of the first form may still arrive";
  now += kLeaseMillis;
  const std::string target(ada.post("/pay", later).header("Location"));
  const std::string order = target.substr(8, target.size() - 15);
  EXPECT_EQ(db.order(order)->total(), 2900) << "what the page showed";
  EXPECT_EQ(bank.succeededCharges(order), 1);
  EXPECT_EQ(store->counts().orders, 1);
}

TEST_F(ServePay, UsesTheCardAndAddressOfTheFormThatIsCharged) {
  Browser ada = browser();
  ada.post("/cart", "product=knife");
  provider.down = true;
  EXPECT_EQ(ada.post("/pay", payForm(ada, "ok")).status, 503);
  provider.down = false;
  now += kLeaseMillis;
  std::string form = payForm(ada, "ok_once");
  form.replace(form.find("1+Lane"), 6, "2+Road");
  const std::string target(ada.post("/pay", form).header("Location"));
  const auto order = db.order(target.substr(8, target.size() - 15));
  ASSERT_TRUE(order);
  EXPECT_EQ(order->method, "ok_once");
  EXPECT_EQ(order->address, "2 Road");
}

TEST_F(ServePay, AsksAgainForAnOldFormThatWasNotCharged) {
  Browser ada = browser();
  ada.post("/cart", "product=knife");
  const std::string form = payForm(ada);
  provider.down = true;
  EXPECT_EQ(ada.post("/pay", form).status, 503);
  ada.post("/cart", "product=stone");
  provider.down = false;
  now += kOrderMillis;
  EXPECT_EQ(ada.post("/pay", form).header("Location"), "/checkout");
  EXPECT_EQ(store->counts().orders, 0);
  OrderReconciler(shop).pass();
  EXPECT_TRUE(db.pendingOrders().empty()) << "an order without a charge does not wait for ever";
}

TEST_F(ServePay, PaysBackAChargeOfAFormThatWasGivenUp) {
  Browser ada = browser();
  ada.post("/cart", "product=knife");
  const std::string form = payForm(ada);
  std::string target;
  // While the first form's charge is on its way, the process stands still for longer than the lease.
  provider.atCharge = [&] {
    now += kLeaseMillis;
    ada.post("/cart", "product=stone");
    target = std::string(ada.post("/pay", payForm(ada)).header("Location"));
  };
  EXPECT_EQ(ada.post("/pay", form).header("Location"), target) << "the order that is paid";
  const std::string order = target.substr(8, target.size() - 15);
  EXPECT_EQ(db.order(order)->total(), 2900);
  EXPECT_EQ(bank.succeededCharges(order), 1);
  EXPECT_EQ(store->counts().orderValue, 2900);
}

TEST_F(ServePay, FindsAChargeOfAFormThatWasGivenUpInTheProvidersList) {
  Browser ada = browser();
  ada.post("/cart", "product=knife");
  provider.loseAnswers = 1;
  EXPECT_EQ(ada.post("/pay", payForm(ada)).status, 503);
  provider.loseAnswers = 0;
  const std::string order = db.pendingOrders().at(0);
  db.declineOrder(order, 1);
  provider.cannotRefund = bank.listSince(0)->at(0).charge.id;
  OrderReconciler reconciler(shop);
  reconciler.pass();
  EXPECT_EQ(bank.succeededCharges(order), 1);
  provider.cannotRefund.clear();
  now += 3600'000;
  reconciler.pass();
  EXPECT_EQ(bank.succeededCharges(order), 0) << "what failed is tried again";
}

TEST_F(ServePay, OneOrderThatCannotBeSettledDoesNotStopTheRest) {
  Browser ada = browser(), bob = browser();
  ada.post("/cart", "product=knife");
  bob.post("/cart", "product=knife");
  provider.loseAnswers = 1;
  EXPECT_EQ(ada.post("/pay", payForm(ada)).status, 503);
  provider.loseAnswers = 1;
  EXPECT_EQ(bob.post("/pay", payForm(bob)).status, 503);
  provider.loseAnswers = 0;
  // Both are settled, though the first one's charge has to be paid back and cannot be.
  const std::string first = db.pendingOrders().at(0);
  db.declineOrder(first, 1);
  provider.cannotRefund = bank.listSince(0)->at(0).charge.id;
  now += kLeaseMillis;
  OrderReconciler(shop).pass();
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
