/** @file The version of the program, as package.json declares it. */
#pragma once

#include <string_view>

namespace aftermint {

/** `0.2.0` (https://semver.org). */
extern const std::string_view kVersion;

}  // namespace aftermint
