#include "condition/host.h"

#include "condition/js_number.h"
#include "condition/js_regex.h"

namespace aftermint {

std::optional<bool> NativeConditionHost::regexMatch(std::string_view pattern, std::string_view text,
                                                    bool ignoreCase) const {
  return jsRegexMatch(pattern, text, ignoreCase);
}

std::string NativeConditionHost::numberText(double number) const { return jsNumberText(number); }

double NativeConditionHost::numberOf(std::string_view text) const { return jsNumberOf(text); }

const ConditionHost& platformHost() {
  static const NativeConditionHost host;
  return host;
}

}  // namespace aftermint
