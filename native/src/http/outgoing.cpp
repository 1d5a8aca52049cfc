#include "http/outgoing.h"

#include <array>
#include <ctime>
#include <stdexcept>

namespace aftermint {
namespace {

/** The time as a `Date` header has it (RFC 9110). */
std::string dateHeader() {
  const std::time_t now = std::time(nullptr);
  std::tm parts{};
  gmtime_r(&now, &parts);
  std::array<char, 40> text{};
  const std::size_t size = std::strftime(text.data(), text.size(), "%a, %d %b %Y %H:%M:%S GMT", &parts);
  return {text.data(), size};
}

/** Beast writes headers as they are, so a line break in a value would begin another header. */
void requireOneLine(const std::string& name, const std::string& value) {
  constexpr std::string_view kBreaks("\r\n\0", 3);
  if (value.find_first_of(kBreaks) == std::string::npos) return;
  throw std::runtime_error("the header " + name + " of an answer has a line break");
}

}  // namespace

Outgoing::Outgoing(Response response, const OutgoingStyle& style) : response_(std::move(response)) {
  using boost::beast::http::field;
  const int status = response_.status;
  const bool hasBody = status != 304 && status != 204;
  message_.version(style.version);
  message_.result(static_cast<unsigned>(status));
  message_.keep_alive(style.keepAlive);
  message_.set(field::date, dateHeader());
  if (!style.request.empty()) message_.set("X-Request-Id", style.request);
  for (const auto& [name, value] : response_.headers) {
    requireOneLine(name, value);
    message_.insert(name, value);
  }
  if (hasBody && status != 303) message_.set(field::content_type, response_.contentType);
  const std::string_view content = response_.content();
  if (hasBody) message_.content_length(content.size());
  if (hasBody && !style.headOnly) message_.body() = {content.data(), content.size()};
}

}  // namespace aftermint
