/** @file Indents JSON. */
#pragma once

#include <string>
#include <string_view>

namespace aftermint::codec {

/** The same JSON with each member and element on its own line, indented by two spaces for each level. @param compact
 * valid JSON without spaces */
[[nodiscard]] std::string indented(std::string_view compact);

}  // namespace aftermint::codec
