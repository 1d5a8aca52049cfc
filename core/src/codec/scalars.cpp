/** @file The syntax of ids and addresses. */
#include "codec/scalars.h"

#include "memory/scratch.h"

namespace aftermint::codec {
namespace {

/** Printable ASCII that needs no escape in an address: no space, no quote, none of < > \ ^ ` { | } */
constexpr bool isAddressChar(char c) {
  return c > ' ' && c <= '~' && indexOf("\"<>\\^`{|}", c) == std::string_view::npos;
}

bool allAddressChars(std::string_view text) {
  for (const char c : text) {
    if (!isAddressChar(c)) return false;
  }
  return true;
}

}  // namespace

bool isId(std::string_view text) {
  if (text.empty() || text.size() > 128) return false;
  for (const char c : text) {
    if (!isLetter(c) && !isDigit(c) && indexOf("._:#+@-", c) == std::string_view::npos) return false;
  }
  return true;
}

bool isUrl(std::string_view text) {
  if (text.size() > kMaxUrl) return false;
  constexpr std::string_view kHttps = "https://";
  if (text.starts_with(kHttps)) return text.size() > kHttps.size() && allAddressChars(text.substr(kHttps.size()));
  if (!text.starts_with('/')) return false;
  return !text.starts_with("//") && allAddressChars(text);
}

}  // namespace aftermint::codec
