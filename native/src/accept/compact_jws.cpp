#include "accept/compact_jws.h"

#include <array>
#include <cstdint>
#include <set>
#include <string>
#include <vector>

namespace aftermint {
namespace {

/** The six bits of a character of base64url; negative for another one. */
int base64UrlBits(char c) {
  if (c >= 'A' && c <= 'Z') return c - 'A';
  if (c >= 'a' && c <= 'z') return c - 'a' + 26;
  if (c >= '0' && c <= '9') return c - '0' + 52;
  if (c == '-') return 62;
  return c == '_' ? 63 : -1;
}

/** The bytes of a base64url text without padding; none if it is not one, or has bits that belong to no byte. */
std::optional<std::string> decodeBase64Url(std::string_view text) {
  std::string bytes;
  std::uint32_t bits = 0;
  int count = 0;
  for (const char c : text) {
    const int six = base64UrlBits(c);
    if (six < 0) return std::nullopt;
    bits = (bits << 6 | static_cast<std::uint32_t>(six)) & 0xffff;
    count += 6;
    if (count < 8) continue;
    count -= 8;
    bytes += static_cast<char>(bits >> count & 0xff);
  }
  const bool hasRest = count == 6 || (bits & ((1u << count) - 1)) != 0;
  if (text.empty() || hasRest) return std::nullopt;
  return bytes;
}

}  // namespace

std::optional<Json> parseUniqueObject(std::string_view text) {
  // The parser takes a NUL for the end of the text.
  if (text.find('\0') != std::string_view::npos) return std::nullopt;
  std::vector<std::set<std::string>> names;  // of the objects that are open
  bool isUnique = true;
  const Json::parser_callback_t watch = [&](int, Json::parse_event_t event, Json& parsed) {
    if (event == Json::parse_event_t::object_start) names.emplace_back();
    if (event == Json::parse_event_t::object_end) names.pop_back();
    if (event == Json::parse_event_t::key) {
      isUnique = names.back().insert(parsed.get_ref<const std::string&>()).second && isUnique;
    }
    return true;
  };
  Json json = Json::parse(text, watch, false);
  if (!isUnique || !json.is_object()) return std::nullopt;
  return json;
}

std::optional<CompactJws> parseCompactJws(std::string_view token) {
  std::array<std::string, 3> parts;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const std::size_t dot = token.find('.');
    if ((dot == std::string_view::npos) != (i + 1 == parts.size())) return std::nullopt;
    auto bytes = decodeBase64Url(token.substr(0, dot));
    if (!bytes) return std::nullopt;
    parts[i] = std::move(*bytes);
    if (dot != std::string_view::npos) token.remove_prefix(dot + 1);
  }
  auto header = parseUniqueObject(parts[0]);
  auto claims = parseUniqueObject(parts[1]);
  if (!header || !claims) return std::nullopt;
  return CompactJws{std::move(*header), std::move(*claims)};
}

}  // namespace aftermint
