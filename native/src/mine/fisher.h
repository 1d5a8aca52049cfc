/** @file Fisher's exact test of whether two things meet more often than chance would have it. */
#pragma once

#include <cstdint>
#include <vector>

namespace aftermint::mine {

/**
 * The natural logarithm of P(X >= together), X hypergeometric: the one-sided p-value of Fisher's exact test (R. A.
 * Fisher, On the Interpretation of χ² from Contingency Tables, and the Calculation of P, 1922).
 *
 * Of `all` orders `first` hold one thing and `second` the other; were they strewn at random, in how many would both
 * stand? In logarithms, so that the far tail neither vanishes nor becomes NaN: below 1e-308 a double holds nothing.
 * Impossible counts give minus infinity. The relative error of the p-value is below 1e-9 up to ten million orders.
 */
[[nodiscard]] double logFisherTail(std::uint64_t together, std::uint64_t first, std::uint64_t second,
                                   std::uint64_t all);

/**
 * Benjamini and Hochberg's adjustment (Controlling the False Discovery Rate, 1995), in natural logarithms.
 *
 * @param logs of p-values, in any order
 * @param tested how many hypotheses there were, at least as many as logs: those without one count as p = 1
 * @return adjusted values in the order of `logs`; those up to log(alpha) are the discoveries at rate alpha
 */
[[nodiscard]] std::vector<double> adjustLogs(const std::vector<double>& logs, double tested);

}  // namespace aftermint::mine
