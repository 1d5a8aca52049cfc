#include "decide/candidates.h"
#include "decide/sort.h"

namespace aftermint {
namespace {

/** Why `a` stands before `b`; both may be shown. */
Reason difference(const Candidate& a, const Candidate& b) {
  if (a.relation != b.relation) return Reason::Relation;
  if (a.expected != b.expected) return Reason::ExpectedValue;
  if (a.offer->priority != b.offer->priority) return Reason::Priority;
  return Reason::Id;
}

bool before(const Candidate& a, const Candidate& b) {
  switch (difference(a, b)) {
    case Reason::Relation:
      return a.relation < b.relation;
    case Reason::ExpectedValue:
      return a.expected > b.expected;
    case Reason::Priority:
      return a.offer->priority > b.offer->priority;
    default:
      return a.offer->id < b.offer->id;
  }
}

}  // namespace

Decision decide(const IndexedBook& book, const Moment& moment) {
  Decision decision;
  decision.placement = moment.placement;
  if (const std::optional<Reason> reason = refuseMoment(book.book(), moment)) {
    decision.reason = *reason;
    return decision;
  }
  List<Candidate> candidates = gatherCandidates(book, moment);
  if (candidates.empty()) return decision;

  Judge judge(book, moment);
  for (Candidate& candidate : candidates) judge.judge(candidate);
  List<const Candidate*> ranked;
  ranked.reserve(candidates.size());
  for (const Candidate& candidate : candidates) ranked.push_back(&candidate);
  sortBy(ranked, [](const Candidate* a, const Candidate* b) {
    const bool aShown = a->reason == Reason::Offered;
    const bool bShown = b->reason == Reason::Offered;
    if (aShown != bShown) return aShown;
    return aShown ? before(*a, *b) : a->offer->id < b->offer->id;
  });

  const Candidate& best = *ranked.front();
  const bool any = best.reason == Reason::Offered;
  const bool held = any && inHoldout(book.book(), moment.visitor);
  decision.trace.reserve(candidates.size());
  for (const Candidate* each : ranked) {
    const Candidate& candidate = *each;
    Trace& trace = decision.trace.emplace_back();
    trace.offer = candidate.offer->id;
    if (candidate.reason != Reason::Offered) {
      trace.reason = candidate.reason;
      trace.amount = candidate.price;
      trace.min = candidate.bandMin;
      trace.max = candidate.bandMax;
    } else if (&candidate == &best) {
      trace.verdict = held ? Verdict::Withheld : Verdict::Chosen;
      trace.reason = held ? Reason::Holdout : Reason::Offered;
    } else {
      trace.verdict = Verdict::Outranked;
      trace.reason = difference(best, candidate);
    }
  }
  if (!any) {
    decision.reason = Reason::AllRefused;
    return decision;
  }
  if (held) {
    // Decided before experiments: a held-out visitor is in no arm.
    decision.reason = Reason::Holdout;
    decision.withheld = best.offer;
    return decision;
  }
  decision.offer = best.offer;
  decision.reason = Reason::Offered;
  decision.path = best.path;
  decision.relation = best.relation;
  decision.trigger = best.trigger;
  decision.items = best.terms.items;
  decision.headlines = best.terms.headlines;
  decision.currency = book.book().currency;
  decision.price = best.price;
  decision.arms = best.arms;
  const std::optional<PriorPrice>& prior = best.offer->priorPrice;
  // A prior price is named only where it is the true one (98/6/EC 6a) and above what is asked.
  if (prior && prior->amount <= prior->lowest30d && prior->amount > best.price) decision.prior = prior->amount;
  return decision;
}

}  // namespace aftermint
