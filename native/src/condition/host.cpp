#include "condition/host.h"

#include "aftermint/decision_host.h"
#include "condition/js_number.h"
#include "condition/js_regex.h"

namespace aftermint {

std::optional<bool> NativeConditionHost::regexMatch(std::string_view pattern, std::string_view text,
                                                    bool ignoreCase) const {
  MatchBudget own;
  return jsRegexMatch(pattern, text, ignoreCase, budget_ == nullptr ? own : *budget_);
}

std::size_t NativeConditionHost::numberText(double number, std::span<char, kNumberText> out) const {
  return jsNumberText(number).copy(out.data(), out.size());
}

double NativeConditionHost::numberOf(std::string_view text) const { return jsNumberOf(text); }

const ConditionHost& platformHost() {
  static const NativeConditionHost host;
  return host;
}

const ConditionHost& decisionHost() {
  thread_local MatchBudget budget;
  thread_local const NativeConditionHost host(budget);
  budget = MatchBudget{};
  return host;
}

}  // namespace aftermint
