#include "http/reply.h"

#include <atomic>
#include <future>
#include <stdexcept>
#include <utility>

namespace aftermint {

class Reply::State {
 public:
  explicit State(Take take) : take_(std::move(take)) {}
  ~State() {
    if (!isTaken_) take_({}, std::make_exception_ptr(std::runtime_error("a handler gave no answer")));
  }
  State(const State&) = delete;
  State& operator=(const State&) = delete;

  void take(Response response, std::exception_ptr failure) {
    if (!isTaken_.exchange(true)) take_(std::move(response), std::move(failure));
  }

 private:
  Take take_;
  std::atomic<bool> isTaken_ = false;
};

Reply::Reply(Take take) : state_(std::make_shared<State>(std::move(take))) {}

void Reply::send(Response response) const { state_->take(std::move(response), nullptr); }

void Reply::fail(std::exception_ptr failure) const { state_->take({}, std::move(failure)); }

Response waitForReply(const std::function<void(const Reply&)>& start) {
  const auto answer = std::make_shared<std::promise<Response>>();
  std::future<Response> given = answer->get_future();
  start(Reply([answer](Response response, const std::exception_ptr& failure) {
    if (failure) {
      answer->set_exception(failure);
    } else {
      answer->set_value(std::move(response));
    }
  }));
  return given.get();
}

}  // namespace aftermint
