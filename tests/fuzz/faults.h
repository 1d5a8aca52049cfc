/** @file What every door asks of faults and findings: a known code, a message, a hint, valid UTF-8. */
#pragma once

#include <string>
#include <vector>

#include "aftermint/check.h"
#include "aftermint/codec.h"
#include "fuzz/utf8.h"

namespace aftermint::fuzz {

/** Why faults are not complete; empty if they are. */
template <class Faults>
[[nodiscard]] std::string brokenFaults(const Faults& faults) {
  if (faults.empty()) return "an input is refused without a fault";
  for (const Fault& fault : faults) {
    if (static_cast<std::size_t>(fault.code) >= kErrorCodeCodes.size()) return "an unknown code";
    const std::string name(toString(fault.code));
    if (fault.message.empty() || fault.hint.empty()) return name + " has no message or no hint";
    if (!isUtf8(encodeFaults({fault}))) return name + " is not valid UTF-8";
  }
  return {};
}

}  // namespace aftermint::fuzz
