// The sums of a store against the ledger of the simulation, which counted shoppers and not events.
#include <gtest/gtest.h>

#include "aftermint/time.h"
#include "events/store.h"
#include "simulate/simulate.h"
#include "unit/each_store.h"

namespace aftermint::simulate {
namespace {

using Sums = std::map<std::string, UnitCounts>;

/** Sums of all weeks and kinds of buyers, by slice and arm. */
Sums sumsOf(Store& store, SumsBy by, Millis until) {
  SumsQuery query;
  query.by = by;
  query.now = until - 1;
  Sums sums;
  for (const ArmSums& row : store.sums(query)) {
    sums[(by == SumsBy::Offer ? row.offer : row.experiment) + "/" + row.arm] += row.counts;
  }
  return sums;
}

/** What the ledger has for the same slices. */
Sums sumsOf(const Ledger& ledger, const Truth& truth, SumsBy by) {
  Sums sums;
  for (const auto& [key, counts] : ledger.units) {
    const TruthOffer& offer = truth.offers[static_cast<std::size_t>(key.offer)];
    if (by == SumsBy::Offer) {
      sums[offer.offer + (key.holdout ? "/holdout" : "/offered")] += counts;
    } else if (offer.experiment) {
      const std::string arm = offer.experiment->arms[static_cast<std::size_t>(key.arm)].arm;
      sums[offer.experiment->id + "/" + (key.holdout ? "holdout" : arm)] += counts;
    }
  }
  return sums;
}

void expectEqual(const Moments& a, const Moments& b, const std::string& where) {
  EXPECT_TRUE(a.sum == b.sum && a.sumSq == b.sumSq) << where;
}

void expectEqual(const MoneyMoments& a, const MoneyMoments& b, const std::string& where) {
  EXPECT_TRUE(a.sum == b.sum) << where << " sum: " << static_cast<double>(a.sum) << " " << static_cast<double>(b.sum);
  EXPECT_TRUE(a.sumSq == b.sumSq) << where << " sumSq";
  EXPECT_TRUE(a.withOrders == b.withOrders) << where << " withOrders";
  EXPECT_TRUE(a.withBefore == b.withBefore) << where << " withBefore";
}

void expectEqual(const Sums& stored, const Sums& made) {
  ASSERT_EQ(stored.size(), made.size());
  for (const auto& [name, counts] : made) {
    ASSERT_TRUE(stored.contains(name)) << name;
    const UnitCounts& found = stored.at(name);
    EXPECT_EQ(found.visitors, counts.visitors) << name;
    EXPECT_EQ(found.buyers, counts.buyers) << name;
    EXPECT_EQ(found.exposed, counts.exposed) << name;
    EXPECT_EQ(found.accepts, counts.accepts) << name;
    expectEqual(found.orders, counts.orders, name + " orders");
    expectEqual(found.before, counts.before, name + " before");
    expectEqual(found.gross, counts.gross, name + " gross");
    expectEqual(found.net, counts.net, name + " net");
  }
}

Truth manyThings() {
  Truth truth;
  truth.until = *readTime("2026-11-30T00:00:00Z");
  truth.days = 60;
  truth.visitorsPerDay = 60;
  truth.holdoutBps = 3'000;
  truth.botPageViews = 3;
  truth.repeatBps = 2'000;
  truth.returns.shareBps = 3'000;
  truth.offers = defaultOffers();
  for (TruthOffer& offer : truth.offers) {
    offer.takeBps = 3'000;
    offer.returnBps = 2'000;
    offer.replacesBps = 4'000;
    offer.lostBps = 1'000;
  }
  truth.offers[1].undoBps = 2'000;
  return truth;
}

class SimulateStore : public aftermint::testing::EachStore {};
AFTERMINT_EACH_STORE(SimulateStore);

TEST_P(SimulateStore, SumsToTheUnitWhatTheSimulationMade) {
  const Truth truth = manyThings();
  const auto store = fresh();
  const Ledger ledger = simulate(truth, *storeSink(*store));
  EXPECT_GT(ledger.lost, 100);
  EXPECT_GT(ledger.refunded, 0);
  expectEqual(sumsOf(*store, SumsBy::Offer, truth.until), sumsOf(ledger, truth, SumsBy::Offer));
  expectEqual(sumsOf(*store, SumsBy::Experiment, truth.until), sumsOf(ledger, truth, SumsBy::Experiment));
}

TEST_P(SimulateStore, HasTheSameSumsAsBeforeOnceTheyAreDropped) {
  Truth real = manyThings(), simulated = manyThings();
  real.days = 20;
  simulated.days = 10;
  const auto store = fresh();
  // Shoppers who are not simulated, as far as the store can tell.
  class AsReal final : public EventSink {
   public:
    explicit AsReal(Store& to) : to_(to) {}
    void take(std::vector<Event> events) override {
      for (Event& event : events) event.source = event.source.substr(std::string("/simulated").size());
      to_.append(std::move(events));
    }
    void finish() override {}

   private:
    Store& to_;
  } asReal(*store);
  real.visitorsPerDay = 10;
  const Ledger ledger = simulate(real, asReal);
  simulate(simulated, *storeSink(*store));
  EXPECT_NE(sumsOf(*store, SumsBy::Offer, real.until)["bump/offered"].visitors,
            sumsOf(ledger, real, SumsBy::Offer)["bump/offered"].visitors);
  EXPECT_GT(store->dropFrom("/simulated"), 1'000);
  EXPECT_EQ(store->countFrom("/simulated"), 0);
  expectEqual(sumsOf(*store, SumsBy::Offer, real.until), sumsOf(ledger, real, SumsBy::Offer));
  expectEqual(sumsOf(*store, SumsBy::Experiment, real.until), sumsOf(ledger, real, SumsBy::Experiment));
}

}  // namespace
}  // namespace aftermint::simulate
