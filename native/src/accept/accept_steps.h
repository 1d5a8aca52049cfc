/** @file The steps an accept goes through once its intent is stored. */
#pragma once

#include "accept/accept_services.h"

namespace aftermint {

/** Whether the provider may be asked to charge, or only what it knows. */
enum class Step { Charge, Ask };

/**
 * Takes an accept as far as it goes now and gives how it stands.
 *
 * Safe to repeat at any time and from several threads: the provider charges a key once, and each commit
 * happens once. Throws PaymentUnknown where the provider does not answer, SQLite::Exception where the store fails.
 */
[[nodiscard]] AcceptRecord advance(AcceptServices& services, AcceptRecord record, Step step);

}  // namespace aftermint
