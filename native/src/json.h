/** @file The JSON of hosts: what the program reads and writes beside what the core decodes and encodes. */
#pragma once

#include <nlohmann/json.hpp>
#include <string>

namespace aftermint {

/** Members in the order their author gave them. */
using Json = nlohmann::ordered_json;

/** The value on one line; bytes that are no UTF-8 become U+FFFD. */
[[nodiscard]] std::string compact(const Json& value);

}  // namespace aftermint
