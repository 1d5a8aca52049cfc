#include "events/event_signature.h"

#include <openssl/crypto.h>

#include <charconv>
#include <stdexcept>

#include "ids.h"

namespace aftermint {
namespace {

/** Calls `take` with each piece of a text between commas, without blanks around it. */
template <class Take>
void eachPiece(std::string_view text, Take take) {
  while (!text.empty()) {
    const std::size_t comma = text.find(',');
    std::string_view piece = text.substr(0, comma);
    while (piece.starts_with(' ')) piece.remove_prefix(1);
    while (piece.ends_with(' ')) piece.remove_suffix(1);
    take(piece);
    text = comma == std::string_view::npos ? std::string_view() : text.substr(comma + 1);
  }
}

std::string signatureOf(std::string_view seconds, std::string_view body, std::string_view key) {
  return hmacSha256Hex(key, std::string(seconds) + "." + std::string(body));
}

}  // namespace

std::vector<std::string> eventKeysOf(std::string_view text) {
  std::vector<std::string> keys;
  eachPiece(text, [&](std::string_view key) {
    if (key.size() < kMinEventKey) throw std::runtime_error("each key of AFTERMINT_EVENT_KEYS needs 32 bytes or more");
    keys.emplace_back(key);
  });
  return keys;
}

std::string signEvents(std::string_view body, std::string_view key, Millis now) {
  const std::string seconds = std::to_string(now / 1000);
  return "t=" + seconds + ",v1=" + signatureOf(seconds, body, key);
}

std::optional<RequestFault> refuseSignature(std::string_view header, std::string_view body,
                                            const std::vector<std::string>& keys, Millis now) {
  std::string_view seconds;
  std::vector<std::string_view> signatures;
  eachPiece(header, [&](std::string_view piece) {
    if (piece.starts_with("t=")) seconds = piece.substr(2);
    if (piece.starts_with("v1=")) signatures.push_back(piece.substr(3));
  });
  std::int64_t time = 0;
  const auto [end, error] = std::from_chars(seconds.data(), seconds.data() + seconds.size(), time);
  constexpr std::int64_t kLatest = 253'402'300'799;  // the year 9999
  if (error != std::errc() || end != seconds.data() + seconds.size() || time < 0 || time > kLatest) {
    return RequestFault::SignatureInvalid;
  }
  bool isValid = false;
  for (const std::string& key : keys) {
    const std::string expected = signatureOf(seconds, body, key);
    for (const std::string_view signature : signatures) {
      isValid |=
          signature.size() == expected.size() && CRYPTO_memcmp(signature.data(), expected.data(), expected.size()) == 0;
    }
  }
  if (!isValid) return RequestFault::SignatureInvalid;
  const Millis apart = now - time * 1000;
  if (apart > kSignatureMillis || apart < -kSignatureMillis) return RequestFault::SignatureExpired;
  return std::nullopt;
}

}  // namespace aftermint
