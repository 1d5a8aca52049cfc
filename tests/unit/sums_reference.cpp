#include "unit/sums_reference.h"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <sstream>
#include <tuple>

#include "events/exact_sum.h"

namespace aftermint::testing {
namespace {

using Arms = std::map<std::string, std::string>;  // experiment to arm

struct Fact {
  Event event;
  nlohmann::json data;
  Arms arms;
  std::string unit;
};

struct First {
  bool bySight = false;
  Millis time = 0;
  std::string order, arm;
  Minor before = 0;
  bool holdout = false;
  std::string offer;
};

struct OrderFacts {
  std::optional<Millis> ordered, accepted;
  std::string orderVisitor, acceptVisitor, owner;
  std::int64_t gross = 0, refunded = 0;
  [[nodiscard]] Millis paid() const { return ordered ? *ordered : *accepted; }
};

/** The events that a store keeps: one of each id and of each key, that of a server before that of a page. */
std::vector<Fact> kept(const std::vector<Event>& events) {
  std::vector<Event> unique;
  for (const Event& event : events) {
    bool isNew = true;
    for (auto old = unique.begin(); old != unique.end();) {
      const bool sameId = old->source == event.source && old->id == event.id;
      const bool sameKey = !event.key.empty() && old->type == event.type && old->key == event.key;
      if (sameKey && event.trusted && !old->trusted) {
        old = unique.erase(old);
        continue;
      }
      isNew = isNew && !sameId && !sameKey;
      ++old;
    }
    if (isNew) unique.push_back(event);
  }
  std::vector<Fact> facts;
  for (const Event& event : unique) {
    Fact fact{event, nlohmann::json::parse(event.json).value("data", nlohmann::json::object()), {}, event.visitor};
    if (fact.unit.empty() && !event.order.empty()) fact.unit = "order:" + event.order;
    for (const auto& arm : fact.data.value("arms", nlohmann::json::array())) fact.arms[arm["experiment"]] = arm["arm"];
    facts.push_back(std::move(fact));
  }
  return facts;
}

bool isAfterPayment(const Fact& fact) {
  const std::string path = fact.data.value("path", "");
  if (!path.empty()) return path == "one_click";
  return fact.event.placement == "post_purchase" || fact.event.placement.empty();
}

class Reference {
 public:
  Reference(const std::vector<Event>& events, const SumsQuery& query) : query_(query), facts_(kept(events)) {
    facts_.erase(std::remove_if(facts_.begin(), facts_.end(), [&](const Fact& f) { return f.event.time > query.now; }),
                 facts_.end());
    for (const Fact& fact : facts_) hasServer_ = hasServer_ || (fact.event.trusted && fact.event.type == "order");
    assign();
    collectOrders();
  }

  std::vector<ArmSums> sums() {
    // First assignments of each slice and unit.
    std::map<std::pair<std::string, std::string>, First> units;
    for (const auto& [key, first] : assignments_) {
      const auto& [unit, placement, experiment, offer] = key;
      if (experiment.empty() != (query_.by != SumsBy::Experiment)) continue;
      if (!isOfItsOrder(unit, placement, first)) continue;
      const std::string slice = query_.by == SumsBy::Placement    ? placement
                                : query_.by == SumsBy::Offer      ? offer
                                : query_.by == SumsBy::Experiment ? experiment
                                                                  : "";
      const auto [at, isNew] = units.try_emplace({slice, unit}, first);
      if (!isNew && first.time < at->second.time) at->second = first;
    }
    std::map<std::tuple<std::string, std::string, Millis, std::string>, ArmSums> rows;
    for (const auto& [key, first] : units) count(rows, key.first, key.second, first);
    std::vector<ArmSums> all;
    for (auto& [key, row] : rows) all.push_back(std::move(row));
    return all;
  }

 private:
  [[nodiscard]] bool counts(const Fact& fact) const { return fact.event.trusted || !hasServer_; }

  void assign() {
    for (const Fact& fact : facts_) {
      const std::string& type = fact.event.type;
      if (fact.unit.empty() || (type != "assignment" && type != "control" && type != "exposure")) continue;
      First first{
          type != "assignment", fact.event.time, fact.event.order, "", fact.data.value("before", Minor{0}), false,
          fact.event.offer};
      if (type == "assignment") first.holdout = fact.data.value("holdout", false);
      if (type == "control") {
        first.holdout = fact.data.contains("reason") ? fact.data["reason"] == "holdout" : fact.arms.empty();
      }
      keep({fact.unit, fact.event.placement, "", fact.event.offer}, first);
      for (const auto& [experiment, arm] : fact.arms) {
        first.arm = arm;
        keep({fact.unit, fact.event.placement, experiment, fact.event.offer}, first);
      }
    }
  }

  using Key = std::tuple<std::string, std::string, std::string, std::string>;
  void keep(const Key& key, const First& first) {
    assigned_.insert(std::get<0>(key));
    const auto rank = [](const First& f) { return std::tie(f.time, f.bySight, f.order, f.arm, f.before); };
    const auto [at, isNew] = assignments_.try_emplace(key, first);
    if (!isNew && rank(first) < rank(at->second)) at->second = first;
  }

  void collectOrders() {
    for (const Fact& fact : facts_) {
      const Event& event = fact.event;
      if (event.order.empty() || !counts(fact)) continue;
      OrderFacts& order = orders_[event.order];
      const Minor amount = event.amount.value_or(0);
      const bool isKnown = assigned_.count(event.visitor) > 0;
      if (event.type == "order") {
        order.ordered = std::min(order.ordered.value_or(event.time), event.time);
        order.gross += amount;
        if (isKnown) order.orderVisitor = std::max(order.orderVisitor, event.visitor);
      } else if (event.type == "accept") {
        order.accepted = std::min(order.accepted.value_or(event.time), event.time);
        if (isAfterPayment(fact)) order.gross += amount;
        if (isKnown) order.acceptVisitor = std::max(order.acceptVisitor, event.visitor);
      } else if (event.type == "undo") {
        if (isAfterPayment(fact)) order.gross -= amount;
      } else if (event.type == "refund") {
        order.refunded += amount;
      }
    }
    for (auto at = orders_.begin(); at != orders_.end();) {
      at = at->second.ordered || at->second.accepted ? std::next(at) : orders_.erase(at);
    }
    for (auto& [id, order] : orders_) {
      order.owner = !order.orderVisitor.empty() ? order.orderVisitor : order.acceptVisitor;
      if (!order.owner.empty()) continue;
      order.owner = "order:" + id;
      std::optional<std::pair<Millis, std::string>> named;
      for (const auto& [key, first] : assignments_) {
        const std::pair candidate{first.time, std::get<0>(key)};
        if (first.order == id && (!named || candidate < *named)) named = candidate;
      }
      if (named) order.owner = named->second;
    }
  }

  /** After payment, an assignment counts only for the unit of its order, once servers write orders. */
  [[nodiscard]] bool isOfItsOrder(const std::string& unit, const std::string& placement, const First& first) const {
    if (!hasServer_ || (placement != "post_purchase" && placement != "thank_you")) return true;
    const auto order = orders_.find(first.order);
    return order != orders_.end() && order->second.owner == unit;
  }

  [[nodiscard]] bool isRelated(const Fact& fact, const std::string& slice, const First& first) const {
    switch (query_.by) {
      case SumsBy::All:
        return true;
      case SumsBy::Placement:
        return fact.event.placement == slice;
      case SumsBy::Offer:
        return fact.event.offer == slice;
      case SumsBy::Experiment:
        return fact.event.offer == first.offer || fact.arms.count(slice) > 0;
    }
    return false;
  }

  struct Funnel {
    bool seen = false, declined = false, accepted = false, stands = false, isKept = false;
  };

  [[nodiscard]] Funnel funnelOf(const std::string& slice, const std::string& unit, const First& first) const {
    Funnel funnel;
    for (const Fact& fact : facts_) {
      const Event& event = fact.event;
      if (!isRelated(fact, slice, first) || event.time >= first.time + query_.window) continue;
      if (event.type == "exposure" || event.type == "decline") {
        if (fact.unit != unit || event.time < first.time) continue;
        (event.type == "exposure" ? funnel.seen : funnel.declined) = true;
      } else if (event.type == "accept" && counts(fact)) {
        const auto order = orders_.find(event.order);
        if ((order == orders_.end() ? fact.unit : order->second.owner) != unit) continue;
        if (event.time < first.time && (first.order.empty() || event.order != first.order)) continue;
        funnel.accepted = true;
        bool isUndone = false;
        std::int64_t refunded = 0;
        for (const Fact& other : facts_) {
          if (event.order.empty() || other.event.order != event.order || other.event.offer != event.offer) continue;
          isUndone = isUndone || (other.event.type == "undo" && counts(other));
          if (other.event.type == "refund" && counts(other)) refunded += other.event.amount.value_or(0);
        }
        bool isRefunded = refunded > 0 && refunded >= event.amount.value_or(0);
        if (order != orders_.end() && order->second.refunded > 0 && order->second.refunded >= order->second.gross) {
          isRefunded = true;
        }
        funnel.stands = funnel.stands || !isUndone;
        funnel.isKept = funnel.isKept || (!isUndone && !isRefunded);
      }
    }
    return funnel;
  }

  template <class Rows>
  void count(Rows& rows, const std::string& slice, const std::string& unit, const First& first) {
    std::int64_t orders = 0, gross = 0, refunded = 0, immature = 0, immatureGross = 0;
    bool isReturning = false;
    for (const auto& [id, order] : orders_) {
      if (order.owner != unit) continue;
      isReturning = isReturning || (order.ordered && order.paid() < first.time && first.order != id);
      if (order.paid() >= first.time + query_.window) continue;
      if (order.paid() < first.time && first.order != id) continue;
      const bool isYoung = order.paid() > query_.now - query_.maturity;
      gross += order.gross;
      refunded += order.refunded;
      if (isYoung) immatureGross += order.gross;
      if (!order.ordered) continue;
      ++orders;
      if (isYoung) ++immature;
    }
    const std::string arm = first.holdout ? "holdout" : query_.by == SumsBy::Experiment ? first.arm : "offered";
    constexpr Millis kWeek = 7 * kDayMillis;
    Millis week = 4 * kDayMillis;  // 1970-01-05, a Monday
    week += (first.time - week) / kWeek * kWeek;
    const std::string buyer = unit.starts_with("order:") ? "" : isReturning ? "returning" : "first";
    ArmSums& row = rows[{slice, arm, week, buyer}];
    (query_.by == SumsBy::Placement    ? row.placement
     : query_.by == SumsBy::Offer      ? row.offer
     : query_.by == SumsBy::Experiment ? row.experiment
                                       : row.buyer) = query_.by == SumsBy::All ? buyer : slice;
    row.buyer = buyer;
    row.arm = row.counts.name = arm;
    row.week = week;
    const Funnel funnel = funnelOf(slice, unit, first);
    const Exact n = orders, b = first.before, g = gross, net = gross - refunded;
    UnitCounts one;
    one.visitors = 1;
    one.buyers = orders > 0;
    one.exposed = funnel.seen;
    one.accepts = funnel.stands;
    one.orders = {n, n * n};
    one.before = {b, b * b};
    one.gross = {g, g * g, g * n, g * b};
    one.net = {net, net * net, net * n, net * b};
    static_cast<UnitCounts&>(row.counts) += one;
    row.declined += funnel.declined;
    row.accepted += funnel.accepted;
    row.undone += funnel.accepted && !funnel.stands;
    row.kept += funnel.isKept;
    row.acceptedUnseen += funnel.stands && !funnel.seen;
    row.orderUnits += unit.rfind("order:", 0) == 0;
    row.orders += orders;
    row.immatureOrders += immature;
    row.openWindows += first.time + query_.window > query_.now;
    row.immatureGross += immatureGross;
    row.refunded += refunded;
  }

  SumsQuery query_;
  std::vector<Fact> facts_;
  bool hasServer_ = false;
  std::map<Key, First> assignments_;
  std::set<std::string> assigned_;
  std::map<std::string, OrderFacts> orders_;
};

}  // namespace

std::vector<ArmSums> referenceSums(const std::vector<Event>& events, const SumsQuery& query) {
  return Reference(events, query).sums();
}

std::string lineOf(const ArmSums& row) {
  std::ostringstream line;
  const auto moments = [](const Moments& m) { return exactText(m.sum) + "," + exactText(m.sumSq); };
  const auto money = [](const MoneyMoments& m) {
    return exactText(m.sum) + "," + exactText(m.sumSq) + "," + exactText(m.withOrders) + "," + exactText(m.withBefore);
  };
  const ArmCounts& counts = row.counts;
  line << row.experiment << '|' << row.placement << '|' << row.offer << '|' << row.arm << '|' << counts.name << '|'
       << row.week << '|' << row.buyer << " visitors " << counts.visitors << " buyers " << counts.buyers << " exposed "
       << counts.exposed << " accepts " << counts.accepts << " declined " << row.declined << " accepted "
       << row.accepted << " undone " << row.undone << " kept " << row.kept << " unseen " << row.acceptedUnseen
       << " orderUnits " << row.orderUnits << " orders " << row.orders << " immature " << row.immatureOrders << ' '
       << exactText(row.immatureGross) << " open " << row.openWindows << " refunded " << exactText(row.refunded)
       << " orders " << moments(counts.orders) << " before " << moments(counts.before) << " gross "
       << money(counts.gross) << " net " << money(counts.net);
  return line.str();
}

std::vector<std::string> linesOf(const std::vector<ArmSums>& rows) {
  std::vector<std::string> lines;
  for (const ArmSums& row : rows) lines.push_back(lineOf(row));
  std::sort(lines.begin(), lines.end());
  return lines;
}

}  // namespace aftermint::testing
