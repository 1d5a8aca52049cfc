#include "accept/ticket.h"

#include <jwt.h>

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <stdexcept>
#include <string_view>
#include <utility>

#include "accept/accept_json.h"
#include "accept/compact_jws.h"
#include "ids.h"
#include "json.h"
#include "table/minor.h"
#include "text.h"

namespace aftermint {
namespace {

constexpr std::size_t kMaxTicketLines = 1000;
constexpr std::int64_t kLatestSecond = 253'402'300'799;  ///< the end of the year 9999

struct FreeJwt {
  void operator()(jwt_t* jwt) const { jwt_free(jwt); }
};
using Jwt = std::unique_ptr<jwt_t, FreeJwt>;

const unsigned char* bytes(const std::string& text) { return reinterpret_cast<const unsigned char*>(text.data()); }

/** A member of an object; null where it is absent. */
const Json* claimOf(const Json& object, const char* name) {
  const auto found = object.find(name);
  return found == object.end() ? nullptr : &*found;
}

/** Reads texts and numbers of a JSON object, and keeps whether each was of its type. */
class Claims {
 public:
  explicit Claims(const Json& object) : object_(object) {}

  /** A text; empty where it is absent. */
  std::string text(const char* name) {
    const Json* value = claimOf(object_, name);
    if (value == nullptr) return {};
    const auto* text = value->get_ptr<const std::string*>();
    isGood_ = isGood_ && text != nullptr;
    return text == nullptr ? std::string() : *text;
  }

  std::string needText(const char* name) {
    std::string value = text(name);
    isGood_ = isGood_ && !value.empty();
    return value;
  }

  /** A whole number from `least` to `most`; none where it is absent. */
  std::optional<std::int64_t> number(const char* name, std::int64_t least, std::int64_t most) {
    const Json* value = claimOf(object_, name);
    if (value == nullptr) return std::nullopt;
    const auto* number = value->get_ptr<const Json::number_unsigned_t*>();
    isGood_ = isGood_ && number != nullptr && *number >= static_cast<Json::number_unsigned_t>(least) &&
              *number <= static_cast<Json::number_unsigned_t>(most);
    return isGood_ ? std::optional(static_cast<std::int64_t>(*number)) : std::nullopt;
  }

  std::int64_t needNumber(const char* name, std::int64_t least, std::int64_t most) {
    const auto value = number(name, least, most);
    isGood_ = isGood_ && value;
    return value.value_or(least);
  }

  /** A time in milliseconds; none where it is absent. */
  std::optional<Millis> time(const char* name) {
    const auto seconds = number(name, 0, kLatestSecond);
    return seconds ? std::optional(*seconds * 1000) : std::nullopt;
  }

  [[nodiscard]] bool isGood() const { return isGood_; }

 private:
  const Json& object_;
  bool isGood_ = true;
};

/** The claim `lines`; none where it is not a list of lines, an empty list where it is absent. */
std::optional<std::vector<OrderLine>> readLines(const Json& claims) {
  std::vector<OrderLine> lines;
  const Json* json = claimOf(claims, "lines");
  if (json == nullptr) return lines;
  if (!json->is_array() || json->size() > kMaxTicketLines) return std::nullopt;
  for (const Json& each : *json) {
    if (!each.is_object()) return std::nullopt;
    Claims read(each);
    OrderLine line;
    line.product = read.needText("product");
    line.variant = read.text("variant");
    line.title = read.text("title");
    line.variantTitle = read.text("variantTitle");
    line.offer = read.text("offer");
    line.replaces = read.text("replaces");
    line.quantity = read.needNumber("quantity", 1, kMaxMinor);
    line.price = read.needNumber("price", 0, kMaxMinor);
    if (!read.isGood() || line.price > kMaxMinor / line.quantity) return std::nullopt;
    lines.push_back(std::move(line));
  }
  return lines;
}

/** Whether the header is one of ours. The sender writes it, so it chooses neither algorithm nor extensions. */
bool isOurHeader(const Json& header) {
  Claims read(header);
  const std::string algorithm = read.needText("alg"), type = read.text("typ");
  static_cast<void>(read.text("kid"));
  return read.isGood() && algorithm == "HS256" && (type.empty() || lowered(type) == "jwt") && !header.contains("crit");
}

bool isSigned(const std::string& token, const Json& header, const TicketKeys& keys) {
  for (const TicketKey* key : keysFor(keys, Claims(header).text("kid"))) {
    jwt_t* read = nullptr;
    const bool isValid =
        jwt_decode(&read, token.c_str(), bytes(key->secret), static_cast<int>(key->secret.size())) == 0;
    const Jwt jwt(read);
    if (isValid && jwt_get_alg(jwt.get()) == JWT_ALG_HS256) return true;
  }
  return false;
}

/** Whether the claim `aud`, a text or a list of texts, names this server. */
bool isForUs(const Json& claims, const std::string& audience) {
  const Json* named = claimOf(claims, "aud");
  if (named == nullptr) return audience.empty();
  const std::string& wanted = audience.empty() ? kTicketAudience : audience;
  if (named->is_string()) return *named == wanted;
  return named->is_array() &&
         std::all_of(named->begin(), named->end(), [](const Json& each) { return each.is_string(); }) &&
         std::find(named->begin(), named->end(), Json(wanted)) != named->end();
}

}  // namespace

std::string signTicket(const PlacedOrder& order, const TicketAuthority& authority, Millis now) {
  if (authority.keys.empty()) throw std::runtime_error("there is no key to sign a ticket with");
  const TicketKey& key = authority.keys.front();
  jwt_t* made = nullptr;
  if (jwt_new(&made) != 0) throw std::runtime_error("a ticket cannot be made");
  const Jwt jwt(made);
  const auto add = [&](const char* name, const std::string& text) {
    return text.empty() || jwt_add_grant(jwt.get(), name, text.c_str()) == 0;
  };
  const auto addNumber = [&](const char* name, std::int64_t number) {
    return jwt_add_grant_int(jwt.get(), name, static_cast<long>(number)) == 0;
  };
  const Millis issued = now / 1000;
  const std::string lines = "{\"lines\":" + encodeLines(order) + "}";
  const bool filled =
      jwt_set_alg(jwt.get(), JWT_ALG_HS256, bytes(key.secret), static_cast<int>(key.secret.size())) == 0 &&
      (key.id.empty() || jwt_add_header(jwt.get(), "kid", key.id.c_str()) == 0) && add("iss", authority.merchant) &&
      add("aud", authority.audience) && add("sub", order.id) && add("jti", randomId()) && addNumber("iat", issued) &&
      addNumber("exp", issued + kTicketSeconds) && addNumber("total", order.total()) &&
      add("currency", order.currency) && add("visitor", order.visitor) && add("method", order.method) &&
      add("locale", order.locale) && (!order.paidAt || addNumber("paid_at", *order.paidAt / 1000)) &&
      jwt_add_grants_json(jwt.get(), lines.c_str()) == 0;
  const std::unique_ptr<char, void (*)(void*)> token(filled ? jwt_encode_str(jwt.get()) : nullptr, std::free);
  if (!token) throw std::runtime_error("a ticket cannot be signed");
  return token.get();
}

std::optional<Ticket> readTicket(const std::string& token, const TicketAuthority& authority, Millis now) {
  // Before libjwt sees it: its functions take a C string, which ends at the first NUL.
  const std::optional<CompactJws> jws = parseCompactJws(token);
  if (!jws || !isOurHeader(jws->header) || !isSigned(token, jws->header, authority.keys)) return std::nullopt;
  Claims read(jws->claims);
  if (read.text("iss") != authority.merchant || !isForUs(jws->claims, authority.audience)) return std::nullopt;
  auto lines = readLines(jws->claims);
  if (!lines) return std::nullopt;
  Ticket ticket;
  ticket.order = read.needText("sub");
  ticket.id = read.needText("jti");
  ticket.issued = read.time("iat").value_or(0);
  ticket.expires = read.needNumber("exp", 1, kLatestSecond) * 1000;
  ticket.total = read.needNumber("total", 0, kMaxMinor);
  ticket.currency = read.needText("currency");
  ticket.visitor = read.text("visitor");
  ticket.lines = std::move(*lines);
  ticket.paidAt = read.time("paid_at");
  ticket.method = read.text("method");
  ticket.locale = read.text("locale");
  const Millis notBefore = read.time("nbf").value_or(0);
  if (!read.isGood() || notBefore > now + kTicketSkewMillis) return std::nullopt;
  return ticket;
}

}  // namespace aftermint
