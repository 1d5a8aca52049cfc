#include "aftermint/verify.h"

#include "decide/judge.h"

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
  // The whole ranking is not run again: an offer that was rightly shown stays good when, say, another came into
  // stock since. Every rule that could refuse it is.
  for (Candidate& candidate : gatherCandidates(book, accept.moment)) {
    if (candidate.offer != result.offer) continue;
    Judge(book, accept.moment, Judge::Arms::Drawn).judge(candidate);
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
    result.price = candidate.price;
    result.step = candidate.step;
    result.currency = book.book().currency;
    const bool same = candidate.price == accept.amount && book.book().currency == accept.currency;
    result.verdict = same ? AcceptVerdict::Accepted : AcceptVerdict::PriceChanged;
    return result;
  }
  return result;
}

}  // namespace aftermint
