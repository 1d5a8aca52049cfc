/** @file Which handler answers which method and path. */
#pragma once

#include <functional>
#include <vector>

#include "http/http.h"

namespace aftermint {

/** The parts of a path a route's `:name` pieces matched. */
using PathParts = Fields;
using Handler = std::function<Response(const Request&, const PathParts&)>;

struct Route {
  std::string_view method;
  std::string_view pattern;  ///< `/orders/:id/thanks`; a last piece `*name` takes the rest of the path
  std::size_t bodyLimit;     ///< bytes
  Handler handler;
};

/** A table of routes. */
class Router {
 public:
  explicit Router(std::vector<Route> routes) : routes_(std::move(routes)) {}

  struct Match {
    const Route* route = nullptr;  ///< none where null
    PathParts parts;
    std::string allow;  ///< the methods that the path has, if not this one
  };

  /** The route of a method and path; HEAD is answered by GET's. */
  [[nodiscard]] Match match(std::string_view method, std::string_view path) const;

 private:
  std::vector<Route> routes_;
};

}  // namespace aftermint
