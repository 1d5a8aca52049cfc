/** @file The host for the conditions of one decision. */
#pragma once

#include "aftermint/condition.h"

namespace aftermint {

/**
 * The host of this platform, for all conditions of one decision. The program that links the core defines this function.
 *
 * Natively the decision's matches share one budget of steps, so that no number of slow patterns makes a purchase wait:
 * when it is used up, further matches count as patterns that are not valid. Each call begins a new budget for this
 * thread. A browser's RegExp counts no steps, so there `check` protects, which refuses slow patterns.
 */
[[nodiscard]] const ConditionHost& decisionHost();

}  // namespace aftermint
