/** @file Settles what requests left unfinished: compares accepts, the provider's charges, orders and events. */
#pragma once

#include <chrono>
#include <functional>
#include <map>
#include <set>
#include <stop_token>
#include <string>

#include "accept/accept_services.h"
#include "periodic.h"

namespace aftermint {

/** How far back the reconciler asks for charges that belong to no accept. */
inline constexpr Millis kLookBackMillis = 24 * 3600 * 1000;

/** How many accepts and charges a pass changed. */
struct Reconciled {
  std::int64_t settled = 0;   ///< accepts that were unsettled and are not any more, expired ones included
  std::int64_t paidBack = 0;  ///< charges that belonged to no accept
  std::int64_t failed = 0;    ///< accepts and charges that could not be handled; the next pass tries again
};

/**
 * Compares the accepts with the provider's charges, pass by pass. Several processes may each run one on one store.
 *
 * A pass takes every unsettled accept whose lease has run out, asks the provider for its charge and does its next
 * steps; it never charges. One that stays as it is waits for a tenth of its age, an hour at most. An accept without a
 * charge expires once its time is over. Then it looks for charges that no
 * accept has: of a provider that can list, among the charges since the last pass (at first, and after a change of the
 * clock, of kLookBackMillis); of any other, by asking for each accept that expired within kLookBackMillis, every ten
 * minutes. Such a charge is paid back. Only charges with the key of this store are touched. At last it relays events.
 *
 * What cannot be handled is logged and does not stop the rest.
 */
class AcceptReconciler {
 public:
  /** `services` must outlive this object. */
  explicit AcceptReconciler(AcceptServices& services) : services_(services) {}

  /** One pass. Ends between two accepts if `stopping` says so. Throws nothing but what the clock throws. */
  Reconciled pass(const std::stop_token& stopping = {});

 private:
  void measureUnsettled();
  void settleIdle(const std::stop_token& stopping, Reconciled& done);
  bool checkLedger(const std::stop_token& stopping, Reconciled& done);
  void checkCharge(const ListedCharge& listed, Reconciled& done);
  void askExpired(const std::stop_token& stopping, Reconciled& done);

  AcceptServices& services_;
  bool looksBack_ = true;                 ///< the next pass lists the charges of kLookBackMillis
  Millis listed_ = 0;                     ///< charges before this time are compared
  std::map<std::string, Millis> pauses_;  ///< by key: when an accept that stays unsettled is asked about again
  std::set<std::string> reported_;        ///< charges of unknown origin that were logged
};

/** The reconciler and the renewal of leases as threads, while a server runs. */
class ReconcilerThreads {
 public:
  /** @param also runs after each pass of the accepts, for a shop that has orders of its own to reconcile */
  ReconcilerThreads(AcceptServices& services, std::chrono::milliseconds interval,
                    std::function<void(const std::stop_token&)> also = {});

 private:
  AcceptReconciler reconciler_;
  Periodic renewing_;
  Periodic reconciling_;
};

}  // namespace aftermint
