// Apart from the other distributions, so that a program that plans nothing does not link this one.
#include <boost/math/distributions/non_central_t.hpp>

#include "statistics/distributions.h"
#include "statistics/quiet_policy.h"

namespace aftermint {

double noncentralStudentUpperTail(double x, double df, double shift) {
  // Beyond these the normal distribution is as close, and the series of Boost would not end.
  constexpr double kManyDegrees = 1e8;
  constexpr double kFarShift = 37;
  if (df > kManyDegrees || shift > kFarShift) return normalLowerTail(shift - x);
  using Distribution = boost::math::non_central_t_distribution<double, QuietPolicy>;
  return boost::math::cdf(boost::math::complement(Distribution(df, shift), x));
}

}  // namespace aftermint
