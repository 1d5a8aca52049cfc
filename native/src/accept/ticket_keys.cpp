#include "accept/ticket_keys.h"

#include <algorithm>

#include "secret_file.h"
#include "text.h"
#include "unusable.h"

namespace aftermint {
namespace {

constexpr const char* kKeyFileHint =
    "Write one key a line, the newest first: an id, a blank, and 32 characters or more.";

bool isKeyId(std::string_view id) {
  return !id.empty() && id.size() <= kMaxTicketKeyId && std::all_of(id.begin(), id.end(), [](char c) {
    return isAsciiLetter(c) || isDigit(c) || c == '-' || c == '_' || c == '.';
  });
}

bool isKeySecret(std::string_view secret) {
  return secret.size() >= kMinTicketKey &&
         std::all_of(secret.begin(), secret.end(), [](char c) { return c > 0x20 && c < 0x7f; });
}

}  // namespace

TicketKeys parseTicketKeys(std::string_view text, const std::string& file) {
  TicketKeys keys;
  std::size_t number = 0;
  const auto refuse = [&](const std::string& message) {
    throw Unusable(ErrorCode::Usage, message, kKeyFileHint, file, number);
  };
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = trimmed(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    ++number;
    if (line.empty() || line.starts_with('#')) continue;
    const std::size_t blank = line.find_first_of(" \t");
    const std::string_view id = line.substr(0, blank);
    // The message must not show the line: it may be a key.
    if (blank == std::string_view::npos || !isKeyId(id)) refuse("this line is not an id and a key");
    const std::string_view secret = trimmed(line.substr(blank));
    if (!isKeySecret(secret)) refuse("the key of " + std::string(id) + " is not 32 printable characters or more");
    if (std::any_of(keys.begin(), keys.end(), [&](const TicketKey& each) { return each.id == id; })) {
      refuse("the id " + std::string(id) + " is there twice");
    }
    keys.push_back({std::string(id), std::string(secret)});
  }
  number = 0;
  if (keys.empty()) refuse("there is no key in this file");
  return keys;
}

TicketKeys loadTicketKeys(const std::string& file, const std::string& key) {
  TicketKeys keys;
  if (!file.empty()) keys = parseTicketKeys(readSecretFile(file, "Give a file with the keys of order tickets."), file);
  if (key.empty()) return keys;
  if (key.size() < kMinTicketKey) {
    throw Unusable(ErrorCode::Usage, "AFTERMINT_SIGNING_KEY needs 32 bytes or more",
                   "Set the key with which your shop's server signs order tickets.");
  }
  keys.push_back({"", key});
  return keys;
}

std::vector<const TicketKey*> keysFor(const TicketKeys& keys, std::string_view kid) {
  std::vector<const TicketKey*> chosen;
  const auto take = [&](const auto& fits) {
    for (const TicketKey& key : keys) {
      if (fits(key)) chosen.push_back(&key);
    }
  };
  if (kid.empty()) {
    take([](const TicketKey&) { return true; });
    return chosen;
  }
  take([&](const TicketKey& key) { return key.id == kid; });
  if (chosen.empty()) take([](const TicketKey& key) { return key.id.empty(); });
  return chosen;
}

}  // namespace aftermint
