/**
 * @file The distributions behind readings and plans. They are those of Boost.Math, which is tested to full precision
 * against other implementations.
 */
#pragma once

namespace aftermint {

/** The probability that a standard normal variable is at most `x`. */
[[nodiscard]] double normalLowerTail(double x);
/** The value that a standard normal variable exceeds with probability `tail`, 0 to 1 exclusive. */
[[nodiscard]] double normalUpperQuantile(double tail);
/** The probability that a standard normal variable is at least as far from 0 as `z`. */
[[nodiscard]] double normalTwoTails(double z);

/** The value that Student's t with `df` degrees of freedom exceeds with probability `tail`. */
[[nodiscard]] double studentUpperQuantile(double tail, double df);
/** The probability that Student's t with `df` degrees of freedom is at least as far from 0 as `t`. */
[[nodiscard]] double studentTwoTails(double t, double df);
/** The probability that a noncentral t variable with `df` degrees of freedom and the given `shift` exceeds `x`. */
[[nodiscard]] double noncentralStudentUpperTail(double x, double df, double shift);

/** The probability that a chi-square variable with `df` degrees of freedom exceeds `x`. */
[[nodiscard]] double chiSquareUpperTail(double x, double df);

}  // namespace aftermint
