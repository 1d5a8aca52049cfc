/** @file Compact JSON, laid out for people. */
#pragma once

#include <string>
#include <string_view>

namespace aftermint::codec {

/** The same JSON with each member and element on a line of its own, two spaces of indent a level. */
[[nodiscard]] std::string indented(std::string_view compact);

}  // namespace aftermint::codec
