/** @file The shop's tables. */
#pragma once

namespace aftermint {

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

/** Lines that take another's place, and the terms that a recurring item was accepted by. */
inline constexpr const char* kShopUpgrades = R"sql(
ALTER TABLE order_lines ADD COLUMN replaces TEXT NOT NULL DEFAULT '';
ALTER TABLE accept_lines ADD COLUMN replaces TEXT NOT NULL DEFAULT '';
ALTER TABLE accepts ADD COLUMN terms TEXT NOT NULL DEFAULT '';
ALTER TABLE receipts ADD COLUMN terms TEXT NOT NULL DEFAULT '';
)sql";

/** Lines that an offer of a product page added, and every offer that an order is placed with. */
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

inline constexpr const char* kOrderColumns =
    "SELECT id, number, session, nonce, state, attempt, currency, name, email, address, method, visitor, locale, "
    "notice, placed, paid FROM orders ";

inline constexpr const char* kAcceptColumns =
    "SELECT key, request_hash, order_id, offer, state, amount, currency, method, visitor, arms, ticket, charge, "
    "reason, "
    "created, undo_until, receipt, headline, shown_price, label, locale, terms FROM accepts ";

}  // namespace aftermint
