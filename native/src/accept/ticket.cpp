#include "accept/ticket.h"

#include <jwt.h>

#include <cstdlib>
#include <memory>
#include <stdexcept>

#include "ids.h"
#include "serve/shop_json.h"

namespace aftermint {
namespace {

struct FreeJwt {
  void operator()(jwt_t* jwt) const { jwt_free(jwt); }
};
using Jwt = std::unique_ptr<jwt_t, FreeJwt>;

const unsigned char* bytes(const std::string& text) { return reinterpret_cast<const unsigned char*>(text.data()); }

std::string grant(jwt_t* jwt, const char* name) {
  const char* value = jwt_get_grant(jwt, name);
  return value == nullptr ? "" : value;
}

}  // namespace

std::string signTicket(const ShopOrder& order, const std::string& merchant, const std::string& key, Millis now) {
  jwt_t* made = nullptr;
  if (jwt_new(&made) != 0) throw std::runtime_error("a ticket cannot be made");
  const Jwt jwt(made);
  const Millis issued = now / 1000;
  const std::string lines = "{\"lines\":" + encodeLines(order) + "}";
  const bool filled = jwt_set_alg(jwt.get(), JWT_ALG_HS256, bytes(key), static_cast<int>(key.size())) == 0 &&
                      jwt_add_grant(jwt.get(), "iss", merchant.c_str()) == 0 &&
                      jwt_add_grant(jwt.get(), "sub", order.id.c_str()) == 0 &&
                      jwt_add_grant(jwt.get(), "jti", randomId().c_str()) == 0 &&
                      jwt_add_grant_int(jwt.get(), "iat", issued) == 0 &&
                      jwt_add_grant_int(jwt.get(), "exp", issued + kTicketSeconds) == 0 &&
                      jwt_add_grant_int(jwt.get(), "total", order.total()) == 0 &&
                      jwt_add_grant(jwt.get(), "currency", order.currency.c_str()) == 0 &&
                      jwt_add_grant(jwt.get(), "visitor", order.visitor.c_str()) == 0 &&
                      jwt_add_grants_json(jwt.get(), lines.c_str()) == 0;
  const std::unique_ptr<char, void (*)(void*)> token(filled ? jwt_encode_str(jwt.get()) : nullptr, std::free);
  if (!token) throw std::runtime_error("a ticket cannot be signed");
  return token.get();
}

std::optional<Ticket> readTicket(const std::string& token, const std::string& merchant, const std::string& key) {
  jwt_t* read = nullptr;
  if (jwt_decode(&read, token.c_str(), bytes(key), static_cast<int>(key.size())) != 0) return std::nullopt;
  const Jwt jwt(read);
  // The header of a token is the sender's: only the algorithm we sign with is good, whatever the library knows.
  if (jwt_get_alg(jwt.get()) != JWT_ALG_HS256 || grant(jwt.get(), "iss") != merchant) return std::nullopt;
  Ticket ticket{grant(jwt.get(), "sub"), grant(jwt.get(), "jti"), jwt_get_grant_int(jwt.get(), "exp") * 1000,
                jwt_get_grant_int(jwt.get(), "total"), grant(jwt.get(), "currency")};
  if (ticket.order.empty() || ticket.id.empty() || ticket.expires <= 0 || ticket.currency.empty()) return std::nullopt;
  return ticket;
}

}  // namespace aftermint
