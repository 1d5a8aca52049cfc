// What the servers do with a stopped offer: accepts, bumps, baskets and results.
#include <gmock/gmock.h>

#include "guard/guard.h"
#include "serve/shop_server.h"
#include "serve_fixture.h"
#include "unit/cli_scratch.h"

namespace aftermint::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

/** The demo shop with a guard whose stops the test writes itself. */
class ServeGuard : public ServeTest {
 protected:
  ServeGuard() {
    shop.guard = &guard;
    shop.storeUrl = "sqlite:shop.sqlite";
    shop.isStopped = [this](std::string_view offer) { return guard.isStopped(offer); };
  }

  void stop(const std::string& offer) {
    OfferStop stop;
    stop.offer = offer;
    stop.because = "Of the visitors 20 % bought.";
    stop.figures = R"([{"figure":"versusBaseline.anytime.conversion","value":-0.4}])";
    stop.countedFrom = stop.stopped = now;
    ASSERT_TRUE(StoppedOffers(path).stop(stop));
    guard.check();
  }
  void release(const std::string& offer) {
    ASSERT_TRUE(StoppedOffers(path).release(offer, "Ada", "", now));
    guard.check();
  }

  Scratch scratch;
  std::string path = scratch.path("stops.sqlite");
  Guard guard{{*store, book, served, [this] { return now; }, path}};
};

TEST_F(ServeGuard, RefusesAnAcceptOfAStoppedOfferAndChargesNothing) {
  Browser ada = browser();
  const std::string order = buy(ada), ticket = ticketOf(ada, order);
  stop("rack-offer");
  const Answer refused = accept(ada, acceptJson(order, ticket));
  EXPECT_EQ(refused.word(), "unavailable");
  EXPECT_EQ(refused.json["reason"], "finding");
  EXPECT_EQ(bank.succeededCharges(order), 1) << "the order itself";
  EXPECT_EQ(accept(ada, acceptJson(order, ticket, 1), "k-2").word(), "unavailable") << "and names no price of it";
  release("rack-offer");
  EXPECT_EQ(accept(ada, acceptJson(order, ticket)).word(), "accepted");
}

TEST_F(ServeGuard, CompletesAnAcceptThatWasChargedBeforeTheStop) {
  Browser ada = browser();
  const std::string order = buy(ada), ticket = ticketOf(ada, order);
  provider.loseAnswers = 1;
  EXPECT_EQ(accept(ada, acceptJson(order, ticket)).word(), "processing");
  stop("rack-offer");
  EXPECT_EQ(accept(ada, acceptJson(order, ticket)).word(), "accepted");
  EXPECT_EQ(bank.succeededCharges(order), 2);
  EXPECT_EQ(db.order(order)->total(), 15000);
}

TEST_F(ServeGuard, NeverChargesAnAcceptThatWasStoredBeforeTheStop) {
  Browser ada = browser();
  const std::string order = buy(ada), ticket = ticketOf(ada, order);
  provider.down = true;
  EXPECT_EQ(accept(ada, acceptJson(order, ticket)).word(), "processing");
  stop("rack-offer");
  provider.down = false;
  const Answer retry = accept(ada, acceptJson(order, ticket));
  EXPECT_EQ(retry.word(), "unavailable");
  EXPECT_EQ(retry.json["reason"], "finding");
  release("rack-offer");
  EXPECT_EQ(accept(ada, acceptJson(order, ticket)).word(), "unavailable") << "the key was closed";
  EXPECT_EQ(bank.succeededCharges(order), 1) << "the order itself";
  EXPECT_EQ(accept(ada, acceptJson(order, ticket), "k-2").word(), "accepted") << "the order may take another accept";
}

TEST_F(ServeGuard, UndoesAnAcceptOfAnOfferThatIsStoppedSince) {
  Browser ada = browser();
  const std::string order = buy(ada), ticket = ticketOf(ada, order);
  EXPECT_EQ(accept(ada, acceptJson(order, ticket)).word(), "accepted");
  stop("rack-offer");
  EXPECT_EQ(undo(ada, order, ticket).word(), "undone");
  EXPECT_EQ(bank.succeededCharges(order), 1);
}

TEST_F(ServeGuard, LeavesOutABumpThatWasTickedBeforeTheStop) {
  Browser ada = browser();
  ada.post("/cart", "product=knife&quantity=1");
  const std::string form = payForm(ada, "ok", "stone-bump");
  stop("stone-bump");
  const Response paid = ada.post("/pay", form);
  ASSERT_EQ(paid.status, 303) << "the stop of a bump does not turn the shopper away";
  const std::string target(paid.header("Location"));
  const std::string order = target.substr(8, target.size() - 15);
  EXPECT_EQ(db.order(order)->total(), 12000);
  EXPECT_THAT(ada.get(target).body, HasSubstr("It was left out, and you did not pay for it."));
}

TEST_F(ServeGuard, ShowsAStoppedOfferInTheResults) {
  Browser owner = browser();
  const auto results = [&](const char* accept) { return owner.send("GET", "/results", "", {{"accept", accept}}).body; };
  EXPECT_THAT(nlohmann::json::parse(results("application/json"))["stopped"], IsEmpty());
  stop("rack-offer");
  const nlohmann::json stopped = nlohmann::json::parse(results("application/json"))["stopped"];
  ASSERT_EQ(stopped.size(), 1u);
  EXPECT_EQ(stopped[0]["offer"], "rack-offer");
  EXPECT_EQ(stopped[0]["since"], "2027-01-15T08:00:00Z");
  EXPECT_EQ(stopped[0]["because"], "Of the visitors 20 % bought.");
  EXPECT_EQ(stopped[0]["figures"][0]["value"], -0.4);
  EXPECT_EQ(stopped[0]["release"], "aftermint release rack-offer --store sqlite:shop.sqlite --by NAME");
  EXPECT_FALSE(stopped[0].contains("arm"));
  const std::string page = results("text/html");
  EXPECT_THAT(page, HasSubstr("(rack-offer) is not offered since 15 Jan 2027, 08:00 UTC, because it does harm. Of the "
                              "visitors 20 % bought. To bring it back: aftermint release rack-offer"));
  release("rack-offer");
  EXPECT_THAT(results("text/html"), Not(HasSubstr("aftermint release")));
}

/** A server without a guard offers what an earlier guard stopped: the option is what takes offers out. */
TEST_F(ServeGuard, ChangesNothingWithoutAGuard) {
  const std::string before = served.now()->body->text();
  ShopServerParts parts{*store, [this] { return now; }};
  parts.served = &served;
  ShopServer server(std::move(parts));
  Request request;
  request.method = "GET";
  ASSERT_TRUE(setTarget(request, "/book.json"));
  EXPECT_EQ(server.handle(request).content(), before);
  shop.isStopped = nullptr;
  Browser ada = browser();
  const std::string order = buy(ada);
  EXPECT_EQ(accept(ada, acceptJson(order, ticketOf(ada, order))).word(), "accepted");
}

}  // namespace
}  // namespace aftermint::testing
