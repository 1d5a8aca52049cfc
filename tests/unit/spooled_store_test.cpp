// Events of a store that fails, hangs or is not there: acknowledged ones arrive, each in its turn.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include "events/spooled_store.h"
#include "telemetry/metrics.h"
#include "unit/cli_scratch.h"
#include "unit/wire.h"

namespace aftermint::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

/** What happens to appends; shared with the store, which the SpooledStore owns. */
struct Behind {
  std::mutex mutex;
  std::condition_variable changed;
  std::vector<Event> events;  ///< each once, as a store keeps them
  std::set<std::string> ids;
  bool isDown = false, hangs = false;
  std::string refused;  ///< the id of an event that it never takes
  int appends = 0;

  void set(bool Behind::*flag, bool value) {
    {
      const std::lock_guard lock(mutex);
      this->*flag = value;
    }
    changed.notify_all();
  }
  std::vector<std::string> taken() {
    const std::lock_guard lock(mutex);
    std::vector<std::string> all;
    for (const Event& event : events) all.push_back(event.id);
    return all;
  }
};

class StoreBehind final : public Store {
 public:
  explicit StoreBehind(Behind& behind) : behind_(behind) {}
  void append(std::vector<Event> events) override {
    std::unique_lock lock(behind_.mutex);
    ++behind_.appends;
    behind_.changed.notify_all();
    behind_.changed.wait(lock, [this] { return !behind_.hangs; });
    if (behind_.isDown) throw StoreError("no route to the store");
    for (const Event& event : events) {
      if (event.id == behind_.refused) throw UnstorableEvent("never");
    }
    for (Event& event : events) {
      if (behind_.ids.insert(event.id).second) behind_.events.push_back(std::move(event));
    }
  }
  StoreCounts counts() override { return {}; }
  std::vector<ArmSums> sums(const SumsQuery&) override { return {}; }
  std::vector<EarlierSums> earlier(const SumsQuery&) override { return {}; }
  OrderMoney orderMoney(std::string_view) override { return {}; }
  std::string currency() override { return "GBP"; }
  std::int64_t countFrom(std::string_view) override { return 7; }
  std::int64_t dropFrom(std::string_view) override { return 0; }
  void ping() override {
    const std::lock_guard lock(behind_.mutex);
    if (behind_.isDown) throw StoreError("no route to the store");
  }

 private:
  Behind& behind_;
};

Event eventOf(const std::string& id, bool trusted = false) {
  Event event;
  event.source = trusted ? "/server" : "/page";
  event.id = id;
  event.type = "exposure";
  event.json = "{}";
  event.trusted = trusted;
  return event;
}

class Spooled : public ::testing::Test {
 protected:
  ~Spooled() override {
    behind.set(&Behind::hangs, false);
    store.reset();
  }
  void start() {
    SpoolOptions options;
    options.folder = scratch.path("spool");
    options.bytes = bytes;
    options.patience = std::chrono::milliseconds(200);
    options.shortestRetry = options.longestRetry = std::chrono::milliseconds(5);
    store = std::make_unique<SpooledStore>(
        [this]() -> std::unique_ptr<Store> {
          if (failsToOpen) throw StoreError("no such host");
          return std::make_unique<StoreBehind>(behind);
        },
        options);
  }
  void add(const std::string& id, bool trusted = false) { store->append({eventOf(id, trusted)}); }
  void waitUntilDrained() {
    waitFor([this] { return !store->spooled().has_value(); });
  }

  Scratch scratch;
  std::uint64_t bytes = 64u << 20;
  Behind behind;
  std::atomic<bool> failsToOpen = false;
  std::unique_ptr<SpooledStore> store;
};

TEST_F(Spooled, EventsGoStraightToAStoreThatAnswers) {
  start();
  add("a");
  add("b");
  EXPECT_THAT(behind.taken(), ElementsAre("a", "b"));
  EXPECT_FALSE(store->spooled().has_value());
  EXPECT_EQ(store->countFrom("/"), 7) << "readings pass through";
}

TEST_F(Spooled, EventsAreKeptWhileTheStoreFailsAndComeInOrder) {
  start();
  add("first");
  behind.set(&Behind::isDown, true);
  std::vector<std::string> expected = {"first"};
  for (int i = 0; i < 50; ++i) {
    expected.push_back(std::to_string(i));
    add(expected.back(), i % 3 == 0);
  }
  EXPECT_THAT(behind.taken(), ElementsAre("first"));
  const auto state = store->spooled();
  ASSERT_TRUE(state.has_value());
  EXPECT_GT(state->bytes, 0u);
  EXPECT_EQ(state->reason, "no route to the store");
  EXPECT_EQ(metrics().spoolActive.Value(), 1);
  EXPECT_EQ(metrics().spoolBytes.Value(), static_cast<double>(state->bytes));
  EXPECT_THROW(store->ping(), StoreError);
  store->probeWrite();  // ready: it can take events
  behind.set(&Behind::isDown, false);
  waitUntilDrained();
  EXPECT_EQ(metrics().spoolActive.Value(), 0);
  EXPECT_EQ(metrics().spoolBytes.Value(), 0);
  EXPECT_EQ(behind.taken(), expected);
  expected.emplace_back("last");
  add("last");
  EXPECT_EQ(behind.taken(), expected) << "without a detour";
}

TEST_F(Spooled, WhatWasKeptSurvivesARestart) {
  behind.isDown = true;
  start();
  for (const char* id : {"a", "b", "c"}) add(id);
  store.reset();
  start();
  add("d");
  behind.set(&Behind::isDown, false);
  waitUntilDrained();
  EXPECT_THAT(behind.taken(), ElementsAre("a", "b", "c", "d"));
}

TEST_F(Spooled, AStoreThatCannotBeOpenedIsTriedAgain) {
  failsToOpen = true;
  start();
  add("a");
  EXPECT_THROW(static_cast<void>(store->counts()), StoreError);
  ASSERT_TRUE(store->spooled().has_value());
  EXPECT_EQ(store->spooled()->reason, "no such host");
  failsToOpen = false;
  waitUntilDrained();
  EXPECT_THAT(behind.taken(), ElementsAre("a"));
}

TEST_F(Spooled, AStoreThatHangsKeepsNobodyWaiting) {
  behind.hangs = true;
  start();
  add("a");
  add("b");
  EXPECT_EQ(store->spooled()->reason, "the event store did not answer in time");
  behind.set(&Behind::hangs, false);
  waitUntilDrained();
  EXPECT_THAT(behind.taken(), ElementsAre("a", "b")) << "the store takes a repeat once";
}

TEST_F(Spooled, EventsOfTheServerComeFirstAmongThoseThatWait) {
  behind.hangs = true;
  start();
  std::vector<std::thread> threads;
  threads.emplace_back([this] { add("first"); });
  waitFor([this] {
    const std::lock_guard lock(behind.mutex);
    return behind.appends == 1;
  });
  std::atomic<int> done = 0;
  for (const bool trusted : {false, true}) {
    store->appendThen({eventOf(trusted ? "server" : "page", trusted)}, [&done](const std::exception_ptr&) { ++done; });
  }
  waitFor([&] { return done == 2; });
  behind.set(&Behind::hangs, false);
  waitUntilDrained();
  threads.front().join();
  EXPECT_THAT(behind.taken(), ElementsAre("first", "server", "page"));
}

TEST_F(Spooled, AFullSpoolRefusesAndLosesNothingAcknowledged) {
  bytes = 20'000;
  behind.isDown = true;
  start();
  std::vector<std::string> acknowledged;
  bool isFull = false;
  for (int i = 0; !isFull && i < 1000; ++i) {
    try {
      add(std::to_string(i));
      acknowledged.push_back(std::to_string(i));
    } catch (const StoreError& error) {
      EXPECT_THAT(error.what(), HasSubstr("the spool is full"));
      isFull = true;
    }
  }
  EXPECT_TRUE(isFull);
  EXPECT_THROW(store->probeWrite(), StoreError) << "not ready";
  behind.set(&Behind::isDown, false);
  waitUntilDrained();
  EXPECT_EQ(behind.taken(), acknowledged);
  add("more");
}

TEST_F(Spooled, AnEventThatIsNeverTakenHoldsUpNoOther) {
  behind.refused = "bad";
  start();
  EXPECT_THROW(add("bad"), UnstorableEvent);
  behind.set(&Behind::isDown, true);
  for (const char* id : {"a", "bad", "b"}) add(id);
  behind.set(&Behind::isDown, false);
  waitUntilDrained();
  EXPECT_THAT(behind.taken(), ElementsAre("a", "b"));
  EXPECT_EQ(scratch.read("spool/refused.ndjson"), "{}\n");
}

TEST_F(Spooled, AnUnreliableStoreGetsEveryAcknowledgedEventInTheOrderOfItsWriter) {
  start();
  constexpr int kWriters = 6, kEach = 150;
  std::atomic<int> running = kWriters;
  std::vector<std::thread> writers;
  for (int writer = 0; writer < kWriters; ++writer) {
    writers.emplace_back([&, writer] {
      for (int i = 0; i < kEach; ++i) add(std::to_string(writer) + "-" + std::to_string(1000 + i), writer % 2 == 0);
      --running;
    });
  }
  while (running > 0) {
    behind.set(&Behind::isDown, true);
    std::this_thread::sleep_for(std::chrono::milliseconds(3));
    behind.set(&Behind::isDown, false);
    std::this_thread::sleep_for(std::chrono::milliseconds(3));
  }
  for (std::thread& writer : writers) writer.join();
  waitUntilDrained();
  const std::vector<std::string> taken = behind.taken();
  EXPECT_EQ(taken.size(), static_cast<std::size_t>(kWriters * kEach));
  for (int writer = 0; writer < kWriters; ++writer) {
    std::vector<std::string> own;
    const std::string mark = std::to_string(writer) + "-";
    std::copy_if(taken.begin(), taken.end(), std::back_inserter(own),
                 [&mark](const std::string& id) { return id.starts_with(mark); });
    EXPECT_TRUE(std::is_sorted(own.begin(), own.end())) << writer;
  }
}

}  // namespace
}  // namespace aftermint::testing
