#include "aftermint/explain.h"

#include "aftermint/decision_host.h"

#include "decide/eligibility.h"
#include "memory/scratch.h"

namespace aftermint {
namespace {

/** The value at a path of names and indices, or null. */
Value at(const Value& attributes, std::string_view path) {
  const Value* here = &attributes;
  while (here != nullptr && !path.empty()) {
    const std::size_t end = std::min(path.find('.'), path.size());
    const std::string_view step = path.substr(0, end);
    path.remove_prefix(std::min(end + 1, path.size()));
    if (const Array* elements = here->asArray()) {
      std::size_t index = 0;
      for (const char c : step)
        index = c >= '0' && c <= '9' ? index * 10 + static_cast<std::size_t>(c - '0') : SIZE_MAX / 20;
      here = index < elements->size() ? &(*elements)[index] : nullptr;
    } else {
      here = here->find(step);
    }
  }
  return here == nullptr ? Value{} : *here;
}

/** The members of a condition that do not hold. All of them must. */
std::vector<UnmetPart> unmetParts(const Value& when, const Value& attributes, const ConditionHost& host) {
  std::vector<UnmetPart> unmet;
  const Object* parts = when.asObject();
  if (parts == nullptr) return unmet;
  for (const Member& part : *parts) {
    const Value alone{Object{part}};
    if (Condition::compile(alone, ConditionPaths::OfMoment).condition.holds(attributes, host)) continue;
    std::string pointer;
    appendPointer(pointer, part.first);
    const bool isPath = !part.first.starts_with('$');
    unmet.push_back({std::move(pointer), part.second, isPath ? at(attributes, part.first) : Value{}});
  }
  return unmet;
}

/** Fills in the numbers of a refusal for stock, quantity limit or frequency. */
void addCounts(const IndexedBook& book, const Moment& moment, const Candidate& candidate, Judged& judged) {
  if (judged.reason == Reason::Frequency) {
    const FrequencyCap& cap = *candidate.offer->frequencyCap;
    judged.wanted = cap.exposures;
    for (const Seen& seen : moment.visitor.seen) {
      judged.had += seen.offer == candidate.offer->id && seen.at > moment.time - cap.seconds * 1000;
    }
    return;
  }
  if (judged.reason != Reason::Stock && judged.reason != Reason::QuantityLimit) return;
  for (const Item& item : *candidate.terms.items) {
    const Product& product = *book.product(item.product);
    const Wanted wanted = wantedOf(candidate, item, product);
    const bool ofStock = judged.reason == Reason::Stock;
    const std::optional<std::int64_t>& most = ofStock ? wanted.stock : product.maxPerOrder;
    judged.wanted = ofStock ? wanted.ofStock : wanted.pieces;
    if (!most || *most >= judged.wanted) continue;
    judged.had = *most;
    return;
  }
}

}  // namespace

Explanation explain(const IndexedBook& book, const Moment& moment) {
  Explanation out;
  out.decision = decide(book, moment);
  if (out.decision.trace.empty()) return out;
  EligibilityRules rules(book, moment);
  const ConditionHost& host = decisionHost();  // the parts of all conditions share one budget too
  const Value attributes = attributesOf(moment, book);
  List<Candidate> candidates = gatherCandidates(book, moment);
  for (const Trace& line : out.decision.trace) {
    for (Candidate& candidate : candidates) {
      if (candidate.offer->id != line.offer) continue;
      rules.apply(candidate);
      Judged& judged = out.candidates.emplace_back();
      judged.offer = candidate.offer;
      judged.verdict = line.verdict;
      judged.reason = line.reason;
      judged.relation = candidate.relation;
      judged.trigger = candidate.trigger;
      judged.path = candidate.path;
      judged.price = candidate.price;
      judged.bandMin = candidate.bandMin;
      judged.bandMax = candidate.bandMax;
      judged.takeBps = candidate.expected.takeBps;
      judged.value = candidate.expected.value / 1000;
      judged.priority = candidate.offer->priority;
      judged.arms = candidate.arms;
      addCounts(book, moment, candidate, judged);
      if (judged.reason == Reason::Condition) judged.unmet = unmetParts(candidate.offer->when, attributes, host);
    }
  }
  return out;
}

}  // namespace aftermint
