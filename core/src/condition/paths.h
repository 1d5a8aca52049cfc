/** @file The names of a moment's attributes. */
#pragma once

#include <string_view>
#include <vector>

namespace aftermint {

/** Whether `attributesOf` can have a value at a path. Below `visitor` and `platform` any name is possible. */
[[nodiscard]] bool isMomentPath(std::string_view path);

/** The paths of a moment's own attributes, for hints. */
[[nodiscard]] std::vector<std::string_view> momentPaths();

/** The operators of conditions, for hints. */
[[nodiscard]] std::vector<std::string_view> conditionOperators();

}  // namespace aftermint
