/** @file Events in ClickHouse, for several collectors on one store. */
#pragma once

#include <cstdint>
#include <stop_token>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

#include "events/clickhouse_client.h"
#include "events/event_queue.h"
#include "events/store.h"

namespace aftermint {

/** What a store may do. */
enum class ClickHouseAccess { Write, Read };

/**
 * The Store in ClickHouse. An insert costs the same for one event as for thousands, so waiting batches share one.
 *
 * Each repeat becomes a row, and every reading counts one of them, whether the engine has merged them or not.
 */
class ClickHouseStore final : public Store {
 public:
  /**
   * Writing creates the database and missing tables. Throws StoreError if the server cannot be used, or if another
   * version of aftermint made the tables.
   */
  ClickHouseStore(ClickHouseAddress address, ClickHouseAccess access, ClickHouseLimits limits = {});
  /** Writes what still waits. */
  ~ClickHouseStore() override;

  void append(std::vector<Event> events) override;
  void appendThen(std::vector<Event> events, AppendDone done) override;
  [[nodiscard]] StoreCounts counts() override;
  [[nodiscard]] std::vector<ArmSums> sums(const SumsQuery& query) override;
  [[nodiscard]] std::vector<EarlierSums> earlier(const SumsQuery& query) override;
  [[nodiscard]] std::int64_t countFrom(std::string_view source) override;
  std::int64_t dropFrom(std::string_view source) override;
  /** Deletes in one step, for which the engine rewrites its files; `stop` ends only the wait for that. */
  std::int64_t dropPageEvents(Millis before, const std::vector<std::string>& keptOffers, std::stop_token stop) override;
  [[nodiscard]] Millis completeSince() override;
  [[nodiscard]] OrderMoney orderMoney(std::string_view order) override;
  [[nodiscard]] std::string currency() override;
  void ping() override;
  void probeWrite() override;

 private:
  void open();
  void write();
  void insert(const std::vector<WaitingEvents>& batch);
  std::uint64_t nextStored();

  ClickHouseClient client_;
  ClickHouseAccess access_;
  ClickHouseCall inserting_;      ///< settings of each insert
  std::uint64_t lastStored_ = 0;  ///< used by the writer alone

  EventQueue queue_;
  std::thread writer_;  ///< the only one that takes from queue_
};

/**
 * Deletes rows of `events` and waits until the engine has rewritten its files, or until the token ends the wait. Throws
 * StoreError, also if `events` is a Distributed table: then this must run on each shard.
 */
void deleteClickHouseRows(ClickHouseClient& client, const std::string& condition, const std::stop_token& stop = {});

/** Inserts rows that `appendClickHouseRow` made. When it returns, the engine has all of them. Throws StoreError. */
void insertClickHouseRows(ClickHouseClient& client, const std::string& rows);

/** Throws StoreError if the tables are not of this version. `client` is of the store's database. */
void requireClickHouseVersion(ClickHouseClient& client);

}  // namespace aftermint
