// A flood of events: what does not fit is refused, and the shop's own events come first.
#include <gtest/gtest.h>

#include <future>
#include <string>
#include <thread>
#include <vector>

#include "events/sqlite_store.h"
#include "unit/cli_scratch.h"
#include "write_gate.h"

namespace aftermint::testing {
namespace {

class Flood : public ::testing::Test {
 protected:
  Flood() { gate->enter(WriteRank::Shop); }
  ~Flood() override {
    if (isShut) open();
  }

  /** From now on the store can write. */
  void open() {
    gate->leave();
    isShut = false;
  }

  static std::vector<Event> batch(const std::string& name, std::size_t size, bool trusted = false) {
    std::vector<Event> events(size);
    for (std::size_t i = 0; i < size; ++i) {
      events[i].source = trusted ? "/server" : "/page";
      events[i].id = name + "-" + std::to_string(i);
      events[i].type = trusted ? "order" : "exposure";
      events[i].order = name;
      events[i].time = events[i].received = 1;
      events[i].json = "{}";
      events[i].trusted = trusted;
    }
    return events;
  }
  std::future<void> append(std::vector<Event> events) {
    return std::async(std::launch::async, [this, events = std::move(events)] { store->append(events); });
  }
  [[nodiscard]] std::int64_t count(const std::string& where) const {
    SQLite::Database db(path);
    return db.execAndGet("SELECT count(*) FROM events WHERE " + where).getInt64();
  }

  Scratch scratch;
  std::string path = scratch.path("store.sqlite");
  std::unique_ptr<SqliteStore> store = std::make_unique<SqliteStore>(path);
  std::shared_ptr<WriteGate> gate = WriteGate::of(path);
  bool isShut = true;
};

TEST_F(Flood, IsRefusedWhenTooManyEventsWaitAndNothingAcknowledgedIsLost) {
  std::future<void> first = append(batch("first", 1));
  while (gate->waiting() == 0) std::this_thread::yield();  // the writer has the first batch and waits for its turn
  std::vector<std::future<void>> waiting;
  std::size_t refused = 0;
  for (int i = 0; i < 30; ++i) waiting.push_back(append(batch("b" + std::to_string(i), 1'000)));
  // Twenty fit. The others are refused at once, while nothing is written.
  while (refused < 10) {
    refused = 0;
    for (std::future<void>& each : waiting) {
      refused += each.wait_for(std::chrono::seconds(0)) == std::future_status::ready ? 1 : 0;
    }
    std::this_thread::yield();
  }
  open();
  first.get();
  std::size_t stored = 0;
  for (std::future<void>& each : waiting) {
    try {
      each.get();
      ++stored;
    } catch (const StoreError&) {
    }
  }
  EXPECT_EQ(stored, 20u);
  EXPECT_EQ(count("true"), 20'001);
}

TEST_F(Flood, LetsTheShopsOwnEventsPass) {
  std::future<void> first = append(batch("first", 1));
  while (gate->waiting() == 0) std::this_thread::yield();
  std::future<void> pages = append(batch("pages", 600));
  while (store->waiting() < 1) std::this_thread::yield();
  std::future<void> server = append(batch("server", 1, true));
  while (store->waiting() < 2) std::this_thread::yield();
  open();
  for (std::future<void>* each : {&first, &pages, &server}) each->get();
  SQLite::Database db(path);
  EXPECT_EQ(db.execAndGet("SELECT seq FROM events WHERE trusted = 1").getInt64(), 2) << "only what was begun is before";
}

TEST_F(Flood, TakesABatchOfAnySizeIfNothingElseWaits) {
  std::future<void> large = append(batch("large", 30'000));
  open();
  large.get();
  EXPECT_EQ(count("true"), 30'000);
}

}  // namespace
}  // namespace aftermint::testing
