/** @file Which handler answers which method and path. */
#pragma once

#include <functional>
#include <vector>

#include "http/http.h"
#include "http/reply.h"

namespace aftermint {

/** What the `:name` and `*name` pieces of a pattern matched, by name. */
using PathParts = Fields;
/** Answers a request; called from several threads. */
using Handler = std::function<Response(const Request&, const PathParts&)>;
/**
 * Begins to answer a request, which lives until then. What it throws is the same as `fail`. It keeps its thread only
 * while it works, so that more requests than threads can wait for the disk together.
 */
using LaterHandler = std::function<void(const Request&, const PathParts&, const Reply&)>;

/** A method, a pattern of paths, and their handler. */
struct Route {
  std::string_view method;
  std::string_view pattern;  ///< `/orders/:id/thanks`; a last piece `*name` takes the rest of the path
  std::size_t bodyLimit;     ///< the largest body, in bytes; 0: no body
  Handler handler;
  LaterHandler later = {};  ///< if set, a server may call it instead of `handler`
};

/** A route that answers later; its `handler` waits for that answer. */
[[nodiscard]] Route laterRoute(std::string_view method, std::string_view pattern, std::size_t bodyLimit,
                               LaterHandler later);

/** A table of routes; the first that matches counts. */
class Router {
 public:
  explicit Router(std::vector<Route> routes) : routes_(std::move(routes)) {}

  /** What `match` found. */
  struct Match {
    const Route* route = nullptr;  ///< null: none
    PathParts parts;
    std::string allow;  ///< if there is no route: the methods of other routes of this path ("GET, HEAD"); empty: none
  };

  /** The route of a method and path; HEAD uses the route of GET. */
  [[nodiscard]] Match match(std::string_view method, std::string_view path) const;

 private:
  std::vector<Route> routes_;
};

}  // namespace aftermint
