#include "codec/scalars.h"

#include "memory/scratch.h"

namespace aftermint::codec {
namespace {

constexpr bool isUpper(char c) { return c >= 'A' && c <= 'Z'; }
constexpr bool isLetter(char c) { return isUpper(c) || (c >= 'a' && c <= 'z'); }

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

bool isLocale(std::string_view text) {
  if (text.size() > kMaxLocale) return false;
  std::size_t start = 0;
  bool first = true;
  while (start <= text.size()) {
    std::size_t end = indexOf(text, '-', start);
    if (end == std::string_view::npos) end = text.size();
    const std::string_view subtag = text.substr(start, end - start);
    if (subtag.size() < 2 || subtag.size() > (first ? 3u : 8u)) return false;
    for (const char c : subtag) {
      if (!isLetter(c) && (first || !isDigit(c))) return false;
    }
    first = false;
    start = end + 1;
  }
  return true;
}

bool isCurrency(std::string_view text) {
  return text.size() == 3 && isUpper(text[0]) && isUpper(text[1]) && isUpper(text[2]);
}

std::size_t codePoints(std::string_view utf8) {
  std::size_t count = 0;
  for (const char c : utf8) count += (static_cast<unsigned char>(c) & 0xC0u) != 0x80u;
  return count;
}

}  // namespace aftermint::codec
