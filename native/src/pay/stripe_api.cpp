#include "pay/stripe_api.h"

#include <cstddef>

#include "pay/provider.h"
#include "text.h"

namespace aftermint {
namespace {

constexpr std::size_t kMessageCharacters = 300;

}  // namespace

StripeAnswer readStripeAnswer(int status, const std::string& body) {
  StripeAnswer answer{status, Json::parse(body, nullptr, false)};
  if (!answer.body.is_object()) throw PaymentUnknown("Stripe answers " + std::to_string(status) + " without JSON");
  if (status >= 500 || status == 429) throw PaymentUnknown(stripeMessage(answer));
  return answer;
}

std::string stripeError(const StripeAnswer& answer, const char* member) {
  const auto error = answer.body.find("error");
  if (error == answer.body.end() || !error->is_object()) return {};
  const auto found = error->find(member);
  return found != error->end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::string stripeMessage(const StripeAnswer& answer) {
  std::string line = "Stripe answers " + std::to_string(answer.status);
  if (std::string message = stripeError(answer, "message"); !message.empty()) {
    clip(message, kMessageCharacters);
    line += ": " + message;
  }
  for (char& c : line) {
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) c = ' ';
  }
  return line;
}

}  // namespace aftermint
