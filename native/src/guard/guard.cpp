#include "guard/guard.h"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <utility>

#include "guard/harm.h"

namespace aftermint {

Guard::Guard(GuardParts parts) : parts_(std::move(parts)), table_(parts_.path) { takeOver(); }

Guard::~Guard() {
  {
    const std::lock_guard lock(mutex_);
    isEnding_ = true;
  }
  wake_.notify_all();
  if (thread_.joinable()) thread_.join();
}

void Guard::start(std::chrono::milliseconds interval) {
  thread_ = std::thread([this, interval] { run(interval); });
}

void Guard::run(std::chrono::milliseconds interval) {
  for (;;) {
    try {
      check();
    } catch (const std::exception& error) {
      spdlog::error("the guard could not look for harmful offers and tries again: {}", error.what());
    }
    std::unique_lock lock(mutex_);
    if (wake_.wait_for(lock, interval, [this] { return isEnding_; })) return;
  }
}

void Guard::check() {
  takeOver();
  bool isNew = false;
  for (const OfferStop& harm : harmIn(parts_.store, parts_.book, table_.releases(), parts_.clock())) {
    if (!table_.stop(harm)) continue;
    isNew = true;
    spdlog::warn("offer {} is stopped{}: {}", harm.offer,
                 harm.arm.empty() ? "" : " for arm " + harm.arm + " of experiment " + harm.experiment, harm.because);
  }
  if (isNew) takeOver();
}

void Guard::takeOver() {
  auto next = std::make_shared<const std::vector<OfferStop>>(table_.open());
  std::vector<std::string> ids;
  for (const OfferStop& stop : *next) {
    if (parts_.book.offer(stop.offer) != nullptr) ids.push_back(stop.offer);
  }
  std::sort(ids.begin(), ids.end());
  std::shared_ptr<const std::vector<OfferStop>> before;
  {
    const std::lock_guard lock(mutex_);
    before = std::exchange(stopped_, next);
  }
  parts_.served.stop(std::move(ids));
  if (before == nullptr) return;
  for (const OfferStop& stop : *before) {
    if (!isStopped(stop.offer)) spdlog::warn("offer {} was released and is offered again", stop.offer);
  }
}

bool Guard::isStopped(std::string_view offer) const {
  const std::lock_guard lock(mutex_);
  return std::any_of(stopped_->begin(), stopped_->end(), [&](const OfferStop& each) { return each.offer == offer; });
}

std::vector<OfferStop> Guard::stopped() const {
  const std::lock_guard lock(mutex_);
  return *stopped_;
}

}  // namespace aftermint
