/** @file The steps of an accept after its intent is stored. */
#pragma once

#include "accept/accept_services.h"

namespace aftermint {

/** Whether a step may make a charge, or may only ask the provider for the state of one. */
enum class Step { Charge, Ask };

/**
 * Does the next steps of an accept until it is settled or has to wait, and returns it in its new state.
 *
 * Safe to repeat at any time and from several threads: the provider charges a key once, and each commit happens once.
 * Throws PaymentUnknown if the provider does not answer, PaymentKeyReused if it has the key with other parameters, and
 * StoreError or SQLite::Exception if the database or the order book fails. The stored state then stays as it was.
 */
[[nodiscard]] AcceptRecord advance(AcceptServices& services, AcceptRecord record, Step step);

}  // namespace aftermint
