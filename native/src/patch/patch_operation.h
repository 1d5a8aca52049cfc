/** @file One operation of a JSON Patch: read, and held against what it is to be done to. */
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "json.h"

namespace aftermint::patch {

/** What stands against an operation, and under which of its keys. */
struct OperationFault {
  std::string key;  ///< `/path`, `/value`…; empty: the operation itself
  std::string message;
  std::string hint;
};

/** What is wrong with the operation as such (RFC 6902, section 4); nothing where it is one. */
[[nodiscard]] std::optional<OperationFault> malformed(const Json& operation);

/** What stands in the way of a well-formed operation on that document; nothing where it can be done. */
[[nodiscard]] std::optional<OperationFault> conflict(const Json& document, const Json& operation);

/** The path of an operation with “-” as the number that it becomes in that document. */
[[nodiscard]] std::string resolved(const Json& document, const std::string& path);

}  // namespace aftermint::patch
