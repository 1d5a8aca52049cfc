#include "ids.h"

#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/rand.h>

#include <array>
#include <stdexcept>

namespace aftermint {
namespace {

template <std::size_t N>
std::array<unsigned char, N> randomBytes() {
  std::array<unsigned char, N> bytes{};
  if (RAND_bytes(bytes.data(), static_cast<int>(N)) != 1) throw std::runtime_error("the system has no random bytes");
  return bytes;
}

std::string hex(const unsigned char* bytes, std::size_t count) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string text;
  text.reserve(count * 2);
  for (std::size_t i = 0; i < count; ++i) {
    text += kDigits[bytes[i] >> 4];
    text += kDigits[bytes[i] & 15];
  }
  return text;
}

std::string digest(const EVP_MD* algorithm, std::string_view text) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> bytes{};
  unsigned int size = 0;
  if (EVP_Digest(text.data(), text.size(), bytes.data(), &size, algorithm, nullptr) != 1) {
    throw std::runtime_error("OpenSSL does not provide the hash");
  }
  return {reinterpret_cast<const char*>(bytes.data()), size};
}

}  // namespace

std::string randomId() {
  const auto bytes = randomBytes<16>();
  return hex(bytes.data(), bytes.size());
}

std::string randomLetters(std::size_t length) {
  constexpr std::string_view kLetters = "23456789abcdefghjkmnpqrstuvwxyz_";  // 32 characters; the last one is skipped
  std::string text;
  while (text.size() < length) {
    const char letter = kLetters[randomBytes<1>()[0] & 31];
    if (letter != '_') text += letter;
  }
  return text;
}

std::string randomKey() {
  const auto bytes = randomBytes<32>();
  return hex(bytes.data(), bytes.size());
}

std::string uuidV7(Millis now) {
  auto bytes = randomBytes<16>();
  for (int i = 0; i < 6; ++i) bytes[static_cast<std::size_t>(i)] = static_cast<unsigned char>(now >> (40 - 8 * i));
  bytes[6] = static_cast<unsigned char>(0x70 | (bytes[6] & 0x0f));
  bytes[8] = static_cast<unsigned char>(0x80 | (bytes[8] & 0x3f));
  std::string text = hex(bytes.data(), bytes.size());
  for (const std::size_t at : {8u, 13u, 18u, 23u}) text.insert(at, "-");
  return text;
}

std::string sha256Hex(std::string_view text) {
  const std::string bytes = digest(EVP_sha256(), text);
  return hex(reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
}

std::string hmacSha256Hex(std::string_view key, std::string_view text) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> bytes{};
  unsigned int size = 0;
  if (HMAC(EVP_sha256(), key.data(), static_cast<int>(key.size()), reinterpret_cast<const unsigned char*>(text.data()),
           text.size(), bytes.data(), &size) == nullptr) {
    throw std::runtime_error("OpenSSL does not provide HMAC");
  }
  return hex(bytes.data(), size);
}

std::string integrityOf(std::string_view text) {
  const std::string bytes = digest(EVP_sha384(), text);
  std::string base64(((bytes.size() + 2) / 3) * 4, '\0');
  EVP_EncodeBlock(reinterpret_cast<unsigned char*>(base64.data()), reinterpret_cast<const unsigned char*>(bytes.data()),
                  static_cast<int>(bytes.size()));
  return "sha384-" + base64;
}

}  // namespace aftermint
