#include "export/offer_rows.h"

#include <algorithm>
#include <utility>

namespace aftermint {
namespace {

using OfferRowsByOrder = std::map<std::string, OfferRow>;

void keepFirst(std::optional<Millis>& first, Millis time) { first = std::min(first.value_or(time), time); }

void addAccept(OfferRow& row, const OfferFact& fact) {
  keepFirst(row.accepted, fact.time);
  row.stands = row.stands || !fact.isUndone;
  row.isKept = row.isKept || (!fact.isUndone && !fact.isRefunded);
  row.amount += fact.amount;
  // With a whole order that came back, the offer came back, although no refund names it.
  if (!fact.isUndone) row.refunded += fact.isRefunded ? fact.amount : std::min(fact.refunded, fact.amount);
  row.arms.insert(fact.arms.begin(), fact.arms.end());
  row.currency = fact.currency;
  row.visitor = fact.visitor;
}

void addSight(OfferRow& row, const OfferFact& fact) {
  keepFirst(fact.kind == OfferFact::Kind::Seen ? row.seen : row.declined, fact.time);
  if (row.currency.empty()) row.currency = fact.currency;
}

/** The order of something seen on a page that knew none: the first one that took the offer afterwards. */
std::string orderAfter(const OfferRowsByOrder& rows, Millis time) {
  const OfferRow* first = nullptr;
  for (const auto& [order, row] : rows) {
    if (order.empty() || !row.accepted || *row.accepted < time) continue;
    if (first == nullptr || *row.accepted < *first->accepted) first = &row;
  }
  return first == nullptr ? std::string() : first->order;
}

OfferRow& rowOf(OfferRowsByOrder& rows, const std::string& order) {
  OfferRow& row = rows[order];
  row.order = order;
  return row;
}

}  // namespace

std::vector<OfferRow> offerRowsOf(const std::vector<OfferFact>& facts) {
  using Kind = OfferFact::Kind;
  OfferRowsByOrder rows;
  const OfferFact* assigned = nullptr;
  std::map<std::string, std::string> arms;
  for (const OfferFact& fact : facts) {
    if (fact.kind == Kind::Assigned) assigned = &fact;
    if (fact.kind == Kind::Arm) arms.insert(fact.arms.begin(), fact.arms.end());
    if (fact.kind == Kind::Accepted) addAccept(rowOf(rows, fact.order), fact);
  }
  for (const OfferFact& fact : facts) {
    if (fact.kind != Kind::Seen && fact.kind != Kind::Declined) continue;
    addSight(rowOf(rows, fact.order.empty() ? orderAfter(rows, fact.time) : fact.order), fact);
  }
  if (assigned != nullptr && (rows.empty() || !assigned->order.empty())) rowOf(rows, assigned->order);
  std::vector<OfferRow> all;
  for (auto& [order, row] : rows) {
    if (assigned != nullptr) {
      row.assigned = assigned->time;
      row.holdout = assigned->holdout;
      row.assignedOrder = assigned->order;
      if (row.currency.empty()) row.currency = assigned->currency;
    }
    for (const auto& [experiment, arm] : arms) row.arms[experiment] = arm;
    all.push_back(std::move(row));
  }
  return all;
}

}  // namespace aftermint
