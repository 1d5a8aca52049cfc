/** @file Programs that load pages but are no shoppers. */
#pragma once

#include <string_view>

namespace aftermint {

/**
 * Whether a `User-Agent` says that it is a program: search engines, link previews, monitors, test tools, libraries. An
 * empty one does too, because every browser sends one.
 *
 * A program that calls itself a browser is not recognised; quotas and page tokens are for those.
 */
[[nodiscard]] bool isBot(std::string_view userAgent);

}  // namespace aftermint
