/** @file What a reverse proxy says of the client it forwards. */
#pragma once

#include "http/http.h"

namespace aftermint {

/**
 * Takes the client's address and scheme from `X-Forwarded-For` and `X-Forwarded-Proto`.
 *
 * Only for a server that can be reached through its proxy alone: a client can send these headers, too. So the last
 * value counts, which the nearest proxy wrote. A value that is no address or no scheme is ignored.
 */
void applyForwarded(Request& request);

}  // namespace aftermint
