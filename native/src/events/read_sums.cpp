#include "events/read_sums.h"

#include <algorithm>
#include <map>
#include <span>
#include <string_view>
#include <tuple>

#include "events/assigned_units.h"
#include "events/paid_orders.h"
#include "events/sums_sql.h"

namespace aftermint {
namespace {

constexpr const char* kHasArm = "SELECT 1 FROM event_arms WHERE event = ? AND experiment = ?";

void addProduct(Exact& sum, Exact a, Exact b) {
  Exact product = 0;
  if (__builtin_mul_overflow(a, b, &product) || __builtin_add_overflow(sum, product, &sum)) {
    throw StoreError("a sum does not fit into 128 bits");
  }
}

/** What became of a unit in a slice. Amounts are in minor units. */
struct Outcome {
  std::int64_t orders = 0, immatureOrders = 0;
  Exact gross = 0, refunded = 0, immatureGross = 0;
  bool isReturning = false;
  bool seen = false, declined = false, accepted = false, stands = false, isKept = false;
};

/** The Monday, 00:00 UTC, before a time. 1970-01-01 was a Thursday. */
Millis weekOf(Millis time) {
  constexpr Millis kToMonday = 3 * kDayMillis, kWeek = 7 * kDayMillis;
  return (time + kToMonday) / kWeek * kWeek - kToMonday;
}

/** Adds up what became of the units. */
class SumsReading {
 public:
  SumsReading(Sqlite& db, const SumsQuery& query) : db_(db), query_(query) {}

  [[nodiscard]] std::vector<ArmSums> rows() {
    PaidOrders paid(db_, query_.now);
    SeenOffers seen(db_, query_.now);
    AssignedUnits units(db_, query_, paid);
    while (units.next()) {
      const std::span<const SeenOffer> seenByUnit = seen.of(units.unit());
      for (const FirstAssignment& first : units.slices()) {
        if (first.time >= query_.from) add(units.unit(), first, outcomeOf(first, units.money(), seenByUnit));
      }
    }
    std::vector<ArmSums> all;
    for (auto& [key, row] : rows_) all.push_back(std::move(row));
    return all;
  }

 private:
  /** Slice, arm, week and kind of buyer. */
  using Key = std::tuple<std::string, std::string, Millis, std::string>;
  using KeyView = std::tuple<std::string_view, std::string_view, Millis, std::string_view>;
  /** Compares both as views; clang 14 compares no tuples of different types. */
  struct ByKey {
    using is_transparent = void;
    static KeyView view(const KeyView& key) { return key; }
    static KeyView view(const Key& key) {
      const auto& [slice, arm, week, buyer] = key;
      return {slice, arm, week, buyer};
    }
    template <class A, class B>
    bool operator()(const A& a, const B& b) const {
      return view(a) < view(b);
    }
  };

  /** Whether an accept, an exposure or a decline belongs to a slice of its unit. */
  template <class Act>
  bool isRelated(const Act& act, const FirstAssignment& first) {
    switch (query_.by) {
      case SumsBy::All:
        return true;
      case SumsBy::Placement:
        return act.placement == first.slice;
      case SumsBy::Offer:
        return act.offer == first.slice;
      case SumsBy::Experiment:
        return act.offer == first.offer || hasArm(act.seq, first.slice);
    }
    return false;
  }

  bool hasArm(std::int64_t event, const std::string& experiment) {
    SQLite::Statement& row = db_.query(kHasArm, event, experiment);
    const bool found = row.executeStep();
    row.reset();
    return found;
  }

  Outcome outcomeOf(const FirstAssignment& first, const UnitMoney& money, std::span<const SeenOffer> seen) {
    Outcome outcome;
    const Millis end = first.time + query_.window;
    for (const SeenOffer& each : seen) {
      bool& flag = each.isDecline ? outcome.declined : outcome.seen;
      flag = flag || (each.time >= first.time && each.time < end && isRelated(each, first));
    }
    for (const PaidOrder& order : money.orders) {
      // An order that the assignment names counts also if it was paid before it: an offer after payment is made then.
      const bool isNamed = order.id == first.order;
      if (order.paid < first.time && !isNamed) outcome.isReturning = outcome.isReturning || order.isOrder;
      if (order.paid >= end || (order.paid < first.time && !isNamed)) continue;
      outcome.orders += order.isOrder;
      outcome.gross += order.gross;
      outcome.refunded += order.refunded;
      if (order.paid <= query_.now - query_.maturity) continue;
      outcome.immatureOrders += order.isOrder;
      outcome.immatureGross += order.gross;
    }
    for (const AcceptedOffer& accept : money.accepts) {
      const bool isNamed = !first.order.empty() && accept.order == first.order;
      if (accept.time >= end || (accept.time < first.time && !isNamed) || !isRelated(accept, first)) continue;
      outcome.accepted = true;
      outcome.stands = outcome.stands || !accept.isUndone;
      outcome.isKept = outcome.isKept || (!accept.isUndone && !accept.isRefunded);
    }
    return outcome;
  }

  ArmSums& rowOf(const std::string& slice, const std::string& arm, Millis week, std::string_view buyer) {
    const auto found = rows_.find(KeyView(slice, arm, week, buyer));
    if (found != rows_.end()) return found->second;
    ArmSums& row = rows_[Key(slice, arm, week, buyer)];
    if (query_.by == SumsBy::Placement) row.placement = slice;
    if (query_.by == SumsBy::Offer) row.offer = slice;
    if (query_.by == SumsBy::Experiment) row.experiment = slice;
    row.arm = row.counts.name = arm;
    row.week = week;
    row.buyer = buyer;
    return row;
  }

  void add(const std::string& unit, const FirstAssignment& first, const Outcome& outcome) {
    // Nothing is known of what an order bought before.
    const bool isOrder = unit.starts_with("order:");
    const std::string_view buyer = isOrder ? "" : outcome.isReturning ? "returning" : "first";
    ArmSums& row = rowOf(first.slice, first.arm, weekOf(first.time), buyer);
    row.declined += outcome.declined;
    row.accepted += outcome.accepted;
    row.undone += outcome.accepted && !outcome.stands;
    row.kept += outcome.isKept;
    row.acceptedUnseen += outcome.stands && !outcome.seen;
    row.orderUnits += isOrder;
    row.orders += outcome.orders;
    row.immatureOrders += outcome.immatureOrders;
    row.openWindows += first.time + query_.window > query_.now;
    addProduct(row.immatureGross, outcome.immatureGross, 1);
    addProduct(row.refunded, outcome.refunded, 1);

    ArmCounts& counts = row.counts;
    counts.visitors += 1;
    counts.buyers += outcome.orders > 0;
    counts.exposed += outcome.seen;
    counts.accepts += outcome.stands;
    addMoments(counts.orders, outcome.orders);
    addMoments(counts.before, first.before);
    addMoney(counts.gross, outcome.gross, outcome.orders, first.before);
    addMoney(counts.net, outcome.gross - outcome.refunded, outcome.orders, first.before);
  }

  static void addMoments(Moments& moments, Exact value) {
    addProduct(moments.sum, value, 1);
    addProduct(moments.sumSq, value, value);
  }

  static void addMoney(MoneyMoments& moments, Exact value, Exact orders, Exact before) {
    addProduct(moments.sum, value, 1);
    addProduct(moments.sumSq, value, value);
    addProduct(moments.withOrders, value, orders);
    addProduct(moments.withBefore, value, before);
  }

  Sqlite& db_;
  const SumsQuery& query_;
  std::map<Key, ArmSums, ByKey> rows_;
};

}  // namespace

std::vector<ArmSums> readSums(Sqlite& db, const SumsQuery& query) {
  // Several statements, which must see the same events.
  SQLite::Transaction snapshot(db.database());
  return SumsReading(db, query).rows();
}

std::vector<EarlierSums> readEarlier(Sqlite& db, const SumsQuery& query) {
  SQLite::Statement& rows = db.prepare(kEarlierArms);
  rows.bind(":now", query.now);
  std::vector<EarlierSums> sums;
  while (rows.executeStep()) {
    const auto text = [&rows](const char* column) { return rows.getColumn(column).getString(); };
    sums.push_back({text("experiment"),
                    text("arm"),
                    {text("earlier_experiment"), text("earlier_arm"), rows.getColumn("units").getInt64()}});
  }
  rows.reset();
  return sums;
}

}  // namespace aftermint
