#include "guard/stopped_offers.h"

#include <array>

namespace aftermint {
namespace {

constexpr const char* kGuardSchema = R"sql(
CREATE TABLE stopped_offers (
  id           INTEGER PRIMARY KEY,
  offer        TEXT NOT NULL,
  experiment   TEXT NOT NULL,  -- with arm: empty where the offer as a whole did harm
  arm          TEXT NOT NULL,
  because      TEXT NOT NULL,
  figures      TEXT NOT NULL,
  counted_from INTEGER NOT NULL,
  stopped      INTEGER NOT NULL,
  released     INTEGER,
  released_by  TEXT NOT NULL DEFAULT '',
  why          TEXT NOT NULL DEFAULT '',
  CHECK (released IS NULL OR released_by <> '')
);
CREATE UNIQUE INDEX one_stop_an_offer ON stopped_offers (offer) WHERE released IS NULL;
CREATE INDEX stopped_offers_by_offer ON stopped_offers (offer);
)sql";

constexpr std::array kGuardSteps = {kGuardSchema};
constexpr SqlitePart kGuardPart{"guard", kGuardSteps};

constexpr const char* kHasGuard = "SELECT 1 FROM schema_versions WHERE part = 'guard'";
constexpr const char* kOpenStops = "SELECT * FROM stopped_offers WHERE released IS NULL ORDER BY stopped, id";
constexpr const char* kLastStop = "SELECT * FROM stopped_offers WHERE offer = ? ORDER BY id DESC LIMIT 1";
constexpr const char* kReleases =
    "SELECT offer, max(released) AS released FROM stopped_offers WHERE released IS NOT NULL GROUP BY offer";
constexpr const char* kInsertStop =
    "INSERT INTO stopped_offers (offer, experiment, arm, because, figures, counted_from, stopped) "
    "SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7 WHERE NOT EXISTS (SELECT 1 FROM stopped_offers WHERE offer = ?1 AND "
    "(released IS NULL OR released > ?6))";
constexpr const char* kReleaseStop =
    "UPDATE stopped_offers SET released = ?, released_by = ?, why = ? WHERE offer = ? AND released IS NULL";

OfferStop stopOf(SQLite::Statement& row) {
  OfferStop stop;
  stop.offer = row.getColumn("offer").getString();
  stop.experiment = row.getColumn("experiment").getString();
  stop.arm = row.getColumn("arm").getString();
  stop.because = row.getColumn("because").getString();
  stop.figures = row.getColumn("figures").getString();
  stop.countedFrom = row.getColumn("counted_from").getInt64();
  stop.stopped = row.getColumn("stopped").getInt64();
  if (const SQLite::Column released = row.getColumn("released"); !released.isNull())
    stop.released = released.getInt64();
  stop.releasedBy = row.getColumn("released_by").getString();
  stop.why = row.getColumn("why").getString();
  return stop;
}

std::vector<OfferStop> stopsOf(SQLite::Statement& rows) {
  std::vector<OfferStop> stops;
  while (rows.executeStep()) stops.push_back(stopOf(rows));
  rows.reset();
  return stops;
}

/** A word for a POSIX shell. */
std::string shellWord(const std::string& text) {
  constexpr std::string_view kPlain = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._:+@/-";
  if (!text.empty() && text.find_first_not_of(kPlain) == std::string::npos) return text;
  std::string out = "'";
  for (const char c : text) out += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return out + "'";
}

}  // namespace

StoppedOffers::StoppedOffers(const std::string& path) : db_(path, {kGuardPart}) {}

std::vector<OfferStop> StoppedOffers::open() {
  const std::lock_guard lock(mutex_);
  return stopsOf(db_.query(kOpenStops));
}

std::map<std::string, Millis> StoppedOffers::releases() {
  const std::lock_guard lock(mutex_);
  std::map<std::string, Millis> releases;
  SQLite::Statement& rows = db_.query(kReleases);
  while (rows.executeStep()) {
    releases.emplace(rows.getColumn("offer").getString(), rows.getColumn("released").getInt64());
  }
  rows.reset();
  return releases;
}

std::optional<OfferStop> StoppedOffers::last(const std::string& offer) {
  const std::lock_guard lock(mutex_);
  const std::vector<OfferStop> stops = stopsOf(db_.query(kLastStop, offer));
  return stops.empty() ? std::nullopt : std::optional(stops.front());
}

bool StoppedOffers::stop(const OfferStop& stop) {
  const std::lock_guard lock(mutex_);
  return db_.run(kInsertStop, stop.offer, stop.experiment, stop.arm, stop.because, stop.figures, stop.countedFrom,
                 stop.stopped) > 0;
}

bool StoppedOffers::release(const std::string& offer, const std::string& by, const std::string& why, Millis now) {
  const std::lock_guard lock(mutex_);
  return db_.run(kReleaseStop, now, by, why, offer) > 0;
}

bool hasStoppedOffers(const std::string& path) {
  try {
    Sqlite db(path, {}, SqliteAccess::Read);
    SQLite::Statement& guard = db.query(kHasGuard);
    const bool hasGuard = guard.executeStep();
    guard.reset();
    return hasGuard;
  } catch (const SQLite::Exception& error) {
    throw StoreError("cannot read the stopped offers in " + path + ": " + error.what());
  }
}

std::vector<OfferStop> readOpenStops(const std::string& path) {
  if (!hasStoppedOffers(path)) return {};
  try {
    Sqlite known(path, {kGuardPart}, SqliteAccess::Read);  // refuses a table of a newer aftermint
    return stopsOf(known.query(kOpenStops));
  } catch (const SQLite::Exception& error) {
    throw StoreError("cannot read the stopped offers in " + path + ": " + error.what());
  }
}

std::string releaseCommand(const std::string& offer, const std::string& storeUrl) {
  return "aftermint release " + shellWord(offer) + " --store " + shellWord(storeUrl) + " --by NAME";
}

}  // namespace aftermint
