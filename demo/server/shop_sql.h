/** @file The shop's tables. */
#pragma once

#include <array>

#include "sqlite.h"

namespace aftermint::demo {

inline constexpr const char* kShopSchema = R"sql(
CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL);

CREATE TABLE sessions (
  id           TEXT PRIMARY KEY,
  visitor      TEXT NOT NULL,
  created      INTEGER NOT NULL,
  cart_version INTEGER NOT NULL DEFAULT 0,
  notice       TEXT NOT NULL DEFAULT ''
);
CREATE TABLE cart_lines (
  session  TEXT NOT NULL REFERENCES sessions (id),
  position INTEGER NOT NULL,
  product  TEXT NOT NULL,
  variant  TEXT NOT NULL,
  quantity INTEGER NOT NULL CHECK (quantity > 0),
  PRIMARY KEY (session, position)
);

CREATE TABLE order_numbers (number INTEGER PRIMARY KEY AUTOINCREMENT);
INSERT INTO order_numbers VALUES (1000);
CREATE TABLE drafts (
  session  TEXT PRIMARY KEY REFERENCES sessions (id),
  order_id TEXT NOT NULL UNIQUE,
  number   INTEGER NOT NULL,
  nonce    TEXT NOT NULL UNIQUE
);

CREATE TABLE orders (
  id       TEXT PRIMARY KEY,
  number   INTEGER NOT NULL UNIQUE,
  session  TEXT NOT NULL,
  nonce    TEXT NOT NULL UNIQUE,
  state    INTEGER NOT NULL,
  attempt  INTEGER NOT NULL,
  currency TEXT NOT NULL,
  name     TEXT NOT NULL,
  email    TEXT NOT NULL,
  address  TEXT NOT NULL,
  method   TEXT NOT NULL,
  visitor  TEXT NOT NULL,
  locale   TEXT NOT NULL,
  bump     TEXT NOT NULL,
  arms     TEXT NOT NULL,
  notice   TEXT NOT NULL,
  placed   INTEGER NOT NULL,
  paid     INTEGER
);
CREATE INDEX orders_by_state ON orders (state);
CREATE TABLE order_lines (
  order_id      TEXT NOT NULL REFERENCES orders (id),
  position      INTEGER NOT NULL,
  product       TEXT NOT NULL,
  variant       TEXT NOT NULL,
  title         TEXT NOT NULL,
  variant_title TEXT NOT NULL,
  quantity      INTEGER NOT NULL CHECK (quantity > 0),
  price         INTEGER NOT NULL CHECK (price >= 0),
  offer         TEXT NOT NULL,
  accept_key    TEXT NOT NULL DEFAULT '',
  undone        INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (order_id, position)
);

CREATE TABLE accepts (
  key          TEXT PRIMARY KEY,
  request_hash TEXT NOT NULL,
  order_id     TEXT NOT NULL REFERENCES orders (id),
  offer        TEXT NOT NULL,
  state        INTEGER NOT NULL,
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
  locale       TEXT NOT NULL
);
-- States 0 to 5 stand for the order (charging … undone), 6 and 7 charged nothing in the end: one at a time may stand.
CREATE UNIQUE INDEX one_accept_an_order ON accepts (order_id) WHERE state < 6;
CREATE TABLE accept_lines (
  key           TEXT NOT NULL REFERENCES accepts (key),
  position      INTEGER NOT NULL,
  product       TEXT NOT NULL,
  variant       TEXT NOT NULL,
  title         TEXT NOT NULL,
  variant_title TEXT NOT NULL,
  quantity      INTEGER NOT NULL,
  price         INTEGER NOT NULL,
  PRIMARY KEY (key, position)
);
CREATE TABLE receipts (
  id       TEXT PRIMARY KEY,
  order_id TEXT NOT NULL,
  offer    TEXT NOT NULL,
  key      TEXT NOT NULL UNIQUE,
  accepted INTEGER NOT NULL,
  headline TEXT NOT NULL,
  price    TEXT NOT NULL,
  label    TEXT NOT NULL,
  locale   TEXT NOT NULL,
  amount   INTEGER NOT NULL,
  currency TEXT NOT NULL,
  hash     TEXT NOT NULL
);

CREATE TABLE outbox (
  seq       INTEGER PRIMARY KEY AUTOINCREMENT,
  source    TEXT NOT NULL,
  id        TEXT NOT NULL,
  type      TEXT NOT NULL,
  key       TEXT NOT NULL,
  time      INTEGER NOT NULL,
  offer     TEXT NOT NULL,
  placement TEXT NOT NULL,
  order_id  TEXT NOT NULL,
  visitor   TEXT NOT NULL,
  amount    INTEGER,
  currency  TEXT NOT NULL,
  json      TEXT NOT NULL
);
)sql";

/** Adds upgrades (a line that replaces a product) and the terms of recurring items. */
inline constexpr const char* kShopUpgrades = R"sql(
ALTER TABLE order_lines ADD COLUMN replaces TEXT NOT NULL DEFAULT '';
ALTER TABLE accept_lines ADD COLUMN replaces TEXT NOT NULL DEFAULT '';
ALTER TABLE accepts ADD COLUMN terms TEXT NOT NULL DEFAULT '';
ALTER TABLE receipts ADD COLUMN terms TEXT NOT NULL DEFAULT '';
)sql";

/** Adds the offer to a line of a basket, and a table of the offers of an order. */
inline constexpr const char* kShopOffers = R"sql(
ALTER TABLE cart_lines ADD COLUMN offer TEXT NOT NULL DEFAULT '';
CREATE TABLE order_offers (
  order_id  TEXT NOT NULL REFERENCES orders (id),
  offer     TEXT NOT NULL,
  placement TEXT NOT NULL,
  arms      TEXT NOT NULL,
  PRIMARY KEY (order_id, offer)
);
INSERT INTO order_offers SELECT id, bump, 'checkout', arms FROM orders WHERE bump <> '';
ALTER TABLE orders DROP COLUMN bump;
ALTER TABLE orders DROP COLUMN arms;
)sql";

/**
 * States as codes instead of numbers; accepts, receipts, the outbox and the signing key move to the tables of the
 * accept endpoint (accept/accept_sql.h) and of the outbox (events/outbox.h), which are there by now.
 */
inline constexpr const char* kShopCodes = R"sql(
INSERT INTO server_settings (name, value) SELECT name, value FROM settings WHERE true ON CONFLICT DO NOTHING;
INSERT INTO event_outbox (source, id, type, key, time, offer, placement, order_id, visitor, amount, currency, json)
SELECT source, id, type, key, time, offer, placement, order_id, visitor, amount, currency, json FROM outbox
ORDER BY seq;
INSERT INTO offer_accepts (key, request_hash, order_id, offer, state, amount, currency, method, visitor, arms, ticket,
                           charge, reason, created, undo_until, receipt, headline, shown_price, label, locale, terms)
SELECT key, request_hash, order_id, offer,
       CASE state WHEN 0 THEN 'charging' WHEN 1 THEN 'processing' WHEN 2 THEN 'requires_action' WHEN 3 THEN 'accepted'
                  WHEN 4 THEN 'undoing' WHEN 5 THEN 'undone' WHEN 6 THEN 'declined' WHEN 7 THEN 'refunded' END,
       amount, currency, method, visitor, arms, ticket, charge, reason, created, undo_until, receipt, headline,
       shown_price, label, locale, terms
FROM accepts;
INSERT INTO offer_accept_lines (key, position, product, variant, title, variant_title, quantity, price, replaces)
SELECT key, position, product, variant, title, variant_title, quantity, price, replaces FROM accept_lines;
INSERT INTO offer_receipts (id, order_id, offer, key, accepted, headline, price, label, locale, terms, amount, currency,
                            hash)
SELECT id, order_id, offer, key, accepted, headline, price, label, locale, terms, amount, currency, hash FROM receipts;
DROP TABLE settings;
DROP TABLE outbox;
DROP TABLE receipts;
DROP TABLE accept_lines;
DROP TABLE accepts;

DROP INDEX orders_by_state;
ALTER TABLE orders ADD COLUMN state_code TEXT NOT NULL DEFAULT 'pending'
  CHECK (state_code IN ('pending', 'paid', 'declined'));
UPDATE orders SET state_code = CASE state WHEN 0 THEN 'pending' WHEN 1 THEN 'paid' WHEN 2 THEN 'declined' END;
ALTER TABLE orders DROP COLUMN state;
ALTER TABLE orders RENAME COLUMN state_code TO state;
CREATE INDEX orders_by_state ON orders (state);
)sql";

/** To tell returning buyers from first ones. */
inline constexpr const char* kShopBuyers = R"sql(
CREATE INDEX orders_of_buyers ON orders (visitor) WHERE visitor <> '' AND state = 'paid';
)sql";

/** Which form an order was placed with, and how long its charge may be under way. */
inline constexpr const char* kShopForms = R"sql(
ALTER TABLE orders ADD COLUMN form TEXT NOT NULL DEFAULT '';
ALTER TABLE orders ADD COLUMN lease_until INTEGER NOT NULL DEFAULT 0;
)sql";

/** Order numbers are random, so the counter goes; and a payment looks for the orders of its session. */
inline constexpr const char* kShopNumbers = R"sql(
DROP TABLE order_numbers;
CREATE INDEX orders_of_sessions ON orders (session);
)sql";

inline constexpr std::array kShopSteps = {kShopSchema, kShopUpgrades, kShopOffers, kShopCodes,
                                          kShopBuyers, kShopForms,    kShopNumbers};
inline constexpr SqlitePart kShopPart{"shop", kShopSteps};

inline constexpr const char* kPaidOrderOf =
    "SELECT 1 FROM orders WHERE visitor = ? AND visitor <> '' AND state = 'paid' LIMIT 1";
inline constexpr const char* kOrderNumber =
    "SELECT 1 FROM orders WHERE number = ?1 UNION ALL SELECT 1 FROM drafts WHERE number = ?1";
inline constexpr const char* kOrderById = "SELECT * FROM orders WHERE id = ?";
inline constexpr const char* kOrderByNonce = "SELECT * FROM orders WHERE nonce = ?";

}  // namespace aftermint::demo
