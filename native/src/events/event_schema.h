/** @file The tables of the event store, step by step. A published step never changes. */
#pragma once

#include <array>

#include "sqlite.h"

namespace aftermint {

inline constexpr const char* kEventSchema = R"sql(
CREATE TABLE events (
  seq       INTEGER PRIMARY KEY,
  source    TEXT NOT NULL,
  id        TEXT NOT NULL,
  type      TEXT NOT NULL,
  key       TEXT,
  trusted   INTEGER NOT NULL,
  time      INTEGER NOT NULL,
  received  INTEGER NOT NULL,
  offer     TEXT NOT NULL,
  placement TEXT NOT NULL,
  order_id  TEXT NOT NULL,
  visitor   TEXT NOT NULL,
  amount    INTEGER,
  currency  TEXT NOT NULL,
  json      TEXT NOT NULL,
  UNIQUE (source, id)
);
CREATE UNIQUE INDEX events_by_key ON events (type, key) WHERE key IS NOT NULL;
CREATE INDEX events_by_offer ON events (offer, placement, type);
)sql";

/**
 * Adds assignments and the arms of events, and fills both from the events that are there.
 *
 * Older pages sent no `assignment`. Their `control` events and exposures become assignments `by_sight`: they know only
 * visitors who saw the offer or were in a control, and no `before`.
 */
inline constexpr const char* kEventAssignments = R"sql(
-- Plain columns, written with each event: SQLite reads generated ones from the whole row, even if an index has them.
-- The unit of the sums: the visitor, or the order where no visitor id could be kept.
ALTER TABLE events ADD COLUMN unit TEXT NOT NULL DEFAULT '';
ALTER TABLE events ADD COLUMN path TEXT NOT NULL DEFAULT '';
-- What the event adds to the gross value of its order. A bump is included in the amount of its order, and a link leads
-- to an order of its own, so only what was accepted with one click after payment is added.
ALTER TABLE events ADD COLUMN gross_change INTEGER NOT NULL DEFAULT 0;
UPDATE events
SET unit = CASE WHEN visitor <> '' THEN visitor WHEN order_id <> '' THEN 'order:' || order_id ELSE '' END,
    path = CASE WHEN json_valid(json) THEN coalesce(json_extract(json, '$.data.path'), '') ELSE '' END;
UPDATE events
SET gross_change = CASE WHEN type = 'order' THEN coalesce(amount, 0)
                        WHEN path IN ('form', 'link') THEN 0
                        WHEN path = '' AND placement IN ('checkout', 'product_page', 'thank_you', 'email') THEN 0
                        WHEN type = 'accept' THEN coalesce(amount, 0)
                        ELSE -coalesce(amount, 0) END
WHERE type IN ('order', 'accept', 'undo');

CREATE INDEX events_money ON events (order_id, type, trusted, time, visitor, unit, offer, placement, amount,
                                     gross_change)
  WHERE type IN ('order', 'accept', 'undo', 'refund');
CREATE INDEX events_seen ON events (unit, type, time, offer, placement) WHERE type IN ('exposure', 'decline');
CREATE INDEX events_orders ON events (trusted, time) WHERE type = 'order';

CREATE TABLE event_arms (
  event      INTEGER NOT NULL REFERENCES events (seq) ON DELETE CASCADE,
  experiment TEXT NOT NULL,
  arm        TEXT NOT NULL,
  PRIMARY KEY (event, experiment)
) WITHOUT ROWID;

CREATE TABLE assignments (
  unit       TEXT NOT NULL,
  placement  TEXT NOT NULL,
  experiment TEXT NOT NULL,  -- empty: the comparison of the offers with the holdout
  offer      TEXT NOT NULL,  -- that is or would be shown
  arm        TEXT NOT NULL,
  holdout    INTEGER NOT NULL,
  by_sight   INTEGER NOT NULL,
  order_id   TEXT NOT NULL,
  before     INTEGER NOT NULL,
  currency   TEXT NOT NULL,
  time       INTEGER NOT NULL,
  event      INTEGER NOT NULL REFERENCES events (seq) ON DELETE CASCADE,
  PRIMARY KEY (unit, placement, experiment, offer)
) WITHOUT ROWID;
CREATE INDEX assignments_by_event ON assignments (event);
CREATE INDEX assignments_by_order ON assignments (order_id, time, unit) WHERE order_id <> '';

INSERT INTO event_arms (event, experiment, arm)
SELECT e.seq, json_extract(item.value, '$.experiment'), json_extract(item.value, '$.arm')
FROM events AS e, json_each(e.json, '$.data.arms') AS item
WHERE e.type IN ('exposure', 'accept', 'decline', 'undo', 'order') AND json_valid(e.json)
ON CONFLICT DO NOTHING;

WITH said AS (
  SELECT seq, unit, placement, offer, order_id, currency, time, json,
         type = 'control' AND coalesce(json_extract(json, '$.data.reason') = 'holdout',
                                       json_array_length(coalesce(json_extract(json, '$.data.arms'), '[]')) = 0)
           AS holdout
  FROM events WHERE unit <> '' AND type IN ('control', 'exposure') AND json_valid(json)
)
INSERT INTO assignments (unit, placement, experiment, offer, arm, holdout, by_sight, order_id, before, currency, time,
                         event)
SELECT unit, placement, '', offer, '', holdout, 1, order_id, 0, currency, time, seq FROM said
UNION ALL
SELECT unit, placement, json_extract(item.value, '$.experiment'), offer, json_extract(item.value, '$.arm'), holdout, 1,
       order_id, 0, currency, time, seq
FROM said, json_each(said.json, '$.data.arms') AS item
WHERE true
ON CONFLICT (unit, placement, experiment, offer) DO UPDATE
SET arm = excluded.arm, holdout = excluded.holdout, order_id = excluded.order_id, currency = excluded.currency,
    time = excluded.time, event = excluded.event
WHERE (excluded.time, excluded.order_id, excluded.arm) < (assignments.time, assignments.order_id, assignments.arm);
)sql";

/**
 * Adds what is known of served books, what was left out, and from when events of pages are complete.
 */
inline constexpr const char* kEventBooks = R"sql(
-- Every offer that was ever served, at every placement.
CREATE TABLE served_offers (
  offer     TEXT NOT NULL,
  placement TEXT NOT NULL,
  PRIMARY KEY (offer, placement)
) WITHOUT ROWID;
-- How each served book assigns visitors (page_rules.h), and when it was last taken into service.
CREATE TABLE served_rules (
  json   TEXT NOT NULL PRIMARY KEY,
  served INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE left_out (
  day    INTEGER NOT NULL,  -- 00:00 UTC
  reason TEXT NOT NULL,
  events INTEGER NOT NULL,
  PRIMARY KEY (day, reason)
) WITHOUT ROWID;
-- One row once old events of pages were deleted: those received since then are all there.
CREATE TABLE page_events_since (
  id    INTEGER PRIMARY KEY CHECK (id = 1),
  since INTEGER NOT NULL
);
CREATE INDEX events_of_pages ON events (received) WHERE trusted = 0;
)sql";

inline constexpr std::array kEventSteps = {kEventSchema, kEventAssignments, kEventBooks};
inline constexpr SqlitePart kEventPart{"events", kEventSteps};

}  // namespace aftermint
