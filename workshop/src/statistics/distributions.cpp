#include "statistics/distributions.h"

#include <boost/math/distributions/chi_squared.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/students_t.hpp>
#include <cmath>

#include "statistics/quiet_policy.h"

namespace aftermint {
namespace {

using NormalDistribution = boost::math::normal_distribution<double, QuietPolicy>;
using StudentDistribution = boost::math::students_t_distribution<double, QuietPolicy>;
using ChiSquareDistribution = boost::math::chi_squared_distribution<double, QuietPolicy>;

}  // namespace

double normalLowerTail(double x) { return boost::math::cdf(NormalDistribution(), x); }

double normalUpperQuantile(double tail) {
  return boost::math::quantile(boost::math::complement(NormalDistribution(), tail));
}

double normalTwoTails(double z) { return 2 * normalLowerTail(-std::abs(z)); }

double studentUpperQuantile(double tail, double df) {
  return boost::math::quantile(boost::math::complement(StudentDistribution(df), tail));
}

double studentTwoTails(double t, double df) { return 2 * boost::math::cdf(StudentDistribution(df), -std::abs(t)); }

double chiSquareUpperTail(double x, double df) {
  return boost::math::cdf(boost::math::complement(ChiSquareDistribution(df), x));
}

}  // namespace aftermint
