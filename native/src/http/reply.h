/** @file The answer to a request that is given later, from any thread. */
#pragma once

#include <exception>
#include <functional>
#include <memory>

#include "http/http.h"

namespace aftermint {

/**
 * Where the answer to one request goes. Copies share it: the first `send` or `fail` counts, and later ones do nothing.
 * If the last copy goes without either, the request has failed.
 */
class Reply {
 public:
  /** Gets the response, or what went wrong; called once, from any thread. It must neither throw nor wait. */
  using Take = std::function<void(Response, std::exception_ptr failure)>;

  explicit Reply(Take take);

  void send(Response response) const;
  void fail(std::exception_ptr failure) const;

 private:
  class State;
  std::shared_ptr<State> state_;
};

/** Starts a handler that answers by a Reply, and waits for its answer. Throws what it fails with. */
[[nodiscard]] Response waitForReply(const std::function<void(const Reply&)>& start);

}  // namespace aftermint
