#include "aftermint/verify.h"

#include "decide/candidates.h"

namespace aftermint {

AcceptResult verify(const IndexedBook& book, const Accept& accept) {
  AcceptResult result;
  result.offer = book.offer(accept.offer);
  if (const std::optional<Reason> reason = refuseMoment(book.book(), accept.moment)) {
    result.reason = *reason;
    return result;
  }
  if (inHoldout(book.book(), accept.moment.visitor)) {
    result.reason = Reason::Holdout;
    return result;
  }
  // The whole ranking is not run again: an offer that was rightly shown stays good when, say, another came into
  // stock since. Every rule that could refuse it is.
  for (Candidate& candidate : gatherCandidates(book, accept.moment)) {
    if (candidate.offer != result.offer) continue;
    Judge(book, accept.moment).judge(candidate);
    result.reason = candidate.reason;
    if (candidate.reason != Reason::Offered) return result;
    result.items = candidate.terms.items;
    result.price = candidate.price;
    result.currency = book.book().currency;
    const bool same = candidate.price == accept.amount && book.book().currency == accept.currency;
    result.verdict = same ? AcceptVerdict::Accepted : AcceptVerdict::PriceChanged;
    return result;
  }
  return result;
}

}  // namespace aftermint
