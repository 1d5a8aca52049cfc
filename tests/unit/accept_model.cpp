#include "unit/accept_model.h"

#include "unit/serve_fixture.h"

namespace aftermint::testing::model {
namespace {

constexpr const char* kModelKey = "a-signing-key-of-at-least-32-bytes!";

const IndexedBook& modelBook() {
  static const IndexedBook kBook(*decodeBook(kShopBook).value);
  return kBook;
}

}  // namespace

Stage::~Stage() {
  for (const auto& actor : actors_) actor->killed = true;
  while (!actors_.empty()) resume(0);
}

void Stage::start(int process, std::function<void()> work) {
  Actor& actor = *actors_.emplace_back(std::make_unique<Actor>());
  actor.process = process;
  actor.thread = std::thread([this, &actor, work = std::move(work)] {
    actor.turn.acquire();
    try {
      if (!actor.killed) work();
    } catch (const Killed&) {
      // The process is dead: nothing more happens in it.
    }
    actor.done = true;
    back_.release();
  });
}

void Stage::step() {
  Actor* const self = running_;
  if (self == nullptr) return;
  back_.release();
  self->turn.acquire();
  if (self->killed) throw Killed();
}

void Stage::resume(std::size_t number) {
  Actor& actor = *actors_.at(number);
  running_ = &actor;
  actor.turn.release();
  back_.acquire();
  running_ = nullptr;
  if (!actor.done) return;
  actor.thread.join();
  actors_.erase(actors_.begin() + static_cast<std::ptrdiff_t>(number));
}

void Stage::kill(int process) {
  for (std::size_t number = actors_.size(); number-- > 0;) {
    if (actors_[number]->process != process) continue;
    actors_[number]->killed = true;
    resume(number);  // ends it: every step throws from now on
  }
}

World::World(unsigned seed, const std::string& store)
    : random(seed * 2654435761u + 1),
      path(store),
      start(1'700'000'000'000 + Millis{seed} * 4 * 86'400'000),
      bank(store, [this] { return time; }),
      book(modelBook()) {
  constexpr const char* kMethods[] = {"ok", "ok", "ok", "ok_then_processing", "ok_then_action", "ok_then_declined"};
  order.id = "o-" + std::to_string(seed);
  order.currency = "GBP";
  order.method = kMethods[below(6)];
  order.visitor = "v-1";
  order.locale = "en-GB";
  order.paidAt = time;
  order.lines = {{"knife", "", "Chef's knife", "", 1, 12000, "", "", false}};
  lists = below(4) != 0;
}

Millis World::clockOf(int process) {
  stage.step();
  return time + skew[process];
}

std::string World::ticket() const { return signTicket(order, {book.book().merchant, {{"", kModelKey}}, ""}, time); }

void World::deliver() {
  if (onTheWay.empty()) return;
  const std::size_t which = static_cast<std::size_t>(below(static_cast<int>(onTheWay.size())));
  static_cast<void>(bank.charge(onTheWay[which]));
  onTheWay.erase(onTheWay.begin() + static_cast<std::ptrdiff_t>(which));
}

void World::startOldServer() {
  Sqlite old(path);
  std::vector<std::string> dropped;
  SQLite::Statement& rows = old.query(
      "SELECT key, charge_key FROM offer_accepts WHERE order_id = ? AND state = 'charging' AND charge = ''", order.id);
  while (rows.executeStep()) {
    if (!bank.find(rows.getColumn("charge_key").getString())) dropped.push_back(rows.getColumn("key").getString());
  }
  rows.reset();
  for (const std::string& key : dropped) {
    old.run("DELETE FROM offer_accept_lines WHERE key = ?", key);
    old.run("DELETE FROM offer_accepts WHERE key = ?", key);
  }
}

void World::answerBank() {
  const auto listed = bank.listSince(start);
  for (const ListedCharge& each : *listed) {
    if (each.charge.reference == order.id && each.charge.state == ChargeState::RequiresAction) {
      bank.answerBank(each.charge.id, below(3) > 0);
    }
  }
}

Charge BadLine::charge(const ChargeRequest& request) {
  world_.stage.step();
  if (world_.chance(10)) throw PaymentUnknown("the request was lost");
  if (world_.chance(10)) {
    world_.onTheWay.push_back(request);
    throw PaymentUnknown("the request is late");
  }
  Charge made = world_.bank.charge(request);
  world_.stage.step();
  if (world_.chance(15)) throw PaymentUnknown("the answer was lost");
  return made;
}

std::optional<Charge> BadLine::find(const std::string& key) {
  world_.stage.step();
  if (world_.chance(10)) throw PaymentUnknown("the request was lost");
  auto found = world_.bank.find(key);
  world_.stage.step();
  return found;
}

Charge BadLine::refund(const std::string& charge) {
  world_.stage.step();
  if (world_.chance(15)) throw PaymentUnknown("the request was lost");
  Charge refunded = world_.bank.refund(charge);
  world_.stage.step();
  if (world_.chance(15)) throw PaymentUnknown("the answer was lost");
  return refunded;
}

std::optional<std::vector<ListedCharge>> BadLine::listSince(Millis since) {
  world_.stage.step();
  if (!world_.lists) return std::nullopt;
  if (world_.chance(10)) throw PaymentUnknown("the request was lost");
  auto listed = world_.bank.listSince(since);
  world_.stage.step();
  return listed;
}

std::optional<PlacedOrder> BadOrders::find(const std::string& id) {
  world_.stage.step();
  if (world_.chance(3)) throw StoreError("the orders do not answer");
  auto order = orders_.find(id);
  if (order) order->method = world_.order.method;
  return order;
}

LinesAdded BadOrders::addLines(const std::string& order, const std::string& acceptKey,
                               const std::vector<OrderLine>& lines) {
  world_.stage.step();
  if (world_.chance(8)) throw StoreError("the orders do not answer");
  if (world_.closed && !world_.added.contains(acceptKey)) return LinesAdded::OrderClosed;
  world_.added.insert(acceptKey);
  const LinesAdded added = orders_.addLines(order, acceptKey, lines);
  world_.stage.step();
  if (world_.chance(8)) throw StoreError("the answer of the orders was lost");
  return added;
}

void BadOrders::removeLines(const std::string& order, const std::string& acceptKey) {
  world_.stage.step();
  if (world_.chance(8)) throw StoreError("the orders do not answer");
  orders_.removeLines(order, acceptKey);
  world_.stage.step();
}

void BadStore::append(std::vector<Event> events) {
  world_.stage.step();
  if (world_.chance(10)) throw StoreError("the store does not answer");
  for (Event& event : events) world_.events.emplace(std::pair(event.type, event.key), std::move(event));
  world_.stage.step();
}

namespace {

/** Starts work of a process. A server answers 503 to a StoreError; nothing else may be thrown. */
void startWork(World& world, int process, std::function<void()> work) {
  world.stage.start(process, [&world, work = std::move(work)] {
    try {
      work();
    } catch (const StoreError&) {
      // The page, or the next pass, tries again.
    } catch (const std::exception& error) {
      world.fault = std::string("a request threw: ") + error.what();
    }
  });
}

/** One request of a shopper or one pass of the reconciler, on a random process. */
void startRequest(World& world, Server& server, int process, const std::string& ticket) {
  const std::string key = (world.below(4) == 0 ? "tab-2-" : "tab-1-") + world.order.id;
  const int what = world.below(10);
  startWork(world, process, [&world, &server, key, what, ticket] {
    std::string said;
    if (what < 4) {
      said = server.accept(key, ticket);
    } else if (what < 6) {
      said = server.ask(key);
    } else if (what < 8) {
      world.undos.insert(key);
      said = server.undo(key, ticket);
    } else {
      return server.reconcile();
    }
    world.answers.emplace_back(key, said);
  });
}

void moveClocks(World& world) {
  constexpr Millis kSteps[] = {1000, 5000, 31'000, 31'000, 31'000, 300'000, 16 * 60'000, 130 * 60'000};
  constexpr Millis kSkews[] = {0, 0, 31'000, -31'000, 20 * 60'000, -20 * 60'000, 26 * 3600'000};
  if (world.below(3) > 0) {
    world.time += kSteps[world.below(8)];
  } else {
    world.skew[world.below(2)] = kSkews[world.below(7)];
  }
}

/** What does not agree at the end; empty if all does. */
std::string disagreement(World& world, OrderBook& orders, Server& server) {
  if (!world.fault.empty()) return world.fault;
  std::map<std::string, std::string> states;
  int accepted = 0;
  Minor money = 0;
  for (const Outcome& outcome : server.outcomes()) {
    states[outcome.key] = outcome.state;
    if (outcome.state == "accepted") ++accepted, money += outcome.amount;
    if (!std::set<std::string>{"accepted", "undone", "declined", "refunded", "expired"}.contains(outcome.state))
      return "accept " + outcome.key + " stays " + outcome.state;
  }
  if (accepted > 1) return "the order took several accepts";
  Minor ledger = 0;
  const auto listed = world.bank.listSince(world.start);
  for (const ListedCharge& each : *listed) {
    if (each.charge.reference != world.order.id) continue;
    if (each.charge.state == ChargeState::Succeeded) ledger += each.charge.amount;
  }
  if (ledger != money) return "ledger " + std::to_string(ledger) + ", accepts " + std::to_string(money);
  const auto order = orders.find(world.order.id);
  const Minor lines = order ? totalOf(order->lines) - totalOf(world.order.lines) : 0;
  if (lines != money) return "lines " + std::to_string(lines) + ", accepts " + std::to_string(money);
  Minor events = 0;
  for (const auto& [key, event] : world.events) {
    events += event.type == "accept" ? event.amount.value_or(0) : event.type == "undo" ? -event.amount.value_or(0) : 0;
  }
  if (events != money) return "events " + std::to_string(events) + ", accepts " + std::to_string(money);
  for (const auto& [key, said] : world.answers) {
    const std::string state = states.contains(key) ? states[key] : "gone";
    const bool holds = said == "accepted"   ? state == "accepted" || (state == "undone" && world.undos.contains(key))
                       : said == "undone"   ? state == "undone"
                       : said == "declined" ? state == "declined"
                                            : true;
    if (!holds) return "the shopper read " + said + ", and it is " + state;
  }
  return {};
}

}  // namespace

std::string run(World& world, const MakeServer& make) {
  TicketOrders orders(world.path, world.book);
  std::string ticket = world.ticket();
  orders.remember(*readTicket(ticket, {world.book.book().merchant, {{"", kModelKey}}, ""}, world.time));
  std::unique_ptr<Server> servers[2] = {make(world, 0), make(world, 1)};
  int requests = 3 + world.below(10);
  for (int turn = 0; turn < 400 && (requests > 0 || world.stage.waiting() > 0); ++turn) {
    const int process = world.below(2), what = world.below(100);
    if (what < 60) {
      // Several steps at once, so that some requests begin after others are done.
      for (int steps = 1 + world.below(8); steps > 0 && world.stage.waiting() > 0; --steps) {
        world.stage.resume(static_cast<std::size_t>(world.below(static_cast<int>(world.stage.waiting()))));
      }
    } else if (what < 78) {
      if (requests-- <= 0) continue;
      if (world.below(3) == 0) ticket = world.ticket();  // the page was loaded again
      startRequest(world, *servers[process], process, ticket);
    } else if (what < 81) {
      world.stage.kill(process);
      servers[process].reset();
      servers[process] = make(world, process);
      startWork(world, process, [server = servers[process].get()] { server->reconcile(); });
    } else if (what < 85) {
      moveClocks(world);
    } else if (what < 92) {
      servers[process]->renew();
    } else if (what < 95) {
      world.deliver();
    } else if (what < 97) {
      world.answerBank();
    } else if (what < 99) {
      if (world.lists && world.hasTable) world.startOldServer();
    } else {
      world.closed = true;
    }
  }
  // Everything that is on its way arrives, and the shop runs undisturbed for two hours.
  while (world.stage.waiting() > 0) world.stage.resume(0);
  while (!world.onTheWay.empty()) world.deliver();
  world.faults = false;
  world.skew[0] = world.skew[1] = 0;
  servers[1].reset();
  servers[0] = make(world, 0);
  for (int pass = 0; pass < 8; ++pass) {
    world.time += 20 * 60'000;
    world.answerBank();
    servers[0]->reconcile();
  }
  return disagreement(world, orders, *servers[0]);
}

}  // namespace aftermint::testing::model
