#include "events/assigned_units.h"

#include <algorithm>

#include "aftermint/codes.h"

namespace aftermint {
namespace {

// In the order of the table's key.
constexpr const char* kAssignments = R"sql(
SELECT unit, time, placement, experiment, offer, arm, holdout, order_id, before FROM assignments
WHERE time <= ?1 AND (experiment <> '') = ?2
ORDER BY unit, placement, experiment, offer
)sql";

// From the index events_seen alone, in its order. `type IN` as in that index, so that it is used.
constexpr const char* kSeen = R"sql(
SELECT unit, type, time, offer, placement, seq FROM events INDEXED BY events_seen
WHERE type IN ('exposure', 'decline') AND time <= ?1 AND unit > ''
ORDER BY unit
)sql";

// Columns of kAssignments.
constexpr int kTime = 1, kPlacement = 2, kExperiment = 3, kOffer = 4, kArm = 5, kHoldout = 6, kOrder = 7, kBefore = 8;

}  // namespace

AssignedUnits::AssignedUnits(Sqlite& db, const SumsQuery& query, PaidOrders& paid)
    : by_(query.by),
      paid_(paid),
      rows_(db, kAssignments, {query.now, query.by == SumsBy::Experiment ? 1 : 0}),
      hasRow_(rows_.next()) {}

bool AssignedUnits::next() {
  if (!hasRow_) return false;
  unit_ = rows_.text(0);
  money_ = paid_.of(unit_);
  used_ = 0;
  do {
    take();
    hasRow_ = rows_.next();
  } while (hasRow_ && rows_.text(0) == unit_);
  return true;
}

/** After payment, an assignment counts only for the unit of its order, once a server has written one. */
bool AssignedUnits::isOfItsOrder() {
  if (!paid_.hasServer()) return true;
  const std::string_view placement = rows_.text(kPlacement);
  if (placement != toString(Placement::PostPurchase) && placement != toString(Placement::ThankYou)) return true;
  const std::string_view order = rows_.text(kOrder);
  return std::any_of(money_.orders.begin(), money_.orders.end(),
                     [&](const PaidOrder& each) { return each.id == order; });
}

void AssignedUnits::take() {
  constexpr int kSlices[] = {-1, kPlacement, kOffer, kExperiment};  // by SumsBy
  if (!isOfItsOrder()) return;
  const int sliceColumn = kSlices[static_cast<std::size_t>(by_)];
  const std::string_view slice = sliceColumn < 0 ? std::string_view() : rows_.text(sliceColumn);
  const auto end = slices_.begin() + static_cast<std::ptrdiff_t>(used_);
  auto at = std::find_if(slices_.begin(), end, [&](const FirstAssignment& each) { return each.slice == slice; });
  const Millis time = rows_.number(kTime);
  if (at == end) {
    if (used_ == slices_.size()) at = slices_.emplace(slices_.end());
    ++used_;
  } else if (time >= at->time) {
    return;
  }
  at->slice = slice;
  at->arm = rows_.number(kHoldout) == 1 ? kHoldoutArm : by_ == SumsBy::Experiment ? rows_.text(kArm) : kOfferedArm;
  at->offer = rows_.text(kOffer);
  at->order = rows_.text(kOrder);
  at->time = time;
  at->before = rows_.number(kBefore);
}

SeenOffers::SeenOffers(Sqlite& db, Millis now) : rows_(db, kSeen, {now}), hasRow_(rows_.next()) {}

std::span<const SeenOffer> SeenOffers::of(std::string_view unit) {
  while (hasRow_ && rows_.text(0) < unit) hasRow_ = rows_.next();
  std::size_t used = 0;
  for (; hasRow_ && rows_.text(0) == unit; hasRow_ = rows_.next()) {
    if (used == seen_.size()) seen_.emplace_back();
    SeenOffer& seen = seen_[used++];
    seen.isDecline = rows_.text(1) == toString(EventType::Decline);
    seen.time = rows_.number(2);
    seen.offer = rows_.text(3);
    seen.placement = rows_.text(4);
    seen.seq = rows_.number(5);
  }
  return {seen_.data(), used};
}

}  // namespace aftermint
