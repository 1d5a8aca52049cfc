/** @file Fisher's exact test, and the adjustment for many tests. */
#pragma once

#include <cstdint>
#include <vector>

namespace aftermint::mine {

/**
 * Returns the natural logarithm of P(X >= together) for a hypergeometric X: the one-sided p-value of Fisher's exact
 * test (R. A. Fisher, On the Interpretation of χ² from Contingency Tables, and the Calculation of P, 1922).
 *
 * Of `all` orders, `first` have one product, `second` the other, and `together` both. The logarithm keeps p-values that
 * are too small for a double (below 1e-308). Impossible counts give minus infinity. The relative error of the p-value
 * is below 1e-9 for up to ten million orders.
 */
[[nodiscard]] double logFisherTail(std::uint64_t together, std::uint64_t first, std::uint64_t second,
                                   std::uint64_t all);

/**
 * Adjusts p-values by Benjamini and Hochberg (Controlling the False Discovery Rate, 1995), in natural logarithms.
 *
 * @param logs   natural logarithms of p-values, in any order
 * @param tested number of hypotheses, at least `logs.size()`; those without a p-value count as p = 1
 * @return adjusted values in the order of `logs`; those up to log(alpha) are the discoveries at rate alpha
 */
[[nodiscard]] std::vector<double> adjustLogs(const std::vector<double>& logs, double tested);

}  // namespace aftermint::mine
