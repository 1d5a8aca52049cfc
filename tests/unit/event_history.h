// Histories of events for tests of the store: made by hand, or random.
#pragma once

#include <algorithm>
#include <nlohmann/json.hpp>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "events/store.h"

namespace aftermint::testing {

inline constexpr Millis kHistoryStart = 1'796'000'000'000;
inline constexpr Millis kHistoryHour = 3'600'000;

/** Makes events with ids and keys as pages and servers do. */
struct EventHistory {
  std::vector<Event> events;

  Event& add(const std::string& type, Millis time, nlohmann::json data, bool trusted = false) {
    Event event;
    event.source = trusted ? "/server" : "/page";
    event.id = "e" + std::to_string(events.size());
    event.type = type;
    event.time = event.received = time;
    event.offer = data.value("offer", "");
    event.placement = data.value("placement", "");
    event.order = data.value("order", "");
    event.visitor = data.value("visitor", "");
    if (data.contains("amount")) event.amount = data["amount"].get<Minor>();
    event.currency = "GBP";
    const auto part = [](const std::string& text) { return text.empty() ? std::string("-") : text; };
    event.key = part(event.order.empty() ? event.visitor + "." + std::to_string(time) : event.order) + "/" +
                part(event.offer) + "/" + part(event.placement) + "/" + type + data.value("refund", "");
    event.trusted = trusted;
    event.json = nlohmann::json{{"type", "aftermint." + type}, {"data", std::move(data)}}.dump();
    return events.emplace_back(std::move(event));
  }
  Event& assign(const std::string& visitor, Millis time, Minor before = 0, const std::string& order = "",
                bool holdout = false, nlohmann::json arms = nlohmann::json::array()) {
    return add("assignment", time,
               {{"visitor", visitor},
                {"offer", "F"},
                {"placement", "checkout"},
                {"order", order},
                {"before", before},
                {"holdout", holdout},
                {"arms", std::move(arms)}});
  }
  Event& pay(const std::string& order, const std::string& visitor, Millis time, Minor amount) {
    return add("order", time, {{"order", order}, {"visitor", visitor}, {"amount", amount}}, true);
  }
};

/** Visitors and orders as they come: in the wrong order, twice, without consent, refunded, undone. */
class RandomHistory {
 public:
  explicit RandomHistory(unsigned seed) : random_(seed) {
    for (int visitor = 0; visitor < 40; ++visitor) addVisitor("v" + std::to_string(visitor));
    std::vector<Event>& events = history_.events;
    const std::size_t unique = events.size();
    for (std::size_t i = 0; i < unique; i += 3) {  // a repeat, and the same thing said again under another id
      Event again = events[i];
      if (i % 2 == 0) again.id += "-again";
      events.push_back(again);
    }
    std::shuffle(events.begin(), events.end(), random_);
  }

  [[nodiscard]] const std::vector<Event>& events() const { return history_.events; }

 private:
  std::int64_t upTo(std::int64_t limit) { return std::uniform_int_distribution<std::int64_t>(0, limit - 1)(random_); }
  bool chance(int percent) { return upTo(100) < percent; }
  /** Never the same twice, so that what comes first is certain. */
  Millis after(Millis time, std::int64_t hours) {
    return time + upTo(hours * kHistoryHour / 1000) * 1000 + count_++ % 1000;
  }

  void addVisitor(const std::string& visitor) {
    const bool holdout = chance(20);
    const nlohmann::json bumpArms =
        nlohmann::json::array({{{"experiment", "bump-price"}, {"arm", chance(50) ? "a" : "b"}}});
    const nlohmann::json offerArms =
        nlohmann::json::array({{{"experiment", "after"}, {"arm", chance(50) ? "x" : "y"}}});
    Millis time = after(kHistoryStart, 24 * 50);
    for (std::int64_t visit = 0, visits = 1 + upTo(4); visit < visits; ++visit) {
      time = after(time, 24 * 20);
      const std::string order = visitor + "-" + std::to_string(visit);
      const bool hasId = chance(80);
      const std::string unit = hasId ? visitor : "order:" + order;
      if (chance(90)) {
        show({{"visitor", unit},
              {"offer", chance(70) ? "F" : "G"},
              {"placement", "checkout"},
              {"order", chance(70) || !hasId ? order : ""},
              {"path", "form"}},
             time, holdout, bumpArms, order, unit);
      }
      if (chance(60)) buy(order, visitor, unit, time, holdout, offerArms);
    }
  }

  /** An assignment, and what may follow from it. */
  void show(nlohmann::json about, Millis time, bool holdout, const nlohmann::json& arms, const std::string& order,
            const std::string& unit) {
    nlohmann::json assignment = about;
    assignment["before"] = upTo(20000);
    assignment["holdout"] = holdout;
    assignment["arms"] = arms;
    if (chance(95)) history_.add("assignment", time, std::move(assignment));
    if (holdout) return;
    if (chance(80)) about["arms"] = arms;
    if (chance(80)) history_.add("exposure", after(time, 1), about);
    if (chance(20)) history_.add("decline", after(time, 1), about);
    if (!chance(40)) return;
    about["order"] = order;
    about["amount"] = upTo(3000);
    const Millis accepted = after(time, 1);
    if (chance(50)) history_.add("accept", accepted, about);
    about["visitor"] = chance(50) ? unit : "";
    if (chance(80)) history_.add("accept", accepted, about, true);
    if (chance(20)) history_.add("undo", after(accepted, 1), about, chance(70));
    if (chance(20)) {
      about["amount"] = chance(50) ? about["amount"].get<Minor>() : upTo(500);
      about["refund"] = "of-offer";
      history_.add("refund", after(accepted, 24 * 90), about, true);
    }
  }

  void buy(const std::string& order, const std::string& visitor, const std::string& unit, Millis time, bool holdout,
           const nlohmann::json& arms) {
    const Millis paid = after(time, chance(80) ? 2 : 24 * 40);
    const Minor amount = upTo(1'000'000);
    nlohmann::json data = {{"order", order}, {"amount", amount}};
    if (chance(70)) data["visitor"] = chance(50) ? visitor : unit;
    if (chance(80)) data["buyer"] = chance(50) ? "first" : "returning";
    if (chance(95)) history_.add("order", paid, data, chance(97));
    if (chance(70)) {
      show({{"visitor", unit}, {"offer", "H"}, {"placement", "post_purchase"}, {"order", order}, {"path", "one_click"}},
           after(paid, 1), holdout, arms, order, unit);
    }
    if (chance(30)) {
      const bool whole = chance(40);
      history_.add("refund", after(paid, 24 * 100),
                   {{"order", order},
                    {"refund", "r1"},
                    {"amount", whole ? amount : upTo(amount + 1)},
                    {"reason", chance(80) ? "return" : "chargeback"}},
                   true);
    }
  }

  std::mt19937 random_;
  Millis count_ = 0;
  EventHistory history_;
};

}  // namespace aftermint::testing
