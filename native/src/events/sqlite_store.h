/** @file Events in SQLite: one thread writes all waiting events in one transaction. */
#pragma once

#include <mutex>
#include <thread>
#include <vector>

#include "events/event_queue.h"
#include "events/store.h"
#include "sqlite.h"

namespace aftermint {

/** The Store in SQLite. A sync to disk costs the same for one event as for a thousand, so waiting batches share one. */
class SqliteStore final : public Store {
 public:
  /** Opens or creates the file, or only reads it (sqlite.h). Throws SQLite::Exception and StoreError. */
  explicit SqliteStore(const std::string& path, SqliteAccess access = SqliteAccess::Write);
  /** Writes what still waits. */
  ~SqliteStore() override;

  void append(std::vector<Event> events) override;
  void appendThen(std::vector<Event> events, AppendDone done) override;
  [[nodiscard]] StoreCounts counts() override;
  [[nodiscard]] std::vector<ArmSums> sums(const SumsQuery& query) override;
  [[nodiscard]] std::vector<EarlierSums> earlier(const SumsQuery& query) override;
  [[nodiscard]] std::int64_t countFrom(std::string_view source) override;
  std::int64_t dropFrom(std::string_view source) override;
  [[nodiscard]] OrderMoney orderMoney(std::string_view order) override;
  [[nodiscard]] std::string currency() override;
  KnownBooks rememberBook(const BookRules& book, Millis now) override;
  void countLeftOut(std::span<const LeftOutCount> counts, Millis now) override;
  [[nodiscard]] std::vector<LeftOutCount> leftOut(Millis from) override;
  std::int64_t dropPageEvents(Millis before, const std::vector<std::string>& keptOffers, std::stop_token stop) override;
  [[nodiscard]] Millis completeSince() override;
  void ping() override;
  void probeWrite() override;
  /** How many batches wait to be written. */
  [[nodiscard]] std::size_t waiting() { return queue_.size(); }

 private:
  void write();
  /** Writes the batches in one transaction. Throws if none is stored. */
  void writeGroup(std::vector<WaitingEvents>& group);
  /** The same after a fault of one event: batches with such an event get `failure`, the others are stored. */
  void writeEachOf(std::vector<WaitingEvents>& group);
  void insertAll(const std::vector<Event>& events);
  void insert(const Event& event);
  /** Writes the arms and the assignments that a new event names. */
  void insertArms(const Event& event, std::int64_t seq);

  std::mutex database_;  ///< guards db_
  Sqlite db_;

  std::mutex reading_;              ///< guards reader_
  std::unique_ptr<Sqlite> reader_;  ///< makes sums while db_ writes; null: the store is in memory, and db_ makes them

  EventQueue queue_;
  std::thread writer_;  ///< the only one that takes from queue_
};

}  // namespace aftermint
