#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <array>
#include <string_view>
#include <vector>

#include "accept/ticket.h"
#include "fuzz/doors.h"
#include "fuzz/utf8.h"

namespace aftermint::fuzz {
namespace {

const std::string kTicketKey(32, 'k');
constexpr Millis kTicketTime = 1'790'000'000'000;
constexpr std::string_view kTicketHeader = R"({"alg":"HS256","typ":"JWT"})";

/** Base64 as tokens have it (RFC 4648, section 5), without padding. */
std::string base64Url(std::string_view bytes) {
  std::vector<unsigned char> text(bytes.size() / 3 * 4 + 5);
  const int size = EVP_EncodeBlock(text.data(), reinterpret_cast<const unsigned char*>(bytes.data()),
                                   static_cast<int>(bytes.size()));
  std::string out(reinterpret_cast<const char*>(text.data()), static_cast<std::size_t>(size));
  while (out.ends_with('=')) out.pop_back();
  for (char& c : out) c = c == '+' ? '-' : c == '/' ? '_' : c;
  return out;
}

/** A token with these claims and a good signature. */
std::string signedToken(std::string_view claims) {
  const std::string token = base64Url(kTicketHeader) + "." + base64Url(claims);
  std::array<unsigned char, EVP_MAX_MD_SIZE> mac{};
  unsigned size = 0;
  HMAC(EVP_sha256(), kTicketKey.data(), static_cast<int>(kTicketKey.size()),
       reinterpret_cast<const unsigned char*>(token.data()), token.size(), mac.data(), &size);
  return token + "." + base64Url({reinterpret_cast<const char*>(mac.data()), size});
}

/** The shop with this name and key. */
TicketAuthority issuer(const std::string& merchant, const std::string& key) { return {merchant, {{"", key}}, ""}; }

std::string brokenTicket(const Ticket& ticket) {
  if (ticket.order.empty() || ticket.id.empty() || ticket.currency.empty())
    return "a ticket has no order, id or currency";
  if (ticket.total < 0 || ticket.total > kMostAmount) return "a total is out of range";
  if (ticket.expires <= 0) return "a ticket has no end";
  if (ticket.lines.size() > 1'000) return "a ticket has too many lines";
  for (const OrderLine& line : ticket.lines) {
    if (line.product.empty() || line.quantity < 1 || line.price < 0) return "a line is malformed";
    if (line.price > kMostAmount / line.quantity) return "a line costs too much";
    if (!isUtf8(line.product)) return "a line is not valid UTF-8";
  }
  if (ticket.paidAt && *ticket.paidAt <= 0) return "a payment has a wrong time";
  return {};
}

}  // namespace

std::string fuzzTicket(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return {};
  const std::string text(reinterpret_cast<const char*>(data) + 1, size - 1);
  if (data[0] % 2 == 0) {
    // Only the holder of the key can make a token, so any other is refused.
    return readTicket(text, issuer("m", kTicketKey), kTicketTime) ? "a forged ticket is read" : "";
  }
  const std::string token = signedToken(text);
  const std::optional<Ticket> ticket = readTicket(token, issuer("m", kTicketKey), kTicketTime);
  if (ticket) {
    if (std::string broken = brokenTicket(*ticket); !broken.empty()) return broken;
  }
  if (readTicket(token, issuer("another", kTicketKey), kTicketTime) && text.find("another") == std::string::npos) {
    return "a ticket of another shop is read";
  }
  if (readTicket(token, issuer("m", std::string(32, 'x')), kTicketTime)) return "a ticket with another key is read";
  return {};
}

}  // namespace aftermint::fuzz
