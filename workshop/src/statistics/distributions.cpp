#include "statistics/distributions.h"

#include <boost/math/distributions/chi_squared.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/students_t.hpp>
#include <cmath>
#include <limits>

#include "statistics/quiet_policy.h"

namespace aftermint {
namespace {

/** 0 for what is below the normal range of a double: there, digits are lost until none is left. */
double flushed(double p) { return p < std::numeric_limits<double>::min() ? 0 : p; }

using NormalDistribution = boost::math::normal_distribution<double, QuietPolicy>;
using StudentDistribution = boost::math::students_t_distribution<double, QuietPolicy>;
using ChiSquareDistribution = boost::math::chi_squared_distribution<double, QuietPolicy>;

}  // namespace

double normalLowerTail(double x) { return boost::math::cdf(NormalDistribution(), x); }

double normalUpperQuantile(double tail) {
  return boost::math::quantile(boost::math::complement(NormalDistribution(), tail));
}

double normalTwoTails(double z) { return flushed(2 * normalLowerTail(-std::abs(z))); }

double studentUpperQuantile(double tail, double df) {
  return boost::math::quantile(boost::math::complement(StudentDistribution(df), tail));
}

double studentTwoTails(double t, double df) {
  return flushed(2 * boost::math::cdf(StudentDistribution(df), -std::abs(t)));
}

double chiSquareUpperTail(double x, double df) {
  return flushed(boost::math::cdf(boost::math::complement(ChiSquareDistribution(df), x)));
}

}  // namespace aftermint
