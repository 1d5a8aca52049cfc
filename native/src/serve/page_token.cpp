#include "serve/page_token.h"

#include <jwt.h>

#include <cstdint>
#include <memory>

#include "accept/compact_jws.h"
#include "accept/ticket.h"

namespace aftermint {
namespace {

struct FreePageJwt {
  void operator()(jwt_t* jwt) const { jwt_free(jwt); }
};

/** A text of an object; empty where there is none. */
std::string pageClaim(const Json& object, const char* name) {
  const auto found = object.find(name);
  const auto* text = found == object.end() ? nullptr : found->get_ptr<const std::string*>();
  return text == nullptr ? std::string() : *text;
}

bool isSignedForPages(const std::string& token, const Json& header, const TicketKeys& keys) {
  // The sender writes the header, so it chooses neither algorithm nor extensions.
  if (pageClaim(header, "alg") != "HS256" || header.contains("crit")) return false;
  for (const TicketKey* key : keysFor(keys, pageClaim(header, "kid"))) {
    jwt_t* read = nullptr;
    const auto* const bytes = reinterpret_cast<const unsigned char*>(key->secret.data());
    const bool isValid = jwt_decode(&read, token.c_str(), bytes, static_cast<int>(key->secret.size())) == 0;
    const std::unique_ptr<jwt_t, FreePageJwt> jwt(read);
    if (isValid && jwt_get_alg(jwt.get()) == JWT_ALG_HS256) return true;
  }
  return false;
}

}  // namespace

std::optional<PageToken> readPageToken(const std::string& token, const std::string& merchant, const TicketKeys& keys,
                                       Millis now) {
  const std::optional<CompactJws> jws = parseCompactJws(token);
  if (!jws || !isSignedForPages(token, jws->header, keys)) return std::nullopt;
  const Json& claims = jws->claims;
  if (pageClaim(claims, "iss") != merchant) return std::nullopt;
  if (claims.contains("aud")) {
    const std::string audience = pageClaim(claims, "aud");
    if (audience != "events" && audience != kTicketAudience) return std::nullopt;
  }
  const auto ends = claims.find("exp");
  const auto* seconds = ends == claims.end() ? nullptr : ends->get_ptr<const Json::number_unsigned_t*>();
  if (seconds == nullptr || *seconds <= static_cast<std::uint64_t>(now / 1000)) return std::nullopt;
  PageToken read{pageClaim(claims, "sub"), pageClaim(claims, "visitor")};
  if (read.order.empty() && read.visitor.empty()) return std::nullopt;
  return read;
}

bool proves(const PageToken& token, const Event& event) {
  const bool isOfOrder = !token.order.empty() && event.order == token.order;
  if (!token.visitor.empty() && event.visitor == token.visitor) return true;
  if (!token.order.empty() && event.visitor == "order:" + token.order) return true;
  return isOfOrder && (token.visitor.empty() || event.visitor.empty());
}

}  // namespace aftermint
