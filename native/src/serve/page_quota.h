/** @file How many events one address and one visitor may send. */
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <list>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace aftermint {

using QuotaTime = std::chrono::steady_clock::time_point;

/**
 * Token buckets by name, the most recently used ones; not thread-safe.
 *
 * A bucket holds at most `burst` and fills with `perSecond`. One that was forgotten for want of room is full again, so
 * a flood of names makes the limits looser for others, never stricter. 0 as `burst`: there is no limit.
 */
class TokenBuckets {
 public:
  TokenBuckets(double burst, double perSecond, std::size_t most) : burst_(burst), perSecond_(perSecond), most_(most) {}

  /** Whether the bucket is kept. */
  [[nodiscard]] bool knows(std::string_view name) const { return buckets_.contains(keyOf(name)); }
  /** How long until `count` can be taken; zero: now. More than a bucket holds can be taken from a full one. */
  [[nodiscard]] std::chrono::duration<double> waitFor(std::string_view name, double count, QuotaTime now) const;
  void take(std::string_view name, double count, QuotaTime now);
  [[nodiscard]] std::size_t size() const { return buckets_.size(); }

 private:
  struct Bucket {
    double left = 0;
    QuotaTime at;
    std::list<std::size_t>::iterator used;
  };
  /** Names are kept as their hashes: two with one hash share a bucket, which is harmless. */
  [[nodiscard]] static std::size_t keyOf(std::string_view name) { return std::hash<std::string_view>()(name); }
  [[nodiscard]] double leftIn(const Bucket& bucket, QuotaTime now) const;

  double burst_, perSecond_;
  std::size_t most_;
  std::list<std::size_t> used_;  ///< the least recently used first
  std::unordered_map<std::size_t, Bucket> buckets_;
};

/** 0 as a limit: none. */
struct QuotaLimits {
  int eventsByClient = 1'200;    ///< in a minute
  int visitorsByClient = 600;    ///< that were not seen before, in an hour
  int eventsByVisitor = 300;     ///< in a minute; a page that was offline for long sends 200 at once
  std::size_t names = 1u << 16;  ///< addresses, and visitors, that are kept
};

/** Judges batches of events of pages. Safe to call from several threads. */
class PageQuota {
 public:
  using Now = std::function<QuotaTime()>;
  explicit PageQuota(const QuotaLimits& limits, Now now = std::chrono::steady_clock::now);

  /**
   * Takes a batch from the quotas, or nothing of it.
   *
   * @param client          one name for each address (`clientKey`); empty: no address limits this batch
   * @param eventsByVisitor how many events of each visitor the batch has
   * @return none if the batch is within the quotas, else how long to wait: at least a second
   */
  [[nodiscard]] std::optional<std::chrono::seconds> take(const std::string& client,
                                                         const std::map<std::string, int>& eventsByVisitor);

 private:
  Now now_;
  std::mutex mutex_;  ///< guards what follows
  TokenBuckets events_, visitors_, ofVisitors_;
};

}  // namespace aftermint
