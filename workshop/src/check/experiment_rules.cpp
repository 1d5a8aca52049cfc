/** @file Rules on experiments: each changes one variable (docs/craft.md). */
#include "check/findings.h"

namespace aftermint {
namespace {

bool strays(const Arm& arm, Variable variable) {
  return (arm.price && variable != Variable::Price) || (!arm.copy.empty() && variable != Variable::Headline) ||
         (!arm.items.empty() && variable != Variable::Product) ||
         (!arm.placements.empty() && variable != Variable::Placement);
}

bool changesNothing(const Arm& arm) {
  return !arm.price && arm.copy.empty() && arm.items.empty() && arm.placements.empty();
}

/** True if a visitor can be in both: they are not in separate parts of one namespace. */
bool overlap(const Experiment& a, const Experiment& b) {
  if (!a.space || !b.space || a.space->id != b.space->id) return true;
  return a.space->fromBps < b.space->untilBps && b.space->fromBps < a.space->untilBps;
}

void checkArms(const Experiment& experiment, Findings& findings) {
  std::size_t same = 0;
  for (std::size_t i = 0; i < experiment.arms.size(); ++i) {
    const Arm& arm = experiment.arms[i];
    const std::string place = "/arms/" + std::to_string(i);
    if (strays(arm, experiment.variable)) {
      findings.add(FindingCode::ExperimentVariable, Severity::Error, place,
                   "The experiment tries the " + std::string(toString(experiment.variable)) + ", but the arm “" +
                       arm.id + "” changes something else too.",
                   "Change one variable at a time. Use another experiment for the other change.");
    } else if (changesNothing(arm) && ++same > 1) {
      findings.add(
          FindingCode::ExperimentSame, Severity::Warning, place,
          "The arm “" + arm.id + "” shows the same as another arm, so comparing them gives no result.",
          "Add the " + std::string(toString(experiment.variable)) + " that this arm should try, or remove it.");
    }
  }
}

}  // namespace

void checkExperiments(const IndexedBook& book, Findings& findings) {
  const std::vector<Experiment>& experiments = book.book().experiments;
  for (std::size_t i = 0; i < experiments.size(); ++i) {
    const Experiment& experiment = experiments[i];
    findings.at("/experiments/" + std::to_string(i));
    checkArms(experiment, findings);
    const Offer* offer = book.offer(experiment.offer);
    if (offer == nullptr) continue;
    for (const std::uint32_t other : book.experimentsOf(*offer)) {
      if (other >= i || !overlap(experiments[other], experiment)) continue;
      findings.add(FindingCode::ExperimentOverlap, Severity::Warning, "/offer",
                   "The experiment “" + experiments[other].id + "” changes “" + experiment.offer +
                       "” for the same visitors, so the two results cannot be separated.",
                   "Run one after the other, or give each its own part of one `namespace`.");
      break;
    }
  }
}

}  // namespace aftermint
