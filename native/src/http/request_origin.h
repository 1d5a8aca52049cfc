/** @file Which site's page sent a request: the defence against forms of other sites (CSRF). */
#pragma once

#include "http/http.h"

namespace aftermint {

/** Where a request comes from, as far as its browser says. */
enum class RequestOrigin {
  Own,      ///< from a page of this server, or from the person: a bookmark, the address bar
  Foreign,  ///< from a page of another origin
  Unknown   ///< the client does not say: an old browser, or a program
};

/**
 * Reads `Sec-Fetch-Site`, else `Origin`, which a page cannot set itself.
 *
 * `Origin` is compared with the Host header; its scheme counts only for an https request, because behind a proxy that
 * is not trusted the scheme is not known. `Origin: null` is foreign.
 */
[[nodiscard]] RequestOrigin originKind(const Request& request);

/** Whether a request may change something: all but GET, HEAD and OPTIONS. */
[[nodiscard]] bool changesState(const Request& request);

}  // namespace aftermint
