/** @file The tables of the accept endpoint. */
#pragma once

#include <array>

#include "sqlite.h"

namespace aftermint {

inline constexpr const char* kAcceptSchema = R"sql(
CREATE TABLE server_settings (name TEXT PRIMARY KEY, value TEXT NOT NULL);

CREATE TABLE offer_accepts (
  key          TEXT PRIMARY KEY,
  request_hash TEXT NOT NULL,
  order_id     TEXT NOT NULL,
  offer        TEXT NOT NULL,
  state        TEXT NOT NULL CHECK (state IN ('charging', 'processing', 'requires_action', 'accepted', 'undoing',
                                              'undone', 'declined', 'refunded')),
  amount       INTEGER NOT NULL CHECK (amount >= 0),
  currency     TEXT NOT NULL,
  method       TEXT NOT NULL,
  visitor      TEXT NOT NULL,
  arms         TEXT NOT NULL,
  ticket       TEXT NOT NULL,
  charge       TEXT NOT NULL,
  reason       TEXT NOT NULL,
  created      INTEGER NOT NULL,
  undo_until   INTEGER NOT NULL,
  receipt      TEXT NOT NULL,
  headline     TEXT NOT NULL,
  shown_price  TEXT NOT NULL,
  label        TEXT NOT NULL,
  locale       TEXT NOT NULL,
  terms        TEXT NOT NULL
);
-- An order holds one accept at a time; those that charged nothing in the end do not count.
CREATE UNIQUE INDEX one_offer_accept_an_order ON offer_accepts (order_id) WHERE state NOT IN ('declined', 'refunded');
CREATE INDEX offer_accepts_by_order ON offer_accepts (order_id);
CREATE TABLE offer_accept_lines (
  key           TEXT NOT NULL REFERENCES offer_accepts (key),
  position      INTEGER NOT NULL,
  product       TEXT NOT NULL,
  variant       TEXT NOT NULL,
  title         TEXT NOT NULL,
  variant_title TEXT NOT NULL,
  quantity      INTEGER NOT NULL,
  price         INTEGER NOT NULL,
  replaces      TEXT NOT NULL,
  PRIMARY KEY (key, position)
);
CREATE TABLE offer_receipts (
  id       TEXT PRIMARY KEY,
  order_id TEXT NOT NULL,
  offer    TEXT NOT NULL,
  key      TEXT NOT NULL UNIQUE,
  accepted INTEGER NOT NULL,
  headline TEXT NOT NULL,
  price    TEXT NOT NULL,
  label    TEXT NOT NULL,
  locale   TEXT NOT NULL,
  terms    TEXT NOT NULL,
  amount   INTEGER NOT NULL,
  currency TEXT NOT NULL,
  hash     TEXT NOT NULL
);
)sql";

/**
 * Leases on accepts, the provider's key and its age, and the states `refunding` and `expired`.
 *
 * An accept of an older version has the age that a ticket of its time had: 900 seconds.
 */
inline constexpr const char* kAcceptLeases = R"sql(
DROP INDEX one_offer_accept_an_order;
ALTER TABLE offer_accepts ADD COLUMN state_code TEXT NOT NULL DEFAULT 'charging'
  CHECK (state_code IN ('charging', 'processing', 'requires_action', 'accepted', 'undoing', 'undone', 'declined',
                        'refunded', 'refunding', 'expired'));
UPDATE offer_accepts SET state_code = state;
ALTER TABLE offer_accepts DROP COLUMN state;
ALTER TABLE offer_accepts RENAME COLUMN state_code TO state;
ALTER TABLE offer_accepts ADD COLUMN charge_key TEXT NOT NULL DEFAULT '';
ALTER TABLE offer_accepts ADD COLUMN charge_until INTEGER NOT NULL DEFAULT 0;
ALTER TABLE offer_accepts ADD COLUMN lease_owner TEXT NOT NULL DEFAULT '';
ALTER TABLE offer_accepts ADD COLUMN lease_until INTEGER NOT NULL DEFAULT 0;
UPDATE offer_accepts SET charge_until = created + 900000;
CREATE UNIQUE INDEX one_offer_accept_an_order ON offer_accepts (order_id)
  WHERE state NOT IN ('declined', 'refunded', 'refunding', 'expired');
CREATE UNIQUE INDEX offer_accepts_by_charge_key ON offer_accepts (charge_key) WHERE charge_key <> '';
CREATE INDEX offer_accepts_by_state ON offer_accepts (state, lease_until);
)sql";

/** The state `review`. */
inline constexpr const char* kAcceptReview = R"sql(
DROP INDEX one_offer_accept_an_order;
DROP INDEX offer_accepts_by_state;
ALTER TABLE offer_accepts ADD COLUMN state_code TEXT NOT NULL DEFAULT 'charging'
  CHECK (state_code IN ('charging', 'processing', 'requires_action', 'accepted', 'undoing', 'undone', 'declined',
                        'refunded', 'refunding', 'expired', 'review'));
UPDATE offer_accepts SET state_code = state;
ALTER TABLE offer_accepts DROP COLUMN state;
ALTER TABLE offer_accepts RENAME COLUMN state_code TO state;
CREATE UNIQUE INDEX one_offer_accept_an_order ON offer_accepts (order_id)
  WHERE state NOT IN ('declined', 'refunded', 'refunding', 'expired', 'review');
CREATE INDEX offer_accepts_by_state ON offer_accepts (state, lease_until);
)sql";

inline constexpr std::array kAcceptSteps = {kAcceptSchema, kAcceptLeases, kAcceptReview};
inline constexpr SqlitePart kAcceptPart{"accepts", kAcceptSteps};

inline constexpr const char* kAcceptByKey = "SELECT * FROM offer_accepts WHERE key = ?";
inline constexpr const char* kLiveAccept =
    "SELECT * FROM offer_accepts WHERE order_id = ? "
    "AND state NOT IN ('declined', 'refunded', 'refunding', 'expired', 'review')";
inline constexpr const char* kAcceptByChargeKey =
    "SELECT * FROM offer_accepts WHERE charge_key = ? AND charge_key <> ''";
inline constexpr const char* kAcceptLines = "SELECT * FROM offer_accept_lines WHERE key = ? ORDER BY position";
inline constexpr const char* kAcceptsOfOrder = "SELECT key FROM offer_accepts WHERE order_id = ? ORDER BY created, key";
inline constexpr const char* kUnsettled =
    "SELECT key FROM offer_accepts "
    "WHERE state IN ('charging', 'processing', 'requires_action', 'undoing', 'refunding') ORDER BY created, key";
inline constexpr const char* kUnsettledOfOrder =
    "SELECT key FROM offer_accepts WHERE order_id = ? "
    "AND state IN ('charging', 'processing', 'requires_action', 'undoing', 'refunding')";
inline constexpr const char* kUnsettledStates =
    "SELECT state, COUNT(*) AS accepts, MIN(created) AS oldest FROM offer_accepts "
    "WHERE state IN ('charging', 'processing', 'requires_action', 'undoing', 'refunding') GROUP BY state";
// A lease that ends later than now + kLeaseMillis was taken by a clock that was wrong.
inline constexpr const char* kIdle =
    "SELECT key FROM offer_accepts "
    "WHERE state IN ('charging', 'processing', 'requires_action', 'undoing', 'refunding') "
    "AND (lease_until <= ?1 OR lease_until > ?2) ORDER BY created, key";
inline constexpr const char* kExpiredSince =
    "SELECT key FROM offer_accepts WHERE state IN ('expired', 'review') AND created >= ?1 "
    "AND (lease_until <= ?2 OR lease_until > ?3)";

inline constexpr const char* kTakeLease =
    "UPDATE offer_accepts SET lease_owner = ?1, lease_until = ?3, charge_until = max(charge_until, ?4) "
    "WHERE key = ?5 AND state IN ('charging', 'processing', 'requires_action', 'undoing', 'refunding') "
    "AND (lease_owner = ?1 OR lease_until <= ?2 OR lease_until > ?3)";
inline constexpr const char* kRenewLease = "UPDATE offer_accepts SET lease_until = ? WHERE key = ? AND lease_owner = ?";
inline constexpr const char* kExpire =
    "UPDATE offer_accepts SET state = 'expired', reason = ? "
    "WHERE key = ? AND state = 'charging' AND charge = '' AND lease_owner = ? AND charge_until <= ?";
inline constexpr const char* kCloseUncharged =
    "UPDATE offer_accepts SET state = 'expired', reason = ? "
    "WHERE key = ? AND state = 'charging' AND charge = '' AND lease_owner = ?";
inline constexpr const char* kStoreCharge =
    "UPDATE offer_accepts SET charge = ? WHERE key = ? AND state IN ('charging', 'processing', 'requires_action')";
inline constexpr const char* kStartRefund =
    "UPDATE offer_accepts SET state = 'refunding', charge = ?, reason = ? "
    "WHERE key = ? AND state IN ('charging', 'processing', 'requires_action', 'declined', 'expired', 'review')";

inline constexpr const char* kInsertAccept = R"sql(
INSERT INTO offer_accepts (key, request_hash, order_id, offer, state, amount, currency, method, visitor, arms, ticket,
                           charge, reason, created, undo_until, receipt, headline, shown_price, label, locale, terms,
                           charge_key, charge_until, lease_owner, lease_until)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT DO NOTHING
)sql";
inline constexpr const char* kInsertAcceptLine = R"sql(
INSERT INTO offer_accept_lines (key, position, product, variant, title, variant_title, quantity, price, replaces)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
)sql";
inline constexpr const char* kInsertReceipt = R"sql(
INSERT INTO offer_receipts (id, order_id, offer, key, accepted, headline, price, label, locale, terms, amount, currency,
                            hash)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
)sql";

}  // namespace aftermint
