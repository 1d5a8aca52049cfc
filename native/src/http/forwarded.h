/** @file The client's address and scheme as reverse proxies report them. */
#pragma once

#include "http/http.h"
#include "http/trusted_proxies.h"

namespace aftermint {

/**
 * Takes the client's address and scheme from `X-Forwarded-For` and `X-Forwarded-Proto`.
 *
 * Call this only if the request comes from one of `proxies`, because a client can send these headers itself. The last
 * address counts, which the nearest proxy wrote. If that is itself one of `proxies`, and not all are trusted, the one
 * before it counts, and so on. Of the schemes the last counts. A value that is not an address or a scheme is ignored.
 */
void applyForwarded(Request& request, const TrustedProxies& proxies);

}  // namespace aftermint
