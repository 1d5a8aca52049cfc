/** @file Exact integers for variances: the difference of two large products would lose its digits as a double. */
#pragma once

#include <boost/multiprecision/cpp_int.hpp>

#include "aftermint/counts.h"

namespace aftermint {

/**
 * 1,024 bits without allocation or overflow checks. The largest figure is a residual of the adjustment: three factors
 * of at most 318 bits, for sums of 127 bits and 2^63 visitors.
 */
using Wide = boost::multiprecision::number<boost::multiprecision::cpp_int_backend<
    1024, 1024, boost::multiprecision::signed_magnitude, boost::multiprecision::unchecked, void>>;

/** A whole number as a Wide. */
[[nodiscard]] inline Wide wide(Exact value) { return Wide(value); }

/** A Wide as the nearest double. */
[[nodiscard]] inline double real(const Wide& value) { return static_cast<double>(value); }

/** `of / by` as a double; 0 / 0 is NaN. */
[[nodiscard]] inline double ratio(const Wide& of, const Wide& by) { return real(of) / real(by); }

}  // namespace aftermint
