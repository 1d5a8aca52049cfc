#include "unit/each_store.h"

#include "unit/clickhouse_server.h"

namespace aftermint::testing {

void EachStore::SetUp() {
  if (isClickHouse() && freshUrl().empty()) GTEST_SKIP() << kNoClickHouse;
}

void EachStore::TearDown() {
  for (const std::string& url : databases_) dropClickHouse(url);
}

std::string EachStore::freshUrl() {
  if (!isClickHouse()) return "sqlite:" + scratch.path("store" + std::to_string(files_++) + ".sqlite");
  std::string url = freshClickHouse();
  if (!url.empty()) databases_.push_back(url);
  return url;
}

std::unique_ptr<Store> EachStore::fresh() {
  return openStore(isClickHouse() ? freshUrl() : std::string("sqlite::memory:"));
}

}  // namespace aftermint::testing
