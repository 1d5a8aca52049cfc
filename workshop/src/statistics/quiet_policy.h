/** @file How Boost.Math reports a fault: the workshop is built without exceptions, so the result is NaN or infinity. */
#pragma once

#include <boost/math/policies/policy.hpp>

namespace aftermint {

namespace quiet {
using namespace boost::math::policies;
using Policy = policy<domain_error<ignore_error>, pole_error<ignore_error>, overflow_error<ignore_error>,
                      underflow_error<ignore_error>, denorm_error<ignore_error>, evaluation_error<ignore_error>,
                      rounding_error<ignore_error>, indeterminate_result_error<ignore_error>, promote_double<false>>;
}  // namespace quiet
using QuietPolicy = quiet::Policy;

}  // namespace aftermint
