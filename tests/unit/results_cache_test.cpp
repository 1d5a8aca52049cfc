// How old a report may be, and how much of the machine reports take.
#include "serve/results_cache.h"

#include <gtest/gtest.h>

#include <atomic>
#include <stdexcept>
#include <thread>
#include <vector>

namespace aftermint::testing {
namespace {

using report::ReportBy;
using std::chrono::milliseconds;

class Results : public ::testing::Test {
 protected:
  /** A report that takes this long; its `simulatedEvents` say the how manieth it is. */
  std::int64_t read(milliseconds takes, ReportBy by = ReportBy::Offer) {
    return cache
        .get(by,
             [&] {
               now += takes;
               report::Report report;
               report.simulatedEvents = ++made;
               return report;
             })
        ->simulatedEvents;
  }

  std::chrono::steady_clock::time_point now{};
  std::int64_t made = 0;
  ResultsCache cache{[this] { return now; }};
};

TEST_F(Results, AreMadeAnewForEachReaderWhileThatIsQuick) {
  EXPECT_EQ(read(milliseconds(99)), 1);
  EXPECT_EQ(read(milliseconds(99)), 2);
}

TEST_F(Results, AreKeptForFourTimesAsLongAsTheyTook) {
  EXPECT_EQ(read(milliseconds(1000)), 1);
  now += milliseconds(3999);
  EXPECT_EQ(read(milliseconds(1000)), 1);
  now += milliseconds(1);
  EXPECT_EQ(read(milliseconds(1000)), 2);
}

TEST_F(Results, OfEachDivisionAreKeptApart) {
  EXPECT_EQ(read(milliseconds(1000), ReportBy::Offer), 1);
  EXPECT_EQ(read(milliseconds(1000), ReportBy::Week), 2);
  EXPECT_EQ(read(milliseconds(1000), ReportBy::Offer), 1);
}

TEST_F(Results, StayAsTheyAreAfterAFailure) {
  EXPECT_EQ(read(milliseconds(1000)), 1);
  now += milliseconds(5000);
  EXPECT_THROW((void)cache.get(ReportBy::Offer, []() -> report::Report { throw std::runtime_error("no disk"); }),
               std::runtime_error);
  EXPECT_EQ(read(milliseconds(1000)), 2) << "the next reader tries again";
}

TEST(ResultsOfManyReaders, AreMadeOnce) {
  ResultsCache cache;
  std::atomic<int> made = 0, started = 0;
  std::vector<std::thread> readers;
  for (int i = 0; i < 12; ++i) {
    readers.emplace_back([&] {
      ++started;
      (void)cache.get(ReportBy::Offer, [&] {
        while (started < 12) std::this_thread::yield();
        std::this_thread::sleep_for(milliseconds(150));
        ++made;
        return report::Report();
      });
    });
  }
  for (std::thread& reader : readers) reader.join();
  EXPECT_EQ(made, 1);
}

}  // namespace
}  // namespace aftermint::testing
