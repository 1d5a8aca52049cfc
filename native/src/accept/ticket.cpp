#include "accept/ticket.h"

#include <jwt.h>

#include <cstdlib>
#include <memory>
#include <stdexcept>

#include "accept/accept_json.h"
#include "ids.h"
#include "json.h"
#include "table/minor.h"

namespace aftermint {
namespace {

constexpr std::size_t kMaxTicketLines = 1000;

struct FreeJwt {
  void operator()(jwt_t* jwt) const { jwt_free(jwt); }
};
using Jwt = std::unique_ptr<jwt_t, FreeJwt>;

const unsigned char* bytes(const std::string& text) { return reinterpret_cast<const unsigned char*>(text.data()); }

std::string grant(jwt_t* jwt, const char* name) {
  const char* value = jwt_get_grant(jwt, name);
  return value == nullptr ? "" : value;
}

/** A text of an object; empty where there is none. */
std::string textOf(const Json& object, const char* key) {
  const auto found = object.find(key);
  const std::string* text = found == object.end() ? nullptr : found->get_ptr<const std::string*>();
  return text == nullptr ? std::string() : *text;
}

/** A whole number of an object from `least` to kMaxMinor; none otherwise. */
std::optional<std::int64_t> numberOf(const Json& object, const char* key, std::int64_t least) {
  const auto found = object.find(key);
  const auto* number = found == object.end() ? nullptr : found->get_ptr<const Json::number_unsigned_t*>();
  if (number == nullptr || *number > static_cast<Json::number_unsigned_t>(kMaxMinor) ||
      static_cast<std::int64_t>(*number) < least)
    return std::nullopt;
  return static_cast<std::int64_t>(*number);
}

/** The claim `lines`; none where it is not a list of lines, an empty list where it is absent. */
std::optional<std::vector<OrderLine>> readLines(jwt_t* jwt) {
  const std::unique_ptr<char, void (*)(void*)> text(jwt_get_grants_json(jwt, "lines"), std::free);
  std::vector<OrderLine> lines;
  if (!text) return lines;
  const Json json = Json::parse(text.get(), nullptr, false);
  if (!json.is_array() || json.size() > kMaxTicketLines) return std::nullopt;
  for (const Json& each : json) {
    if (!each.is_object()) return std::nullopt;
    OrderLine line;
    line.product = textOf(each, "product");
    line.variant = textOf(each, "variant");
    line.title = textOf(each, "title");
    line.variantTitle = textOf(each, "variantTitle");
    line.offer = textOf(each, "offer");
    line.replaces = textOf(each, "replaces");
    const auto quantity = numberOf(each, "quantity", 1);
    const auto price = numberOf(each, "price", 0);
    if (line.product.empty() || !quantity || !price || *price > kMaxMinor / *quantity) return std::nullopt;
    line.quantity = *quantity;
    line.price = *price;
    lines.push_back(std::move(line));
  }
  return lines;
}

}  // namespace

std::string signTicket(const PlacedOrder& order, const std::string& merchant, const std::string& key, Millis now) {
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
  // The sender writes the header of a token, so only the algorithm we sign with is allowed.
  if (jwt_get_alg(jwt.get()) != JWT_ALG_HS256 || grant(jwt.get(), "iss") != merchant) return std::nullopt;
  auto lines = readLines(jwt.get());
  if (!lines) return std::nullopt;
  Ticket ticket;
  ticket.order = grant(jwt.get(), "sub");
  ticket.id = grant(jwt.get(), "jti");
  ticket.issued = jwt_get_grant_int(jwt.get(), "iat") * 1000;
  ticket.expires = jwt_get_grant_int(jwt.get(), "exp") * 1000;
  ticket.total = jwt_get_grant_int(jwt.get(), "total");
  ticket.currency = grant(jwt.get(), "currency");
  ticket.visitor = grant(jwt.get(), "visitor");
  ticket.lines = std::move(*lines);
  if (const Millis paid = jwt_get_grant_int(jwt.get(), "paid_at"); paid > 0) ticket.paidAt = paid * 1000;
  ticket.method = grant(jwt.get(), "method");
  ticket.locale = grant(jwt.get(), "locale");
  if (ticket.total < 0 || ticket.total > kMaxMinor) return std::nullopt;
  if (ticket.order.empty() || ticket.id.empty() || ticket.expires <= 0 || ticket.currency.empty()) return std::nullopt;
  return ticket;
}

}  // namespace aftermint
