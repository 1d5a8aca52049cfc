#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "events/event_signature.h"
#include "fuzz/doors.h"
#include "fuzz/utf8.h"
#include "pay/stripe_notice.h"

namespace aftermint::fuzz {
namespace {

constexpr Millis kWebhookTime = 1'790'000'000'000;
const std::vector<std::string> kWebhookSecrets = {"whsec_of_the_doors", "whsec_of_before"};

std::string brokenNotice(const StripeNotice& notice) {
  if (!isStripeId(notice.id)) return "an event has no id of Stripe";
  if (notice.amount < 0 || notice.amount > kMostAmount || notice.created < 0) return "a number is out of range";
  switch (notice.subject) {
    case StripeSubject::Other:
      return {};
    case StripeSubject::Payment:
      if (notice.key.empty() || notice.key.size() > 255) return "a payment is not ours";
      break;
    case StripeSubject::Refund:
      if (!isStripeId(notice.charge)) return "a refund has no charge";
      break;
    case StripeSubject::Dispute:
      if (!isStripeId(notice.dispute) || notice.currency.size() != 3) return "a dispute has no id or currency";
      break;
  }
  if (!isStripeId(notice.intent)) return "an event has no PaymentIntent";
  const std::string stored = encodeStripeNotice(notice);
  if (!isUtf8(stored)) return "a stored event is not valid UTF-8";
  const std::string again = encodeStripeNotice(decodeStripeNotice(stored));
  return again == stored ? std::string() : "a stored event is read as another one";
}

}  // namespace

std::string fuzzWebhook(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return {};
  const std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
  if (data[0] % 2 == 0) {
    // Only the holder of a secret can sign, so any other is refused.
    const std::size_t line = text.find('\n');
    const std::string_view body = line == std::string_view::npos ? std::string_view() : text.substr(line + 1);
    return refuseSignature(text.substr(0, line), body, kWebhookSecrets, kWebhookTime) ? ""
                                                                                      : "a forged webhook is taken";
  }
  for (const std::string& secret : kWebhookSecrets) {
    const std::string header = "v1=00,v0=1," + signEvents(text, secret, kWebhookTime) + ",v1=zz";
    if (refuseSignature(header, text, kWebhookSecrets, kWebhookTime)) return "a good signature is refused";
    if (!refuseSignature(header, std::string(text) + " ", kWebhookSecrets, kWebhookTime))
      return "a changed body is taken";
    if (!refuseSignature(header, text, kWebhookSecrets, kWebhookTime + kSignatureMillis + 1'000)) {
      return "an old webhook is taken";
    }
  }
  const std::optional<StripeNotice> notice = readStripeNotice(text);
  return notice ? brokenNotice(*notice) : std::string();
}

}  // namespace aftermint::fuzz
