#include "events/paid_orders.h"

#include <algorithm>
#include <cstring>
#include <optional>
#include <string>

#include "aftermint/codes.h"
#include "events/sqlite_rows.h"

namespace aftermint {
namespace {

constexpr const char* kServerHasOrders =
    "SELECT EXISTS (SELECT 1 FROM events WHERE trusted = 1 AND type = 'order' AND time <= ?)";

// From the index events_money alone, in its order. `type IN` as in that index, so that it is used.
constexpr const char* kMoneyEvents = R"sql(
SELECT order_id, type, time, visitor, unit, offer, placement, coalesce(amount, 0), gross_change, seq
FROM events INDEXED BY events_money
WHERE type IN ('order', 'accept', 'undo', 'refund') AND trusted >= ?1 AND time <= ?2
ORDER BY order_id
)sql";

constexpr const char* kIsAssigned = "SELECT 1 FROM assignments WHERE unit = ? AND time <= ? LIMIT 1";
constexpr const char* kFirstNamed =
    "SELECT unit FROM assignments WHERE order_id = ?1 AND order_id <> '' AND time <= ?2 ORDER BY time, unit LIMIT 1";

bool isAssigned(Sqlite& db, const std::string& visitor, Millis now) {
  SQLite::Statement& row = db.query(kIsAssigned, visitor, now);
  const bool found = row.executeStep();
  row.reset();
  return found;
}

/** The unit of the first assignment that names the order; empty if there is none. */
std::string firstNamed(Sqlite& db, const std::string& order, Millis now) {
  SQLite::Statement& row = db.query(kFirstNamed, order, now);
  std::string unit = row.executeStep() ? row.getColumn(0).getString() : std::string();
  row.reset();
  return unit;
}

void addVisitor(std::vector<std::string>& visitors, std::string_view visitor) {
  if (visitor.empty() || std::find(visitors.begin(), visitors.end(), visitor) != visitors.end()) return;
  visitors.emplace_back(visitor);
}

/** The greatest of these visitors that was assigned; empty if none was. */
std::string_view greatestAssigned(Sqlite& db, const std::vector<std::string>& visitors, Millis now) {
  std::string_view greatest;
  for (const std::string& visitor : visitors) {
    if (visitor > greatest && isAssigned(db, visitor, now)) greatest = visitor;
  }
  return greatest;
}

/** Those of a unit, from `next` on, in a list sorted by owner; `next` is then behind them. */
template <class Part>
std::span<const Part> partsOf(const std::vector<Part>& all, std::size_t& next, std::string_view unit) {
  while (next < all.size() && all[next].owner < unit) ++next;
  const std::size_t first = next;
  while (next < all.size() && all[next].owner == unit) ++next;
  return std::span(all).subspan(first, next - first);
}

}  // namespace

/** The events of one order. */
struct PaidOrders::OrderEvents {
  struct Refund {
    std::string_view offer;
    Exact amount = 0;
  };
  std::string id;
  std::optional<Millis> ordered, accepted;
  std::vector<std::string> orderVisitors, acceptVisitors;
  Exact gross = 0, refunded = 0;
  std::vector<AcceptedOffer> accepts;
  std::vector<Exact> acceptAmounts;      ///< of `accepts`
  std::vector<std::string_view> undone;  ///< offers
  std::vector<Refund> refunds;

  void begin(std::string_view order) {
    id = order;
    ordered = accepted = std::nullopt;
    gross = refunded = 0;
    orderVisitors.clear();
    acceptVisitors.clear();
    accepts.clear();
    acceptAmounts.clear();
    undone.clear();
    refunds.clear();
  }

  /** An accept is refunded if its order is, whole, or if refunds that name its offer reach its amount. */
  void judgeAccepts() {
    for (std::size_t i = 0; i < accepts.size(); ++i) {
      AcceptedOffer& accept = accepts[i];
      accept.isUndone = std::find(undone.begin(), undone.end(), accept.offer) != undone.end();
      Exact ofOffer = 0;
      for (const Refund& refund : refunds) {
        if (refund.offer == accept.offer) ofOffer += refund.amount;
      }
      accept.isRefunded = (refunded > 0 && refunded >= gross) || ofOffer >= std::max(acceptAmounts[i], Exact{1});
    }
  }
};

PaidOrders::PaidOrders(Sqlite& db, Millis now) {
  constexpr int kOrder = 0, kType = 1, kTime = 2, kVisitor = 3, kUnit = 4, kOffer = 5, kPlacement = 6, kAmount = 7,
                kGross = 8, kSeq = 9;
  SQLite::Statement& server = db.query(kServerHasOrders, now);
  hasServer_ = server.executeStep() && server.getColumn(0).getInt() != 0;
  server.reset();

  SqliteRows rows(db, kMoneyEvents, {hasServer_ ? 1 : 0, now});
  OrderEvents order;
  while (rows.next()) {
    const std::string_view id = rows.text(kOrder), type = rows.text(kType);
    const Millis time = rows.number(kTime);
    const bool isAccept = type == toString(EventType::Accept);
    if (id != order.id) {
      take(db, order, now);
      order.begin(id);
    }
    if (isAccept) {
      order.accepts.push_back({{}, rows.number(kSeq), {}, kept(rows.text(kOffer)), kept(rows.text(kPlacement)), time});
      if (id.empty()) {  // without an order it counts for its own unit
        order.accepts.back().owner = kept(rows.text(kUnit));
        accepts_.push_back(order.accepts.back());
        continue;
      }
      order.acceptAmounts.emplace_back(rows.number(kAmount));
      order.accepted = std::min(order.accepted.value_or(time), time);
      addVisitor(order.acceptVisitors, rows.text(kVisitor));
    } else if (type == toString(EventType::Order)) {
      order.ordered = std::min(order.ordered.value_or(time), time);
      addVisitor(order.orderVisitors, rows.text(kVisitor));
    } else if (type == toString(EventType::Undo)) {
      order.undone.push_back(kept(rows.text(kOffer)));
    } else {
      order.refunds.push_back({kept(rows.text(kOffer)), rows.number(kAmount)});
      order.refunded += order.refunds.back().amount;
    }
    order.gross += rows.number(kGross);
  }
  take(db, order, now);
  const auto byOwner = [](const auto& a, const auto& b) { return a.owner < b.owner; };
  std::sort(orders_.begin(), orders_.end(), byOwner);
  std::sort(accepts_.begin(), accepts_.end(), byOwner);
}

std::string_view PaidOrders::kept(std::string_view text) {
  if (text.empty()) return {};
  auto* copy = static_cast<char*>(texts_.allocate(text.size(), 1));
  std::memcpy(copy, text.data(), text.size());
  return {copy, text.size()};
}

void PaidOrders::take(Sqlite& db, OrderEvents& order, Millis now) {
  if (order.id.empty() || (!order.ordered && !order.accepted)) return;
  std::string_view visitor = greatestAssigned(db, order.orderVisitors, now);
  if (visitor.empty()) visitor = greatestAssigned(db, order.acceptVisitors, now);
  std::string other;
  if (visitor.empty()) other = firstNamed(db, order.id, now);
  if (visitor.empty() && other.empty()) other = "order:" + order.id;
  const std::string_view owner = kept(visitor.empty() ? other : visitor), id = kept(order.id);
  order.judgeAccepts();
  for (AcceptedOffer& accept : order.accepts) {
    accept.owner = owner;
    accept.order = id;
    accepts_.push_back(accept);
  }
  const Millis paid = order.ordered ? *order.ordered : *order.accepted;
  orders_.push_back({owner, id, paid, order.ordered.has_value(), order.gross, order.refunded});
}

UnitMoney PaidOrders::of(std::string_view unit) {
  return {partsOf(orders_, nextOrder_, unit), partsOf(accepts_, nextAccept_, unit)};
}

}  // namespace aftermint
