/** @file The order of the candidates. */
#pragma once

#include "decide/candidates.h"

namespace aftermint {

/** Whether every rule allows a candidate, except perhaps a control arm. */
[[nodiscard]] bool isShowable(const Candidate& candidate);

/** Why `a` comes before `b`: the first of relation, expected value, priority and id that differs. */
[[nodiscard]] Reason difference(const Candidate& a, const Candidate& b);

/** Whether `a` comes before `b`, by `difference`. */
[[nodiscard]] bool ranksBefore(const Candidate& a, const Candidate& b);

/** The showable candidates, best first, then the others by id. */
[[nodiscard]] List<const Candidate*> rank(const List<Candidate>& candidates);

/** The first that may be shown; else the first that a control arm keeps back; null where there is neither. */
[[nodiscard]] const Candidate* bestOf(const List<const Candidate*>& ranked);

/**
 * The arms that made a shopper see `shown`: those of each better offer that a control arm kept back, then its own.
 * `shown` is one of `ranked`.
 */
[[nodiscard]] List<ArmTaken> armsBehind(const List<const Candidate*>& ranked, const Candidate& shown);

}  // namespace aftermint
