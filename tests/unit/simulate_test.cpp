// Simulated shoppers: the same bytes for the same seed, and the truth that was asked for.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <set>

#include "aftermint/codec.h"
#include "aftermint/time.h"
#include "events/event_json.h"
#include "ids.h"
#include "json.h"
#include "simulate/expected.h"
#include "simulate/order_value.h"
#include "simulate/philox.h"
#include "simulate/shopper_events.h"
#include "simulate/simulate.h"
#include "unusable.h"

namespace aftermint::simulate {
namespace {

using ::testing::HasSubstr;

/** Keeps the events, for a look at them. */
class KeptEvents final : public EventSink {
 public:
  void take(std::vector<Event> more) override {
    for (Event& event : more) events.push_back(std::move(event));
  }
  void finish() override {}

  std::vector<Event> events;
};

Truth usualTruth() {
  Truth truth;
  truth.until = *readTime("2026-11-30T00:00:00Z");
  truth.offers = defaultOffers();
  return truth;
}

std::string digestOf(const Truth& truth) {
  KeptEvents kept;
  simulate(truth, kept);
  std::string lines;
  for (const Event& event : kept.events) lines += event.json + "\n";
  return sha256Hex(lines);
}

TEST(SimulatePhilox, GivesTheKnownAnswersOfItsAuthors) {
  using Words = std::array<std::uint32_t, 4>;
  EXPECT_EQ(philox({0, 0, 0, 0}, {0, 0}), (Words{0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8}));
  constexpr std::uint32_t kOnes = 0xffffffff;
  EXPECT_EQ(philox({kOnes, kOnes, kOnes, kOnes}, {kOnes, kOnes}),
            (Words{0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd}));
  EXPECT_EQ(philox({0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344}, {0xa4093822, 0x299f31d0}),
            (Words{0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1}));
}

TEST(SimulateSeed, GivesTheSameBytesAgainAndOtherShoppersForAnotherSeed) {
  Truth truth = usualTruth();
  truth.days = 5;
  const std::string digest = digestOf(truth);
  EXPECT_EQ(digest, "66025134374ecf3858b68f829033f5a27577213a90fd95a847ab0765b250709a")
      << "other bytes for this seed: say so in CHANGELOG.md";
  EXPECT_EQ(digestOf(truth), digest);
  truth.seed = 2;
  EXPECT_NE(digestOf(truth), digest);
}

TEST(SimulateShoppers, AreTheSameWhoeverComesBefore) {
  Truth truth = usualTruth();
  const Shoppers shoppers(truth);
  const Shopper late = shoppers.at(5'000'000'000);
  EXPECT_EQ(late.time, Shoppers(truth).at(5'000'000'000).time);
  EXPECT_GT(late.time, truth.until);
  for (std::int64_t number = 0; number < 1'000; ++number) {
    const Shopper shopper = shoppers.at(number);
    EXPECT_GE(shopper.time, truth.from());
    EXPECT_LT(shopper.time, truth.from() + (number / truth.visitorsPerDay + 1) * Truth::kDay);
  }
}

TEST(SimulateShoppers, DoTheSameInTwoTruthsExceptForWhatDiffers) {
  Truth few = usualTruth(), many = few;
  few.offers[0].takeBps = 1'000;
  many.offers[0].takeBps = 3'000;
  const Shoppers before(few), after(many);
  int more = 0;
  for (std::int64_t number = 0; number < 5'000; ++number) {
    const Shopper a = before.at(number), b = after.at(number);
    EXPECT_EQ(a.buys, b.buys);
    EXPECT_EQ(a.checkout.before, b.checkout.before);
    EXPECT_TRUE(b.checkout.accepted || !a.checkout.accepted) << number;
    more += b.checkout.accepted && !a.checkout.accepted ? 1 : 0;
  }
  EXPECT_GT(more, 200);
}

TEST(SimulateOrderValue, HasTheMeanAndTheCorrelationThatTheTruthStates) {
  Truth truth = usualTruth();
  truth.offers[0].takeBps = 0;
  truth.botBps = 0;
  truth.conversionBps = 10'000;
  const Shoppers shoppers(truth);
  double n = 0, x = 0, y = 0, xx = 0, yy = 0, xy = 0;
  for (std::int64_t number = 0; number < 200'000; ++number) {
    const Shopper shopper = shoppers.at(number);
    if (shopper.checkout.offer < 0) continue;
    const auto before = static_cast<double>(shopper.checkout.before), value = static_cast<double>(shopper.main.amount);
    n += 1;
    x += before;
    y += value;
    xx += before * before;
    yy += value * value;
    xy += before * value;
  }
  const double mean = y / n, sd = std::sqrt(yy / n - mean * mean);
  EXPECT_NEAR(mean, meanOrderValue(10'000), 4 * sd / std::sqrt(n));
  EXPECT_GT(sd / mean, 1.5) << "real orders have a heavy tail";
  const double correlation = (xy / n - x / n * mean) / std::sqrt(xx / n - x / n * (x / n)) / sd;
  EXPECT_NEAR(correlation, 0.8, 0.05);
}

/** Every figure of `expectedOf` against a long run, within four standard errors. */
TEST(SimulateTruth, IsReproducedWithinMonteCarloError) {
  Truth truth = usualTruth();
  truth.holdoutBps = 3'000;
  truth.offers[0].conversionBps = 5'000;
  truth.offers[0].replacesBps = 4'000;
  truth.offers[1].experiment->arms[1].price = 4'800;
  const Shoppers shoppers(truth);
  std::map<LedgerKey, UnitCounts> units;
  for (std::int64_t number = 0; number < 300'000; ++number) {
    const Shopper shopper = shoppers.at(number);
    for (const OfferMoment* moment : shopper.moments()) {
      if (moment->offer < 0) continue;
      const LedgerKey key{moment->offer, moment->shown ? moment->arm : -1, !moment->shown};
      addUnit(units[key], shopper, *moment, INT64_MAX);
    }
  }
  ASSERT_EQ(units.size(), 5u);
  for (const auto& [key, counts] : units) {
    const Expected expected = expectedOf(truth, {key.offer, key.arm, key.holdout});
    const auto n = static_cast<double>(counts.visitors);
    const std::string where =
        std::to_string(key.offer) + "/" + std::to_string(key.arm) + (key.holdout ? " holdout" : "");
    const auto isShare = [&](std::int64_t hits, double of, double share, const char* what) {
      const double error = std::sqrt(share * (1 - share) / of);
      EXPECT_NEAR(static_cast<double>(hits) / of, share, 4 * error + 1e-12) << what << " of " << where;
    };
    isShare(counts.buyers, n, expected.conversion, "conversion");
    isShare(counts.exposed, n, expected.exposed, "exposed");
    if (!key.holdout) isShare(counts.accepts, static_cast<double>(counts.exposed), expected.takeRate, "take-rate");
    const auto isMean = [&](Exact sum, Exact sumSq, double mean, const char* what) {
      const double got = static_cast<double>(sum) / n;
      const double error = std::sqrt((static_cast<double>(sumSq) / n - got * got) / n);
      EXPECT_NEAR(got, mean, 4 * error + 1) << what << " of " << where;
    };
    isMean(counts.orders.sum, counts.orders.sumSq, expected.orders, "orders");
    isMean(counts.gross.sum, counts.gross.sumSq, expected.gross, "gross");
    isMean(counts.net.sum, counts.net.sumSq, expected.net, "net");
  }
}

TEST(SimulateEvents, ArePagesClaimsAndServersWordsThatTheCollectorTakes) {
  Truth truth = usualTruth();
  truth.days = 3;
  KeptEvents kept;
  simulate(truth, kept);
  std::set<std::string> ids;
  for (const Event& event : kept.events) {
    EXPECT_TRUE(event.source.starts_with(kSimulatedSource)) << event.source;
    EXPECT_EQ(event.trusted, event.source == "/simulated/server");
    EXPECT_TRUE(ids.insert(event.id).second) << event.id << " is there twice";
    EXPECT_LT(event.time, truth.until);
    const Json json = Json::parse(event.json);
    EXPECT_EQ(json["id"], event.id);
    EXPECT_EQ(json["type"], "aftermint." + event.type);
    EXPECT_EQ(readTime(std::string(json["time"])), event.time);
    if (event.trusted) continue;
    const EventBatch batch = parseEvents("[" + event.json + "]", 0);
    EXPECT_TRUE(batch.fault.empty() && batch.refused.empty())
        << (batch.refused.empty() ? batch.fault : batch.refused[0].message) << "\n"
        << event.json;
  }
}

TEST(SimulateEvents, OfAnInvisibleVisitorHaveTheOrderAsUnit) {
  Truth truth = usualTruth();
  truth.noConsentBps = 10'000;
  truth.botBps = 0;
  truth.days = 2;
  KeptEvents kept;
  simulate(truth, kept);
  for (const Event& event : kept.events) {
    if (event.type == "order") {
      EXPECT_EQ(event.visitor, "");
    } else if (event.type != "refund") {
      EXPECT_EQ(event.visitor, "order:" + event.order);
    }
  }
}

TEST(SimulateEvents, OfABrokenSplitAreMissingOnOneSideOnly) {
  Truth truth = usualTruth();
  truth.offers[1].experiment->arms[1].lostBps = 3'000;
  KeptEvents kept;
  const Ledger ledger = simulate(truth, kept);
  const auto visitors = [&](int arm) { return ledger.units.at({1, arm, false}).visitors; };
  const double ratio = static_cast<double>(visitors(1)) / static_cast<double>(visitors(0));
  EXPECT_NEAR(ratio, 0.7, 0.05);
  EXPECT_NEAR(static_cast<double>(ledger.lost), static_cast<double>(visitors(0)) * 0.3, 200);
}

TEST(SimulateEvents, OfBotsAreManyViewsAndNoOrder) {
  Truth truth = usualTruth();
  truth.botBps = 10'000;
  truth.offers[0].shareBps = 10'000;
  truth.days = 1;
  KeptEvents kept;
  const Ledger ledger = simulate(truth, kept);
  EXPECT_EQ(ledger.bots, 200);
  EXPECT_EQ(ledger.orders, 0);
  EXPECT_GT(kept.events.size(), 200u * 20);
}

Truth readTruth(const std::string& text) { return parseTruth(text, usualTruth(), "truth.json"); }

std::string faultOf(const std::string& text) {
  try {
    readTruth(text);
    return "no fault";
  } catch (const Unusable& unusable) {
    return std::string(unusable.faults()[0].pointer) + " " + std::string(unusable.faults()[0].message);
  }
}

TEST(SimulateTruth, IsReadAsItIsWritten) {
  Truth truth = usualTruth();
  truth.seed = 9'007'199'254'740'991;
  truth.offers[0].conversionBps = 0;
  const std::string text = encodeTruth(truth);
  EXPECT_EQ(encodeTruth(parseTruth(text, Truth(), "-")), text);
  EXPECT_EQ(readTruth(R"({"days":7})").offers.size(), 2u) << "what is left out stays";
}

TEST(SimulateTruth, RefusesWhatItCannotMean) {
  EXPECT_THAT(faultOf(R"({"day":7})"), HasSubstr("/day is not known here"));
  EXPECT_THAT(faultOf(R"({"days":0})"), HasSubstr("/days is not a whole number from 1 to 3650"));
  EXPECT_THAT(faultOf(R"({"days":1.5})"), HasSubstr("/days is not a whole number"));
  EXPECT_THAT(faultOf(R"({"seed":18446744073709551615})"), HasSubstr("/seed is not a whole number"));
  EXPECT_THAT(faultOf(R"({"seed":-1})"), HasSubstr("/seed is not a whole number"));
  EXPECT_THAT(faultOf(R"({"until":"yesterday"})"), HasSubstr("/until is not an RFC 3339 time"));
  EXPECT_THAT(faultOf(R"({"offers":{}})"), HasSubstr("/offers is not a list"));
  EXPECT_THAT(faultOf(R"({"offers":[7]})"), HasSubstr("/offers/0 is not an object"));
  EXPECT_THAT(faultOf(R"({"offers":[{"offer":"a","placement":"email"}]})"),
              HasSubstr("/offers/0/placement is neither checkout nor post_purchase"));
  EXPECT_THAT(faultOf(R"({"offers":[{"placement":"checkout"}]})"), HasSubstr("/offers/0/offer is missing"));
  EXPECT_THAT(faultOf(R"({"offers":[{"offer":"a","placement":"checkout","shareBps":6000},
                                    {"offer":"b","placement":"checkout","shareBps":6000}]})"),
              HasSubstr("/offers has shares at checkout that add up to more than 10000"));
  EXPECT_THAT(faultOf(R"({"offers":[{"offer":"a","placement":"post_purchase","conversionBps":1}]})"),
              HasSubstr("/offers/0/conversionBps has no meaning after payment"));
  EXPECT_THAT(faultOf(R"({"offers":[{"offer":"a","placement":"checkout","experiment":{"id":"x","arms":[
                          {"arm":"c","weightBps":5000},{"arm":"c","weightBps":4000}]}}]})"),
              HasSubstr("/offers/0/experiment/arms/1/arm is there twice"));
  EXPECT_THAT(faultOf(R"({"returns":{"delayDays":[9,1]}})"), HasSubstr("/returns/delayDays is not an ascending list"));
  EXPECT_THAT(faultOf("{"), HasSubstr("the truth is not JSON"));
}

TEST(SimulateTruth, OfABookHasItsOffersPricesAndExperiments) {
  const auto book = decodeBook(R"({
    "version": 1, "id": "b", "merchant": "m", "currency": "EUR", "locale": "en",
    "products": [{"id": "kettle", "title": "Kettle", "price": 10000}, {"id": "filter", "title": "Filter", "price": 1500}],
    "offers": [
      {"id": "bump", "type": "cross_sell", "for": {"products": ["kettle"]}, "items": [{"product": "filter", "quantity": 2}],
       "price": {"kind": "percent_off", "bps": 1000}, "placements": ["checkout"],
       "copy": {"en": {"headline": "A", "benefit": "B", "accept": "C"}}},
      {"id": "proposal", "type": "cross_sell", "for": {"products": ["kettle"]}, "items": [{"product": "filter"}],
       "price": {"kind": "list"}, "placements": ["checkout"], "approved": false,
       "copy": {"en": {"headline": "A", "benefit": "B", "accept": "C"}}}],
    "experiments": [{"id": "price", "offer": "bump", "variable": "price", "arms": [
      {"id": "control", "weightBps": 5000}, {"id": "low", "weightBps": 5000, "price": {"kind": "fixed", "amount": 2000}}]}],
    "holdout": {"shareBps": 700, "seed": "s"}})");
  ASSERT_TRUE(book) << encodeFaults(book.faults);
  const IndexedBook indexed(*book.value);
  Truth truth = truthOf(indexed);
  EXPECT_EQ(truth.currency, "EUR");
  EXPECT_EQ(truth.holdoutBps, 700);
  ASSERT_EQ(truth.offers.size(), 1u) << "a proposal is never shown";
  EXPECT_EQ(truth.offers[0].price, 2'700);
  ASSERT_TRUE(truth.offers[0].experiment);
  EXPECT_EQ(truth.offers[0].experiment->arms[1].price, 2'000);
  truth.until = 2 * truth.days * Truth::kDay;
  EXPECT_NO_THROW(checkTruth(truth, ""));
}

}  // namespace
}  // namespace aftermint::simulate
