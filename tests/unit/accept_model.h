/**
 * @file A world for accepts in which one thing happens at a time: two servers on one store, requests that stop at every
 * step, processes that die, clocks that jump, and a provider whose answers are late or lost.
 *
 * A seed decides what happens next, so a fault can be repeated.
 */
#pragma once

#include <cstdlib>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <random>
#include <semaphore>
#include <set>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "accept/order_lines.h"
#include "accept/ticket_orders.h"
#include "aftermint/codec.h"
#include "events/store.h"
#include "pay/sandbox.h"

namespace aftermint::testing::model {

/** Thrown at a step of a process that was killed. Not a std::exception, so that no code of ours catches it. */
struct Killed {};

/** Requests as threads of which only one runs at a time, from one step to the next. */
class Stage {
 public:
  ~Stage();
  /** Adds a request to a process. It runs when it is resumed. */
  void start(int process, std::function<void()> work);
  /** A step of a request: others may go on before it. Does nothing outside a request. Throws Killed. */
  void step();
  /** Lets the request with this number (0 to `waiting() - 1`) run to its next step. */
  void resume(std::size_t number);
  [[nodiscard]] std::size_t waiting() const { return actors_.size(); }
  /** Ends all requests of a process where they are. */
  void kill(int process);

 private:
  struct Actor {
    int process = 0;
    bool killed = false;
    bool done = false;
    std::binary_semaphore turn{0};
    std::thread thread;
  };
  std::vector<std::unique_ptr<Actor>> actors_;
  std::binary_semaphore back_{0};  ///< the turn of whoever resumes
  Actor* running_ = nullptr;
};

/** What the two servers share: time, the provider, one order, the events that arrived. */
struct World {
  World(unsigned seed, const std::string& store);

  /** A random number below `n`. */
  int below(int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); }
  bool chance(int percent) { return faults && below(100) < percent; }
  Millis clockOf(int process);
  /** A ticket for the order, as its page has it now. */
  [[nodiscard]] std::string ticket() const;
  /** A charge that was on its way arrives, and the bank answers a shopper's confirmation. */
  void deliver();
  void answerBank();
  /** What a server of an older version did at its start: it deleted accepts that had no charge. */
  void startOldServer();

  std::mt19937 random;
  Stage stage;
  std::string path;
  Millis start;             ///< of this seed: days after that of the seed before
  Millis time = start;      ///< by the provider's clock, which is right
  Millis skew[2] = {0, 0};  ///< of the servers' clocks
  Sandbox bank;
  const IndexedBook& book;
  PlacedOrder order;
  bool faults = true;
  bool lists = true;
  bool hasTable = false;                ///< whether the servers keep their accepts in the store
  bool closed = false;                  ///< the order takes no more lines
  std::set<std::string> added;          ///< keys whose lines were added
  std::vector<ChargeRequest> onTheWay;  ///< charges that were asked for and arrive later, or never
  std::map<std::pair<std::string, std::string>, Event> events;  ///< by type and key, as a store keeps them
  std::vector<std::pair<std::string, std::string>> answers;     ///< key and status, in the order they were given
  std::set<std::string> undos;                                  ///< keys whose undo was asked for
  std::string fault;                                            ///< of a request that threw what it must not
};

/** The sandbox through a bad line. */
class BadLine final : public PaymentProvider {
 public:
  explicit BadLine(World& world) : world_(world) {}
  Charge charge(const ChargeRequest& request) override;
  std::optional<Charge> find(const std::string& key) override;
  Charge refund(const std::string& charge) override;
  std::optional<std::vector<ListedCharge>> listSince(Millis since) override;
  [[nodiscard]] std::string actionUrl(const std::string& charge) const override { return "/bank/" + charge; }
  [[nodiscard]] bool chargesAgain(const std::string&) const override { return true; }

 private:
  World& world_;
};

/** An order book that fails at times, and closes the order once `closed` is set. */
class BadOrders final : public OrderBook {
 public:
  BadOrders(World& world, OrderBook& orders) : world_(world), orders_(orders) {}
  std::optional<PlacedOrder> find(const std::string& id) override;
  void remember(const Ticket& ticket) override { orders_.remember(ticket); }
  LinesAdded addLines(const std::string& order, const std::string& acceptKey,
                      const std::vector<OrderLine>& lines) override;
  void removeLines(const std::string& order, const std::string& acceptKey) override;

 private:
  World& world_;
  OrderBook& orders_;
};

/** A store that fails at times and keeps an event once per type and key. */
class BadStore final : public Store {
 public:
  explicit BadStore(World& world) : world_(world) {}
  void append(std::vector<Event> events) override;
  [[nodiscard]] StoreCounts counts() override { return {}; }
  [[nodiscard]] std::int64_t countFrom(std::string_view) override { return 0; }
  std::int64_t dropFrom(std::string_view) override { return 0; }
  [[nodiscard]] std::vector<ArmSums> sums(const SumsQuery&) override { return {}; }
  [[nodiscard]] std::vector<EarlierSums> earlier(const SumsQuery&) override { return {}; }
  [[nodiscard]] OrderMoney orderMoney(std::string_view) override { return {}; }
  [[nodiscard]] std::string currency() override { return {}; }
  void ping() override {}

 private:
  World& world_;
};

/** An accept as the end of a run finds it. */
struct Outcome {
  std::string key;
  std::string state;  ///< code of an AcceptState
  Minor amount = 0;
};

/** A process with an accept endpoint. */
class Server {
 public:
  virtual ~Server() = default;
  virtual std::string accept(const std::string& key, const std::string& ticket) = 0;
  virtual std::string ask(const std::string& key) = 0;
  virtual std::string undo(const std::string& key, const std::string& ticket) = 0;
  /** A pass of its reconciler, or what it does at its start in place of one. */
  virtual void reconcile() = 0;
  virtual void renew() = 0;
  [[nodiscard]] virtual std::vector<Outcome> outcomes() = 0;
};

/** Makes a process, by its number: 0 or 1. */
using MakeServer = std::function<std::unique_ptr<Server>(World&, int process)>;

/**
 * Lets a seed's events happen, then lets everything arrive and reconciles.
 *
 * @return what does not agree: ledger, lines, accepts, events, or an answer that did not hold; empty if all agree
 */
[[nodiscard]] std::string run(World& world, const MakeServer& make);

}  // namespace aftermint::testing::model
