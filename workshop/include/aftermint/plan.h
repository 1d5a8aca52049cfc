/**
 * @file Plans a test before it starts: how many visitors it needs, and what it can detect.
 *
 * All tests are two-sided. `visitors` are those of one arm; the other arm has `ratio` times as many. With a ratio of 1
 * the results are those of R's `power.prop.test` and `power.t.test` (tests/golden/plan/cases.json, made by R).
 */
#pragma once

#include <optional>

namespace aftermint {

/** How sure a test must be. */
struct TestStrength {
  double alpha = 0.05;  ///< the accepted share of false alarms, 0 to 1 exclusive
  double power = 0.8;   ///< the wanted share of real effects that are found, `alpha` to 1 exclusive
};

/**
 * The probability that a test of two rates finds the difference between `base` and `other`.
 *
 * Normal approximation with the pooled rate under the null hypothesis (R, `power.prop.test`; Fleiss, Levin and Paik
 * 2003, section 4.2). Rates are 0 to 1, `visitors` and `ratio` above 0; outside of that the result is 0.
 */
[[nodiscard]] double powerOfRates(double visitors, double base, double other, double alpha, double ratio = 1);

/**
 * The probability that Student's t-test finds the difference `delta` between two means.
 *
 * By the noncentral t distribution with `visitors + ratio * visitors - 2` degrees of freedom (R, `power.t.test`). `sd`
 * is the standard deviation of one visitor's value, above 0; `visitors` at least 2. Outside of that the result is 0.
 */
[[nodiscard]] double powerOfMeans(double visitors, double delta, double sd, double alpha, double ratio = 1);

/** The visitors that `powerOfRates` needs for `strength.power`; none if no number is enough, as when the rates are
 * equal. */
[[nodiscard]] std::optional<double> visitorsForRates(double base, double other, const TestStrength& strength,
                                                     double ratio = 1);

/** The visitors that `powerOfMeans` needs for `strength.power`; none if no number is enough, as when `delta` is 0. */
[[nodiscard]] std::optional<double> visitorsForMeans(double delta, double sd, const TestStrength& strength,
                                                     double ratio = 1);

/** The smallest rate above `base` that a test with `visitors` finds with `strength.power`; none if not even 1 is found.
 */
[[nodiscard]] std::optional<double> detectableRate(double visitors, double base, const TestStrength& strength,
                                                   double ratio = 1);

/** The smallest difference of means that a test with `visitors` finds with `strength.power`; none with under 2
 * visitors. */
[[nodiscard]] std::optional<double> detectableMean(double visitors, double sd, const TestStrength& strength,
                                                   double ratio = 1);

/**
 * The standard deviation that remains of `sd` after adjusting for a covariate with the correlation `rho` (-1 to 1):
 * `sd * sqrt(1 - rho^2)` (Deng, Xu, Kohavi and Walker 2013, WSDM, section 3.2).
 */
[[nodiscard]] double adjustedSd(double sd, double rho);

}  // namespace aftermint
