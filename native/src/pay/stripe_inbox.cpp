#include "pay/stripe_inbox.h"

#include <array>
#include <cstdint>

namespace aftermint {
namespace {

constexpr const char* kInboxSchema = R"sql(
CREATE TABLE stripe_events (
  id       TEXT PRIMARY KEY,
  received INTEGER NOT NULL,
  notice   TEXT,               -- what it says, while it waits
  due      INTEGER,            -- when it is to be handled; NULL: it was
  tries    INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID;
CREATE INDEX stripe_events_due ON stripe_events (due) WHERE due IS NOT NULL;
)sql";

constexpr std::array kInboxSteps = {kInboxSchema};

}  // namespace

StripeInbox::StripeInbox(const std::string& path) : db_(path, {{"stripe_events", kInboxSteps}}) {}

bool StripeInbox::put(const StripeNotice& notice, Millis now) {
  const std::lock_guard lock(mutex_);
  return db_.run("INSERT INTO stripe_events (id, received, notice, due) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
                 notice.id, now, encodeStripeNotice(notice), now) > 0;
}

std::vector<WaitingNotice> StripeInbox::due(Millis now) {
  const std::lock_guard lock(mutex_);
  SQLite::Statement& rows = db_.query(
      "SELECT notice, received, tries FROM stripe_events WHERE due IS NOT NULL AND due <= ? ORDER BY received, id "
      "LIMIT 100",
      now);
  std::vector<WaitingNotice> waiting;
  while (rows.executeStep()) {
    waiting.push_back(
        {decodeStripeNotice(rows.getColumn(0).getString()), rows.getColumn(1).getInt64(), rows.getColumn(2).getInt()});
  }
  rows.reset();
  return waiting;
}

void StripeInbox::finish(const std::string& event) {
  const std::lock_guard lock(mutex_);
  db_.run("UPDATE stripe_events SET notice = NULL, due = NULL WHERE id = ?", event);
}

void StripeInbox::postpone(const std::string& event, Millis until) {
  const std::lock_guard lock(mutex_);
  db_.run("UPDATE stripe_events SET due = ?, tries = tries + 1 WHERE id = ? AND due IS NOT NULL", until, event);
}

void StripeInbox::dropHandled(Millis before) {
  const std::lock_guard lock(mutex_);
  db_.run("DELETE FROM stripe_events WHERE due IS NULL AND received < ?", before);
}

std::int64_t StripeInbox::waiting() {
  const std::lock_guard lock(mutex_);
  SQLite::Statement& row = db_.query("SELECT count(*) FROM stripe_events WHERE due IS NOT NULL");
  row.executeStep();
  const std::int64_t count = row.getColumn(0).getInt64();
  row.reset();
  return count;
}

std::optional<Millis> StripeInbox::oldestWaiting() {
  const std::lock_guard lock(mutex_);
  SQLite::Statement& row = db_.query("SELECT min(received) FROM stripe_events WHERE due IS NOT NULL");
  row.executeStep();
  const std::optional<Millis> oldest =
      row.getColumn(0).isNull() ? std::nullopt : std::optional<Millis>(row.getColumn(0).getInt64());
  row.reset();
  return oldest;
}

}  // namespace aftermint
