// Feeds the doors to the native program with the texts of tests/fuzz/seeds and seeded mutations of them, as
// seeded_test.cpp does for copy and book. AFTERMINT_ALL feeds fifty times as many.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "fuzz/doors.h"
#include "fuzz/mutator.h"
#include "unit/paths.h"

namespace aftermint::fuzz {
namespace {

namespace fs = std::filesystem;

using Door = std::string (*)(const std::uint8_t*, std::size_t);

struct NamedDoor {
  const char* name;
  Door door;
  int inputs;  ///< in the default run
};

constexpr NamedDoor kDoors[] = {
    {"http", fuzzHttp, 1'000},         {"event", fuzzEvent, 1'000},     {"accept", fuzzAccept, 600},
    {"ticket", fuzzTicket, 1'000},     {"webhook", fuzzWebhook, 1'000}, {"moment", fuzzMoment, 400},
    {"orders", fuzzOrders, 300},       {"patch", fuzzPatch, 300},       {"answer", fuzzAnswer, 200},
    {"provider", fuzzProvider, 1'000},
};

std::vector<std::string> seedsOf(const std::string& name) {
  std::vector<fs::path> paths;
  for (const auto& entry : fs::directory_iterator(fs::path(kSourceFolder) / "tests/fuzz/seeds" / name)) {
    paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  std::vector<std::string> out;
  for (const fs::path& path : paths) {
    std::ifstream in(path, std::ios::binary);
    out.emplace_back(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
  }
  return out;
}

class SeededDoor : public ::testing::TestWithParam<NamedDoor> {};

TEST_P(SeededDoor, HoldsItsPromises) {
  const NamedDoor& named = GetParam();
  const auto feed = [&](const std::string& input) {
    return named.door(reinterpret_cast<const std::uint8_t*>(input.data()), input.size());
  };
  const std::vector<std::string> seeds = seedsOf(named.name);
  ASSERT_FALSE(seeds.empty());
  for (const std::string& seed : seeds) ASSERT_EQ(feed(seed), "") << seed;
  ASSERT_EQ(feed(""), "");
  Mutator mutator;
  const int inputs = named.inputs * (std::getenv("AFTERMINT_ALL") != nullptr ? 50 : 1);
  for (int i = 0; i < inputs; ++i) {
    const std::string input = mutator.mutated(mutator.one(seeds), seeds);
    ASSERT_EQ(feed(input), "") << i << ": " << ::testing::PrintToString(input);
  }
}

INSTANTIATE_TEST_SUITE_P(Doors, SeededDoor, ::testing::ValuesIn(kDoors),
                         [](const auto& door) { return std::string(door.param.name); });

}  // namespace
}  // namespace aftermint::fuzz
