/** @file The tables of the event store in ClickHouse, step by step. A published step never changes. */
#pragma once

#include <array>

namespace aftermint {

/**
 * The statements of step 1. Each can be repeated: two servers may start at once, and there are no transactions.
 *
 * There is one partition, so that an insert of one block is stored whole or not at all. `class` is 1 for what moves
 * money, 2 for what pages show, 0 for the rest. `h1`, `h2` are a hash of type and business key (without a key: of
 * source and id); `i1`, `i2` one of source and id. Of rows with the same hash, that with the highest `version` counts:
 * a server's before a page's, then the one that came first.
 */
inline constexpr std::array kClickHouseStep1 = {
    R"sql(CREATE TABLE IF NOT EXISTS events (
  class        UInt8,
  order_id     String,
  type         String,
  h1           UInt64,
  h2           UInt64,
  i1           UInt64,
  i2           UInt64,
  version      UInt64,
  trusted      UInt8,
  time         Int64,
  received     Int64,
  source       String,
  id           String,
  key          String,
  offer        String,
  placement    String,
  visitor      String,
  unit         String,
  amount       Int64,
  gross_change Int64,
  currency     String,
  before       Int64,
  holdout      UInt8,
  by_sight     UInt8,
  experiments  Array(String),
  arms         Array(String),
  json         String
) ENGINE = ReplacingMergeTree(version) ORDER BY (class, order_id, type, h1, h2))sql",
    R"sql(CREATE TABLE IF NOT EXISTS probes (id UInt8, time Int64) ENGINE = ReplacingMergeTree(time) ORDER BY id)sql"};

/** Rows of `probes`, each the latest of a time: of the last probe, and of `completeSince`. */
inline constexpr int kProbeRow = 1, kCompleteSinceRow = 2;

inline constexpr const char* kClickHouseVersions =
    "CREATE TABLE IF NOT EXISTS schema_versions (part String, version UInt32) ENGINE = ReplacingMergeTree(version) "
    "ORDER BY part";

inline constexpr unsigned kClickHouseVersion = 1;  ///< the number of steps

}  // namespace aftermint
