// With a million visitors: the holdout and the arms get their configured shares, and other changes move no visitor.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include "aftermint/bucket.h"
#include "aftermint/decision.h"

namespace aftermint {
namespace {

constexpr int kVisitors = 1'000'000;
/// By chance, fewer than one share in 100,000 is off by this many standard deviations. The visitors never change.
constexpr double kSigmas = 4.5;

std::string visitorId(int number) { return "visitor-" + std::to_string(number); }

/** Whether `hits` out of `of` agree with `share`, within `kSigmas` standard deviations. */
::testing::AssertionResult isShareOf(int hits, int of, double share) {
  const double sigma = std::sqrt(of * share * (1 - share));
  const double off = std::abs(hits - of * share);
  if (off <= kSigmas * sigma) return ::testing::AssertionSuccess();
  return ::testing::AssertionFailure() << hits << " of " << of << " is " << off / sigma << " sigmas from " << share;
}

Product product(const char* id, Minor price, List<Text> complements = {}) {
  Product made;
  made.id = id;
  made.title = id;
  made.price = price;
  made.complements = std::move(complements);
  return made;
}

Offer offer(const char* id, const char* item, Minor margin) {
  Offer made;
  made.id = id;
  made.items.emplace_back().product = item;
  made.placements = {Placement::Checkout};
  Copy& copy = made.copy.emplace_back();
  copy.locale = "en";
  copy.headline = "h";
  copy.benefit = "b";
  made.margin = margin;
  return made;
}

Experiment experiment(const char* id, const char* offer, std::vector<Bps> weights) {
  Experiment made;
  made.id = id;
  made.offer = offer;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    Arm& arm = made.arms.emplace_back();
    arm.id = std::string(1, static_cast<char>('a' + i));
    arm.weightBps = weights[i];
  }
  return made;
}

/** A book with a knife and two offers for it; the sharpener ranks before the board. */
Book twoWayKitchen() {
  Book made;
  made.id = "kitchen";
  made.merchant = "larder";
  made.currency = "GBP";
  made.locale = "en-GB";
  made.products = {product("knife", 10'000, {"sharpener", "board"}), product("sharpener", 2'000),
                   product("board", 2'500)};
  made.offers = {offer("sharpener", "sharpener", 900), offer("board", "board", 100)};
  return made;
}

Moment checkout() {
  Moment made;
  made.placement = Placement::Checkout;
  made.time = 1'795'428'000'000;
  made.locale = "en-GB";
  made.order.currency = "GBP";
  made.order.lines.push_back({"knife", "", 1, 10'000, ""});
  return made;
}

/** One character per visitor: `-` in the holdout, `.` in no arm, else the letter of the first experiment's arm. */
std::string outcomesOf(Book book, int visitors = kVisitors) {
  const IndexedBook indexed(std::move(book));
  Moment moment = checkout();
  std::string outcomes;
  outcomes.reserve(static_cast<std::size_t>(visitors));
  for (int number = 0; number < visitors; ++number) {
    moment.visitor.id = visitorId(number);
    const Decision decision = decide(indexed, moment);
    if (decision.reason == Reason::Holdout) {
      outcomes += '-';
    } else {
      EXPECT_NE(decision.offer, nullptr);
      outcomes += decision.arms.empty() ? '.' : decision.arms[0].arm[0];
    }
  }
  return outcomes;
}

int countOf(const std::string& outcomes, char outcome) {
  return static_cast<int>(std::count(outcomes.begin(), outcomes.end(), outcome));
}

Book heldOut(Book book, Bps shareBps) {
  book.holdout.emplace().shareBps = shareBps;
  book.holdout->seed = "2026-autumn";
  return book;
}

TEST(Shares, OfTheHoldoutAndOfArmsOutsideIt) {
  Book book = heldOut(twoWayKitchen(), 500);
  book.experiments = {experiment("price", "sharpener", {2'000, 3'000, 5'000})};
  const std::string outcomes = outcomesOf(std::move(book));

  const int held = countOf(outcomes, '-');
  EXPECT_TRUE(isShareOf(held, kVisitors, 0.05));
  EXPECT_EQ(countOf(outcomes, '.'), 0);
  // The shares of arms hold among visitors outside the holdout, because the two are independent.
  EXPECT_TRUE(isShareOf(countOf(outcomes, 'a'), kVisitors - held, 0.2));
  EXPECT_TRUE(isShareOf(countOf(outcomes, 'b'), kVisitors - held, 0.3));
  EXPECT_TRUE(isShareOf(countOf(outcomes, 'c'), kVisitors - held, 0.5));
}

TEST(Shares, OfArmsWithinACoverageAndANamespace) {
  Book book = twoWayKitchen();
  Experiment price = experiment("price", "sharpener", {2'500, 7'500});
  price.coverageBps = 4'000;
  price.space = Namespace{"checkout", 1'000, 6'000};
  book.experiments = {price};
  const std::string outcomes = outcomesOf(std::move(book));

  EXPECT_TRUE(isShareOf(countOf(outcomes, 'a'), kVisitors, 0.5 * 0.4 * 0.25));
  EXPECT_TRUE(isShareOf(countOf(outcomes, 'b'), kVisitors, 0.5 * 0.4 * 0.75));
  EXPECT_TRUE(isShareOf(countOf(outcomes, '.'), kVisitors, 1 - 0.5 * 0.4));
}

TEST(Shares, OfAnotherSeedContainOtherVisitors) {
  int both = 0;
  for (int number = 0; number < kVisitors; ++number) {
    const std::string id = visitorId(number);
    both += bucket10000("holdout:2026-autumn", id) < 500 && bucket10000("holdout:2027-spring", id) < 500 ? 1 : 0;
  }
  EXPECT_TRUE(isShareOf(both, kVisitors, 0.05 * 0.05));
}

/** Pearson's chi-squared statistic of a contingency table, for independence of its rows and columns. */
template <std::size_t kRows, std::size_t kColumns>
double chiSquaredOf(const std::array<std::array<double, kColumns>, kRows>& seen) {
  std::array<double, kRows> rows{};
  std::array<double, kColumns> columns{};
  double all = 0;
  for (std::size_t i = 0; i < kRows; ++i) {
    for (std::size_t j = 0; j < kColumns; ++j) {
      rows[i] += seen[i][j];
      columns[j] += seen[i][j];
      all += seen[i][j];
    }
  }
  double sum = 0;
  for (std::size_t i = 0; i < kRows; ++i) {
    for (std::size_t j = 0; j < kColumns; ++j) {
      const double expected = rows[i] * columns[j] / all;
      sum += (seen[i][j] - expected) * (seen[i][j] - expected) / expected;
    }
  }
  return sum;
}

TEST(Shares, OfTwoExperimentsAreIndependent) {
  const std::array<Bps, 3> price{2'000, 3'000, 5'000};
  const std::array<Bps, 3> words{3'333, 3'333, 3'334};
  std::array<std::array<double, 3>, 3> experiments{};
  std::array<std::array<double, 3>, 2> holdout{};
  std::array<std::array<double, 3>, 2> space{};
  for (int number = 0; number < kVisitors; ++number) {
    const std::string id = visitorId(number);
    const std::size_t first = chooseArm(bucket10000("price", id), 10'000, price).value();
    const std::size_t second = chooseArm(bucket10000("words", id), 10'000, words).value();
    experiments[first][second] += 1;
    holdout[bucket10000("holdout:2026-autumn", id) < 500 ? 1 : 0][first] += 1;
    space[inNamespace(id, Namespace{"checkout", 0, 5'000}) ? 1 : 0][first] += 1;
  }
  // Exceeded by chance once in 100,000 sets of visitors: 28.5 with four degrees of freedom, 23.0 with two.
  EXPECT_LT(chiSquaredOf(experiments), 28.5);
  EXPECT_LT(chiSquaredOf(holdout), 23.0);
  EXPECT_LT(chiSquaredOf(space), 23.0);
}

TEST(Shares, OfAllBucketsAreEqual) {
  std::vector<int> counts(10'000);
  for (int number = 0; number < kVisitors; ++number) ++counts[bucket10000("price", visitorId(number))];
  double chiSquared = 0;
  for (const int count : counts) chiSquared += (count - 100.0) * (count - 100.0) / 100.0;
  // With 9,999 degrees of freedom, the sum is almost normal: mean 9,999, variance 19,998.
  EXPECT_LT(std::abs(chiSquared - 9'999), kSigmas * std::sqrt(19'998.0));
}

class Arms : public ::testing::Test {
 protected:
  static constexpr int kFew = 200'000;

  static Book book() {
    Book made = heldOut(twoWayKitchen(), 1'000);
    Experiment price = experiment("price", "sharpener", {3'000, 3'000, 4'000});
    price.coverageBps = 5'000;
    made.experiments = {price};
    return made;
  }
  static std::string outcomes(Book changed) { return outcomesOf(std::move(changed), kFew); }
};

TEST_F(Arms, DoNotDependOnTheRestOfTheBook) {
  Book other = book();
  other.id = "another book";
  other.products.push_back(product("apron", 1'500));
  other.products[0].complements.push_back("apron");
  other.offers.push_back(offer("apron", "apron", 10));
  other.offers[1].priority = 7;
  other.experiments.push_back(experiment("board-words", "board", {5'000, 5'000}));
  EXPECT_EQ(outcomes(book()), outcomes(std::move(other)));
}

TEST_F(Arms, DoNotDependOnTheOrderOfOffersAndExperiments) {
  Book straight = book();
  straight.experiments.push_back(experiment("board-words", "board", {5'000, 5'000}));
  Book turned = straight;
  std::reverse(turned.products.begin(), turned.products.end());
  std::reverse(turned.offers.begin(), turned.offers.end());
  std::reverse(turned.experiments.begin(), turned.experiments.end());
  EXPECT_EQ(outcomes(std::move(straight)), outcomes(std::move(turned)));
}

TEST_F(Arms, GetMoreVisitorsWithMoreCoverageAndKeepTheOthers) {
  const std::string part = outcomes(book());
  Book raised = book();
  raised.experiments[0].coverageBps = 8'000;
  const std::string more = outcomes(std::move(raised));
  int taken = 0;
  for (std::size_t i = 0; i < part.size(); ++i) {
    if (part[i] == '.') {
      taken += more[i] != '.' ? 1 : 0;
    } else {
      ASSERT_EQ(part[i], more[i]) << visitorId(static_cast<int>(i));
    }
  }
  EXPECT_TRUE(isShareOf(taken, kFew, 0.9 * 0.3));
}

TEST_F(Arms, StayTheSameOutsideAGrowingHoldout) {
  const std::string small = outcomes(book());
  const std::string large = outcomes(heldOut(book(), 3'000));
  for (std::size_t i = 0; i < small.size(); ++i) {
    if (large[i] != '-') {
      ASSERT_EQ(small[i], large[i]) << visitorId(static_cast<int>(i));
    }
  }
  EXPECT_TRUE(isShareOf(countOf(large, '-'), kFew, 0.3));
}

}  // namespace
}  // namespace aftermint
