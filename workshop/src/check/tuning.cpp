/** @file What a book makes of the rules, and which of them it may not loosen. */
#include <algorithm>
#include <array>

#include "aftermint/check.h"
#include "check/findings.h"

namespace aftermint {
namespace {

/**
 * Rules that hold in every book. That no box is ever ticked beforehand is one of them, and has no code: nothing in a
 * book could ask for it (Directive 2011/83/EU, art. 22).
 */
constexpr std::array kFixed{FindingCode::ConversionFirst, FindingCode::DeclineNeutral, FindingCode::Seller,
                            FindingCode::Recurring,       FindingCode::PayLabel,       FindingCode::RuleFixed};

bool isFixed(FindingCode code) { return std::find(kFixed.begin(), kFixed.end(), code) != kFixed.end(); }

/** How much a level weighs; the least is off. */
int weightOf(RuleLevel level) { return static_cast<int>(level); }
int weightOf(Severity severity) {
  return severity == Severity::Error     ? weightOf(RuleLevel::Error)
         : severity == Severity::Warning ? weightOf(RuleLevel::Warning)
                                         : weightOf(RuleLevel::Info);
}

Severity severityOf(RuleLevel level) {
  return level == RuleLevel::Error ? Severity::Error : level == RuleLevel::Warning ? Severity::Warning : Severity::Info;
}

}  // namespace

void checkTuning(const Policy& policy, Findings& findings) {
  for (std::size_t i = 0; i < policy.rules.size(); ++i) {
    const TunedRule& tuned = policy.rules[i];
    if (!isFixed(tuned.rule) || tuned.level == RuleLevel::Error) continue;
    findings.add(FindingCode::RuleFixed, Severity::Error, "/rules/" + std::to_string(i),
                 "“" + std::string(toString(tuned.rule)) + "” holds in every book and cannot be made “" +
                     std::string(toString(tuned.level)) + "”.",
                 "Take the line out, and hint what the rule finds.");
  }
}

void tune(const Policy& policy, std::vector<Finding>& findings) {
  const auto lineOf = [&policy](FindingCode code) {  // of two lines on one rule the later holds
    return std::find_if(policy.rules.rbegin(), policy.rules.rend(),
                        [code](const TunedRule& tuned) { return tuned.rule == code; });
  };
  std::erase_if(findings, [&](Finding& finding) {
    const auto line = lineOf(finding.code);
    if (line == policy.rules.rend()) return false;
    if (isFixed(finding.code) && weightOf(line->level) < weightOf(finding.severity)) return false;
    if (line->level == RuleLevel::Off) return true;
    finding.severity = severityOf(line->level);
    return false;
  });
}

}  // namespace aftermint
