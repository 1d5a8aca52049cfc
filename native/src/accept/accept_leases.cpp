// Leases on accepts.
#include "accept/accept_db.h"
#include "accept/accept_sql.h"
#include "telemetry/metrics.h"

namespace aftermint {
namespace {

void countExpired() {
  metrics().acceptChanges.Add({{"state", std::string(toString(AcceptState::Expired))}}).Increment();
}

}  // namespace

Lease::~Lease() {
  if (db_ == nullptr) return;
  const std::lock_guard lock(db_->mutex_);
  db_->release(key_);
}

void Lease::giveBack() {
  AcceptDb* const db = std::exchange(db_, nullptr);
  if (db == nullptr) return;
  const std::lock_guard lock(db->mutex_);
  if (db->release(key_)) {
    db->db_.run("UPDATE offer_accepts SET lease_until = 0 WHERE key = ? AND lease_owner = ?", key_, db->owner_);
  }
}

Lease AcceptDb::lease(const std::string& key, Millis now, Millis chargeUntil) {
  const std::lock_guard lock(mutex_);
  if (db_.run(kTakeLease, owner_, now, now + kLeaseMillis, chargeUntil, key) == 0) return {};
  ++held_[key];
  return {*this, key};
}

bool AcceptDb::release(const std::string& key) {
  const auto held = held_.find(key);
  if (held == held_.end() || --held->second > 0) return false;
  held_.erase(held);
  return true;
}

void AcceptDb::renewLeases(Millis now) {
  const std::lock_guard lock(mutex_);
  for (const auto& [key, count] : held_) db_.run(kRenewLease, now + kLeaseMillis, key, owner_);
}

std::vector<std::string> AcceptDb::idle(Millis now) {
  const std::lock_guard lock(mutex_);
  return keys(db_.query(kIdle, now, now + kLeaseMillis));
}

std::vector<std::string> AcceptDb::expiredSince(Millis since, Millis now) {
  const std::lock_guard lock(mutex_);
  return keys(db_.query(kExpiredSince, since, now, now + kPostponeMillis));
}

void AcceptDb::postpone(const std::string& key, Millis now) {
  const std::lock_guard lock(mutex_);
  db_.run("UPDATE offer_accepts SET lease_until = ? WHERE key = ? AND state IN ('expired', 'review')",
          now + kPostponeMillis, key);
}

bool AcceptDb::expire(const std::string& key, Millis now, const std::string& reason) {
  const std::lock_guard lock(mutex_);
  const bool isExpired = db_.run(kExpire, reason, key, owner_, now) > 0;
  if (isExpired) countExpired();
  return isExpired;
}

bool AcceptDb::closeUncharged(const std::string& key, const std::string& reason) {
  const std::lock_guard lock(mutex_);
  const bool isClosed = db_.run(kCloseUncharged, reason, key, owner_) > 0;
  if (isClosed) countExpired();
  return isClosed;
}

}  // namespace aftermint
