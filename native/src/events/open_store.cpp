#include "events/clickhouse_store.h"
#include "events/sqlite_store.h"
#include "events/store.h"

namespace aftermint {
namespace {

std::unique_ptr<Store> opened(const std::string& url, SqliteAccess access, const char* cannot) {
  if (isClickHouseUrl(url)) {
    const bool isWrite = access == SqliteAccess::Write;
    return std::make_unique<ClickHouseStore>(ClickHouseAddress(url),
                                             isWrite ? ClickHouseAccess::Write : ClickHouseAccess::Read);
  }
  const std::string path = sqlitePath(url);
  try {
    return std::make_unique<SqliteStore>(path, access);
  } catch (const SQLite::Exception& error) {
    throw StoreError(std::string(cannot) + url + ": " + error.what());
  }
}

}  // namespace

std::unique_ptr<Store> openStore(const std::string& url) { return opened(url, SqliteAccess::Write, "cannot open "); }

std::unique_ptr<Store> openStoreReadOnly(const std::string& url) {
  return opened(url, SqliteAccess::Read, "cannot read ");
}

std::string storeForDisplay(const std::string& url) {
  if (!isClickHouseUrl(url)) return url;
  const std::size_t scheme = url.find("://") + 3;
  const std::size_t at = url.rfind('@', url.find('/', scheme));
  const std::size_t colon = url.find(':', scheme);
  if (at == std::string::npos || at < scheme || colon > at) return url;
  return url.substr(0, colon) + ":…" + url.substr(at);
}

}  // namespace aftermint
