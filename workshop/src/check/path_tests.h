/** @file Whether some value of an attribute can meet several tests at once. */
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "check/attribute.h"

namespace aftermint {

/** One test of a condition on one attribute. */
struct PathTest {
  KnownAttribute attribute;
  const Value* value;   ///< what the condition says: a value to equal, or operators
  std::string pointer;  ///< JSON pointer, from the offer on
};

/** True if the value is an object of operators such as `{"$gte": 5}`. */
[[nodiscard]] bool isOperators(const Value& value);

/**
 * False if no value of the attribute meets all of the tests. They are tried on sample values; true where samples cannot
 * decide, such as for patterns and versions.
 *
 * @param tests at least one, all on one attribute
 */
[[nodiscard]] bool canHold(const std::vector<PathTest>& tests);

/** The hint for tests that no value passes: swap the bounds, use `$or`, or use a value that the attribute has. */
[[nodiscard]] std::string hintOf(std::string_view name, const KnownAttribute& attribute,
                                 const std::vector<const Value*>& tests);

}  // namespace aftermint
