/** @file The levels that a book sets for rules (`policy.rules`), and the rules that it may not relax. */
#include <algorithm>
#include <array>

#include "aftermint/check.h"
#include "check/findings.h"

namespace aftermint {
namespace {

/**
 * Rules that apply in every book. One more has no code, because a book cannot ask for it: no box is ticked in advance
 * (Directive 2011/83/EU, art. 22).
 */
constexpr std::array kFixed{FindingCode::ConversionFirst, FindingCode::DeclineNeutral, FindingCode::Seller,
                            FindingCode::Recurring,       FindingCode::PayLabel,       FindingCode::RuleFixed};

/** Whether a book may not relax a finding, though it may relax others of its rule: this pattern hangs a browser. */
bool isGrave(const Finding& finding) {
  return finding.code == FindingCode::PatternSlow && finding.severity == Severity::Error;
}

bool isFixed(FindingCode code) { return std::find(kFixed.begin(), kFixed.end(), code) != kFixed.end(); }

/** Orders levels and severities; `off` is the lowest. */
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

void checkRuleLevels(const Policy& policy, Findings& findings) {
  for (std::size_t i = 0; i < policy.rules.size(); ++i) {
    const TunedRule& tuned = policy.rules[i];
    if (!isFixed(tuned.rule) || tuned.level == RuleLevel::Error) continue;
    findings.add(FindingCode::RuleFixed, Severity::Error, "/rules/" + std::to_string(i),
                 "The rule “" + std::string(toString(tuned.rule)) + "” applies to every book and cannot be set to “" +
                     std::string(toString(tuned.level)) + "”.",
                 "Remove this line, and correct what the rule finds.");
  }
}

void applyRuleLevels(const Policy& policy, std::vector<Finding>& findings) {
  const auto lineOf = [&policy](FindingCode code) {  // the last line for a rule wins
    return std::find_if(policy.rules.rbegin(), policy.rules.rend(),
                        [code](const TunedRule& tuned) { return tuned.rule == code; });
  };
  std::erase_if(findings, [&](Finding& finding) {
    const auto line = lineOf(finding.code);
    if (line == policy.rules.rend()) return false;
    const bool stays = isFixed(finding.code) || isGrave(finding);
    if (stays && weightOf(line->level) < weightOf(finding.severity)) return false;
    if (line->level == RuleLevel::Off) return true;
    finding.severity = severityOf(line->level);
    return false;
  });
}

}  // namespace aftermint
