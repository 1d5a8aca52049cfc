#include "serve/results_cache.h"

#include <utility>

namespace aftermint {
namespace {

constexpr std::chrono::milliseconds kQuick{100};
constexpr int kRest = 4;

}  // namespace

std::shared_ptr<const report::Report> ResultsCache::keptOf(report::ReportBy by, bool isFresh) {
  const std::lock_guard lock(mutex_);
  const Kept& kept = kept_[static_cast<std::size_t>(by)];
  return !isFresh || now_() < kept.until ? kept.report : nullptr;
}

std::shared_ptr<const report::Report> ResultsCache::get(report::ReportBy by, const Make& make) {
  if (auto fresh = keptOf(by, true)) return fresh;
  std::unique_lock turn(making_, std::try_to_lock);
  if (!turn) {
    if (auto last = keptOf(by, false)) return last;
    turn.lock();
    if (auto fresh = keptOf(by, true)) return fresh;  // the one before has just made it
  }
  const auto begun = now_();
  auto made = std::make_shared<const report::Report>(make());
  const auto ended = now_();
  const std::lock_guard lock(mutex_);
  const auto took = ended - begun;
  kept_[static_cast<std::size_t>(by)] = {made, took < kQuick ? ended : ended + kRest * took};
  return made;
}

}  // namespace aftermint
