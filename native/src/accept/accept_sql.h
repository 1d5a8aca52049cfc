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

inline constexpr std::array kAcceptSteps = {kAcceptSchema};
inline constexpr SqlitePart kAcceptPart{"accepts", kAcceptSteps};

inline constexpr const char* kAcceptByKey = "SELECT * FROM offer_accepts WHERE key = ?";
inline constexpr const char* kLiveAccept =
    "SELECT * FROM offer_accepts WHERE order_id = ? AND state NOT IN ('declined', 'refunded')";
inline constexpr const char* kAcceptLines = "SELECT * FROM offer_accept_lines WHERE key = ? ORDER BY position";
inline constexpr const char* kAcceptsOfOrder = "SELECT key FROM offer_accepts WHERE order_id = ? ORDER BY created, key";
inline constexpr const char* kUnsettled =
    "SELECT key FROM offer_accepts WHERE state IN ('charging', 'processing', 'requires_action', 'undoing')";
inline constexpr const char* kUnsettledOfOrder =
    "SELECT key FROM offer_accepts WHERE order_id = ? "
    "AND state IN ('charging', 'processing', 'requires_action', 'undoing')";

inline constexpr const char* kInsertAccept = R"sql(
INSERT INTO offer_accepts (key, request_hash, order_id, offer, state, amount, currency, method, visitor, arms, ticket,
                           charge, reason, created, undo_until, receipt, headline, shown_price, label, locale, terms)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
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
