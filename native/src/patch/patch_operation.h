/** @file One operation of a JSON Patch: whether it is valid, and whether it can be applied to a document. */
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "json.h"

namespace aftermint::patch {

/** What is wrong with an operation. */
struct OperationFault {
  std::string key;  ///< the member at fault: `/path`, `/value` …; empty for the whole operation
  std::string message;
  std::string hint;
};

/** Why the value is not an operation of a JSON Patch (RFC 6902, section 4); nothing if it is one. */
[[nodiscard]] std::optional<OperationFault> malformed(const Json& operation);

/** Why a valid operation cannot be applied to the document; nothing if it can. */
[[nodiscard]] std::optional<OperationFault> conflict(const Json& document, const Json& operation);

/** The path with a last token "-" replaced by the index that it stands for in the document. */
[[nodiscard]] std::string resolved(const Json& document, const std::string& path);

}  // namespace aftermint::patch
