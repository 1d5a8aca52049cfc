/** @file The SQL that writes events, and the SQL of the old counts. */
#pragma once

namespace aftermint {

inline constexpr const char* kDropClaim = "DELETE FROM events WHERE type = ? AND key = ? AND trusted = 0";

// `source` begins with a text if it is at least that text, and below the first text that is above all of these.
inline constexpr const char* kCountFrom = "SELECT count(*) FROM events WHERE source >= ? AND source < ?";
inline constexpr const char* kDropFrom = "DELETE FROM events WHERE source >= ? AND source < ?";

// `unit`, `path` and `gross_change` are as in the migration (event_schema.h).
inline constexpr const char* kInsertEvent = R"sql(
WITH said AS (
  SELECT CASE WHEN json_valid($json) THEN coalesce(json_extract($json, '$.data.path'), '') ELSE '' END AS path
)
INSERT INTO events (source, id, type, key, trusted, time, received, offer, placement, order_id, visitor, amount,
                    currency, json, unit, path, gross_change)
SELECT $source, $id, $type, $key, $trusted, $time, $received, $offer, $placement, $order, $visitor, $amount, $currency,
       $json, CASE WHEN $visitor <> '' THEN $visitor WHEN $order <> '' THEN 'order:' || $order ELSE '' END, path,
       CASE WHEN $type = 'order' THEN coalesce($amount, 0)
            WHEN $type NOT IN ('accept', 'undo') OR path IN ('form', 'link') THEN 0
            WHEN path = '' AND $placement IN ('checkout', 'product_page', 'thank_you', 'email') THEN 0
            WHEN $type = 'accept' THEN coalesce($amount, 0)
            ELSE -coalesce($amount, 0) END
FROM said WHERE true
ON CONFLICT DO NOTHING
)sql";

inline constexpr const char* kInsertArms = R"sql(
INSERT INTO event_arms (event, experiment, arm)
SELECT e.seq, json_extract(item.value, '$.experiment'), json_extract(item.value, '$.arm')
FROM events AS e, json_each(e.json, '$.data.arms') AS item
WHERE e.seq = ? AND e.type IN ('exposure', 'accept', 'decline', 'undo', 'order')
ON CONFLICT DO NOTHING
)sql";

// One row without an experiment compares the offers with the holdout; one more row for each experiment.
inline constexpr const char* kInsertAssignments = R"sql(
WITH said AS (
  SELECT seq, unit, placement, offer, order_id, currency, time, json, type <> 'assignment' AS by_sight,
         coalesce(json_extract(json, '$.data.before'), 0) AS before,
         CASE type WHEN 'assignment' THEN coalesce(json_extract(json, '$.data.holdout'), 0)
                   WHEN 'control' THEN coalesce(
                     json_extract(json, '$.data.reason') = 'holdout',
                     json_array_length(coalesce(json_extract(json, '$.data.arms'), '[]')) = 0)
                   ELSE 0 END AS holdout
  FROM events WHERE seq = ? AND unit <> '' AND type IN ('assignment', 'control', 'exposure')
)
INSERT INTO assignments (unit, placement, experiment, offer, arm, holdout, by_sight, order_id, before, currency, time,
                         event)
SELECT unit, placement, '', offer, '', holdout, by_sight, order_id, before, currency, time, seq FROM said
UNION ALL
SELECT unit, placement, json_extract(item.value, '$.experiment'), offer, json_extract(item.value, '$.arm'), holdout,
       by_sight, order_id, before, currency, time, seq
FROM said, json_each(said.json, '$.data.arms') AS item
WHERE true
ON CONFLICT (unit, placement, experiment, offer) DO UPDATE
SET arm = excluded.arm, holdout = excluded.holdout, by_sight = excluded.by_sight, order_id = excluded.order_id,
    before = excluded.before, currency = excluded.currency, time = excluded.time, event = excluded.event
WHERE (excluded.time, excluded.by_sight, excluded.order_id, excluded.arm, excluded.before) <
      (assignments.time, assignments.by_sight, assignments.order_id, assignments.arm, assignments.before)
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

// `type IN` as in the index events_money, so that it is used.
inline constexpr const char* kOrderMoney = R"sql(
SELECT type, key, coalesce(amount, 0) AS amount, gross_change, currency FROM events
WHERE order_id = ? AND type IN ('order', 'accept', 'undo', 'refund') AND trusted = 1
)sql";

// The newest order of a server, else of a page, from the index events_orders; else the newest event.
inline constexpr const char* kNewestCurrency = R"sql(
SELECT coalesce(
  (SELECT currency FROM events WHERE type = 'order' AND currency <> '' ORDER BY trusted DESC, time DESC LIMIT 1),
  (SELECT currency FROM events WHERE currency <> '' ORDER BY seq DESC LIMIT 1),
  '')
)sql";

}  // namespace aftermint
