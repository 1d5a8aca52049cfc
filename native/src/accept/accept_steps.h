/** @file The steps of an accept after its intent is stored. */
#pragma once

#include "accept/accept_services.h"

namespace aftermint {

/** Whether a step may charge, or only ask the provider what it knows. */
enum class Step { Charge, Ask };

/**
 * Moves an accept on as far as possible and returns its new state.
 *
 * Safe to repeat at any time and from several threads: the provider charges a key once, and each commit
 * happens once. Throws PaymentUnknown where the provider does not answer, SQLite::Exception where the store fails.
 */
[[nodiscard]] AcceptRecord advance(AcceptServices& services, AcceptRecord record, Step step);

}  // namespace aftermint
