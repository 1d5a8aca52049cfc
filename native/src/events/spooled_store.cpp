#include "events/spooled_store.h"

#include <algorithm>
#include <exception>
#include <iterator>
#include <utility>

#include "clock.h"
#include "events/event_queue.h"
#include "log.h"
#include "telemetry/metrics.h"

namespace aftermint {
namespace {

constexpr std::size_t kGroupEvents = 500;         // handed over together
constexpr std::size_t kSpoolEvents = 5'000;       // written with one sync
constexpr std::size_t kMaxQueuedEvents = 20'000;  // of pages

using std::chrono::steady_clock;

std::string spoolReason(const std::exception_ptr& failure) {
  try {
    std::rethrow_exception(failure);
  } catch (const std::exception& error) {
    return error.what();
  } catch (...) {
    return "unknown";
  }
}

}  // namespace

SpooledStore::SpooledStore(Open open, SpoolOptions options)
    : open_(std::move(open)), options_(std::move(options)), spool_(options_.folder, options_.bytes) {
  since_ = systemMillis();
  {
    Lock lock(mutex_);
    openStore(lock);
    if (store_ == nullptr || !spool_.isEmpty()) beginSpooling(reason_);
  }
  sender_ = std::thread([this] { send(); });
  spooler_ = std::thread([this] { spool(); });
}

SpooledStore::~SpooledStore() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  toSender_.notify_one();
  sender_.join();
  spooler_.join();
}

Store& SpooledStore::store() {
  const std::lock_guard lock(mutex_);
  if (store_ == nullptr) throw StoreError("the event store cannot be reached: " + reason_);
  return *store_;
}

void SpooledStore::append(std::vector<Event> events) { appendAndWait(*this, std::move(events)); }

void SpooledStore::appendThen(std::vector<Event> events, AppendDone done) {
  if (events.empty()) return done(nullptr);
  const bool isServer = events.front().trusted;
  {
    Lock lock(mutex_);
    if (!isServer && pageEvents_ > 0 && pageEvents_ + events.size() > kMaxQueuedEvents) {
      lock.unlock();
      return done(std::make_exception_ptr(StoreError("too many events wait to be stored")));
    }
    if (!isServer) pageEvents_ += events.size();
    (isServer ? fromServer_ : fromPages_).push_back({std::move(events), std::move(done)});
    (isSpooling_ ? toSpooler_ : toSender_).notify_one();
  }
}

void SpooledStore::probeWrite() {
  try {
    Lock lock(mutex_);
    if (!isSpooling_) {
      Store& reached = *store_;
      lock.unlock();
      return reached.probeWrite();
    }
  } catch (const StoreError&) {
    // The next events will go to the spool.
  }
  spool_.probeWrite();
}

std::optional<SpoolState> SpooledStore::spooled() {
  const std::lock_guard lock(mutex_);
  if (!isSpooling_) return std::nullopt;
  return SpoolState{spool_.bytes(), since_, reason_};
}

std::vector<SpooledStore::Waiting> SpooledStore::takeQueue(std::size_t events) {
  std::vector<Waiting> taken;
  std::size_t count = 0;
  for (std::deque<Waiting>* line : {&fromServer_, &fromPages_}) {
    while (!line->empty() && (count == 0 || count + line->front().events.size() <= events)) {
      count += line->front().events.size();
      if (line == &fromPages_) pageEvents_ -= line->front().events.size();
      taken.push_back(std::move(line->front()));
      line->pop_front();
    }
  }
  return taken;
}

void SpooledStore::beginSpooling(const std::string& reason) {
  reason_ = reason;
  toSpooler_.notify_one();
  if (isSpooling_) return;
  isSpooling_ = true;
  metrics().spoolActive.Set(1);
  toSender_.notify_one();
  logWith(LogLevel::Warn, "events go to the spool", {{"error", reason_}});
}

void SpooledStore::endSpooling() {
  isSpooling_ = false;
  metrics().spoolActive.Set(0);
  reason_.clear();
  logWith(LogLevel::Info, "the spool is empty: events go to the store", {});
}

void SpooledStore::pause(Lock& lock) {
  retry_ = retry_.count() == 0 ? options_.shortestRetry : std::min(retry_ * 2, options_.longestRetry);
  toSender_.wait_for(lock, retry_, [this] { return stopping_; });
}

// ---- The sender: one thread that talks to the store.

void SpooledStore::send() {
  Lock lock(mutex_);
  for (;;) {
    if (isSpooling_) {
      if (stopping_) break;
      if (store_ == nullptr) {
        openStore(lock);
        if (store_ == nullptr) pause(lock);
      } else {
        drain(lock);
      }
      continue;
    }
    toSender_.wait(lock, [this] { return stopping_ || isSpooling_ || !fromServer_.empty() || !fromPages_.empty(); });
    if (isSpooling_) continue;
    if (fromServer_.empty() && fromPages_.empty()) break;
    handOver(lock);
  }
  senderIsDone_ = true;
  toSpooler_.notify_one();
}

void SpooledStore::openStore(Lock& lock) {
  lock.unlock();
  std::unique_ptr<Store> opened;
  std::string reason;
  try {
    opened = open_();
  } catch (const StoreError& error) {
    reason = error.what();
  }
  lock.lock();
  if (!opened) {
    reason_ = reason;
    return;
  }
  opened_ = std::move(opened);
  store_ = opened_.get();
  retry_ = std::chrono::milliseconds(0);
}

void SpooledStore::handOver(Lock& lock) {
  inFlight_.emplace(InFlight{takeQueue(kGroupEvents), steady_clock::now() + options_.patience});
  std::vector<Event> events;
  for (const Waiting& batch : inFlight_->batches) {
    events.insert(events.end(), batch.events.begin(), batch.events.end());
  }
  lock.unlock();
  std::exception_ptr failure;
  try {
    store_->append(std::move(events));
  } catch (...) {
    failure = std::current_exception();
  }
  lock.lock();
  if (!inFlight_) return;  // it took too long, and the spooler has the events
  std::vector<Waiting> batches = std::move(inFlight_->batches);
  inFlight_.reset();
  lock.unlock();
  if (failure) {
    try {
      std::rethrow_exception(failure);
    } catch (const UnstorableEvent&) {
      storeEachOf(batches, failure);
    } catch (...) {
    }
  } else {
    for (const Waiting& batch : batches) batch.done(nullptr);
    batches.clear();
  }
  lock.lock();
  if (batches.empty()) {
    since_ = systemMillis();
    return;
  }
  failed_.insert(failed_.end(), std::move_iterator(batches.begin()), std::move_iterator(batches.end()));
  beginSpooling(spoolReason(failure));
  pause(lock);
}

void SpooledStore::storeEachOf(std::vector<Waiting>& batches, std::exception_ptr& unreachable) {
  std::vector<Waiting> left;
  for (Waiting& batch : batches) {
    if (left.empty()) {
      try {
        store_->append(batch.events);
        batch.done(nullptr);
        continue;
      } catch (const UnstorableEvent&) {
        batch.done(std::current_exception());
        continue;
      } catch (...) {
        unreachable = std::current_exception();
      }
    }
    left.push_back(std::move(batch));
  }
  batches = std::move(left);
}

void SpooledStore::drain(Lock& lock) {
  lock.unlock();
  std::exception_ptr failure;
  bool wasEmpty = false;
  try {
    const std::vector<std::vector<Event>> batches = spool_.next(kGroupEvents);
    wasEmpty = batches.empty();
    if (!wasEmpty) {
      std::vector<Event> events;
      for (const std::vector<Event>& batch : batches) events.insert(events.end(), batch.begin(), batch.end());
      try {
        store_->append(std::move(events));
      } catch (const UnstorableEvent&) {
        storeEachOf(batches);
      }
      spool_.advance();
    }
  } catch (...) {
    failure = std::current_exception();
  }
  lock.lock();
  if (failure) {
    reason_ = spoolReason(failure);
    logWith(LogLevel::Warn, "the spool cannot be handed over yet", {{"error", reason_}});
    return pause(lock);
  }
  retry_ = std::chrono::milliseconds(0);
  reason_.clear();
  since_ = systemMillis();
  if (!wasEmpty) return;
  // What is about to be spooled comes before what is not yet.
  if (spool_.isEmpty() && !isWriting_ && failed_.empty()) return endSpooling();
  toSender_.wait(lock, [this] { return stopping_ || !isWriting_; });
}

void SpooledStore::storeEachOf(const std::vector<std::vector<Event>>& batches) {
  for (const std::vector<Event>& batch : batches) {
    for (const Event& event : batch) {
      try {
        store_->append({event});
      } catch (const UnstorableEvent& error) {
        logWith(LogLevel::Error, "the store refused an event of the spool, which is kept in refused.ndjson",
                {{"event", event.id}, {"error", error.what()}});
        spool_.keepRefused(event);
      }
    }
  }
}

// ---- The spooler: one thread that writes the spool, and does not wait for the store.

std::vector<SpooledStore::Waiting> SpooledStore::takeForSpool() {
  std::vector<Waiting> taken = std::exchange(failed_, {});
  if (taken.empty() && inFlight_ && steady_clock::now() >= inFlight_->until) {
    taken = std::move(inFlight_->batches);
    inFlight_.reset();
    beginSpooling("the event store did not answer in time");
  }
  if (isSpooling_ && taken.empty()) taken = takeQueue(kSpoolEvents);
  return taken;
}

void SpooledStore::spool() {
  Lock lock(mutex_);
  for (;;) {
    std::vector<Waiting> taken = takeForSpool();
    if (taken.empty()) {
      if (senderIsDone_) return;
      toSpooler_.wait_for(lock, options_.patience / 4);  // the time of what is in flight is looked at now and then
      continue;
    }
    isWriting_ = true;
    lock.unlock();
    std::exception_ptr failure;
    try {
      std::vector<std::vector<Event>> batches;
      for (Waiting& each : taken) batches.push_back(std::move(each.events));
      spool_.append(batches);
    } catch (...) {
      failure = std::current_exception();
    }
    for (const Waiting& each : taken) each.done(failure);
    lock.lock();
    isWriting_ = false;
    toSender_.notify_one();
  }
}

}  // namespace aftermint
