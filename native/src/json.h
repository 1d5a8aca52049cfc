/** @file The JSON type of the programs, for JSON that the core neither decodes nor encodes. */
#pragma once

#include <nlohmann/json.hpp>
#include <string>

namespace aftermint {

/** A JSON value whose objects keep the order of their keys. */
using Json = nlohmann::ordered_json;

/** The value on one line. Bytes that are not UTF-8 become U+FFFD. */
[[nodiscard]] std::string compact(const Json& value);

}  // namespace aftermint
