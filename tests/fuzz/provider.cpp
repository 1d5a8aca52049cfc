#include <algorithm>
#include <exception>
#include <memory>
#include <string_view>
#include <vector>

#include "fuzz/doors.h"
#include "fuzz/utf8.h"
#include "pay/stripe.h"

namespace aftermint::fuzz {
namespace {

constexpr Millis kProviderTime = 1'790'000'000'000;
/** A list of this many pages at the most has an end (stripe.cpp). */
constexpr int kMostRequests = 400;

/** Gives scripted answers, over and over. */
class ScriptedStripe final : public StripeApi {
 public:
  explicit ScriptedStripe(std::string_view script) {
    for (std::size_t at = 0; at <= script.size();) {
      const std::size_t end = std::min(script.find('\n', at), script.size());
      answers_.push_back(script.substr(at, end - at));
      at = end + 1;
    }
  }

  StripeAnswer get(const std::string& path, const StripeFields& query) const override { return next(path, query, ""); }
  StripeAnswer post(const std::string& path, const StripeFields& form, const std::string& key) const override {
    return next(path, form, key);
  }

  mutable int requests = 0;
  mutable std::string broken;

 private:
  StripeAnswer next(const std::string& path, const StripeFields& fields, std::string_view key) const {
    const bool isPath =
        path.starts_with("/v1/") && std::all_of(path.begin(), path.end(), [](char c) {
          return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '/';
        });
    if (!isPath) broken = "a request goes to another path";
    for (const auto& [name, value] : fields) {
      if (name.empty() || !isUtf8(value)) broken = "a field of a request is malformed";
    }
    const bool isHeader = std::all_of(key.begin(), key.end(), [](char c) { return c > 0x20 && c < 0x7f; });
    if (!isHeader) broken = "an idempotency key is no header";
    if (requests > kMostRequests) throw PaymentUnknown("enough");
    const std::string_view line = answers_[static_cast<std::size_t>(requests++) % answers_.size()];
    // The first three characters are the status, if they are digits.
    int status = 200;
    const bool hasStatus =
        line.size() >= 3 && std::all_of(line.begin(), line.begin() + 3, [](char c) { return c >= '0' && c <= '9'; });
    if (hasStatus) status = (line[0] - '0') * 100 + (line[1] - '0') * 10 + (line[2] - '0');
    return readStripeAnswer(status, std::string(hasStatus ? line.substr(3) : line));
  }

  std::vector<std::string_view> answers_;
};

std::string brokenCharge(const Charge& charge) {
  if (charge.id.empty() || charge.id.size() > 255) return "a charge has no id";
  if (charge.amount < 0 || charge.amount > kMostAmount) return "an amount is out of range";
  const bool isCurrency = charge.currency.size() == 3 && std::all_of(charge.currency.begin(), charge.currency.end(),
                                                                     [](char c) { return c >= 'A' && c <= 'Z'; });
  if (!isCurrency) return "a charge has no currency";
  return isUtf8(charge.reference) ? "" : "the order of a charge is not valid UTF-8";
}

std::string ask(StripeProvider& provider, std::uint8_t what) {
  switch (what % 6) {
    case 0:
      return brokenCharge(provider.charge({"accept-1", "1001", 3000, "GBP", "pi_1", true}));
    case 1: {
      const auto found = provider.find("accept-1");
      return found ? brokenCharge(*found) : "";
    }
    case 2:
      return brokenCharge(provider.refund("pi_1"));
    case 3: {
      const auto listed = provider.listSince(kProviderTime - 3'600'000);
      for (const ListedCharge& each : listed.value()) {
        if (each.key.empty()) return "a charge of somebody else is listed";
        if (std::string broken = brokenCharge(each.charge); !broken.empty()) return broken;
      }
      return {};
    }
    case 4:
      return isUtf8(provider.action("pi_1")) ? "" : "a client secret is not valid UTF-8";
    default:
      static_cast<void>(provider.chargesAgain("pi_1"));
      return {};
  }
}

std::string brokenMessage(std::string_view message) {
  const bool isLine = std::all_of(message.begin(), message.end(),
                                  [](char c) { return static_cast<unsigned char>(c) >= 0x20 && c != 0x7f; });
  if (!isLine) return "a message is not one line";
  if (message.size() > 2'000) return "a message is too long";
  return isUtf8(message) ? "" : "a message is not valid UTF-8";
}

}  // namespace

std::string fuzzProvider(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return {};
  auto scripted = std::make_unique<ScriptedStripe>(std::string_view(reinterpret_cast<const char*>(data) + 1, size - 1));
  const ScriptedStripe& stripe = *scripted;
  StripeProvider provider(std::move(scripted), "https://shop.example/thanks", [] { return kProviderTime; });
  std::string broken;
  try {
    broken = ask(provider, data[0]);
  } catch (const PaymentUnknown& error) {
    broken = brokenMessage(error.what());
  } catch (const PaymentKeyReused& error) {
    broken = brokenMessage(error.what());
  } catch (const std::exception& error) {
    return std::string("an answer of Stripe ends in another error: ") + error.what();
  }
  if (!broken.empty()) return broken;
  if (stripe.requests > kMostRequests) return "the requests have no end";
  return stripe.broken;
}

}  // namespace aftermint::fuzz
