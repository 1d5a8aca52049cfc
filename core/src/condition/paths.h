/** @file The names of a moment's attributes. */
#pragma once

#include <string_view>

namespace aftermint {

/** Whether `attributesOf` can give something at that path; what stands below `visitor` and `platform` is the page's. */
[[nodiscard]] bool isMomentPath(std::string_view path);

}  // namespace aftermint
