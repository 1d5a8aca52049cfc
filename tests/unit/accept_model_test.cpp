// Whatever two servers on one store, their provider and their clocks do: once the reconciler ran, ledger, order,
// accepts and events agree to the unit, and no answer that a shopper read was taken back.
#include "unit/accept_model.h"

#include <spdlog/spdlog.h>
#include <unistd.h>

#include "accept/accepts.h"
#include "accept/reconciler.h"
#include "unit/serve_fixture.h"

namespace aftermint::testing {
namespace {

using namespace model;

constexpr const char* kModelSigningKey = "a-signing-key-of-at-least-32-bytes!";

/** The accept endpoint of this project. */
class RealServer final : public Server {
 public:
  RealServer(World& world, int process)
      : world_(world),
        accepts_(world.path),
        ownOrders_(world.path, world.book),
        orders_(world, ownOrders_),
        provider_(world),
        store_(world),
        services_{world.book,
                  accepts_,
                  orders_,
                  provider_,
                  store_,
                  [&world, process] { return world.clockOf(process); },
                  {{"", kModelSigningKey}}} {}

  std::string accept(const std::string& key, const std::string& ticket) override {
    Request request;
    request.headers = {{"idempotency-key", key}};
    request.body = nlohmann::json{
        {"order", world_.order.id},
        {"offer", "rack-offer"},
        {"price", {{"amount", 3000}, {"currency", "GBP"}}},
        {"ticket",
         ticket}}.dump();
    return statusOf(acceptOffer(services_, request));
  }
  std::string ask(const std::string& key) override {
    Request request;
    request.query = {{"key", key}};
    request.headers = {{"aftermint-ticket", world_.ticket()}};
    return statusOf(askAccept(services_, request));
  }
  std::string undo(const std::string& key, const std::string& ticket) override {
    Request request;
    request.body =
        nlohmann::json{{"order", world_.order.id}, {"offer", "rack-offer"}, {"ticket", ticket}, {"key", key}}.dump();
    return statusOf(undoAccept(services_, request));
  }
  void reconcile() override { reconciler_.pass(); }
  void renew() override { accepts_.renewLeases(services_.clock()); }
  std::vector<Outcome> outcomes() override {
    std::vector<Outcome> all;
    for (const AcceptRecord& record : accepts_.acceptsOf(world_.order.id)) {
      all.push_back({record.key, std::string(toString(record.state)), record.amount});
    }
    return all;
  }

 private:
  static std::string statusOf(const Response& response) {
    return nlohmann::json::parse(response.body).value("status", "refused");
  }

  World& world_;
  AcceptDb accepts_;
  TicketOrders ownOrders_;
  BadOrders orders_;
  BadLine provider_;
  BadStore store_;
  AcceptServices services_;
  AcceptReconciler reconciler_{services_};
};

/** How the naive endpoint differs from a sound one. */
enum class Naive {
  DropsAtStart,  ///< its start deletes intents without a charge
  NoLease,       ///< its pass closes intents without a charge, even if another server is charging them
  KeyByClick     ///< each click is charged under a key of its own
};

/** What all processes of the naive endpoint share: its table of accepts. */
using NaiveTable = std::map<std::string, std::string>;

/** An endpoint as one would first write it. Like ours it stores an intent, charges by key, and commits. */
class NaiveServer final : public Server {
 public:
  NaiveServer(World& world, Naive how, NaiveTable& table)
      : world_(world), how_(how), table_(table), own_(world.path, world.book), orders_(world, own_), provider_(world) {}

  std::string accept(const std::string& key, const std::string&) override {
    std::string used = key;
    if (how_ == Naive::KeyByClick) used += "-" + std::to_string(world_.random());
    if (!table_.contains(used)) {
      for (const auto& [other, state] : table_) {
        if (how_ != Naive::KeyByClick && state != "declined" && state != "expired") return "unavailable";
      }
      table_[used] = "charging";
    }
    world_.stage.step();
    if (table_[used] != "charging") return table_[used];
    try {
      return take(used, provider_.charge({"accept-" + used, world_.order.id, 3000, "GBP", "ok", true}));
    } catch (const PaymentUnknown&) {
      return "processing";
    }
  }
  std::string ask(const std::string& key) override { return table_.contains(key) ? table_[key] : "unknown"; }
  std::string undo(const std::string&, const std::string&) override { return "undo_closed"; }
  void renew() override {}
  void reconcile() override {
    const NaiveTable before = table_;
    for (const auto& [key, state] : before) {
      if (state != "charging") continue;
      try {
        if (const auto charge = provider_.find("accept-" + key)) {
          take(key, *charge);
        } else if (how_ == Naive::DropsAtStart) {
          table_.erase(key);
        } else if (how_ == Naive::NoLease) {
          table_[key] = "expired";
        }
      } catch (const PaymentUnknown&) {
        // The next pass asks again.
      }
    }
  }
  std::vector<Outcome> outcomes() override {
    std::vector<Outcome> all;
    for (const auto& [key, state] : table_) all.push_back({key, state == "charging" ? "expired" : state, 3000});
    return all;
  }

 private:
  std::string take(const std::string& key, const Charge& charge) {
    if (charge.state != ChargeState::Succeeded) return "processing";
    OrderLine line;
    line.product = "rack";
    line.price = 3000;
    line.offer = "rack-offer";
    static_cast<void>(orders_.addLines(world_.order.id, key, {line}));
    const auto row = table_.find(key);
    if (row == table_.end() || row->second != "charging") return "accepted";  // "it was committed before"
    row->second = "accepted";
    Event event;
    event.type = "accept";
    event.key = world_.order.id + "/accept";
    event.amount = 3000;
    world_.events.emplace(std::pair(event.type, event.key), event);
    return "accepted";
  }

  World& world_;
  Naive how_;
  NaiveTable& table_;
  TicketOrders own_;
  BadOrders orders_;
  BadLine provider_;
};

class AcceptModel : public ::testing::Test {
 protected:
  AcceptModel() {
    const std::filesystem::path memory = "/dev/shm";
    const auto folder = std::filesystem::is_directory(memory) ? memory : std::filesystem::temp_directory_path();
    path_ = (folder / ("aftermint-model-" + std::to_string(getpid()) + ".sqlite")).string();
  }
  ~AcceptModel() override {
    for (const char* end : {"", "-wal", "-shm"}) std::filesystem::remove(path_ + end);
  }
  std::string path_;
};

TEST_F(AcceptModel, LedgerOrderAcceptsAndEventsAgree) {
  const unsigned seeds = std::getenv("AFTERMINT_ALL") != nullptr ? 5000 : 80;
  std::map<std::string, int> ends;
  spdlog::set_level(spdlog::level::off);
  for (unsigned seed = 1; seed <= seeds; ++seed) {
    World world(seed, path_);
    world.hasTable = true;
    const std::string fault =
        run(world, [](World& in, int process) { return std::make_unique<RealServer>(in, process); });
    ASSERT_EQ(fault, "") << "seed " << seed;
    const std::vector<Outcome> outcomes = RealServer(world, 0).outcomes();
    for (const Outcome& outcome : outcomes) ++ends[outcome.state];
  }
  spdlog::set_level(spdlog::level::info);
  // The model reaches every end that an accept can have.
  for (const char* state : {"accepted", "undone", "declined", "refunded", "expired"})
    EXPECT_GT(ends[state], 0) << state;
}

TEST_F(AcceptModel, CatchesNaiveEndpoints) {
  for (const Naive how : {Naive::DropsAtStart, Naive::NoLease, Naive::KeyByClick}) {
    std::string fault;
    for (unsigned seed = 1; seed <= 100 && fault.empty(); ++seed) {
      World world(1000 * (static_cast<unsigned>(how) + 1) + seed, path_);
      NaiveTable table;
      fault = run(world, [&](World& in, int) { return std::make_unique<NaiveServer>(in, how, table); });
    }
    EXPECT_NE(fault, "") << "the naive endpoint " << static_cast<int>(how);
    RecordProperty("naive" + std::to_string(static_cast<int>(how)), fault);
  }
}

}  // namespace
}  // namespace aftermint::testing
