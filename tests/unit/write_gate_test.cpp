// Whose turn it is to write: the shop comes before events, and each waiting thread gets its turn.
#include "write_gate.h"

#include <gtest/gtest.h>

#include <atomic>
#include <filesystem>
#include <string>
#include <thread>
#include <vector>

#include "unit/cli_scratch.h"

namespace aftermint::testing {
namespace {

/** Threads that queue up one after the other behind a taken gate; `order` says who came through when. */
class Queue {
 public:
  explicit Queue(WriteGate& gate) : gate_(gate) { gate_.enter(WriteRank::Events); }
  ~Queue() { release(); }

  void add(WriteRank rank, char name) {
    const std::size_t before = gate_.waiting();
    threads_.emplace_back([this, rank, name] {
      const WriteTurn turn(gate_, rank);
      order_ += name;
    });
    while (gate_.waiting() == before) std::this_thread::yield();
  }

  std::string release() {
    if (!threads_.empty()) gate_.leave();
    for (std::thread& thread : threads_) thread.join();
    threads_.clear();
    return order_;
  }

 private:
  WriteGate& gate_;
  std::vector<std::thread> threads_;
  std::string order_;
};

TEST(WriteGate, LetsTheShopPassAllEventsThatWait) {
  WriteGate gate;
  Queue queue(gate);
  for (int i = 0; i < 4; ++i) queue.add(WriteRank::Events, 'e');
  queue.add(WriteRank::Shop, 's');
  queue.add(WriteRank::Shop, 's');
  EXPECT_EQ(queue.release(), "sseeee");
}

TEST(WriteGate, LetsOneOfTheEventsThroughAfterSixteenTurnsOfTheShop) {
  WriteGate gate;
  Queue queue(gate);
  queue.add(WriteRank::Events, 'e');
  for (int i = 0; i < 20; ++i) queue.add(WriteRank::Shop, 's');
  EXPECT_EQ(queue.release(), std::string(16, 's') + "e" + "ssss");
}

TEST(WriteGate, IsOneForAFileHoweverItsPathIsWritten) {
  const Scratch scratch;
  const std::string path = scratch.path("store.sqlite");
  const auto gate = WriteGate::of(path);
  EXPECT_EQ(gate, WriteGate::of(scratch.path("./store.sqlite")));
  EXPECT_NE(gate, WriteGate::of(scratch.path("other.sqlite")));
  EXPECT_NE(WriteGate::of(":memory:"), WriteGate::of(":memory:"));
}

TEST(WriteGate, AdmitsOneAtATime) {
  WriteGate gate;
  int inside = 0;
  std::atomic<int> most = 0;
  std::vector<std::thread> threads;
  for (int i = 0; i < 8; ++i) {
    threads.emplace_back([&, rank = i % 2 == 0 ? WriteRank::Shop : WriteRank::Events] {
      for (int turn = 0; turn < 200; ++turn) {
        const WriteTurn taken(gate, rank);
        ++inside;  // a race for the thread sanitizer, and a wrong count, if two were in
        if (inside > most) most = inside;
        --inside;
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(most, 1);
}

}  // namespace
}  // namespace aftermint::testing
