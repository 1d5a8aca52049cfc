// Which events of pages can be true: offers and placements of served books, and the arms that the core draws.
#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "aftermint/codec.h"
#include "aftermint/decision.h"
#include "aftermint/index.h"
#include "aftermint/moment.h"
#include "events/page_rules.h"
#include "events/store.h"

namespace aftermint::testing {
namespace {

/** One offer at checkout with a test of its price in a namespace, one after payment with a test of its placement. */
std::string bookText(const std::string& seed, int weight) {
  return R"({"version":1,"id":"rules","merchant":"m","currency":"GBP","locale":"en","holdout":{"shareBps":2000,"seed":")" +
         seed + R"("},
"policy":{"priceBand":{"minBps":100,"maxBps":9000}},
"products":[{"id":"knife","title":"Knife","price":12000,"complements":["stone"]},{"id":"stone","title":"Stone","price":2900}],
"offers":[{"id":"bump","type":"cross_sell","items":[{"product":"stone","quantity":1}],"price":{"kind":"fixed","amount":2400},
"placements":["checkout"],"copy":{"en":{"headline":"A","benefit":"B {price}","accept":"C"}}},
{"id":"moved","type":"cross_sell","items":[{"product":"stone","quantity":1}],"price":{"kind":"fixed","amount":2500},
"placements":["post_purchase"],"link":"/stone","copy":{"en":{"headline":"A","benefit":"B {price}","accept":"C"}}}],
"experiments":[{"id":"price","offer":"bump","variable":"price","coverageBps":8000,"namespace":{"id":"ns","fromBps":0,"untilBps":7000},
"arms":[{"id":"a","weightBps":)" +
         std::to_string(weight) + R"(},{"id":"b","weightBps":)" + std::to_string(10'000 - weight) +
         R"(,"price":{"kind":"fixed","amount":2000}}]},
{"id":"where","offer":"moved","variable":"placement","coverageBps":10000,
"arms":[{"id":"after","weightBps":5000},{"id":"email","weightBps":5000,"placements":["thank_you"]}]}]})";
}

const std::string kBookText = bookText("one", 5'000);

std::unique_ptr<IndexedBook> bookOf(const std::string& text) {
  auto decoded = decodeBook(text);
  EXPECT_TRUE(decoded.value) << text;
  return std::make_unique<IndexedBook>(std::move(*decoded.value));
}

PageRules rulesOf(const std::string& text) {
  BookRules rules = bookRulesOf(bookOf(text)->book());
  return PageRules({std::move(rules.places), {std::move(rules.assignment)}});
}

Moment momentOf(const std::string& visitor, Placement placement) {
  Moment moment;
  moment.placement = placement;
  moment.time = 1'796'000'000'000;
  moment.locale = "en";
  moment.order.currency = "GBP";
  if (placement != Placement::Checkout) moment.order.paidAt = moment.time;
  moment.order.lines.push_back({});
  moment.order.lines.back().product = "knife";
  moment.order.lines.back().quantity = 1;
  moment.order.lines.back().price = 12'000;
  moment.visitor.id = visitor;
  return moment;
}

Event eventOf(const std::string& type, const std::string& visitor, const std::string& offer,
              const std::string& placement) {
  Event event;
  event.type = type;
  event.visitor = visitor;
  event.offer = offer;
  event.placement = placement;
  return event;
}

TEST(PageRulesTest, TakeExactlyTheArmsAndTheHoldoutThatTheCoreDecides) {
  const auto book = bookOf(kBookText);
  const PageRules rules = rulesOf(kBookText);
  int assigned = 0, held = 0, inTest = 0;
  for (int i = 0; i < 600; ++i) {
    const std::string visitor = i % 3 == 0 ? "order:" + std::to_string(i) : "v-" + std::to_string(i);
    const Placement placement = i % 2 == 0 ? Placement::Checkout : Placement::ThankYou;
    const Moment moment = momentOf(visitor, placement);
    const Decision decision = decide(*book, moment);
    if (!decision.assignment) continue;
    ++assigned;
    const Event event =
        eventOf("assignment", visitor, std::string(decision.assignment->offer->id), std::string(toString(placement)));
    PageClaim claim;
    claim.holdout = decision.assignment->holdout;
    held += decision.assignment->holdout;
    for (const ArmTaken& arm : decision.assignment->arms) claim.arms.emplace_back(arm.experiment, arm.arm);
    inTest += !claim.arms.empty();
    EXPECT_EQ(rules.refuse(event, claim), std::nullopt) << visitor;

    PageClaim other = claim;
    other.holdout = !*claim.holdout;
    EXPECT_EQ(rules.refuse(event, other), LeftOut::ArmWrong) << visitor;
    for (auto& [experiment, arm] : claim.arms) {
      const std::string drawn = std::exchange(arm, arm == "a"       ? "b"
                                                   : arm == "b"     ? "a"
                                                   : arm == "after" ? "email"
                                                                    : "after");
      EXPECT_EQ(rules.refuse(event, claim), LeftOut::ArmWrong) << visitor << " " << experiment;
      arm = drawn;
    }
    if (decision.offer == nullptr) continue;
    PageClaim seen;
    for (const ArmTaken& arm : decision.arms) seen.arms.emplace_back(arm.experiment, arm.arm);
    EXPECT_EQ(rules.refuse(eventOf("exposure", visitor, std::string(decision.offer->id), event.placement), seen),
              std::nullopt);
  }
  EXPECT_GE(assigned, 300);
  EXPECT_GT(held, 50);
  EXPECT_GT(inTest, 150);
}

TEST(PageRulesTest, RefuseWhatNoBookHad) {
  const PageRules rules = rulesOf(kBookText);
  EXPECT_EQ(rules.refuse(eventOf("decline", "v", "bump", "checkout"), {}), std::nullopt);
  EXPECT_EQ(rules.refuse(eventOf("decline", "v", "moved", "thank_you"), {}), std::nullopt) << "only an arm is there";
  EXPECT_EQ(rules.refuse(eventOf("decline", "v", "bump", ""), {}), std::nullopt);
  EXPECT_EQ(rules.refuse(eventOf("decline", "v", "bump", "email"), {}), LeftOut::PlacementUnknown);
  EXPECT_EQ(rules.refuse(eventOf("decline", "v", "aaa", "checkout"), {}), LeftOut::OfferUnknown);
  EXPECT_EQ(rules.refuse(eventOf("decline", "v", "zzz", "checkout"), {}), LeftOut::OfferUnknown);
  EXPECT_EQ(rules.refuse(eventOf("exposure", "v", "", "checkout"), {}), LeftOut::OfferUnknown);
  EXPECT_EQ(rules.refuse(eventOf("ineligible", "v", "", "checkout"), {}), std::nullopt) << "it is about no offer";
  EXPECT_EQ(rules.refuse(eventOf("fault", "v", "invented", "checkout"), {}), LeftOut::OfferUnknown);
  PageClaim invented;
  invented.holdout = false;
  invented.arms = {{"invented", "a"}};
  EXPECT_EQ(rules.refuse(eventOf("assignment", "v", "bump", "checkout"), invented), LeftOut::ArmWrong);
}

/** The first visitor whose arm in the test of the price differs between two books. */
std::string movedVisitor(const IndexedBook& one, const IndexedBook& other) {
  for (int i = 0;; ++i) {
    const std::string visitor = "v-" + std::to_string(i);
    const Moment moment = momentOf(visitor, Placement::Checkout);
    const Decision a = decide(one, moment), b = decide(other, moment);
    if (a.offer != nullptr && b.offer != nullptr && !a.arms.empty() && !b.arms.empty() &&
        a.arms.front().arm != b.arms.front().arm) {
      return visitor;
    }
  }
}

TEST(PageRulesTest, TakeEventsOfPagesThatLoadedAnEarlierBook) {
  const auto store = openStore("sqlite::memory:");
  const std::string newText = bookText("one", 2'000);
  const auto before = bookOf(kBookText), after = bookOf(newText);
  BookRules rules = bookRulesOf(before->book());
  rules.places.push_back({"gone", "checkout"});
  (void)store->rememberBook(rules, 1'000);
  const PageRules now(store->rememberBook(bookRulesOf(after->book()), 2'000));

  EXPECT_EQ(now.refuse(eventOf("decline", "v", "gone", "checkout"), {}), std::nullopt);
  const std::string visitor = movedVisitor(*before, *after);
  const Moment moment = momentOf(visitor, Placement::Checkout);
  const std::vector<ArmTaken> arms = decide(*before, moment).arms;
  PageClaim claim;
  for (const ArmTaken& arm : arms) claim.arms.emplace_back(arm.experiment, arm.arm);
  claim.holdout = false;
  const Event event = eventOf("assignment", visitor, "bump", "checkout");
  EXPECT_EQ(now.refuse(event, claim), std::nullopt) << "the page loaded the book before";
  EXPECT_EQ(rulesOf(newText).refuse(event, claim), LeftOut::ArmWrong) << "the test is about this";

  // Nine newer books later, pages with the first one are too old.
  KnownBooks known;
  for (int i = 0; i < 9; ++i) {
    const auto next = bookOf(bookText("seed" + std::to_string(i), 2'000));
    known = store->rememberBook(bookRulesOf(next->book()), 3'000 + i);
  }
  EXPECT_EQ(known.assignment.size(), 10u);
  EXPECT_EQ(PageRules(known).refuse(event, claim), LeftOut::ArmWrong);
  EXPECT_EQ(PageRules(known).refuse(eventOf("decline", "v", "gone", "checkout"), {}), std::nullopt);
}

}  // namespace
}  // namespace aftermint::testing
