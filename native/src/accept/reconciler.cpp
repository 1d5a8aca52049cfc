#include "accept/reconciler.h"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <utility>

#include "accept/accept_steps.h"
#include "telemetry/metrics.h"

namespace aftermint {
namespace {

/** The provider's clock may differ from ours by this much, and it may list a charge this much later. */
constexpr Millis kListOverlap = 120'000;
/** An accept may live this long before it expires: the longest one-click window that a book can have. */
constexpr Millis kLongestWindow = kLookBackMillis;

/** The longest pause between two questions about one accept. */
constexpr Millis kLongestPause = 3600'000;

constexpr std::size_t kMaxReported = 10'000;

constexpr std::size_t kOldChargeKey = 7 + 64;  ///< bytes of a charge key of older versions: `accept-` and a SHA-256

/** Runs one piece of a pass. What it throws is logged, so that the pieces behind it run. */
template <class Work>
bool attempt(std::string_view what, Reconciled& done, const Work& work) {
  try {
    work();
    return true;
  } catch (const std::exception& error) {
    spdlog::warn("{} cannot be reconciled yet: {}", what, error.what());
    ++done.failed;
    return false;
  }
}

bool mayBeMoney(ChargeState state) { return state != ChargeState::Declined && state != ChargeState::Refunded; }

/** Makes an accept for a charge whose own accept is gone, so that the refund can be stored. */
AcceptRecord lostAccept(const ListedCharge& listed, Millis now) {
  AcceptRecord record;
  record.key = record.chargeKey = listed.key;
  record.order = listed.charge.reference;
  record.amount = listed.charge.amount;
  record.currency = listed.charge.currency;
  record.createdAt = now;
  return record;
}

}  // namespace

Reconciled AcceptReconciler::pass(const std::stop_token& stopping) {
  const auto start = std::chrono::steady_clock::now();
  Reconciled done;
  attempt("unsettled accepts", done, [&] { settleIdle(stopping, done); });
  bool canList = true;
  attempt("the provider's charges", done, [&] { canList = checkLedger(stopping, done); });
  if (!canList) attempt("expired accepts", done, [&] { askExpired(stopping, done); });
  attempt("waiting events", done, [&] { relayAccepts(services_); });
  attempt("unsettled accepts", done, [&] { measureUnsettled(); });
  Metrics& all = metrics();
  all.reconcilerPasses.Increment();
  all.reconcilerSettled.Increment(static_cast<double>(done.settled));
  all.reconcilerPaidBack.Increment(static_cast<double>(done.paidBack));
  all.reconcilerFailures.Increment(static_cast<double>(done.failed));
  all.reconcilerSeconds.Set(secondsSince(start));
  all.reconcilerLastPass.SetToCurrentTime();
  if (done.settled > 0 || done.paidBack > 0) {
    spdlog::info("reconciled: {} accepts settled, {} charges paid back", done.settled, done.paidBack);
  }
  return done;
}

void AcceptReconciler::measureUnsettled() {
  constexpr std::array kUnsettledCodes = {AcceptState::Charging, AcceptState::Processing, AcceptState::RequiresAction,
                                          AcceptState::Undoing, AcceptState::Refunding};
  const Millis now = services_.clock();
  const std::vector<UnsettledState> states = services_.accepts.unsettledStates();
  Millis oldest = now;
  for (const AcceptState state : kUnsettledCodes) {
    const auto found =
        std::find_if(states.begin(), states.end(), [state](const UnsettledState& each) { return each.state == state; });
    const bool isThere = found != states.end();
    if (isThere) oldest = std::min(oldest, found->oldest);
    metrics()
        .unsettledAccepts.Add({{"state", std::string(toString(state))}})
        .Set(isThere ? static_cast<double>(found->accepts) : 0);
  }
  metrics().oldestUnsettledSeconds.Set(static_cast<double>(now - oldest) / 1000);
}

void AcceptReconciler::settleIdle(const std::stop_token& stopping, Reconciled& done) {
  const Millis now = services_.clock();
  std::map<std::string, Millis> pauses;  // of the accepts that are still unsettled after this pass
  for (const std::string& key : services_.accepts.idle(now)) {
    if (stopping.stop_requested()) return;
    const auto pause = pauses_.find(key);
    if (pause != pauses_.end() && now < pause->second && pause->second <= now + kLongestPause) {
      pauses.insert(*pause);
      continue;
    }
    attempt("accept " + key, done, [&] {
      Lease lease = services_.accepts.lease(key, services_.clock());
      const auto record = lease ? services_.accepts.accept(key) : std::nullopt;
      if (!record) return;
      // One that stays as it is, such as a payment that no bank confirms, is asked about less and less often.
      pauses[key] = now + std::clamp((now - record->createdAt) / 10, kLeaseMillis, kLongestPause);
      if (advance(services_, *record, Step::Settle).state != record->state) ++done.settled;
      lease.giveBack();  // so that a page may send the key of an accept again that has no charge
    });
  }
  pauses_ = std::move(pauses);
}

bool AcceptReconciler::checkLedger(const std::stop_token& stopping, Reconciled& done) {
  const Millis now = services_.clock();
  const Millis back = now - kLookBackMillis;
  const bool wholeDay = std::exchange(looksBack_, false) || listed_ > now;
  const auto listed = services_.provider.listSince(wholeDay ? back : std::max(back, listed_ - kListOverlap));
  if (!listed) return false;
  const std::int64_t failedBefore = done.failed;
  for (const ListedCharge& each : *listed) {
    if (stopping.stop_requested()) break;
    if (!mayBeMoney(each.charge.state) || !each.key.starts_with("accept-")) continue;
    attempt("charge " + each.charge.id, done, [&] { checkCharge(each, done); });
  }
  // What failed is listed again.
  if (done.failed == failedBefore && !stopping.stop_requested()) {
    listed_ = now;
  } else {
    looksBack_ = looksBack_ || wholeDay;
  }
  return true;
}

void AcceptReconciler::checkCharge(const ListedCharge& listed, Reconciled& done) {
  const Charge& charge = listed.charge;
  auto record = services_.accepts.acceptOfCharge(listed.key);
  if (!record && listed.key.size() == kOldChargeKey) {
    for (AcceptRecord& each : services_.accepts.acceptsOf(charge.reference)) {
      if (chargeKeyOf(each) == listed.key) record = std::move(each);
    }
  }
  if (!record && !listed.key.starts_with(services_.accepts.chargePrefix())) {
    // Of another store, or of a version that did not say whose charge it is.
    if (reported_.size() > kMaxReported) reported_.clear();
    if (reported_.insert(charge.id).second) {
      spdlog::warn("charge {} of order {} has no accept in this store", charge.id, charge.reference);
    }
    return;
  }
  const bool isGone = !record;
  if (!record) record = lostAccept(listed, services_.clock());
  switch (record->state) {
    case AcceptState::Charging:
    case AcceptState::Processing:
    case AcceptState::RequiresAction:
      if (!isGone) return;  // a request or `settleIdle` continues it
      break;
    case AcceptState::Accepted:
    case AcceptState::Undoing:
    case AcceptState::Refunding:
      return;
    case AcceptState::Declined:
    case AcceptState::Expired:
      break;
    case AcceptState::Review:
      // The provider did not find the charge by its key, but lists it.
      if (charge.state != ChargeState::Succeeded) return;
      spdlog::warn("charge {} of order {}, which was in review, is found and paid back", charge.id, charge.reference);
      static_cast<void>(services_.provider.refund(charge.id));
      services_.orders.removeLines(record->order, record->key);
      services_.accepts.move(*record, AcceptState::Refunded, charge.id, record->reason);
      ++done.paidBack;
      return;
    case AcceptState::Undone:
    case AcceptState::Refunded:
      // The list may be older than the refund.
      if (const auto current = services_.provider.find(listed.key);
          charge.state != ChargeState::Succeeded || !current || current->state != ChargeState::Succeeded) {
        return;
      }
      spdlog::error("charge {} of order {} is {} here, but not at the provider: it is paid back again", charge.id,
                    charge.reference, toString(record->state));
      static_cast<void>(services_.provider.refund(charge.id));
      ++done.paidBack;
      return;
  }
  spdlog::error("charge {} of order {}, {} {}, belongs to no accept: it is paid back", charge.id, charge.reference,
                charge.amount, charge.currency);
  payBackCharge(services_, *record, charge.id, isGone ? kAcceptLost : kLateCharge);
  ++done.paidBack;
}

void AcceptReconciler::askExpired(const std::stop_token& stopping, Reconciled& done) {
  const Millis now = services_.clock();
  for (const std::string& key : services_.accepts.expiredSince(now - kLookBackMillis - kLongestWindow, now)) {
    if (stopping.stop_requested()) return;
    attempt("expired accept " + key, done, [&] {
      const auto record = services_.accepts.accept(key);
      if (!record) return;
      const auto charge = services_.provider.find(chargeKeyOf(*record));
      if (charge && mayBeMoney(charge->state)) {
        const bool isKnown = record->state == AcceptState::Review;
        spdlog::error("order {}: {} was charged, {}: charge {} is paid back", record->order, record->offer,
                      isKnown ? "and the provider finds it now" : "after its accept expired", charge->id);
        payBackCharge(services_, *record, charge->id, isKnown ? std::string_view(record->reason) : kLateCharge);
        ++done.paidBack;
      }
      services_.accepts.postpone(key, now);
    });
  }
}

ReconcilerThreads::ReconcilerThreads(AcceptServices& services, std::chrono::milliseconds interval,
                                     std::function<void(const std::stop_token&)> also)
    : reconciler_(services),
      renewing_("leases", std::chrono::milliseconds(kLeaseMillis / 3),
                [&services](const std::stop_token&) { services.accepts.renewLeases(services.clock()); }),
      reconciling_("reconciler", interval, [this, also = std::move(also)](const std::stop_token& stopping) {
        reconciler_.pass(stopping);
        if (also) also(stopping);
      }) {}

}  // namespace aftermint
