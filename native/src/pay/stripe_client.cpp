#include "pay/stripe_client.h"

#include <algorithm>
#include <stdexcept>
#include <string_view>
#include <utility>

#include "pay/provider.h"

namespace aftermint {
namespace {

constexpr const char* kVersionHeader = "Stripe-Version: 2024-06-20";

std::string formCoded(const StripeFields& fields) {
  std::string coded;
  for (const auto& [name, value] : fields) {
    coded += (coded.empty() ? "" : "&") + percentCoded(name) + "=" + percentCoded(value);
  }
  return coded;
}

/** Whether a text can be part of a header: visible ASCII without blanks. */
bool isHeaderText(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c > 0x20 && c < 0x7f; });
}

bool isOnThisMachine(std::string_view url) {
  for (const std::string_view host : {"http://127.0.0.1", "http://[::1]", "http://localhost"}) {
    if (!url.starts_with(host)) continue;
    const std::string_view rest = url.substr(host.size());
    return rest.empty() || rest.front() == ':' || rest.front() == '/';
  }
  return false;
}

}  // namespace

StripeClient::StripeClient(StripeAddress address) : address_(std::move(address)) {
  if (!isHeaderText(address_.key))
    throw std::invalid_argument("the secret key of Stripe has a blank in it, or is empty");
  if (!address_.url.starts_with("https://") && !isOnThisMachine(address_.url)) {
    throw std::invalid_argument("the address of Stripe is not https");
  }
  while (address_.url.ends_with('/')) address_.url.pop_back();
}

StripeAnswer StripeClient::send(const std::string& path, const std::string* form, const std::string& key) const {
  CurlRequest request;
  request.url = address_.url + path;
  request.body = form;
  request.headers = {"Authorization: Bearer " + address_.key, kVersionHeader};
  if (!key.empty()) request.headers.push_back("Idempotency-Key: " + key);
  request.isDirect = isOnThisMachine(address_.url);
  request.connect = address_.connect;
  request.whole = address_.answer;
  try {
    const CurlAnswer answer = client_.send(request);
    return readStripeAnswer(answer.status, answer.body);
  } catch (const CurlFailure& failure) {
    throw PaymentUnknown(std::string("Stripe does not answer: ") + failure.what());
  }
}

StripeAnswer StripeClient::get(const std::string& path, const StripeFields& query) const {
  return send(query.empty() ? path : path + "?" + formCoded(query), nullptr, {});
}

StripeAnswer StripeClient::post(const std::string& path, const StripeFields& form, const std::string& key) const {
  const std::string body = formCoded(form);
  return send(path, &body, key);
}

}  // namespace aftermint
