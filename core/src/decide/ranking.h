/** @file Which candidate stands before which. */
#pragma once

#include "decide/candidates.h"

namespace aftermint {

/** Whether nothing stands against a candidate but, perhaps, the visitor's own arm of an experiment. */
[[nodiscard]] bool isShowable(const Candidate& candidate);

/** Why `a` stands before `b`: the first of relation, expected value, priority and id in which they differ. */
[[nodiscard]] Reason difference(const Candidate& a, const Candidate& b);

/** Those that may be shown, best first, then the others by id; none that the visitor's arm has no tie for. */
[[nodiscard]] List<const Candidate*> rank(const List<Candidate>& candidates);

/** The first that may be shown; else the first that a control arm keeps away; null where there is neither. */
[[nodiscard]] const Candidate* bestOf(const List<const Candidate*>& ranked);

/**
 * The arms that made a shopper see `shown`: those of each better offer that a control arm kept back, then its own.
 * `shown` is one of `ranked`.
 */
[[nodiscard]] List<ArmTaken> armsBehind(const List<const Candidate*>& ranked, const Candidate& shown);

}  // namespace aftermint
