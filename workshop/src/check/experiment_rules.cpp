/** @file Rules on experiments: one variable at a time (CRAFT.md, Measurement). */
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

/** Whether a visitor can be in both: they are not in disjoint parts of one namespace. */
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
                   "The arm “" + arm.id + "” changes something else than the " +
                       std::string(toString(experiment.variable)) + ".",
                   "Change one variable at a time; make another experiment for the other.");
    } else if (changesNothing(arm) && ++same > 1) {
      findings.add(FindingCode::ExperimentSame, Severity::Warning, place,
                   "The arm “" + arm.id + "” shows what another arm shows: nothing can come of comparing them.",
                   "Give it the " + std::string(toString(experiment.variable)) + " to try, or take it out.");
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
                   "“" + experiments[other].id + "” already changes “" + experiment.offer +
                       "” for visitors of this one: two variables at a time.",
                   "Run one after the other, or in disjoint parts of one `namespace`.");
      break;
    }
  }
}

}  // namespace aftermint
