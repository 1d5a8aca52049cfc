#include "pay/stripe_client.h"

#include <curl/curl.h>

#include <algorithm>
#include <cctype>
#include <memory>
#include <stdexcept>
#include <string_view>

#include "pay/provider.h"

namespace aftermint {
namespace {

constexpr std::size_t kAnswerBytes = 8u << 20;
constexpr std::size_t kStripeMessageBytes = 300;
constexpr const char* kVersionHeader = "Stripe-Version: 2024-06-20";

void startCurlForStripe() {
  static const CURLcode code = curl_global_init(CURL_GLOBAL_DEFAULT);
  if (code != CURLE_OK) throw std::runtime_error("libcurl cannot start");
}

std::string formCoded(const StripeFields& fields) {
  constexpr std::string_view kHexDigits = "0123456789ABCDEF";
  std::string coded;
  const auto add = [&](std::string_view text) {
    for (const char c : text) {
      const auto byte = static_cast<unsigned char>(c);
      if (std::isalnum(byte) != 0 || c == '-' || c == '_' || c == '.') {
        coded.push_back(c);
      } else {
        coded += {'%', kHexDigits[byte >> 4U], kHexDigits[byte & 15U]};
      }
    }
  };
  for (const auto& [name, value] : fields) {
    if (!coded.empty()) coded.push_back('&');
    add(name);
    coded.push_back('=');
    add(value);
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

struct StripeIncoming {
  std::string text = {};
  bool isTooLong = false;
};

std::size_t takeStripeBytes(char* bytes, std::size_t, std::size_t count, void* to) {
  auto& incoming = *static_cast<StripeIncoming*>(to);
  if (incoming.text.size() + count > kAnswerBytes) {
    incoming.isTooLong = true;
    return 0;
  }
  incoming.text.append(bytes, count);
  return count;
}

using Headers = std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)>;

void addHeader(Headers& headers, const std::string& line) {
  curl_slist* longer = curl_slist_append(headers.get(), line.c_str());
  if (longer == nullptr) throw PaymentUnknown("there is no memory for a request to Stripe");
  static_cast<void>(headers.release());
  headers.reset(longer);
}

}  // namespace

/** A handle of libcurl, which goes back to the idle ones. */
class StripeClient::Lease {
 public:
  explicit Lease(const StripeClient& client) : client_(client) {
    const std::lock_guard lock(client.mutex_);
    if (client.idle_.empty()) {
      handle = curl_easy_init();
      if (handle == nullptr) throw PaymentUnknown("libcurl has no handle");
    } else {
      handle = client.idle_.back();
      client.idle_.pop_back();
    }
  }
  ~Lease() {
    curl_easy_reset(handle);  // the connection stays open, and nothing of the request remains
    const std::lock_guard lock(client_.mutex_);
    client_.idle_.push_back(handle);
  }
  Lease(const Lease&) = delete;
  Lease& operator=(const Lease&) = delete;
  CURL* handle = nullptr;

 private:
  const StripeClient& client_;
};

StripeClient::StripeClient(StripeAddress address) : address_(std::move(address)) {
  if (!isHeaderText(address_.key))
    throw std::invalid_argument("the secret key of Stripe has a blank in it, or is empty");
  if (!address_.url.starts_with("https://") && !isOnThisMachine(address_.url)) {
    throw std::invalid_argument("the address of Stripe is not https");
  }
  while (address_.url.ends_with('/')) address_.url.pop_back();
  startCurlForStripe();
}

StripeClient::~StripeClient() {
  for (void* handle : idle_) curl_easy_cleanup(handle);
}

StripeAnswer StripeClient::send(const std::string& path, const std::string* form, const std::string& key) const {
  const Lease lease(*this);
  CURL* handle = lease.handle;
  StripeIncoming incoming;
  const std::string url = address_.url + path;
  Headers headers(nullptr, curl_slist_free_all);
  addHeader(headers, "Authorization: Bearer " + address_.key);
  addHeader(headers, kVersionHeader);
  addHeader(headers, "Expect:");
  if (!key.empty()) addHeader(headers, "Idempotency-Key: " + key);
  curl_easy_setopt(handle, CURLOPT_URL, url.c_str());
  curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, "https,http");
  curl_easy_setopt(handle, CURLOPT_FOLLOWLOCATION, 0L);
  curl_easy_setopt(handle, CURLOPT_SSL_VERIFYPEER, 1L);
  curl_easy_setopt(handle, CURLOPT_SSL_VERIFYHOST, 2L);
  curl_easy_setopt(handle, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
  curl_easy_setopt(handle, CURLOPT_NOSIGNAL, 1L);
  if (isOnThisMachine(address_.url)) curl_easy_setopt(handle, CURLOPT_NOPROXY, "*");
  curl_easy_setopt(handle, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(address_.connect.count()));
  curl_easy_setopt(handle, CURLOPT_TIMEOUT_MS, static_cast<long>(address_.answer.count()));
  curl_easy_setopt(handle, CURLOPT_HTTPHEADER, headers.get());
  curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION, takeStripeBytes);
  curl_easy_setopt(handle, CURLOPT_WRITEDATA, &incoming);
  if (form != nullptr) {
    curl_easy_setopt(handle, CURLOPT_POST, 1L);
    curl_easy_setopt(handle, CURLOPT_POSTFIELDS, form->data());
    curl_easy_setopt(handle, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(form->size()));
  }
  const CURLcode code = curl_easy_perform(handle);
  if (incoming.isTooLong) throw PaymentUnknown("the answer of Stripe is too long");
  if (code != CURLE_OK) throw PaymentUnknown(std::string("Stripe does not answer: ") + curl_easy_strerror(code));
  long status = 0;
  curl_easy_getinfo(handle, CURLINFO_RESPONSE_CODE, &status);
  StripeAnswer answer{static_cast<int>(status), Json::parse(incoming.text, nullptr, false)};
  if (!answer.body.is_object()) throw PaymentUnknown("Stripe answers " + std::to_string(status) + " without JSON");
  if (status >= 500 || status == 429) throw PaymentUnknown(stripeMessage(answer));
  return answer;
}

StripeAnswer StripeClient::get(const std::string& path, const StripeFields& query) const {
  return send(query.empty() ? path : path + "?" + formCoded(query), nullptr, {});
}

StripeAnswer StripeClient::post(const std::string& path, const StripeFields& form, const std::string& key) const {
  const std::string body = formCoded(form);
  return send(path, &body, key);
}

std::string stripeError(const StripeAnswer& answer, const char* member) {
  const auto error = answer.body.find("error");
  if (error == answer.body.end() || !error->is_object()) return {};
  const auto found = error->find(member);
  return found != error->end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::string stripeMessage(const StripeAnswer& answer) {
  std::string line = "Stripe answers " + std::to_string(answer.status);
  if (const std::string message = stripeError(answer, "message"); !message.empty()) {
    line += ": " + message.substr(0, kStripeMessageBytes);
  }
  for (char& c : line) {
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) c = ' ';
  }
  return line;
}

}  // namespace aftermint
