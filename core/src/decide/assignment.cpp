/** @file The assignment of a visitor, with the arms that would show an offer here. */
#include "decide/assignment.h"

#include <algorithm>

#include "decide/pricing.h"
#include "decide/ranking.h"

namespace aftermint {
namespace {

/** Whether a candidate would be shown if its visitor were in another arm of an experiment than `drawn`. */
bool isShownByOther(const Candidate& candidate, const Experiment& experiment, std::string_view drawn,
                    const EligibilityRules& rules, const Candidate* shown) {
  // A headline changes neither what may be shown nor the rank.
  if (experiment.variable == Variable::Headline) return false;
  for (const Arm& arm : experiment.arms) {
    if (arm.id == drawn) continue;
    Candidate other = candidate;
    rules.apply(other, &arm);
    if (other.reason == Reason::Offered && (shown == nullptr || ranksBefore(other, *shown))) return true;
  }
  return false;
}

}  // namespace

Minor orderValue(const Order& order) {
  if (order.total) return *order.total;
  Minor sum = 0;
  for (const Line& line : order.lines) sum = std::min(kMaxMoney, sum + timesAtMost(line.price, line.quantity));
  return sum;
}

std::optional<Assignment> assignmentOf(const IndexedBook& book, const Moment& moment, const EligibilityRules& rules,
                                       const List<const Candidate*>& ranked, const Candidate* shown, bool held) {
  if (moment.visitor.id.empty() || !moment.preview.empty()) return std::nullopt;
  Assignment assignment;
  if (shown != nullptr) assignment.offer = shown->offer;
  for (const Candidate* each : ranked) {
    for (const std::uint32_t index : book.experimentsOf(*each->offer)) {
      const Experiment& experiment = book.book().experiments[index];
      for (const ArmTaken& taken : each->arms) {
        if (taken.experiment != experiment.id) continue;
        if (each != shown && !isShownByOther(*each, experiment, taken.arm, rules, shown)) continue;
        if (assignment.offer == nullptr) assignment.offer = each->offer;
        assignment.arms.push_back(taken);
      }
    }
  }
  if (assignment.offer == nullptr) return std::nullopt;
  assignment.holdout = held;
  assignment.before = orderValue(moment.order);
  return assignment;
}

}  // namespace aftermint
