/** @file The steps of an accept after its intent is stored. */
#pragma once

#include "accept/accept_services.h"

namespace aftermint {

/** What a step may do at the provider, if it finds no charge. */
enum class Step {
  Begin,   ///< charge without asking first: the intent was stored just now
  Charge,  ///< ask, and charge if there is no charge and its time is not over; if it is over, expire
  Settle,  ///< ask, never charge; expire if the time to charge is over
  Ask      ///< ask, and leave an accept without a charge as it is
};

/**
 * Does the next steps of an accept until it is settled or has to wait, and returns it in its new state.
 *
 * A charge that is to be paid back and that the provider does not find is not assumed: the accept goes to `Review`. An
 * accept whose offer was stopped before it was charged is closed.
 *
 * Safe to repeat at any time, from several threads and processes: the provider charges a key once, and each commit
 * happens once. Only the process that has the accept's lease charges or expires it. A charge that arrives after the
 * accept was closed is paid back; if the accept's row is gone, it is stored again.
 *
 * Throws PaymentUnknown if the provider does not answer, PaymentKeyReused if it has the key with other parameters, and
 * StoreError or SQLite::Exception if the database or the order book fails. The stored state then stays as it was.
 */
[[nodiscard]] AcceptRecord advance(AcceptServices& services, AcceptRecord record, Step step);

/**
 * Pays back a charge that belongs to no accept that may have it; stores that intent first. Does nothing if the charge
 * is paid back already. Throws as `advance`; `advance` continues it then.
 */
void payBackCharge(AcceptServices& services, const AcceptRecord& record, const std::string& charge,
                   std::string_view reason);

}  // namespace aftermint
