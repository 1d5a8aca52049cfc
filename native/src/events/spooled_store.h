/** @file A store that keeps events on disk while the store behind it cannot be reached. */
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "events/spool.h"
#include "events/store.h"

namespace aftermint {

/** Where events wait, and when. */
struct SpoolOptions {
  std::string folder;                             ///< of this process alone
  std::uint64_t bytes = std::uint64_t{1} << 30;   ///< the most that may wait; 1 GiB
  std::chrono::milliseconds patience{5'000};      ///< how long an append may take before its events are spooled
  std::chrono::milliseconds shortestRetry{100};   ///< the first pause after a failure; it doubles
  std::chrono::milliseconds longestRetry{5'000};  ///< up to this
};

/**
 * Hands events to another store. If that fails with StoreError or takes too long, they go to a spool on disk, and so do
 * all later ones until the spool has been handed over, oldest first. So events keep the order in which they were
 * acknowledged, and those of the shop's server come before those of pages that wait with them.
 *
 * `append` returns when the events are in the store or in the spool. It throws StoreError if both fail, the spool is
 * full, or 20,000 events of pages wait. Batches that wait together are handed over together. Events may reach the store
 * again after a failure or a restart; a store takes each once.
 *
 * An event that the store will never take is refused with UnstorableEvent, or, if it was in the spool by then, kept in
 * `refused.ndjson` of the folder and logged.
 *
 * Readings ask the other store, and so does `ping`. `probeWrite` succeeds if events can be taken: by it or by the
 * spool.
 */
class SpooledStore final : public Store {
 public:
  using Open = std::function<std::unique_ptr<Store>()>;

  /**
   * Opens the spool, then the store by `open`, which throws StoreError; then it is tried again later, as long as it
   * takes. Throws StoreError if the spool cannot be used.
   */
  SpooledStore(Open open, SpoolOptions options);
  /** Hands over what waits in memory. What is in the spool stays there. */
  ~SpooledStore() override;

  void append(std::vector<Event> events) override;
  void appendThen(std::vector<Event> events, AppendDone done) override;
  [[nodiscard]] StoreCounts counts() override { return store().counts(); }
  [[nodiscard]] std::int64_t countFrom(std::string_view source) override { return store().countFrom(source); }
  std::int64_t dropFrom(std::string_view source) override { return store().dropFrom(source); }
  [[nodiscard]] std::vector<ArmSums> sums(const SumsQuery& query) override { return store().sums(query); }
  [[nodiscard]] std::vector<EarlierSums> earlier(const SumsQuery& query) override { return store().earlier(query); }
  [[nodiscard]] OrderMoney orderMoney(std::string_view order) override { return store().orderMoney(order); }
  [[nodiscard]] std::string currency() override { return store().currency(); }
  KnownBooks rememberBook(const BookRules& book, Millis now) override { return store().rememberBook(book, now); }
  void countLeftOut(std::span<const LeftOutCount> counts, Millis now) override { store().countLeftOut(counts, now); }
  [[nodiscard]] std::vector<LeftOutCount> leftOut(Millis from) override { return store().leftOut(from); }
  std::int64_t dropPageEvents(Millis before, const std::vector<std::string>& keptOffers,
                              std::stop_token stop) override {
    return store().dropPageEvents(before, keptOffers, std::move(stop));
  }
  [[nodiscard]] Millis completeSince() override { return store().completeSince(); }
  void ping() override { store().ping(); }
  void probeWrite() override;
  [[nodiscard]] std::optional<SpoolState> spooled() override;

 private:
  struct Waiting {
    std::vector<Event> events;
    AppendDone done;
  };
  /** Batches that the sender has handed to the store and that nothing is known about. */
  struct InFlight {
    std::vector<Waiting> batches;
    std::chrono::steady_clock::time_point until;
  };
  using Lock = std::unique_lock<std::mutex>;

  void send();
  void openStore(Lock& lock);
  void handOver(Lock& lock);
  void drain(Lock& lock);
  void storeEachOf(std::vector<Waiting>& batches, std::exception_ptr& unreachable);
  void storeEachOf(const std::vector<std::vector<Event>>& batches);
  void beginSpooling(const std::string& reason);
  void endSpooling();
  void pause(Lock& lock);

  void spool();
  [[nodiscard]] std::vector<Waiting> takeForSpool();
  [[nodiscard]] std::vector<Waiting> takeQueue(std::size_t events);

  /** Throws StoreError if it has not been opened. */
  [[nodiscard]] Store& store();

  const Open open_;
  const SpoolOptions options_;
  Spool spool_;
  std::unique_ptr<Store> opened_;

  std::mutex mutex_;  ///< guards what follows
  std::condition_variable toSender_, toSpooler_;
  Store* store_ = nullptr;  ///< null: not opened
  std::deque<Waiting> fromServer_, fromPages_;
  std::size_t pageEvents_ = 0;  ///< in fromPages_
  std::optional<InFlight> inFlight_;
  std::vector<Waiting> failed_;  ///< to be spooled before all others
  bool isSpooling_ = false;      ///< events go to the spool
  bool isWriting_ = false;       ///< the spool is being written
  std::string reason_;           ///< of the last failure
  Millis since_ = 0;             ///< when the store was reached last
  std::chrono::milliseconds retry_{0};
  bool stopping_ = false, senderIsDone_ = false;

  std::thread sender_, spooler_;
};

}  // namespace aftermint
