#include "events/event_queue.h"

#include <future>
#include <utility>

namespace aftermint {
namespace {

constexpr std::size_t kMostPageEvents = 20'000;  // some seconds of work, and some MB

}  // namespace

void EventQueue::add(std::vector<Event> events, AppendDone done) {
  if (events.empty()) return done(nullptr);
  const bool isServer = events.front().trusted;
  {
    std::unique_lock lock(mutex_);
    if (!isServer && pageEvents_ > 0 && pageEvents_ + events.size() > kMostPageEvents) {
      lock.unlock();
      return done(std::make_exception_ptr(StoreError("too many events wait to be stored")));
    }
    if (!isServer) pageEvents_ += events.size();
    (isServer ? fromServer_ : fromPages_).push_back({std::move(events), std::move(done)});
  }
  changed_.notify_one();
}

std::vector<WaitingEvents> EventQueue::take() {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [this] { return isClosed_ || !fromServer_.empty() || !fromPages_.empty(); });
  std::vector<WaitingEvents> batch;
  std::size_t events = 0;
  for (std::deque<WaitingEvents>* line : {&fromServer_, &fromPages_}) {
    while (!line->empty() && (events == 0 || events + line->front().events.size() <= mostTaken_)) {
      events += line->front().events.size();
      if (line == &fromPages_) pageEvents_ -= line->front().events.size();
      batch.push_back(std::move(line->front()));
      line->pop_front();
    }
  }
  return batch;
}

void EventQueue::close() {
  {
    const std::lock_guard lock(mutex_);
    isClosed_ = true;
  }
  changed_.notify_one();
}

std::size_t EventQueue::size() {
  const std::lock_guard lock(mutex_);
  return fromServer_.size() + fromPages_.size();
}

void appendAndWait(Store& store, std::vector<Event> events) {
  std::promise<void> written;
  store.appendThen(std::move(events), [&written](const std::exception_ptr& failure) {
    if (failure) {
      written.set_exception(failure);
    } else {
      written.set_value();
    }
  });
  written.get_future().get();
}

}  // namespace aftermint
