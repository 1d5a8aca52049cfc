#include "mine/fisher.h"

#include <gmock/gmock.h>

#include <boost/math/distributions/hypergeometric.hpp>
#include <boost/multiprecision/cpp_int.hpp>
#include <cmath>
#include <limits>
#include <random>

namespace aftermint::mine {
namespace {

using boost::multiprecision::cpp_int;
using ::testing::Each;
using ::testing::Le;

/** Calculated with integers, so that nothing is rounded before the logarithm. */
cpp_int choose(std::uint64_t n, std::uint64_t k) {
  if (k > n) return 0;
  cpp_int out = 1;
  for (std::uint64_t i = 1; i <= k; ++i) out = out * (n - k + i) / i;
  return out;
}

long double logOf(const cpp_int& whole) {
  const std::size_t bits = msb(whole);
  const std::size_t drop = bits > 63 ? bits - 63 : 0;
  return std::log(static_cast<long double>(static_cast<std::uint64_t>(cpp_int(whole >> drop)))) +
         static_cast<long double>(drop) * std::log(2.0L);
}

/** Calculates log P(X >= together) by summing over all tables. */
double exactLog(std::uint64_t together, std::uint64_t first, std::uint64_t second, std::uint64_t all) {
  cpp_int tables = 0;
  for (std::uint64_t k = together; k <= std::min(first, second); ++k) {
    tables += choose(first, k) * choose(all - first, second - k);
  }
  return static_cast<double>(logOf(tables) - logOf(choose(all, second)));
}

TEST(LogFisherTail, GivesTheResultOfTheLadyTastingTea) {
  // Fisher, The Design of Experiments, 1935: eight cups, four of each; R's fisher.test(TeaTasting, "greater").
  EXPECT_NEAR(std::exp(logFisherTail(4, 4, 4, 8)), 1.0 / 70, 1e-15);
  EXPECT_NEAR(std::exp(logFisherTail(3, 4, 4, 8)), 17.0 / 70, 1e-15);
  EXPECT_NEAR(std::exp(logFisherTail(2, 4, 4, 8)), 53.0 / 70, 1e-15);
  EXPECT_NEAR(std::exp(logFisherTail(1, 4, 4, 8)), 69.0 / 70, 1e-15);
  EXPECT_EQ(logFisherTail(0, 4, 4, 8), 0) << "certain";
}

TEST(LogFisherTail, IsCertainOrImpossibleAtTheEdges) {
  const double impossible = -std::numeric_limits<double>::infinity();
  EXPECT_EQ(logFisherTail(5, 4, 9, 20), impossible) << "more orders with both than with one";
  EXPECT_EQ(logFisherTail(1, 30, 9, 20), impossible) << "more orders with a product than orders";
  EXPECT_EQ(logFisherTail(4, 10, 4, 10), 0) << "a product in every order is in all pairs";
  EXPECT_EQ(logFisherTail(7, 9, 8, 10), 0) << "at least 9 + 8 - 10 orders have both";
  EXPECT_EQ(logFisherTail(0, 0, 0, 0), 0);
}

TEST(LogFisherTail, EqualsTheExactSumForEverySmallTable) {
  for (std::uint64_t all : {1, 2, 7, 12, 25}) {
    for (std::uint64_t first = 0; first <= all; ++first) {
      for (std::uint64_t second = 0; second <= all; ++second) {
        for (std::uint64_t k = first + second > all ? first + second - all : 0; k <= std::min(first, second); ++k) {
          ASSERT_NEAR(logFisherTail(k, first, second, all), exactLog(k, first, second, all), 1e-14)
              << k << " of " << first << " and " << second << " in " << all;
        }
      }
    }
  }
}

TEST(LogFisherTail, KeepsTenDigitsInTheFarTail) {
  struct Table {
    std::uint64_t together, first, second, all;
  };
  for (const Table& table : {Table{178, 192, 195, 12304}, Table{400, 400, 400, 12304}, Table{25, 29, 28, 12304},
                             Table{700, 1585, 900, 12304}, Table{240, 500, 480, 1000}, Table{20, 1585, 84, 12304}}) {
    const double exact = exactLog(table.together, table.first, table.second, table.all);
    // The difference of logarithms is the relative error of p.
    EXPECT_NEAR(logFisherTail(table.together, table.first, table.second, table.all), exact, 1e-10);
  }
  EXPECT_LT(logFisherTail(400, 400, 400, 12304), -745) << "exp() of this value is zero";
}

TEST(LogFisherTail, AgreesWithBoostWithinTheRangeOfDoubles) {
  std::mt19937 random(7);
  for (int i = 0; i < 300; ++i) {
    const std::uint64_t all = 50 + random() % 3000, first = 1 + random() % (all - 1), second = 1 + random() % (all - 1);
    const std::uint64_t least = first + second > all ? first + second - all : 0;
    const std::uint64_t together = least + 1 + random() % (std::min(first, second) - least);
    const boost::math::hypergeometric_distribution<double> by(
        static_cast<unsigned>(first), static_cast<unsigned>(second), static_cast<unsigned>(all));
    const double p = cdf(complement(by, static_cast<double>(together) - 1));
    if (p < 1e-290) continue;
    ASSERT_NEAR(std::exp(logFisherTail(together, first, second, all)) / p, 1, 1e-8)
        << together << " of " << first << " and " << second << " in " << all;
  }
}

TEST(LogFisherTail, IsSymmetric) {
  for (std::uint64_t k = 1; k <= 30; ++k) {
    EXPECT_NEAR(logFisherTail(k, 30, 200, 5000), logFisherTail(k, 200, 30, 5000), 1e-12);
  }
}

TEST(AdjustLogs, GivesThePublishedExample) {
  // Benjamini and Hochberg 1995, section 3.2; adjusted values by R's p.adjust(p, "BH").
  const std::vector<double> ps = {0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344,
                                  0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.0000};
  const std::vector<double> expected = {0.0015, 0.0030, 0.0095,   0.035625, 0.0603,  0.06385714, 0.06385714, 0.0645,
                                        0.0765, 0.4860, 0.581182, 0.714875, 0.75323, 0.813214,   1.0};
  std::vector<double> logs;
  for (const double p : ps) logs.push_back(std::log(p));
  const std::vector<double> adjusted = adjustLogs(logs, 15);
  for (std::size_t i = 0; i < ps.size(); ++i) EXPECT_NEAR(std::exp(adjusted[i]), expected[i], 1e-6) << i;
  EXPECT_EQ(std::count_if(adjusted.begin(), adjusted.end(), [](double log) { return log <= std::log(0.05); }), 4)
      << "the paper rejects the four smallest";
}

TEST(AdjustLogs, CountsHypothesesWithoutAPValueAsOne) {
  // Only two of ten pairs were frequent enough for a test, but all ten count.
  const std::vector<double> adjusted = adjustLogs({std::log(0.004), std::log(0.001)}, 10);
  EXPECT_NEAR(std::exp(adjusted[0]), 0.02, 1e-12) << "0.004 × 10 / 2, in the order they were given";
  EXPECT_NEAR(std::exp(adjusted[1]), 0.01, 1e-12);
  EXPECT_THAT(adjustLogs({std::log(0.9), std::log(0.8)}, 100), Each(Le(0.0))) << "no probability is above one";
  EXPECT_TRUE(adjustLogs({}, 0).empty());
}

}  // namespace
}  // namespace aftermint::mine
