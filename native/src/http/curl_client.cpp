#include "http/curl_client.h"

#include <curl/curl.h>

#include <array>
#include <cctype>
#include <cstdlib>
#include <exception>
#include <memory>

namespace aftermint {
namespace {

constexpr long kOk = 200;

void startCurl() {
  static const CURLcode code = curl_global_init(CURL_GLOBAL_DEFAULT);
  if (code != CURLE_OK) throw std::runtime_error("libcurl cannot start");
}

/** Where libcurl's callback writes. */
struct CurlIncoming {
  CURL* handle;
  const CurlRequest& request;
  std::string text = {};
  bool isTooLong = false;
  std::exception_ptr thrown = nullptr;
};

std::size_t takeCurlBytes(char* bytes, std::size_t, std::size_t count, void* to) {
  auto& incoming = *static_cast<CurlIncoming*>(to);
  long status = 0;
  curl_easy_getinfo(incoming.handle, CURLINFO_RESPONSE_CODE, &status);
  if (incoming.request.stream && status == kOk) {
    try {
      incoming.request.stream({bytes, count});
    } catch (...) {
      incoming.thrown = std::current_exception();
      return 0;
    }
    return count;
  }
  if (incoming.text.size() + count > incoming.request.most) {
    incoming.isTooLong = true;
    return 0;
  }
  incoming.text.append(bytes, count);
  return count;
}

using HeaderList = std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)>;

void addHeader(HeaderList& headers, const std::string& line) {
  curl_slist* longer = curl_slist_append(headers.get(), line.c_str());
  if (longer == nullptr) throw std::bad_alloc();
  static_cast<void>(headers.release());
  headers.reset(longer);
}

/** Whether the request can never succeed as it is: the certificate, or the URL itself, is wrong. */
bool isFinal(CURLcode code) {
  return code == CURLE_PEER_FAILED_VERIFICATION || code == CURLE_SSL_CACERT_BADFILE ||
         code == CURLE_UNSUPPORTED_PROTOCOL || code == CURLE_URL_MALFORMAT;
}

}  // namespace

/** A handle of libcurl, which goes back to the idle ones. */
class CurlClient::Lease {
 public:
  explicit Lease(const CurlClient& client) : client_(client) {
    const std::lock_guard lock(client.mutex_);
    if (client.idle_.empty()) {
      handle = curl_easy_init();
      if (handle == nullptr) throw CurlFailure("libcurl has no handle", true);
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
  const CurlClient& client_;
};

CurlClient::CurlClient() {
  startCurl();
  // libcurl itself does not read this variable of OpenSSL.
  if (const char* file = std::getenv("SSL_CERT_FILE"); file != nullptr) authorities_ = file;
}

CurlClient::~CurlClient() {
  for (void* handle : idle_) curl_easy_cleanup(handle);
}

CurlAnswer CurlClient::send(const CurlRequest& request) const {
  const Lease lease(*this);
  CURL* handle = lease.handle;
  CurlIncoming incoming{handle, request};
  std::array<char, CURL_ERROR_SIZE> message{};
  HeaderList headers(nullptr, curl_slist_free_all);
  for (const std::string& line : request.headers) addHeader(headers, line);
  addHeader(headers, "Expect:");  // `Expect: 100-continue` would cost a round trip
  curl_easy_setopt(handle, CURLOPT_ERRORBUFFER, message.data());
  curl_easy_setopt(handle, CURLOPT_URL, request.url.c_str());
  curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, "https,http");
  curl_easy_setopt(handle, CURLOPT_FOLLOWLOCATION, 0L);
  curl_easy_setopt(handle, CURLOPT_SSL_VERIFYPEER, 1L);
  curl_easy_setopt(handle, CURLOPT_SSL_VERIFYHOST, 2L);
  curl_easy_setopt(handle, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
  if (!authorities_.empty()) curl_easy_setopt(handle, CURLOPT_CAINFO, authorities_.c_str());
  curl_easy_setopt(handle, CURLOPT_NOSIGNAL, 1L);
  if (request.isDirect) curl_easy_setopt(handle, CURLOPT_NOPROXY, "*");
  curl_easy_setopt(handle, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(request.connect.count()));
  curl_easy_setopt(handle, CURLOPT_TIMEOUT_MS, static_cast<long>(request.whole.count()));
  if (!request.user.empty() || !request.password.empty()) {
    curl_easy_setopt(handle, CURLOPT_HTTPAUTH, CURLAUTH_BASIC);
    curl_easy_setopt(handle, CURLOPT_USERNAME, request.user.c_str());
    curl_easy_setopt(handle, CURLOPT_PASSWORD, request.password.c_str());
  }
  curl_easy_setopt(handle, CURLOPT_HTTPHEADER, headers.get());
  curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION, takeCurlBytes);
  curl_easy_setopt(handle, CURLOPT_WRITEDATA, &incoming);
  if (request.body != nullptr) {
    curl_easy_setopt(handle, CURLOPT_POST, 1L);
    curl_easy_setopt(handle, CURLOPT_POSTFIELDS, request.body->data());
    curl_easy_setopt(handle, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(request.body->size()));
  }
  const CURLcode code = curl_easy_perform(handle);
  if (incoming.thrown) std::rethrow_exception(incoming.thrown);
  if (incoming.isTooLong) {
    throw CurlFailure("the answer has more than " + std::to_string(request.most) + " bytes", false);
  }
  if (code != CURLE_OK) {
    throw CurlFailure(message.front() != '\0' ? message.data() : curl_easy_strerror(code), !isFinal(code));
  }
  long status = 0;
  curl_easy_getinfo(handle, CURLINFO_RESPONSE_CODE, &status);
  return {static_cast<int>(status), std::move(incoming.text)};
}

std::string percentCoded(std::string_view text) {
  constexpr std::string_view kHexDigits = "0123456789ABCDEF";
  std::string coded;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (std::isalnum(byte) != 0 || c == '-' || c == '_' || c == '.') {
      coded.push_back(c);
    } else {
      coded += {'%', kHexDigits[byte >> 4U], kHexDigits[byte & 15U]};
    }
  }
  return coded;
}

}  // namespace aftermint
