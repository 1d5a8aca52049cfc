/** @file Counts made from visitors one by one, for the tests of readings. */
#pragma once

#include <algorithm>
#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "aftermint/reading.h"

namespace aftermint {

/** What is known about one visitor. */
struct TestVisitor {
  std::int64_t orders = 0, before = 0, gross = 0, net = 0;
  bool exposed = false, accepted = false;
};

inline void add(UnitCounts& counts, const TestVisitor& visitor) {
  const auto moments = [](Moments& to, Exact value) { to += Moments{value, value * value}; };
  const auto money = [&](MoneyMoments& to, Exact value) {
    to += MoneyMoments{value, value * value, value * visitor.orders, value * visitor.before};
  };
  counts.visitors += 1;
  counts.buyers += visitor.orders > 0;
  counts.exposed += visitor.exposed;
  counts.accepts += visitor.accepted;
  moments(counts.orders, visitor.orders);
  moments(counts.before, visitor.before);
  money(counts.gross, visitor.gross);
  money(counts.net, visitor.net);
}

/** `size` visitors, of which some buy, some see the offer, and some return what they bought. */
inline std::vector<TestVisitor> someVisitors(std::mt19937_64& random, std::size_t size) {
  const auto chance = [&](unsigned percent) { return random() % 100 < percent; };
  std::vector<TestVisitor> out(size);
  for (TestVisitor& visitor : out) {
    visitor.before = static_cast<std::int64_t>(random() % 20'000);
    visitor.exposed = chance(60);
    if (!chance(40)) continue;
    visitor.orders = 1 + chance(10);
    visitor.accepted = visitor.exposed && chance(20);
    visitor.gross = visitor.before + static_cast<std::int64_t>(random() % 3'000) + (visitor.accepted ? 2'400 : 0);
    visitor.net = chance(10) ? 0 : visitor.gross;
  }
  return out;
}

inline ArmCounts armOf(std::string name, double weight, const std::vector<TestVisitor>& visitors) {
  ArmCounts arm;
  arm.name = std::move(name);
  arm.weight = weight;
  for (const TestVisitor& visitor : visitors) add(arm, visitor);
  return arm;
}

/** Counts of `arms` arms with up to `most` visitors each; the first is the baseline. */
inline Counts someCounts(std::mt19937_64& random, std::size_t arms, std::size_t most) {
  Counts counts;
  for (std::size_t i = 0; i < arms; ++i) {
    counts.arms.push_back(armOf("arm " + std::to_string(i), 1.0 / static_cast<double>(arms),
                                someVisitors(random, random() % (most + 1))));
  }
  return counts;
}

}  // namespace aftermint
