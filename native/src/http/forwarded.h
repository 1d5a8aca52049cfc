/** @file What a reverse proxy says of the client it forwards. */
#pragma once

#include "http/http.h"

namespace aftermint {

/**
 * Takes the client's address and scheme from `X-Forwarded-For` and `X-Forwarded-Proto`.
 *
 * Only for a server that clients cannot reach past its proxy: clients can send these headers, too. The last value
 * counts, which the nearest proxy wrote. Other texts than an address or a scheme are ignored.
 */
void applyForwarded(Request& request);

}  // namespace aftermint
