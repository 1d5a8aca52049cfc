#include "http/router.h"

#include <utility>

namespace aftermint {
namespace {

/** Takes the piece up to the next slash off the front, slash included. */
std::string_view takePiece(std::string_view& path) {
  const std::size_t end = path.find('/');
  const std::string_view piece = path.substr(0, end);
  path = end == std::string_view::npos ? std::string_view() : path.substr(end + 1);
  return piece;
}

bool matches(std::string_view pattern, std::string_view path, PathParts& parts) {
  if (pattern == path) return true;
  pattern.remove_prefix(1);
  path.remove_prefix(1);
  while (!pattern.empty()) {
    const bool more = !path.empty();
    if (!more) return false;
    if (pattern.front() == '*') {
      parts[std::string(pattern.substr(1))] = std::string(path);
      return true;
    }
    const std::size_t patternSlash = pattern.find('/'), pathSlash = path.find('/');
    if ((patternSlash == std::string_view::npos) != (pathSlash == std::string_view::npos)) return false;
    const std::string_view wanted = takePiece(pattern), piece = takePiece(path);
    if (wanted.front() == ':') {
      if (piece.empty()) return false;
      parts[std::string(wanted.substr(1))] = std::string(piece);
    } else if (wanted != piece) {
      return false;
    }
  }
  return path.empty();
}

}  // namespace

Route laterRoute(std::string_view method, std::string_view pattern, std::size_t bodyLimit, LaterHandler later) {
  Handler handler = [later](const Request& request, const PathParts& parts) {
    return waitForReply([&](const Reply& reply) { later(request, parts, reply); });
  };
  return {method, pattern, bodyLimit, std::move(handler), std::move(later)};
}

Router::Match Router::match(std::string_view method, std::string_view path) const {
  const std::string_view wanted = method == "HEAD" ? "GET" : method;
  Match match;
  for (const Route& route : routes_) {
    PathParts parts;
    if (!matches(route.pattern, path, parts)) continue;
    if (route.method == wanted) {
      match.route = &route;
      match.parts = std::move(parts);
      return match;
    }
    if (!match.allow.empty()) match.allow += ", ";
    match.allow += route.method;
    if (route.method == "GET") match.allow += ", HEAD";
  }
  return match;
}

}  // namespace aftermint
