/** @file The server's check of an accept. */
#include "aftermint/verify.h"

#include <algorithm>

#include "decide/eligibility.h"
#include "decide/ranking.h"

namespace aftermint {

AcceptResult verify(const IndexedBook& book, const Accept& accept) {
  AcceptResult result;
  result.offer = book.offer(accept.offer);
  if (const std::optional<Reason> reason = refuseMoment(book.book(), accept.moment)) {
    result.reason = *reason;
    return result;
  }
  if (!accept.moment.preview.empty()) {
    result.reason = Reason::Preview;
    return result;
  }
  if (inHoldout(book.book(), accept.moment)) {
    result.reason = Reason::Holdout;
    return result;
  }
  // The offer need not be the best one any more: it was shown rightly, and another may have come into stock since.
  // Every rule that could refuse it is applied again.
  List<Candidate> candidates = gatherCandidates(book, accept.moment);
  const auto found = std::find_if(candidates.begin(), candidates.end(),
                                  [&](const Candidate& each) { return each.offer == result.offer; });
  if (found == candidates.end()) return result;
  EligibilityRules rules(book, accept.moment);
  for (Candidate& each : candidates) rules.apply(each);
  const Candidate& candidate = *found;
  result.reason = candidate.reason;
  if (candidate.reason != Reason::Offered) return result;
  for (const Item& item : *candidate.terms.items) {
    if (candidate.path != Path::OneClick || accept.consent || !book.product(item.product)->recurring) continue;
    result.reason = Reason::ConsentMissing;
    return result;
  }
  result.items = candidate.terms.items;
  result.times = candidate.times;
  result.replaces = candidate.replaces;
  result.arms = armsBehind(rank(candidates), candidate);
  result.price = candidate.price;
  result.step = candidate.step;
  result.currency = book.book().currency;
  const bool isAsShown =
      !accept.amount || (candidate.price == *accept.amount && book.book().currency == accept.currency);
  result.verdict = isAsShown ? AcceptVerdict::Accepted : AcceptVerdict::PriceChanged;
  return result;
}

}  // namespace aftermint
