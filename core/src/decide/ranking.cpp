/** @file The order of the candidates, and the best of them. */
#include "decide/ranking.h"

#include "decide/sort.h"

namespace aftermint {

bool ranksBefore(const Candidate& a, const Candidate& b) {
  switch (difference(a, b)) {
    case Reason::Relation:
      return a.relation < b.relation;
    case Reason::ExpectedValue:
      return a.expected.value > b.expected.value;
    case Reason::Priority:
      return a.offer->priority > b.offer->priority;
    default:
      return a.offer->id < b.offer->id;
  }
}

bool isShowable(const Candidate& candidate) {
  return candidate.reason == Reason::Offered || candidate.reason == Reason::Control;
}

Reason difference(const Candidate& a, const Candidate& b) {
  if (a.relation != b.relation) return Reason::Relation;
  if (a.expected.value != b.expected.value) return Reason::ExpectedValue;
  if (a.offer->priority != b.offer->priority) return Reason::Priority;
  return Reason::Id;
}

List<const Candidate*> rank(const List<Candidate>& candidates) {
  List<const Candidate*> ranked;
  ranked.reserve(candidates.size());
  for (const Candidate& candidate : candidates) ranked.push_back(&candidate);
  sortBy(ranked, [](const Candidate* a, const Candidate* b) {
    const bool isShown = isShowable(*a);
    if (isShown != isShowable(*b)) return isShown;
    return isShown ? ranksBefore(*a, *b) : a->offer->id < b->offer->id;
  });
  return ranked;
}

const Candidate* bestOf(const List<const Candidate*>& ranked) {
  for (const Candidate* each : ranked) {
    if (!isShowable(*each)) break;
    if (each->reason == Reason::Offered) return each;
  }
  return !ranked.empty() && isShowable(*ranked.front()) ? ranked.front() : nullptr;
}

List<ArmTaken> armsBehind(const List<const Candidate*>& ranked, const Candidate& shown) {
  List<ArmTaken> arms;
  for (const Candidate* each : ranked) {
    if (each == &shown || each->reason == Reason::Control) {
      for (const ArmTaken& arm : each->arms) arms.push_back(arm);
    }
    if (each == &shown) break;
  }
  return arms;
}

}  // namespace aftermint
