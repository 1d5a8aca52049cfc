/** @file The client's address and scheme as a reverse proxy reports them. */
#pragma once

#include "http/http.h"

namespace aftermint {

/**
 * Takes the client's address and scheme from `X-Forwarded-For` and `X-Forwarded-Proto`.
 *
 * Call this only if all clients come through the proxy, because a client can send these headers itself. The last value
 * of each counts, which the nearest proxy wrote. A value that is not an address or a scheme is ignored.
 */
void applyForwarded(Request& request);

}  // namespace aftermint
