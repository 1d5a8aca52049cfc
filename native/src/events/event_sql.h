/** @file The SQL of the event store: its table, and the sums, which the database computes. */
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

inline constexpr std::array kEventSteps = {kEventSchema};
inline constexpr SqlitePart kEventPart{"events", kEventSteps};

inline constexpr const char* kDropClaim = "DELETE FROM events WHERE type = ? AND key = ? AND trusted = 0";

// `source` begins with a text if it is at least that text, and below the first text that is above all of these.
inline constexpr const char* kCountFrom = "SELECT count(*) FROM events WHERE source >= ? AND source < ?";
inline constexpr const char* kDropFrom = "DELETE FROM events WHERE source >= ? AND source < ?";

inline constexpr const char* kInsertEvent = R"sql(
INSERT INTO events (source, id, type, key, trusted, time, received, offer, placement, order_id, visitor, amount,
                    currency, json)
VALUES ($source, $id, $type, $key, $trusted, $time, $received, $offer, $placement, $order, $visitor, $amount,
        $currency, $json)
ON CONFLICT DO NOTHING
)sql";

// `counted`: as soon as a server has written an order, only events of servers count for orders, accepts and money.
// A bump is included in its order's amount; an offer accepted after payment is added to it.
inline constexpr const char* kCountOrders = R"sql(
WITH counted AS (
  SELECT type, placement, coalesce(amount, 0) AS amount, currency FROM events
  WHERE trusted >= (SELECT EXISTS (SELECT 1 FROM events WHERE trusted = 1 AND type = 'order'))
)
SELECT coalesce(max(CASE WHEN type = 'order' THEN nullif(currency, '') END), max(currency), '') AS currency,
       coalesce(sum(type = 'order'), 0) AS orders,
       coalesce(sum(CASE WHEN type = 'order' THEN amount
                         WHEN type = 'accept' AND placement <> 'checkout' THEN amount
                         WHEN type = 'undo'   AND placement <> 'checkout' THEN -amount
                         ELSE 0 END), 0) AS order_value,
       coalesce(sum(CASE type WHEN 'accept' THEN amount WHEN 'undo' THEN -amount ELSE 0 END), 0) AS offer_value
FROM counted
)sql";

inline constexpr const char* kCountRows = R"sql(
WITH truth AS (SELECT EXISTS (SELECT 1 FROM events WHERE trusted = 1 AND type = 'order') AS has_server)
SELECT offer, placement,
       sum(type = 'exposure') AS exposures,
       sum(type = 'accept' AND trusted >= has_server) AS accepts,
       sum(type = 'decline') AS declines,
       sum(type = 'undo' AND trusted >= has_server) AS undos,
       sum(CASE WHEN trusted < has_server THEN 0
                WHEN type = 'accept' THEN coalesce(amount, 0)
                WHEN type = 'undo' THEN -coalesce(amount, 0)
                ELSE 0 END) AS revenue
FROM events, truth
WHERE offer <> '' AND type IN ('exposure', 'accept', 'decline', 'undo')
GROUP BY offer, placement
ORDER BY offer, placement
)sql";

}  // namespace aftermint
