/** @file The names of a moment's attributes. */
#pragma once

#include <string_view>
#include <vector>

namespace aftermint {

/** Whether `attributesOf` can give something at that path; what stands below `visitor` and `platform` is the page's. */
[[nodiscard]] bool isMomentPath(std::string_view path);

/** The paths of a moment's own attributes, for a hint. */
[[nodiscard]] std::vector<std::string_view> momentPaths();

/** The operators of conditions, for a hint. */
[[nodiscard]] std::vector<std::string_view> conditionOperators();

}  // namespace aftermint
