// The spool's files: order, restarts, torn ends, damage, limits.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <filesystem>
#include <string>
#include <vector>

#include "events/spool.h"
#include "events/spool_line.h"
#include "unit/cli_scratch.h"

namespace aftermint::testing {
namespace {

namespace fs = std::filesystem;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr std::uint64_t kRoom = 64u << 20;

Event spoolEvent(const std::string& id, std::size_t size = 0) {
  Event event;
  event.source = "/page";
  event.id = id;
  event.type = "exposure";
  event.time = event.received = 1'700'000'000'000;
  event.json = "{\"x\":\"" + std::string(size, 'x') + "\"}";
  return event;
}

/** Takes everything out of a spool, and returns the ids. */
std::vector<std::string> takeAll(Spool& spool) {
  std::vector<std::string> ids;
  for (;;) {
    const auto batches = spool.next(10);
    if (batches.empty()) return ids;
    for (const auto& batch : batches) {
      for (const Event& event : batch) ids.push_back(event.id);
    }
    spool.advance();
  }
}

class SpoolFiles : public ::testing::Test {
 protected:
  /** The one segment of the folder. */
  [[nodiscard]] fs::path segment() const {
    for (const auto& entry : fs::directory_iterator(folder)) {
      if (entry.path().extension() == ".spool") return entry.path();
    }
    ADD_FAILURE() << "no segment";
    return {};
  }
  [[nodiscard]] std::string bytesOf(const fs::path& path) const {
    return scratch.read("spool/" + path.filename().string());
  }
  void fill(const std::vector<std::string>& ids) const {
    Spool spool(folder, kRoom);
    for (const std::string& id : ids) spool.append({{spoolEvent(id)}});
  }

  Scratch scratch;
  std::string folder = scratch.path("spool");
};

TEST_F(SpoolFiles, KeepEveryMemberOfAnEvent) {
  Event event = spoolEvent("id \"\\\n\u2028\u00e9");
  event.key = "k";
  event.offer = "o";
  event.placement = "checkout";
  event.order = "1";
  event.visitor = "v";
  event.amount = 1'000'000'000'000;
  event.currency = "GBP";
  event.time = -1;
  event.trusted = true;
  const std::string line = writeSpoolLine(std::vector{event, spoolEvent("b")});
  EXPECT_EQ(line.find('\n'), line.size() - 1);
  const auto read = readSpoolLine(std::string_view(line).substr(0, line.size() - 1));
  ASSERT_TRUE(read.has_value());
  ASSERT_EQ(read->size(), 2u);
  const Event& same = read->front();
  EXPECT_EQ(std::tie(same.source, same.id, same.type, same.key, same.time, same.received, same.offer, same.placement),
            std::tie(event.source, event.id, event.type, event.key, event.time, event.received, event.offer,
                     event.placement));
  EXPECT_EQ(std::tie(same.order, same.visitor, same.amount, same.currency, same.json, same.trusted),
            std::tie(event.order, event.visitor, event.amount, event.currency, event.json, event.trusted));
  EXPECT_EQ(read->back().amount, std::nullopt);
  EXPECT_FALSE(read->back().trusted);
}

TEST_F(SpoolFiles, GiveBatchesInOrderAlsoAfterARestart) {
  fill({"a", "b"});
  fill({"c"});
  Spool spool(folder, kRoom);
  spool.append({{spoolEvent("d"), spoolEvent("e")}});
  EXPECT_THAT(takeAll(spool), ElementsAre("a", "b", "c", "d", "e"));
  EXPECT_TRUE(spool.isEmpty());
  EXPECT_EQ(spool.bytes(), 0u);
  spool.append({{spoolEvent("f")}});
  EXPECT_THAT(takeAll(spool), ElementsAre("f"));
  EXPECT_EQ(std::distance(fs::directory_iterator(folder), fs::directory_iterator()), 1) << "only the lock is left";
}

TEST_F(SpoolFiles, GiveABatchAgainThatWasNotRemoved) {
  fill({"a", "b"});
  Spool spool(folder, kRoom);
  EXPECT_EQ(spool.next(1).front().front().id, "a");
  EXPECT_EQ(spool.next(1).front().front().id, "a");
  spool.advance();
  EXPECT_EQ(spool.next(1).front().front().id, "b");
}

TEST_F(SpoolFiles, SkipATornEndWhereverItIs) {
  fill({"a", "b", "c"});
  const fs::path file = segment();
  const std::string whole = bytesOf(file);
  const std::size_t line = whole.size() / 3;
  for (std::size_t size = 0; size <= whole.size(); size += size % line < 12 ? 1 : 17) {
    scratch.write("spool/" + file.filename().string(), std::string_view(whole).substr(0, size));
    Spool spool(folder, kRoom);
    spool.append({{spoolEvent("new")}});
    std::vector<std::string> expected = {"a", "b", "c"};
    expected.resize(size / line);
    expected.emplace_back("new");
    EXPECT_EQ(takeAll(spool), expected) << size;
    EXPECT_TRUE(spool.isEmpty());
  }
}

TEST_F(SpoolFiles, GiveWhatFollowsADamagedLineAndKeepTheFile) {
  fill({"a", "b", "c"});
  const fs::path file = segment();
  std::string whole = bytesOf(file);
  whole[whole.size() / 2] ^= 1;
  scratch.write("spool/" + file.filename().string(), whole);
  Spool spool(folder, kRoom);
  EXPECT_THAT(takeAll(spool), ElementsAre("a", "c"));
  EXPECT_EQ(bytesOf(file.string() + ".damaged"), whole);
}

TEST_F(SpoolFiles, RollOverAndAreDeletedWhenTheyAreRead) {
  Spool spool(folder, kRoom, 8'000);
  std::vector<std::string> ids;
  for (int i = 0; i < 5; ++i) {
    ids.push_back(std::to_string(i));
    spool.append({{spoolEvent(ids.back(), 3'000)}});
  }
  const auto files = [this] { return std::distance(fs::directory_iterator(folder), fs::directory_iterator()); };
  EXPECT_EQ(files(), 3) << "two segments and the lock";
  EXPECT_EQ(takeAll(spool), ids);
  EXPECT_EQ(files(), 1);
}

TEST_F(SpoolFiles, TakeNoMoreThanTheLimit) {
  Spool spool(folder, 2000);
  spool.append({{spoolEvent("a", 1000)}});
  EXPECT_THROW(spool.append({{spoolEvent("b", 1000)}}), StoreError);
  EXPECT_THROW(spool.probeWrite(), StoreError);
  EXPECT_THAT(takeAll(spool), ElementsAre("a"));
  spool.append({{spoolEvent("c", 1000)}});
  EXPECT_THAT(takeAll(spool), ElementsAre("c"));
}

TEST_F(SpoolFiles, AreForTheirOwnerAndOneProcess) {
  fill({"a"});
  const auto mode = [](const fs::path& path) { return static_cast<int>(fs::status(path).permissions()); };
  EXPECT_EQ(mode(folder), 0700);
  EXPECT_EQ(mode(segment()), 0600);
  const Spool spool(folder, kRoom);
  EXPECT_THROW(Spool(folder, kRoom), StoreError);
}

TEST_F(SpoolFiles, TakeABatchOfManyEvents) {
  Spool spool(folder, kRoom);
  std::vector<Event> many;
  for (int i = 0; i < 1000; ++i) many.push_back(spoolEvent(std::to_string(i), 100));
  spool.append({many});
  EXPECT_EQ(takeAll(spool).size(), 1000u);
}

}  // namespace
}  // namespace aftermint::testing
