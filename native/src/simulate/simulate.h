/** @file Simulates shoppers, and drops them again. */
#pragma once

#include <functional>

#include "events/store.h"
#include "simulate/event_sink.h"
#include "simulate/ledger.h"

namespace aftermint::simulate {

/**
 * Sends the events of every shopper of a truth to a sink, one shopper after the other, so that memory does not grow
 * with their number. Returns what was made. The same truth gives the same bytes on every platform.
 *
 * Throws what the sink throws.
 */
Ledger simulate(const Truth& truth, EventSink& sink);

}  // namespace aftermint::simulate
