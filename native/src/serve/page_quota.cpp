#include "serve/page_quota.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace aftermint {

double TokenBuckets::leftIn(const Bucket& bucket, QuotaTime now) const {
  const double seconds = std::chrono::duration<double>(now - bucket.at).count();
  return std::min(burst_, bucket.left + std::max(0.0, seconds) * perSecond_);
}

std::chrono::duration<double> TokenBuckets::waitFor(std::string_view name, double count, QuotaTime now) const {
  using Seconds = std::chrono::duration<double>;
  if (burst_ <= 0) return Seconds(0);
  const auto found = buckets_.find(keyOf(name));
  if (found == buckets_.end()) return Seconds(0);
  const double lacking = std::min(count, burst_) - leftIn(found->second, now);
  return Seconds(std::max(0.0, lacking / perSecond_));
}

void TokenBuckets::take(std::string_view name, double count, QuotaTime now) {
  const std::size_t key = keyOf(name);
  const auto found = buckets_.find(key);
  if (found != buckets_.end()) {
    Bucket& bucket = found->second;
    bucket.left = leftIn(bucket, now) - count;
    bucket.at = now;
    used_.splice(used_.end(), used_, bucket.used);
    return;
  }
  if (buckets_.size() >= most_) {
    buckets_.erase(used_.front());
    used_.pop_front();
  }
  buckets_.emplace(key, Bucket{burst_ - count, now, used_.insert(used_.end(), key)});
}

PageQuota::PageQuota(const QuotaLimits& limits, Now now)
    : now_(std::move(now)),
      events_(limits.eventsByClient, limits.eventsByClient / 60.0, limits.names),
      visitors_(limits.visitorsByClient, limits.visitorsByClient / 3600.0, limits.names),
      ofVisitors_(limits.eventsByVisitor, limits.eventsByVisitor / 60.0, limits.names) {}

std::optional<std::chrono::seconds> PageQuota::take(const std::string& client,
                                                    const std::map<std::string, int>& eventsByVisitor) {
  const QuotaTime now = now_();
  const std::lock_guard lock(mutex_);
  int events = 0, unseen = 0;
  std::chrono::duration<double> wait(0);
  for (const auto& [visitor, count] : eventsByVisitor) {
    events += count;
    if (!ofVisitors_.knows(visitor)) ++unseen;
    wait = std::max(wait, ofVisitors_.waitFor(visitor, count, now));
  }
  if (!client.empty()) {
    wait = std::max(wait, events_.waitFor(client, events, now));
    if (unseen > 0) wait = std::max(wait, visitors_.waitFor(client, unseen, now));
  }
  if (wait.count() > 0) return std::chrono::seconds(std::max<std::int64_t>(1, std::llround(std::ceil(wait.count()))));
  for (const auto& [visitor, count] : eventsByVisitor) ofVisitors_.take(visitor, count, now);
  if (!client.empty()) {
    events_.take(client, events, now);
    if (unseen > 0) visitors_.take(client, unseen, now);
  }
  return std::nullopt;
}

}  // namespace aftermint
