/** @file One reading of a ClickHouse store: a session with temporary tables. */
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "events/clickhouse_client.h"
#include "events/store.h"

namespace aftermint {

/**
 * The events of a store up to a time, as temporary tables that the readings use (clickhouse_sql.h).
 *
 * It is not a snapshot: each table is one moment, and the next one a little later. No event is counted twice. All
 * members throw StoreError. Not thread-safe. The tables go with the object.
 */
class ClickHouseReading {
 public:
  ClickHouseReading(ClickHouseClient& client, Millis now);
  ~ClickHouseReading();
  ClickHouseReading(const ClickHouseReading&) = delete;
  ClickHouseReading& operator=(const ClickHouseReading&) = delete;

  /** Makes `money_events`. Returns whether a server has written an order: then only events of servers count. */
  bool makeMoneyEvents();
  /** Makes `assigned`, and what keeps events of pages once. */
  void makeAssigned();
  /** Makes `money`, `taken` and `counted`, and what they need. */
  void makeOutcomes();
  /** Makes `units` of a division. */
  void makeUnits(SumsBy by, Millis from);

  [[nodiscard]] std::vector<ArmSums> sums(const SumsQuery& query);
  [[nodiscard]] std::vector<EarlierSums> earlier();
  [[nodiscard]] StoreCounts counts();

  [[nodiscard]] bool hasRepeats() const { return hasRepeats_; }
  [[nodiscard]] bool server() const { return server_.value_or(false); }
  /** Rows of a SELECT that may use the tables. */
  void eachRow(const std::string& sql, const std::function<void(const std::vector<std::string>&)>& take);

 private:
  void make(const std::string& table, const std::string& select);
  void findRepeats();
  /** With the database before `events`: in a session, 18.16 looks for a table without one in `default`. */
  [[nodiscard]] std::string qualified(std::string sql) const;
  [[nodiscard]] ClickHouseRows rows(const std::string& sql);
  [[nodiscard]] std::string value(const std::string& sql);
  [[nodiscard]] ClickHouseCall call() const;

  ClickHouseClient& client_;
  Millis now_;
  std::string session_;
  std::vector<std::string> made_;
  bool hasLookedForRepeats_ = false, hasRepeats_ = false, isAssigned_ = false;
  std::optional<bool> server_;
};

}  // namespace aftermint
