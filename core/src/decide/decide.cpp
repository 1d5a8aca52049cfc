/** @file The steps of a decision. */
#include "decide/assignment.h"
#include "decide/offer_rules.h"
#include "decide/ranking.h"

namespace aftermint {
namespace {

void sooner(std::optional<Millis>& until, const std::optional<Millis>& other) {
  if (other && (!until || *other < *until)) until = other;
}

/** The first time at which the decision may become wrong just because time has passed. */
std::optional<Millis> endOf(const Candidate& best, const Policy& policy, const Moment& moment) {
  std::optional<Millis> until;
  if (best.offer->schedule) sooner(until, best.offer->schedule->until);
  if (moment.placement == Placement::PostPurchase && moment.order.paidAt) {
    sooner(until, *moment.order.paidAt + policy.windowSeconds * 1000);
  }
  if (best.path == Path::OneClick) sooner(until, moment.platform.oneClick->until);
  return until;
}

/**
 * Writes what happened to each candidate into the trace, without those whose arm has no relation to the order. `best`
 * is shown, or kept back.
 */
void trace(Decision& decision, const List<const Candidate*>& ranked, const Candidate* best, bool held) {
  decision.trace.reserve(ranked.size());
  bool isBefore = best != nullptr;
  for (const Candidate* each : ranked) {
    if (each->reason == Reason::Relevance) continue;
    Trace& line = decision.trace.emplace_back();
    line.offer = each->offer->id;
    line.reason = each->reason;
    if (each == best) {
      isBefore = false;
      line.verdict = held || each->reason == Reason::Control ? Verdict::Withheld : Verdict::Chosen;
      if (held) line.reason = Reason::Holdout;
    } else if (isBefore) {
      line.verdict = Verdict::Withheld;  // kept back by a control arm; it would have come first
    } else if (isShowable(*each)) {
      line.verdict = Verdict::Outranked;
      // Where a candidate can be shown, `best` is not null. NOLINTNEXTLINE(clang-analyzer-core.NonNullParamChecker)
      line.reason = difference(*best, *each);
    } else {
      line.amount = each->step;
      line.min = each->bandMin;
      line.max = each->bandMax;
    }
  }
}

void offer(Decision& decision, const IndexedBook& book, const Moment& moment, const Candidate& best) {
  decision.offer = best.offer;
  decision.reason = Reason::Offered;
  decision.path = best.path;
  decision.relation = best.relation;
  decision.trigger = best.trigger;
  decision.items = best.terms.items;
  decision.times = best.times;
  decision.headlines = best.terms.headlines;
  decision.currency = book.book().currency;
  decision.price = best.price;
  decision.takeBps = best.expected.takeBps;
  decision.value = best.expected.value / 1000;
  decision.until = endOf(best, book.book().policy, moment);
  const std::optional<PriorPrice>& prior = best.offer->priorPrice;
  if (best.replaces != nullptr) {
    decision.replaces = best.replaces;
    decision.total = orderValue(moment.order) + best.price;
  } else if (prior && prior->amount <= prior->lowest30d && prior->amount > best.price) {
    // A prior price is shown only where it is lawful (98/6/EC 6a) and higher than the price.
    decision.prior = prior->amount;
  }
}

}  // namespace

Decision decide(const IndexedBook& book, const Moment& moment) {
  Decision decision;
  decision.placement = moment.placement;
  decision.preview = !moment.preview.empty();
  if (const std::optional<Reason> reason = refuseMoment(book.book(), moment)) {
    decision.reason = *reason;
    return decision;
  }
  const bool asksOneClick = moment.placement == Placement::PostPurchase ||
                            (moment.placement == Placement::ThankYou && moment.platform.oneClick);
  if (asksOneClick) {
    decision.barrier = oneClickBarrier(moment);
    if (decision.barrier && moment.platform.oneClick) decision.oneClick = &*moment.platform.oneClick;
  }
  List<Candidate> candidates = gatherCandidates(book, moment);
  if (candidates.empty()) return decision;

  const bool held = inHoldout(book.book(), moment);
  EligibilityRules rules(book, moment);
  for (Candidate& candidate : candidates) rules.apply(candidate);
  const List<const Candidate*> ranked = rank(candidates);
  const Candidate* const best = bestOf(ranked);
  const bool isControl = best != nullptr && best->reason == Reason::Control;
  decision.assignment = assignmentOf(book, moment, rules, ranked, isControl ? nullptr : best, held);
  trace(decision, ranked, best, held);
  if (decision.trace.empty()) return decision;
  decision.basis = rules.basis();
  if (best == nullptr) {
    decision.reason = Reason::AllRefused;
    return decision;
  }
  if (!held) decision.arms = armsBehind(ranked, *best);
  if (held || isControl) {
    decision.reason = held ? Reason::Holdout : Reason::Control;
    decision.withheld = best->offer;
  } else {
    offer(decision, book, moment, *best);
  }
  return decision;
}

}  // namespace aftermint
